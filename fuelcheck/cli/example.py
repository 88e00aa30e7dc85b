"""``fuelcheck demo``: from invented untidy workbooks to status and report, in a folder of its own."""

import shutil
from datetime import date
from pathlib import Path

from fuelcheck.cli.desk import tell
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say

POLICY = "yichuan-2024-15"
YEAR = 2025
AS_OF = date(2025, 12, 31)
BY = "示例"


class NotADemo(FuelcheckError):
    """The folder holds something else."""

    code = "not-a-demo"
    sentence = N_("{path} is there already and is no example county; name another --folder")


def make(folder: Path) -> None:
    """Make workbooks, store, status, PDF and xlsx in ``folder``; one made before is made anew."""
    from fuelcheck.cli.shown_import import show as show_import
    from fuelcheck.cli.shown_quota import show
    from fuelcheck.demo import write_county
    from fuelcheck.library import import_ledgers, init, open_store, quota_report, render_quota_report

    _clear(folder)
    books = write_county(folder)
    tell(say(_("An invented county as untidy workbooks: {files}"), files=", ".join(b.name for b in books)))
    with open_store(f"sqlite:///{(folder / 'county.db').as_posix()}", create=True) as store:
        init(store, policy=POLICY, by=BY, example=True)
        answer = import_ledgers(store, books, by=BY)
        show_import(answer, dry_run=False)
        report = quota_report(store, year=YEAR, as_of=AS_OF)
    show(report)
    for name in ("quota-2025.pdf", "quota-2025.xlsx"):
        render_quota_report(report, folder / name, talk=tell)
        tell(say(_("Written: {path}"), path=folder / name))


def _clear(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / "county.db").exists():
            raise NotADemo(path=folder)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
