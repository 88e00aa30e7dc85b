"""An invented example county, kept as untidily as a real office keeps its ledgers.

Yichuan's division and townships are real, everything else is invented: every site, person,
laboratory, code and result. Each sheet says so in its second row (示例数据，非真实单位).
``write_county`` writes two workbooks, the sites and the samples of 2025; the same seed
gives the same bytes; an earlier ``until`` gives the ledgers as an office brought them that month.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random

from xlsxwriter import Workbook

from fuelcheck.demo import sample_ledger, site_ledger, sites, year
from fuelcheck.demo.paper import Paper, Table

SITES_FILE = "伊川县成品油站点台账.xlsx"
SAMPLES_FILE = "2025年成品油抽检台账.xlsx"

_YEAR_END = date(2025, 12, 31)


def write_county(folder: Path, seed: int = 2025, until: date = _YEAR_END) -> tuple[Path, ...]:
    """Write the sites' and the samples' workbook into ``folder``; return their paths.

    ``until`` is a day of 2025: what was drawn, reported, changed or closed after it is not
    in the ledgers yet. OSError if the folder cannot be written.
    """
    rng = Random(seed)  # noqa: S311 - an example, not a secret
    county = sites.build(rng)
    ledger = year.until(year.build(rng, county), until)
    register = {
        "站点": site_ledger.sites(rng, county, ledger.clerk, until),
        "站点变更": site_ledger.changes(rng, county, until),
    }
    samples = {f"{month}月": table for month, table in sample_ledger.months(rng, county, ledger).items()}
    samples["未抽到样品"] = sample_ledger.visits(rng, county, ledger)
    folder.mkdir(parents=True, exist_ok=True)
    return _write(folder / SITES_FILE, register), _write(folder / SAMPLES_FILE, samples)


def _write(path: Path, tables: Mapping[str, Table]) -> Path:
    with Workbook(path) as book:
        book.set_properties({"title": "示例县（虚构）", "created": datetime(2025, 12, 31)})
        paper = Paper(book)
        for name, table in tables.items():
            paper.draw(name, table)
    return path
