"""Files of one command as tables; what cannot be read is a fault of the file, by name."""

from pathlib import Path

import pytest

from fuelcheck.ledgers.reading import read_tables
from fuelcheck.words import SheetKind
from tests.ledgers.desk import SAMPLE_HEADER, SAMPLES, SITE_HEADER, SITES, brought, codes, county, write_csv, write_xlsx


def test_a_workbook_may_hold_several_sheets_and_monthly_ones_of_one_kind(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "a.xlsx", {
        "站点": [SITE_HEADER, *SITES], "1月": [SAMPLE_HEADER, SAMPLES[0]], "2月": [SAMPLE_HEADER, SAMPLES[1]],
    })  # fmt: skip
    answer = brought(book)
    assert [(one.sheet, one.kind, one.new) for one in answer.sheets] == [
        ("站点", SheetKind.SITES, 3),
        ("1月", SheetKind.SAMPLES, 1),
        ("2月", SheetKind.SAMPLES, 1),
    ]


def test_a_hidden_sheet_is_read_and_that_is_said(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", {"x": [["x"]], "站点": [SITE_HEADER, *SITES]}, hidden=["站点"])
    answer = brought(tmp_path / "a.xlsx")
    assert (answer.sheets[0].new, answer.sheets[0].hidden) == (3, True)
    assert [(n.code, n.sheet) for n in answer.notices] == [("hidden-sheet", "站点"), ("sheet-without-table", "x")]


def test_an_unknown_column_is_said(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [(*SITE_HEADER, "电话"), (*SITES[0], "139")])
    answer = brought(path)
    assert answer.accepted
    assert [(n.code, n.column) for n in answer.notices] == [("unknown-column", "电话")]


def test_a_column_that_another_one_gives_already_is_said_to_be_passed_over(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [(*SITE_HEADER, "站点名称"), (*SITES[0], "别的名字")])
    (notice,) = brought(path).notices
    assert (notice.code, notice.column) == ("passed-over-column", "站点名称")
    assert notice.message == "The column 站点名称 was not read: 名称 already gives 名称"


def test_a_ledger_of_which_every_row_was_skipped_is_said(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [SITE_HEADER, ("注：下列各站", "", "", "", ""), *SITES])
    answer = brought(path)
    assert (answer.accepted, answer.sheets[0].rows, answer.sheets[0].skipped) == (True, 0, 4)
    assert [notice.message for notice in answer.notices] == ["No row was read and 4 were skipped: is anything missing?"]
    assert brought(write_csv(tmp_path / "b.csv", [SITE_HEADER])).notices == ()


def test_a_folder_is_said_to_be_one_by_the_name_that_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (fault,) = brought(Path()).faults
    assert (fault.code, fault.file, fault.message) == ("is-a-folder", ".", ". is a folder: name the ledgers in it")


@pytest.mark.parametrize(("name", "code"), [("none.xlsx", "missing-file"), ("a.pdf", "unknown-file-type")])
def test_what_cannot_be_read_is_a_fault_with_the_file_s_name(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    answer = brought(tmp_path / name)
    assert [(fault.code, fault.file, fault.row) for fault in answer.faults] == [(code, name, None)]
    assert not answer.accepted


def test_one_bad_file_does_not_hide_the_faults_of_another(tmp_path: Path) -> None:
    book = county(tmp_path, sites=[("S001", "顺达加油站", "飞船", "民营", "鸦岭镇")])
    assert codes(brought(tmp_path / "none.xlsx", book)) == {"missing-file", "unknown-kind", "unknown-site"}


def test_a_file_without_a_table_names_what_is_missing(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [SAMPLE_HEADER[:5], SAMPLES[0][:5]])
    (fault,) = brought(path).faults
    assert (fault.code, fault.column) == ("no-table", "抽样人员")
    assert "抽样人员" in fault.message


def test_where_no_column_is_found_every_kind_is_named_with_what_it_needs(tmp_path: Path) -> None:
    (fault,) = brought(write_csv(tmp_path / "a.csv", [("2025年成品油抽检台账", ""), ("填报单位", "某局")])).faults
    assert (fault.code, fault.column) == ("no-header", "")
    assert "站点（站点编号、名称、类别、所有制、乡镇）；站点变更（" in fault.message
    assert "nearest" not in fault.message


def test_a_file_with_nothing_in_it_is_a_fault(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", {"a": []})
    assert codes(brought(tmp_path / "a.xlsx")) == {"no-rows"}


def test_a_sheet_that_lacks_one_column_is_a_fault_beside_good_ones(tmp_path: Path) -> None:
    holed = [row[:5] + row[6:] for row in (SAMPLE_HEADER, *SAMPLES)]
    write_xlsx(tmp_path / "a.xlsx", {"站点": [SITE_HEADER, *SITES], "7月": holed, "说明": [["怎么填"]]})
    answer = brought(tmp_path / "a.xlsx")
    assert [(fault.code, fault.sheet, fault.column) for fault in answer.faults] == [("no-table", "7月", "抽样人员")]
    assert [(notice.code, notice.sheet) for notice in answer.notices] == [("sheet-without-table", "说明")]


def test_files_of_one_name_are_told_apart_by_their_path(tmp_path: Path) -> None:
    paths = []
    for folder in ("1", "2"):
        (tmp_path / folder).mkdir()
        paths.append(write_csv(tmp_path / folder / "a.csv", [SITE_HEADER, (f"S{folder}", *SITES[0][1:])]))
    assert [table.file for table in read_tables(paths).tables] == list(map(str, paths))


def test_the_column_of_form_numbers_may_be_missing_where_they_are_derived(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [SAMPLE_HEADER[1:], *(row[1:] for row in SAMPLES)])
    assert [fault.code for fault in read_tables([path]).faults] == ["no-table"]
    assert read_tables([path], number_missing="YC").faults == ()
