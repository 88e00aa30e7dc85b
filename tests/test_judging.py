"""Judging from Python: a few lines, no store, the standards of the package and of the office."""

import re
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fuelcheck as fc
from fuelcheck.judging import judge, judge_files, the_judge
from fuelcheck.language import use
from fuelcheck.law.load import UnknownProgramme, find_standards
from fuelcheck.toml.text import FileRefused
from fuelcheck.words import Conclusion, Verdict
from tests.ledgers.desk import write_csv
from tests.rules.test_lab_values import EXPLAINED, ITEMS, ROWS

MARCH = date(2025, 3, 9)


def test_the_line_of_the_contract():
    verdict = fc.judge(product="diesel", grade="0", sampled_on=date(2025, 3, 9), results={"sulfur": "35"})

    assert (verdict.verdict, verdict.standard, verdict.phase) == (Verdict.FAIL, "GB 19147-2016", "VI")
    assert verdict.complete is False


@pytest.mark.parametrize("found", ["35", 35, 35.0, Decimal(35), ("35", "mg/kg"), (35, "mg/kg"), ("0.0035", "% (m/m)")])
def test_a_result_may_be_text_or_number_with_or_without_its_unit(found):
    verdict = judge(product="diesel", grade="0", sampled_on=MARCH, results={"硫含量": found})

    assert verdict.items[0].verdict is Verdict.FAIL


def test_claims_basis_and_kind_of_site_bear_on_the_verdict():
    asked = {"product": "diesel", "grade": "0", "sampled_on": MARCH, "results": {"sulfur": "6"}}

    assert judge(**asked).verdict is Verdict.PASS
    assert judge(**asked, claims={"sulfur": "≤5"}).verdict is Verdict.FAIL
    assert judge(**asked, standard="GB 252-2015").codes == ("basis-superseded",)
    summer = {
        "product": "gasoline",
        "grade": "92",
        "sampled_on": date(2025, 5, 8),
        "results": {"vapour_pressure": "70"},
    }
    assert judge(**summer).verdict is Verdict.UNDECIDED
    assert judge(**summer, site_kind="depot").verdict is Verdict.FAIL


def test_with_a_programme_a_missing_item_leaves_the_batch_open():
    asked = {"product": "diesel", "grade": "0", "sampled_on": MARCH, "results": {"sulfur": "6"}}

    assert judge(**asked, programme="yichuan-2025-example").codes == ("incomplete",)
    with pytest.raises(UnknownProgramme):
        judge(**asked, programme="henan-1999")


@given(
    st.text(max_size=8), st.none() | st.text(max_size=4), st.none() | st.dates(),
    st.dictionaries(st.text(max_size=8), st.text(max_size=8) | st.floats() | st.integers(), max_size=4),
)  # fmt: skip
def test_nothing_that_is_unknown_raises_or_passes(product, grade, day, results):
    assert judge(product=product, grade=grade, sampled_on=day, results=results).verdict is not Verdict.PASS


def test_standards_are_read_again_only_when_a_file_has_changed(tmp_path):
    assert the_judge(tmp_path) is the_judge(tmp_path)
    before = the_judge(tmp_path)
    ((text, _),) = find_standards("GB 29518-2013", None)
    (tmp_path / "standards").mkdir()
    own = tmp_path / "standards" / "gb-29518-2013.toml"
    own.write_text(text, encoding="utf-8")

    assert the_judge(tmp_path) is not before
    own.write_text("id = 1", encoding="utf-8")
    with pytest.raises(FileRefused):
        the_judge(tmp_path)


def test_real_results_get_the_same_verdict_from_a_file_as_from_a_form(tmp_path):
    header = ("抽样单编号", "检验项目", "结果", "单位", "产品", "牌号", "抽样日期")
    words = {"diesel": "车用柴油", "gasoline": "车用汽油", "other_fuel": "其他燃料"}
    rows, expected = [], {}
    for id_, (product, day, verdict, why) in EXPLAINED.items():
        row = ROWS[id_]
        grade = re.sub(r"\D*(-?\d+)?.*", r"\1", row["grade"])
        if day is None or (product != "other_fuel" and not grade):
            continue
        found = (id_, ITEMS[row["item"]], row["value_printed"], row["unit_printed"], words[product], grade, day)
        rows.append(found)
        expected[id_] = (verdict, why)
    judged = judge_files([write_csv(tmp_path / "results.csv", [header, *rows])])

    assert judged.faults == ()
    assert len(expected) >= 10
    assert {one.verdict.form_no: one.verdict.verdict for one in judged.batches} == {
        id_: verdict for id_, (verdict, _) in expected.items()
    }


