"""A foreign register through a mapping; mistakes in a mapping are named by their key."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.ledgers.known import Known
from fuelcheck.ledgers.mapping import read_mapping
from fuelcheck.toml.text import FileRefused
from fuelcheck.words import SheetKind
from tests.ledgers.desk import SAMPLES, brought, codes, write_csv

BRAZIL = Path(__file__).parent.parent / "data" / "brazil" / "postos.csv"
REGISTER = """
kind = "sites"
[columns]
"CnpjPosto" = "site_code"
"RazaoSocialPosto" = "name"
"Distribuidora" = ["brand", "ownership"]
"Endereço" = "address"
"Município" = "township"
[values.ownership]
"BANDEIRA BRANCA" = "private"
"*" = "other_state"
[values.latitude]
"0.0" = ""
[values.longitude]
"0.0" = ""
[default]
kind = "station"
"""


def test_a_foreign_register_is_brought_as_sites() -> None:
    answer = brought(BRAZIL, known=Known(), mapping=REGISTER)
    assert answer.accepted
    assert (answer.sheets[0].kind, answer.sheets[0].new) == (SheetKind.SITES, 19)
    first = answer.rows[0].values
    assert (first["site_code"], first["kind"], first["brand"]) == (
        "00994384000105",
        "station",
        "RAIZEN COMBUSTÍVEIS S.A.",
    )
    assert Counter(row.values["ownership"] for row in answer.rows) == {"private": 11, "other_state": 8}
    assert sum("latitude" not in row.values for row in answer.rows) == 2
    assert answer.sheets[0].unknown_columns == ("DataColeta", "Bairro", "Uf", "CnpjMatriz")


def test_what_a_mapping_says_nothing_of_is_read_as_ever(tmp_path: Path) -> None:
    rows = [
        ("编号X", "抽样日期", "站点编号", "品", "抽样人员", "牌号"),
        ("A1", "2025-03-09", "S1", "93#Z", "张三、李四", "0#"),
        ("A2", "2025-03-09", "S1", "92#车用乙醇汽油", "张三、李四", ""),
    ]
    mapping = (
        'kind = "samples"\n[columns]\n"编号X" = "form_no"\n"品" = "product"\n[values.product]\n"93#z" = "0号车用柴油"\n'
    )
    known = Known(sites={"S1": {"site_code": "S1", "name": "一号站"}})
    answer = brought(write_csv(tmp_path / "a.csv", rows), known=known, mapping=mapping)
    assert [row.values["product"] for row in answer.rows] == ["diesel", "ethanol_gasoline"]


def test_row_and_separator_may_be_named(tmp_path: Path) -> None:
    rows = [("备注;备注;备注;备注;备注",), ("站点编号;日期;情况",), ("S1;2025-03-09;停业",)]
    path = write_csv(tmp_path / "a.csv", rows, delimiter="|")
    mapping = 'kind = "visits"\nheader_row = 2\ndelimiter = ";"\n[columns]\n'
    answer = brought(path, known=Known(sites={"S1": {}}), mapping=mapping)
    assert [row.key for row in answer.rows] == [("S1", "2025-03-09", "closed")]


def test_a_default_supplies_only_a_column_that_is_lacking(tmp_path: Path) -> None:
    rows = [("站点编号", "名称", "类别", "所有制", "乡镇"), ("S1", "一号站", "油库", "民营", "鸦岭镇")]
    path = write_csv(tmp_path / "a.csv", rows)
    answer = brought(path, mapping='kind = "sites"\n[columns]\n[default]\nkind = "station"\nbrand = "x"\n')
    assert [(row.values["kind"], row.values["brand"]) for row in answer.rows] == [("depot", "x")]


def test_a_default_product_is_held_against_what_the_grades_say(tmp_path: Path) -> None:
    rows = [("抽样单编号", "抽样日期", "站点编号", "牌号", "抽样人员")]
    rows += [(form, "2025-03-09", "S1", grade, "张三、李四") for form, grade in (("A1", "0#汽油"), ("A2", "x"))]
    mapping = 'kind = "samples"\n[columns]\n[default]\nproduct = "diesel"\n[values.grade]\nx = "0#柴油"\n'
    answer = brought(write_csv(tmp_path / "a.csv", rows), known=Known(sites={"S1": {}}), mapping=mapping)
    assert [(fault.code, fault.row) for fault in answer.faults] == [("product-differs", 2)]
    assert "产品 says 车用柴油" in answer.faults[0].message


def test_a_default_township_is_checked_against_the_list(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [("站点编号", "名称", "类别", "所有制"), ("S1", "一号站", "油库", "民营")])
    mapping = 'kind = "sites"\n[columns]\n[default]\ntownship = "{}"\n'
    assert brought(path, mapping=mapping.format("城关镇")).rows[0].values["township"] == "城关街道"
    assert codes(brought(path, mapping=mapping.format("月球"))) == {"unknown-township"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["kind"]),
        ('kind = "planets"', ["kind"]),
        ('kind = "sites"', ["columns"]),
        (
            'kind = "sites"\n[columns]\na = "nothing"\nb = []\nc = ["name", "x"]',
            ["columns.a", "columns.b", "columns.c"],
        ),
        (
            'kind = "sites"\n[columns]\n[values.ownership]\nx = "martian"\ny = 3',
            ["values.ownership.x", "values.ownership.y"],
        ),
        ('kind = "sites"\n[columns]\n[values.colour]\nx = "y"', ["values.colour"]),
        (
            'kind = "sites"\n[columns]\n[default]\nkind = "planet"\nopened_on = "soon"',
            ["default.kind", "default.opened_on"],
        ),
        ('kind = "samples"\n[columns]\n[default]\nsite_code = "S1"', ["default.site_code"]),
        ('kind = "sites"\nheader_row = 0\ndelimiter = "|"\nfoo = 1\n[columns]', ["header_row", "delimiter", "foo"]),
    ],
)
def test_every_mistake_is_named_by_its_key(text: str, keys: list[str]) -> None:
    with pytest.raises(FileRefused) as refused:
        read_mapping(text, "m.toml")
    assert sorted(remark.column for remark in refused.value.remarks) == sorted(keys)
    assert all(remark.message for remark in refused.value.remarks)


@given(st.text() | st.from_regex(r'kind = "(sites|visits)"\n\[columns\]\n("[a-z]" = "[a-z]+"\n){1,3}', fullmatch=True))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        mapping = read_mapping(text, "m.toml")
    except FileRefused as refused:
        assert refused.remarks  # noqa: PT017 - either outcome is right, nothing else is
    else:
        assert mapping.kind in SheetKind


def test_a_mapping_of_one_kind_leaves_the_others_alone(tmp_path: Path) -> None:
    rows = [("抽样单编号", "抽样日期", "站点编号", "产品", "牌号", "抽样人员"), SAMPLES[0][:6]]
    answer = brought(write_csv(tmp_path / "a.csv", rows), known=Known(sites={"S001": {}}), mapping=REGISTER)
    assert [sheet.kind for sheet in answer.sheets] == [SheetKind.SAMPLES]
