"""What is written back is text in the columns in which it was brought."""

import csv
import os
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.language import use
from fuelcheck.ledgers.columns import SHEETS, Form
from fuelcheck.ledgers.give import OneSheetPerCsv, TooMuchForExcel, UnknownLedgerType, give
from fuelcheck.words import SheetKind

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@x",
    "=cmd|' /C calc'!A0",
    "file://x",
    "mailto:",
    "http://x",
    "internal:Sheet1!A1",
    "{=1+1}",
    "1e5",
    "00123",
    "2025-03-09",
    "TRUE",
    "#N/A",
    "_x000D_",
    "'quoted",
    "<b>&amp;</b>",
)
BATCH = {
    "form_no": "007",
    "sampled_on": "2025-03-09",
    "site_code": "S001",
    "product": "ethanol_gasoline",
    "grade": "92",
    "task": "county",
    "purpose": "recheck",
    "samplers": "张三;李四",
    "conclusion": "fail",
    "status": "void",
}


def read_back(path: Path, kind: SheetKind) -> list[dict[str, object]]:
    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name(kind.zh).to_python(skip_empty_area=False)
    return [dict(zip(head, row, strict=True)) for row in rows]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_header_names_every_column_in_order(tmp_path: Path) -> None:
    give({kind: [] for kind in SheetKind}, path := tmp_path / "empty.xlsx")
    book = CalamineWorkbook.from_path(path)

    assert book.sheet_names == [kind.zh for kind in SheetKind]
    for kind in SheetKind:
        assert book.get_sheet_by_name(kind.zh).to_python() == [[c.zh for c in SHEETS[kind].columns]]


def test_closed_values_are_written_as_the_words_of_the_trade(tmp_path: Path) -> None:
    give({SheetKind.SAMPLES: [BATCH]}, path := tmp_path / "samples.xlsx")
    row = read_back(path, SheetKind.SAMPLES)[0]

    assert (row["产品"], row["任务来源"], row["抽样类别"]) == ("车用乙醇汽油", "县级", "复查")
    assert (row["检验结论"], row["状态"]) == ("不合格", "作废")
    assert row["备注"] == ""


def test_codes_and_days_stay_text(tmp_path: Path) -> None:
    give({SheetKind.SAMPLES: [BATCH]}, path := tmp_path / "samples.xlsx")
    row = read_back(path, SheetKind.SAMPLES)[0]

    assert row["抽样单编号"] == "007"
    assert row["抽样日期"] == "2025-03-09"
    assert row["牌号"] == "92"


def test_urea_on_sale_and_a_new_owner_are_written_in_chinese(tmp_path: Path) -> None:
    change = {"site_code": "S1", "effective_on": "2025-07-01", "what": "ownership", "value": "petrochina"}
    site = {"site_code": "S1", "products": "92;0;urea"}
    give({SheetKind.SITE_CHANGES: [change], SheetKind.SITES: [site]}, path := tmp_path / "sites.xlsx")

    assert read_back(path, SheetKind.SITE_CHANGES)[0]["变更后"] == "中石油"
    assert read_back(path, SheetKind.SITES)[0]["在售油品"] == "92;0;尿素"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_written_as_text(tmp_path: Path, text: str) -> None:
    give({SheetKind.SAMPLES: [{**BATCH, "note": text, "site_code": text}]}, path := tmp_path / "hostile.xlsx")
    row = read_back(path, SheetKind.SAMPLES)[0]
    with ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()

    assert (row["备注"], row["站点编号"]) == (text, text)
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


@pytest.mark.parametrize("value", ["-12", "-0.5", "+3"])
def test_a_number_is_no_formula_and_gets_no_apostrophe(tmp_path: Path, value: str) -> None:
    give({SheetKind.RESULTS: [{"form_no": "A1", "item": "冷滤点", "value": value}]}, path := tmp_path / "cold.csv")

    assert read_csv(path)[0]["结果"] == value


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+2", "@x", "\tx", "\rx"])
def test_in_csv_free_text_that_would_be_calculated_gets_an_apostrophe(tmp_path: Path, text: str) -> None:
    give({SheetKind.SAMPLES: [{**BATCH, "note": text}]}, path := tmp_path / "hostile.csv")

    assert read_csv(path)[0]["备注"] == f"'{text}"


def test_in_csv_an_apostrophe_of_the_text_itself_is_kept_through_an_import(tmp_path: Path) -> None:
    give({SheetKind.SAMPLES: [{**BATCH, "note": "'quoted"}]}, path := tmp_path / "quoted.csv")

    assert read_csv(path)[0]["备注"].removeprefix("'") == "'quoted"


