"""The untidy workbooks go through the import: nothing is refused, and what is odd is said."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from fuelcheck.demo import write_county
from fuelcheck.demo.county import TOWNSHIPS
from fuelcheck.law.values import Township
from fuelcheck.ledgers.bring import Brought, bring, read_tables
from fuelcheck.ledgers.known import Known
from fuelcheck.words import STORED_SHEETS, SheetKind

OCTOBER_END, YEAR_END = date(2025, 10, 31), date(2025, 12, 31)

NOTHING = Known(townships=tuple(Township(str(n), name) for n, name in enumerate(TOWNSHIPS)))


def taken(known: Known, brought: Brought) -> Known:
    """The store after an import, as ledgers see it."""
    held = {kind: dict(getattr(known, kind.value)) for kind in STORED_SHEETS}
    for row in brought.rows:
        key = row.key[0] if len(row.key) == 1 else row.key
        held[row.kind][key] = {**held[row.kind].get(key, {}), **row.values}
    return Known(townships=known.townships, **{kind.value: rows for kind, rows in held.items()})


@pytest.mark.parametrize("seed", [2025, 3, 11])
def test_a_county_of_any_seed_is_taken_whole(tmp_path: Path, seed: int) -> None:
    brought = bring(read_tables(write_county(tmp_path, seed)), NOTHING)
    rows = Counter(row.kind for row in brought.rows)

    assert not brought.faults
    assert not brought.conflicts
    assert rows == {SheetKind.SITES: 100, SheetKind.SITE_CHANGES: 5, SheetKind.SAMPLES: 212, SheetKind.VISITS: 7}


def test_the_hidden_sheet_and_the_unknown_columns_are_said(tmp_path: Path) -> None:
    brought = bring(read_tables(write_county(tmp_path)), NOTHING)

    assert {(notice.code, notice.sheet, notice.column) for notice in brought.notices} == {
        ("hidden-sheet", "2月", ""),
        ("unknown-column", "站点", "油罐数（个）"),
        *(("unknown-column", f"{month}月", "抽样基数（L）") for month in (10, 11, 12)),
    }


def test_the_later_edition_only_adds_and_fills(tmp_path: Path) -> None:
    october, full = (write_county(tmp_path / str(day), until=day) for day in (OCTOBER_END, YEAR_END))
    known = taken(NOTHING, bring(read_tables(october), NOTHING))
    brought = bring(read_tables(full), known)
    states = Counter((row.kind, row.state) for row in brought.rows)

    assert brought.accepted
    assert {state for _, state in states} == {"new", "filled", "same"}
    assert states[SheetKind.SITES, "filled"] == 1
    assert states[SheetKind.SAMPLES, "filled"] > 0
    assert states[SheetKind.SAMPLES, "new"] > 60


def test_the_same_edition_again_changes_nothing(tmp_path: Path) -> None:
    paths = write_county(tmp_path)
    known = taken(NOTHING, bring(read_tables(paths), NOTHING))

    assert {row.state for row in bring(read_tables(paths), known).rows} == {"same"}
