"""What was brought and written back is, when it is brought again, the same."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuelcheck.demo import write_county
from fuelcheck.ledgers.bring import Brought, bring, read_tables
from fuelcheck.ledgers.give import give
from fuelcheck.ledgers.known import Known
from fuelcheck.ledgers.template import template
from fuelcheck.words import STORED_SHEETS, SheetKind

Rows = dict[SheetKind, list[dict[str, str]]]

OF_FUEL = {SheetKind.SITES, SheetKind.SITE_CHANGES, SheetKind.SAMPLES, SheetKind.VISITS, SheetKind.RESULTS}
RESULTS = (("硫含量", "<3"), ("灰分", "/"), ("水分", "=痕迹"), ("铜片腐蚀（50 ℃，3 h）", "1a"), ("密度", "-"))


def brought(paths: Iterable[Path]) -> Brought:
    result = bring(read_tables(tuple(paths)), Known())
    assert not result.faults
    return result


def rows_of(result: Brought) -> Rows:
    rows: Rows = {kind: [] for kind in STORED_SHEETS}
    for row in result.rows:
        rows[row.kind].append(dict(row.values))
    return rows


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The demo's county, with results of its first batches."""
    paths = write_county(folder := tmp_path_factory.mktemp("county"))
    forms = [row["form_no"] for row in rows_of(brought(paths))[SheetKind.SAMPLES][:3]]
    found = [{"form_no": form, "item": item, "value": value} for form in forms for item, value in RESULTS]
    give({SheetKind.RESULTS: found}, results := folder / "results.csv")
    return rows_of(brought([*paths, results]))


def test_a_county_comes_back_from_one_workbook(county: Rows, tmp_path: Path) -> None:
    give(county, path := tmp_path / "all.xlsx")

    assert rows_of(brought([path])) == county
    assert {kind for kind, rows in county.items() if rows} >= OF_FUEL


def test_a_county_comes_back_from_csv_files(county: Rows, tmp_path: Path) -> None:
    paths = [tmp_path / f"{kind.value}.csv" for kind in county]
    for kind, path in zip(county, paths, strict=True):
        give({kind: county[kind]}, path)

    assert rows_of(brought(paths)) == county


def test_a_second_import_of_what_was_written_back_changes_nothing(county: Rows, tmp_path: Path) -> None:
    give(county, path := tmp_path / "all.xlsx")
    known = Known(
        sites={row["site_code"]: row for row in county[SheetKind.SITES]},
        site_changes={
            (row["site_code"], row["effective_on"], row["what"]): row for row in county[SheetKind.SITE_CHANGES]
        },
        samples={row["form_no"]: row for row in county[SheetKind.SAMPLES]},
        visits={(row["site_code"], row["visited_on"], row["outcome"]): row for row in county[SheetKind.VISITS]},
        results=_by_form(county[SheetKind.RESULTS]),
    )
    again = bring(read_tables((path,)), known)

    assert again.accepted
    assert {row.state for row in again.rows} == {"same"}


def _by_form(rows: list[dict[str, str]]) -> dict[str, dict[str, tuple[str, str, str]]]:
    held: dict[str, dict[str, tuple[str, str, str]]] = defaultdict(dict)
    for row in rows:
        held[row["form_no"]][row["item"]] = (row["value"], row.get("unit", ""), row.get("note", ""))
    return held


@pytest.mark.parametrize("kind", STORED_SHEETS)
def test_an_empty_form_is_read_as_an_empty_table(kind: SheetKind, tmp_path: Path) -> None:
    template([kind], book := tmp_path / "form.xlsx")
    template([kind], plain := tmp_path / "form.csv")

    for path in (book, plain):
        assert [(sheet.kind, sheet.rows) for sheet in brought([path]).sheets] == [(kind, 0)]


def test_all_empty_forms_in_one_workbook_are_told_apart(tmp_path: Path) -> None:
    template(STORED_SHEETS, path := tmp_path / "forms.xlsx")
    result = brought([path])

    assert [(sheet.kind, sheet.sheet) for sheet in result.sheets] == [(kind, kind.zh) for kind in STORED_SHEETS]
    assert [(notice.code, notice.sheet) for notice in result.notices] == [("sheet-without-table", "填写说明")]


line = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="/-"), min_size=1, max_size=12)
free_text = st.tuples(st.sampled_from(("", "=", "+", "-", "@", "'", "mailto:", "file://", "=1+")), line).map("".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(free_text, min_size=1, max_size=6))
def test_whatever_stood_in_a_note_comes_back_from_both_formats(tmp_path: Path, notes: list[str]) -> None:
    rows = [
        {
            "site_code": f"S{n}",
            "name": f"站{n}",
            "kind": "station",
            "ownership": "private",
            "township": "镇",
            "note": note,
        }
        for n, note in enumerate(notes)
    ]
    give({SheetKind.SITES: rows}, first := tmp_path / "first.xlsx")
    once = rows_of(brought([first]))
    give({SheetKind.SITES: once[SheetKind.SITES]}, book := tmp_path / "again.xlsx")
    give({SheetKind.SITES: once[SheetKind.SITES]}, plain := tmp_path / "again.csv")

    assert rows_of(brought([book])) == once
    assert rows_of(brought([plain])) == once
