"""The empty forms offer what an import takes and explain every column."""

import tomllib
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from fuelcheck import resources
from fuelcheck.ledgers.columns import SHEETS, Form
from fuelcheck.ledgers.template import choices, template
from fuelcheck.words import SheetKind

COLUMNS = [(kind, column) for kind, sheet in SHEETS.items() for column in sheet.columns]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("template") / "form.xlsx"
    template(SheetKind, path)
    return openpyxl.load_workbook(path)


def test_there_is_an_empty_sheet_for_every_kind_and_one_that_explains(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [*(kind.zh for kind in SheetKind), "填写说明"]
    for kind in SheetKind:
        assert [c.value for c in book[kind.zh][1]] == [c.zh for c in SHEETS[kind].columns]
        assert book[kind.zh].max_row == 1


def test_closed_columns_offer_their_words(book: openpyxl.Workbook) -> None:
    lists = {str(v.sqref): v.formula1 for v in book["抽样"].data_validations.dataValidation}
    place = [c.name for c in SHEETS[SheetKind.SAMPLES].columns].index("product")
    letter = openpyxl.utils.get_column_letter(place + 1)

    assert lists[f"{letter}2:{letter}10000"] == '"车用汽油,车用乙醇汽油,车用柴油,车用尿素,其他燃料"'


def test_codes_are_typed_as_text_and_days_as_days(book: openpyxl.Workbook) -> None:
    assert book["抽样"].column_dimensions["A"].number_format == "@"
    assert book["抽样"].column_dimensions["B"].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize(("kind", "column"), COLUMNS, ids=lambda v: getattr(v, "name", str(v)))
def test_every_word_offered_is_taken_by_an_import(kind: SheetKind, column: object) -> None:
    for word in choices(column):
        assert column.parse(word)


def test_a_visit_without_sample_offers_no_sampled() -> None:
    assert choices(SHEETS[SheetKind.VISITS].column("outcome")) == ("停业", "无货", "拒绝")


def test_every_closed_list_is_offered() -> None:
    assert all(choices(column) for _, column in COLUMNS if column.form is Form.WORD)


def test_every_column_is_explained_and_nothing_else_is() -> None:
    words = tomllib.loads((resources.documents_folder() / "ledger-template.toml").read_text("utf-8"))

    assert {kind: list(columns) for kind, columns in words["columns"].items()} == {
        kind.value: [c.name for c in sheet.columns] for kind, sheet in SHEETS.items()
    }


def test_no_row_of_the_explanation_could_be_a_header(book: openpyxl.Workbook) -> None:
    for row in book["填写说明"].iter_rows(values_only=True):
        for sheet in SHEETS.values():
            required = {c.zh for c in sheet.columns if c.required}
            assert not required <= set(row)


def test_a_stream_gets_the_workbook_even_of_one_sheet() -> None:
    template([SheetKind.VISITS], stream := BytesIO())

    assert openpyxl.load_workbook(stream).sheetnames == ["未抽到样品", "填写说明"]


def test_the_template_of_one_sheet_may_be_a_csv(tmp_path: Path) -> None:
    template([SheetKind.VISITS], path := tmp_path / "visits.csv")

    assert path.read_text("utf-8-sig").splitlines() == ["站点编号,日期,情况,抽样人员,备注"]
