"""A process that records act after act and acknowledges each on stdout, to be killed by a test.

``python -m tests.whole.workload URL NAME COUNT`` founds the store if there is none, then does
COUNT acts on rows that carry NAME: ledgers of sites and batches, their reports a month later,
an import taken back. After each it writes a line ``n hash``: what the office has been told.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import fuelcheck as fc
from fuelcheck.library import audit_acts
from fuelcheck.store.session import Store
from tests.whole import office


def main(url: str, name: str, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder, fc.open_store(url, create=True) as store:
        if not store.divisions():
            fc.init(store, policy=office.POLICY, by="张建国")
            acknowledge(store, None)
        for _, act_id in zip(range(count), acts(store, Path(folder), name), strict=False):
            acknowledge(store, act_id)


def acts(store: Store, folder: Path, name: str) -> Iterator[str | None]:
    """Acts without end, one at each step; yields its id if it is an import."""

    def bring(ledger: Path) -> str | None:
        return fc.import_ledgers(store, [ledger], by="李娜").import_id

    site, ledger, month = f"{name}S", folder / "samples.csv", 0
    yield bring(office.sites(folder / "sites.csv", [site]))
    while True:
        month += 1
        forms = [f"{name}-{month}-{n}" for n in range(1 + month % 4 * 8)]
        yield bring(office.samples(ledger, forms, site=site))
        yield bring(office.samples(ledger, forms, site=site, reported=True))
        if month % 2 == 0:
            mistaken = bring(office.samples(ledger, [f"{name}-X"], site=site))
            yield mistaken
            fc.undo_import(store, str(mistaken), reason="笔误", by="李娜")
            yield None


def acknowledge(store: Store, act_id: str | None) -> None:
    """Tell number and hash of that act (or the newest); one write, so that a kill tears no line."""
    told = [a for a in audit_acts(store) if act_id in (None, a.id)][-1]
    os.write(1, f"{told.n} {told.hash}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