def test_in_csv_closed_values_and_numbers_get_no_apostrophe(tmp_path: Path) -> None:
    give({SheetKind.SAMPLES: [{**BATCH, "product": "diesel", "grade": "-10"}]}, batches := tmp_path / "batches.csv")
    give({SheetKind.SITES: [{"site_code": "S1", "longitude": "-70.5"}]}, sites := tmp_path / "sites.csv")

    assert read_csv(batches)[0]["牌号"] == "-10"
    assert read_csv(sites)[0]["经度"] == "-70.5"


def test_a_csv_begins_with_the_mark_that_excel_needs(tmp_path: Path) -> None:
    give({SheetKind.SAMPLES: [BATCH]}, path := tmp_path / "samples.csv")

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_two_sheets_do_not_fit_a_csv(tmp_path: Path) -> None:
    with pytest.raises(OneSheetPerCsv):
        give({SheetKind.SAMPLES: [], SheetKind.SITES: []}, tmp_path / "both.csv")


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownLedgerType):
        give({SheetKind.SAMPLES: []}, tmp_path / "samples.ods")


def test_text_that_excel_cannot_hold_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with use("en"), pytest.raises(TooMuchForExcel, match="row 2"):
        give({SheetKind.SAMPLES: [{**BATCH, "note": "字" * 32768}]}, tmp_path / "long.xlsx")

    assert list(tmp_path.iterdir()) == []


both_types = pytest.mark.parametrize("name", ["samples.xlsx", "samples.csv"])


@both_types
def test_a_folder_that_is_not_there_is_named_with_the_reason(tmp_path: Path, name: str) -> None:
    path = tmp_path / "nowhere" / name
    with use("en"), pytest.raises(EnvironmentProblem) as refused:
        give({SheetKind.SAMPLES: [BATCH]}, path)

    assert str(refused.value) == f"{path} cannot be written: No such file or directory"


@both_types
def test_under_a_full_disk_last_month_s_export_stays_and_no_stub_is_left(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    give({SheetKind.SAMPLES: [BATCH]}, path := tmp_path / name)
    before = path.read_bytes()

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with use("en"), pytest.raises(EnvironmentProblem, match="No space left"):
        give({SheetKind.SAMPLES: [BATCH, BATCH]}, path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@both_types
def test_rows_that_cannot_be_had_leave_the_file_as_it_was(tmp_path: Path, name: str) -> None:
    give({SheetKind.SAMPLES: [BATCH]}, path := tmp_path / name)
    before = path.read_bytes()

    with pytest.raises(ZeroDivisionError):
        give({SheetKind.SAMPLES: ({**BATCH, "note": str(1 // n)} for n in (1, 0))}, path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_where_even_the_temporary_files_find_no_room_the_target_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with use("en"), pytest.raises(EnvironmentProblem, match=r"out\.xlsx cannot be written: No such file"):
        give({SheetKind.SAMPLES: [BATCH]}, tmp_path / "out.xlsx")


def test_a_stream_gets_the_csv_of_one_sheet_and_stays_open(tmp_path: Path) -> None:
    give({SheetKind.SAMPLES: [BATCH]}, path := tmp_path / "samples.csv")
    give({SheetKind.SAMPLES: [BATCH]}, stream := BytesIO())

    assert stream.getvalue() == path.read_bytes()


def test_a_stream_gets_the_workbook_of_several_sheets(tmp_path: Path) -> None:
    sheets = {SheetKind.SITES: [{"site_code": "S1"}], SheetKind.SAMPLES: [BATCH]}
    give(sheets, path := tmp_path / "both.xlsx")
    give(sheets, stream := BytesIO())

    assert stream.getvalue() == path.read_bytes()


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        give({SheetKind.SAMPLES: [BATCH]}, tmp_path / name)

    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


free_text = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(free_text, st.dates(date(2000, 1, 1), date(2100, 1, 1))), max_size=5))
def test_any_text_and_day_come_back_from_both_formats(tmp_path: Path, cells: list[tuple[str, date]]) -> None:
    rows = [{"form_no": str(n), "note": note, "sampled_on": day.isoformat()} for n, (note, day) in enumerate(cells)]
    give({SheetKind.SAMPLES: rows}, book := tmp_path / "any.xlsx")
    give({SheetKind.SAMPLES: rows}, plain := tmp_path / "any.csv")
    expected = [(row["note"], row["sampled_on"]) for row in rows]

    assert [(row["备注"], row["抽样日期"]) for row in read_back(book, SheetKind.SAMPLES)] == expected
    assert [(_imported(row["备注"]), row["抽样日期"]) for row in read_csv(plain)] == expected


def _imported(text: str) -> str:
    return text.removeprefix("'")


def test_only_free_text_columns_are_ever_prefixed() -> None:
    closed = {c.form for sheet in SHEETS.values() for c in sheet.columns if c.words or c.name in ("grade", "products")}

    assert closed == {Form.WORD, Form.CLOSED}
