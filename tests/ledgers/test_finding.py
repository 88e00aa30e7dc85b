"""Where the header stands and of which kind the sheet is."""

import pytest

from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.finding import FIRST_ROWS, Candidate, Search, best_candidate, header_spans
from fuelcheck.ledgers.headers import dictionary
from fuelcheck.ledgers.workbook import Merge, RawSheet
from fuelcheck.words import SheetKind

SEARCH = Search(tuple(map(dictionary, SHEETS.values())))
HEADER = ["抽样单编号", "抽样日期", "受检单位", "样品名称", "抽样人员"]


def sheet(*rows: list[str], merged: tuple[Merge, ...] = ()) -> RawSheet:
    width = max(map(len, rows))
    return RawSheet("3月", [[*row, *[""] * (width - len(row))] for row in rows], merged)


def found(raw: RawSheet, search: Search = SEARCH) -> Candidate:
    best = best_candidate(raw, search)
    assert best is not None
    return best


def test_the_header_is_found_below_titles() -> None:
    best = found(sheet(["2025年成品油抽检台账"], ["填报单位：某局"], HEADER, ["A1", "2025-03-09"]))
    assert (best.fits, best.top, best.bottom, best.words.sheet.kind) == (True, 2, 2, SheetKind.SAMPLES)


@pytest.mark.parametrize("before", [0, FIRST_ROWS - 1, FIRST_ROWS])
def test_the_header_stands_among_the_first_fifteen_rows(before: int) -> None:
    assert found(sheet(*[["某局"]] * before, HEADER)).fits is (before < FIRST_ROWS)


def test_two_rows_are_read_together_and_the_lower_name_wins() -> None:
    best = found(sheet(
        ["抽样单编号", "抽样情况", "", "样品名称", "抽样人员", "检验情况", ""],
        ["", "抽样日期", "受检单位", "", "", "报告编号", "检验结论"],
        merged=(Merge(0, 1, 0, 2), Merge(0, 3, 1, 3), Merge(0, 5, 0, 6)),
    ))  # fmt: skip
    assert (best.fits, best.top, best.bottom) == (True, 0, 1)
    assert best.names == ("抽样单编号", "抽样日期", "受检单位", "样品名称", "抽样人员", "报告编号", "检验结论")


def test_a_lower_name_that_means_nothing_alone_is_read_with_the_upper_one() -> None:
    best = found(
        sheet(
            ["抽样单编号", "抽样", "受检单位", "样品名称", "抽样人员", "报告", "报告"],
            ["", "日期", "", "", "", "编号", "日期"],
        )
    )
    assert best.names[1] == "抽样日期"
    assert best.names[5:] == ("报告编号", "报告日期")


def test_a_tie_goes_to_the_single_row() -> None:
    best = found(sheet(["单位", "", "", "", ""], HEADER))
    assert (best.top, best.bottom) == (1, 1)


def test_the_row_that_names_more_columns_is_the_header() -> None:
    best = found(sheet(HEADER, ["A1"], [*HEADER, "报告编号"]))
    assert best.top == 2


def test_of_two_kinds_that_fit_the_one_with_more_required_columns_is_meant() -> None:
    best = found(sheet([*HEADER, "日期", "情况"]))
    assert best.words.sheet.kind is SheetKind.SAMPLES


def test_the_kind_follows_from_the_headers_not_from_the_name() -> None:
    best = found(RawSheet("抽样", [["站点编号", "名称", "类别", "所有制", "乡镇"]]))
    assert best.words.sheet.kind is SheetKind.SITES


def test_what_is_missing_is_named_where_nothing_fits() -> None:
    best = found(sheet(HEADER[:4], ["A1"]))
    assert [column.zh for column in best.missing] == ["抽样人员"]


def test_an_excused_column_may_be_missing() -> None:
    search = Search(SEARCH.dictionaries, {SheetKind.SAMPLES: frozenset({"form_no"})})
    assert found(sheet(HEADER[1:]), search).fits


def test_a_mapping_may_name_the_row() -> None:
    raw = sheet(["x"], HEADER, HEADER)
    assert found(raw, Search(SEARCH.dictionaries, header_row=3)).top == 2


def test_an_empty_sheet_has_no_candidate() -> None:
    assert best_candidate(RawSheet("空", []), SEARCH) is None


def test_a_layout_that_finds_its_header_goes_before_all_declared_kinds() -> None:
    raw = sheet(["某表"], HEADER, ["A1", "2025-03-09"])
    other = found(sheet(["站点编号", "名称", "类别", "所有制", "乡镇"]))

    assert found(raw, Search(SEARCH.dictionaries, layouts=(lambda one, search: other,))) is other
    assert found(raw, Search(SEARCH.dictionaries, layouts=(lambda one, search: None,))).top == 1


def test_a_header_is_one_row_or_two_neighbours_or_the_one_that_is_named() -> None:
    assert header_spans(3) == [(0, 0), (1, 1), (2, 2), (0, 1), (1, 2)]
    assert header_spans(3, 2) == [(1, 1)]
    assert header_spans(3, 4) == []
