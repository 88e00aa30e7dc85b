"""An invented example county, kept as untidily as real offices keep their ledgers.

Yichuan's division and townships are real, everything else is invented: every site, person,
laboratory, vehicle, code and result. Each sheet says so in its second row (示例数据，非真实单位).
``write_county`` writes the sites and the samples of 2025, ``write_results`` what laboratories
found, ``write_vehicles`` the lists of two departments, ``write_checks`` the roadside checks. The same
seed gives the same bytes; an earlier ``until`` gives the ledgers as offices brought them that month.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random

from xlsxwriter import Workbook

from fuelcheck.demo import (
    fleet,
    fleet_ledger,
    laboratory_ledger,
    patrol_ledger,
    patrols,
    sample_ledger,
    site_ledger,
    sites,
    year,
)
from fuelcheck.demo.laboratory_ledger import Registered
from fuelcheck.demo.paper import Paper, Table
from fuelcheck.demo.patrols import Followed
from fuelcheck.demo.year import Year

SITES_FILE = "伊川县成品油站点台账.xlsx"
SAMPLES_FILE = "2025年成品油抽检台账.xlsx"
RESULTS_FILE = "2025年成品油检验结果.xlsx"
TRANSPORT_FILE = "交通运输局营运车辆台账.xlsx"
POLICE_FILE = "交警大队货车及公务车辆台账.xlsx"
CHECKS_FILE = "2025年柴油车路检台账.xlsx"

SEED = 2025
_YEAR_END = date(2025, 12, 31)


def write_county(folder: Path, seed: int = SEED, until: date = _YEAR_END) -> tuple[Path, ...]:
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
    return _write(folder / SITES_FILE, register), _write(folder / SAMPLES_FILE, samples)


def write_results(folder: Path, seed: int = SEED, until: date = _YEAR_END) -> tuple[Path, ...]:
    """Write the workbook of the laboratories with the results of what was reported by ``until``."""
    return (_write(folder / RESULTS_FILE, laboratory_ledger.sheets(seed, _year(seed), until)),)


def write_vehicles(folder: Path, seed: int = SEED, until: date = _YEAR_END) -> tuple[Path, ...]:
    """Write the vehicle lists of the transport office and of the traffic police as they stood on ``until``."""
    known = fleet.until(fleet.build(seed), until)
    return (
        _write(folder / TRANSPORT_FILE, fleet_ledger.transport(seed, known)),
        _write(folder / POLICE_FILE, fleet_ledger.police(seed, known)),
    )


def write_checks(folder: Path, seed: int = SEED, until: date = _YEAR_END) -> tuple[Path, ...]:
    """Write the workbook of the roadside checks made by ``until``."""
    stops = patrols.until(patrols.build(seed, fleet.build(seed)), until)
    return (_write(folder / CHECKS_FILE, patrol_ledger.quarters(seed, stops)),)


def laboratories(seed: int = SEED) -> tuple[Registered, ...]:
    """The laboratories that the office has in its register."""
    return laboratory_ledger.register(_year(seed))


def follow_ups(seed: int = SEED, until: date = _YEAR_END) -> tuple[Followed, ...]:
    """What the office recorded by ``until`` after checks that failed, in the order of checks."""
    return patrols.followed(patrols.build(seed, fleet.build(seed)), until)


def _year(seed: int) -> Year:
    rng = Random(seed)  # noqa: S311 - an example, not a secret
    return year.build(rng, sites.build(rng))


def _write(path: Path, tables: Mapping[str, Table]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with Workbook(path) as book:
        book.set_properties({"title": "示例县（虚构）", "created": datetime(2025, 12, 31)})
        paper = Paper(book)
        for name, table in tables.items():
            paper.draw(name, table)
    return path
