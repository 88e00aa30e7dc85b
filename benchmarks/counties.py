"""A seeded store of many counties: rows put straight into the tables, for reading benchmarks only.

Sizes after the project's yardsticks: a county has about 105 sites and 300 batches a year; a
province has 158 divisions, the nation 2,850. The rows have no acts: nothing here is evidence.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa

from fuelcheck.law.load import find_policy
from fuelcheck.store.engine import make_engine
from fuelcheck.store.upgrading import create

POLICY = "yichuan-2024-15"
SIZES = {"county": (1, 105, 300, 10), "province": (158, 62, 190, 10), "nation": (2850, 44, 140, 5)}
"""Divisions; sites and batches a year of each; years."""
_OWNERS = ["private"] * 61 + ["sinopec"] * 14 + ["petrochina"] * 9 + ["collective"] * 5 + ["foreign"] * 2
_FUELS = (("ethanol_gasoline", "92"), ("ethanol_gasoline", "95"), ("diesel", "0"))
_COLUMNS = {
    "site": "division, code, name, kind, ownership, township, products",
    "visit": "division, id, site_code, visited_on, outcome, samplers",
    "batch": "division, form_no, visit_id, site_code, sampled_on, year, product, grade, status, reported_on",
    "report": "division, form_no, n, report_no, reported_on, conclusion",
}


def store(folder: Path, size: str, years: int | None = None) -> str:
    """Make the store of that size (once) and return its URL."""
    divisions, sites, batches, span = SIZES[size]
    span = years or span
    path = folder / f"{size}-{span}.db"
    url = f"sqlite:///{path}"
    if path.exists():
        return url
    create(url)
    engine = make_engine(url)
    with engine.connect().execution_options(writing=True) as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        text, _ = find_policy(POLICY, None)
        for n in range(divisions):
            _division(connection, code(n), text, random.Random(n), sites, batches, range(2026 - span, 2026))
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()
    return url


def code(n: int) -> str:
    """The code of the n-th division."""
    return f"{410329 + n:06}"


def _division(
    connection: sa.Connection, division: str, policy: str, rng: random.Random, sites: int, batches: int, years: range
) -> None:
    insert = connection.exec_driver_sql
    insert("INSERT INTO division VALUES (?, ?, ?, 'sha256', 1)", (division, f"县{division}", division))
    insert("INSERT INTO head VALUES (?, 1, '2025-01-01T00:00:00.000000Z', 'sha256:0')", (division,))
    values = (division, POLICY, "2024-09-30", policy, "0")
    insert("INSERT INTO policy (division, id, issued_on, text, sha256) VALUES (?, ?, ?, ?, ?)", values)
    made = list(_sites(division, sites))
    _many(connection, "site", made)
    stations = [s[1] for s in made if s[3] == "station"]
    for year in years:
        rows = list(_batches(division, rng, stations, batches, year))
        _many(connection, "visit", [(b[0], b[2], b[3], b[4], "sampled", "甲;乙") for b in rows])
        _many(connection, "batch", rows)
        _many(connection, "report", [(b[0], b[1], 1, b[1], b[9], "pass") for b in rows if b[9]])


def _sites(division: str, count: int) -> Iterator[tuple[object, ...]]:
    for n in range(count):
        kind = "depot" if n < 2 else "producer" if n == 2 else "station"
        owner = "sinopec" if n < 2 else _OWNERS[n % len(_OWNERS)]
        yield (division, f"S{n:04}", f"第{n}站", kind, owner, f"第{n % 15}镇", "92;95;0;urea")


def _batches(
    division: str, rng: random.Random, stations: list[str], count: int, year: int
) -> Iterator[tuple[object, ...]]:
    for n in range(count):
        day = date(year, 1, 1) + timedelta(days=rng.randrange(360))
        product, grade = ("urea", None) if n % 25 == 0 else rng.choice(_FUELS)
        reported = (day + timedelta(days=rng.randrange(5, 40))).isoformat() if rng.random() < 0.97 else None
        form = f"{year}-{n:05}"
        yield (
            division, form, f"v{form}", rng.choice(stations), day.isoformat(), year, product, grade, "valid", reported,
        )  # fmt: skip


def _many(connection: sa.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    columns = _COLUMNS[table]
    marks = ", ".join("?" * len(rows[0]))
    connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