def test_it_loads_no_store():
    script = (
        "import sys, datetime, fuelcheck as fc\n"
        "fc.judge(product='diesel', grade='0', sampled_on=datetime.date(2025, 3, 9), results={'sulfur': '35'})\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert not {"sqlmodel", "sqlalchemy", "rich", "typer", "fuelcheck.store"} & set(done.stdout.split())


def test_what_speaks_against_a_programme_stands_in_the_answer_once_each(tmp_path):
    header = ("抽样单编号", "检验项目", "结果", "产品", "牌号", "抽样日期")
    rows = [(f"A{n}", "硫含量", "6", "车用柴油", "0", day) for n, day in enumerate(("2023-01-01", "2024-01-01"))]
    path = write_csv(tmp_path / "results.csv", [header, *rows])
    said = {
        division: [
            (warning.code, warning.values["count"])
            for warning in judge_files([path], programme="yichuan-2025-example", division=division).warnings
        ]
        for division in ("410329", "410300", None)
    }
    example, elsewhere, year = ("programme-example", 2), ("programme-elsewhere", 2), ("programme-other-year", 2)

    assert said == {"410329": [example, year], "410300": [example, elsewhere, year], None: [example, year]}
    assert judge_files([path]).warnings == ()
    with use("en"):
        (*_, last) = judge_files([path], programme="yichuan-2025-example").warnings
        assert "2 of 2 batches were sampled in another year (2023–2024)" in last.message


def test_what_the_laboratory_concluded_stands_beside_and_overwrites_nothing(tmp_path):
    header = ("抽样单编号", "硫含量", "闪点", "产品", "牌号", "抽样日期", "检验结论")
    rows = [
        ("A1", "35", "66", "车用柴油", "0", "2025-03-09", "合格"), ("A2", "6", "66", "车用柴油", "0", "2025-03-09", ""),
    ]  # fmt: skip
    first, second = judge_files([write_csv(tmp_path / "results.csv", [header, *rows])]).batches

    assert (first.verdict.verdict, first.laboratory, first.differs) == (Verdict.FAIL, Conclusion.PASS, True)
    assert (second.verdict.verdict, second.laboratory, second.differs) == (Verdict.PASS, None, False)


def test_a_sampling_day_may_be_text_and_one_that_is_no_day_is_not_known():
    asked = {"product": "diesel", "grade": "0", "results": {"sulfur": "35"}}

    assert judge(**asked, sampled_on="2025-03-09") == judge(**asked, sampled_on=MARCH)
    assert judge(**asked, sampled_on="9 March").codes[0] == judge(**asked).codes[0] == "no-sampling-day"


@pytest.mark.parametrize("found", [(), ("6",), ("6", "mg/kg", "x"), ["6"], {"a": 1}, object(), True, {1}])
def test_a_result_of_an_odd_shape_is_undecided(found):
    verdict = judge(product="diesel", grade="0", sampled_on=MARCH, results={"sulfur": found})

    assert verdict.items[0].verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    "odd", [{"results": None}, {"results": [1]}, {"product": ["diesel"]}, {"grade": {}}, {"grade": 0}, {"claims": [1]},
            {"claims": {"sulfur": None, 3: []}}, {"standard": 5}, {"form_no": None}, {"sampled_on": 20250309}],
)  # fmt: skip
def test_no_label_of_an_odd_shape_raises(odd):
    asked = {"product": "diesel", "grade": "0", "sampled_on": MARCH, "results": {"sulfur": "6"}}

    assert isinstance(judge(**{**asked, **odd}).verdict, Verdict)


def test_a_number_too_long_to_be_written_is_undecided():
    verdict = judge(product="diesel", grade="0", sampled_on=MARCH, results={"sulfur": 10**5000})

    assert verdict.items[0].verdict is Verdict.UNDECIDED
