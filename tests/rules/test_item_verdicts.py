"""One line of a report: what is pass, fail, undecided, not tested, without limit, and by which sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fuelcheck.language import use
from fuelcheck.rules.judging import Judge
from fuelcheck.words import Comparison, Confidence, SiteKind, Verdict
from tests.rules.fuels import DIESEL, E10, PETROL, STANDARDS, batch, item, told, with_limits

PASS, FAIL, UNDECIDED = "pass", "fail", "undecided"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("10", (PASS, "meets-limit")),
        ("10.0", (PASS, "meets-limit")),
        ("10.4", (UNDECIDED, "methods-differ")),
        ("10.5", (UNDECIDED, "methods-differ")),
        ("10.6", (FAIL, "above-limit")),
        ("35", (FAIL, "above-limit")),
        ("<3", (PASS, "meets-limit")),
        ("<10", (PASS, "meets-limit")),
        ("<15", (UNDECIDED, "result-leaves-open")),
        (">10", (UNDECIDED, "result-leaves-open")),  # 10.2 would be rounded to 10
        (">11", (FAIL, "above-limit")),
        ("大于5.0", (UNDECIDED, "result-leaves-open")),
        ("2.2~8.5", (PASS, "meets-limit")),
        ("2.2~12", (UNDECIDED, "result-leaves-open")),
        ("未检出", (PASS, "meets-limit")),
        ("10.5(+)", (FAIL, "above-limit")),
        ("-5", (UNDECIDED, "result-impossible")),
        ("1,234", (UNDECIDED, "result-ambiguous")),
        ("约8", (UNDECIDED, "result-unreadable")),
        ("合格", (UNDECIDED, "result-unreadable")),
        ("无", (UNDECIDED, "word-unknown")),
        ("", ("not_tested", "not-tested")),
        ("未检", ("not_tested", "not-tested")),
    ],
)
def test_sulphur(found, expected):
    assert told(item("diesel", "0", "硫含量", found)) == expected


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (Comparison.FULL, (FAIL, "below-limit")),
        (Comparison.ROUNDED, (PASS, "meets-rounded")),
        (None, (UNDECIDED, "methods-differ")),
    ],
)
def test_a_flash_point_of_59_6_by_either_comparison(comparison, expected):
    judge = Judge([replace(DIESEL, comparison=comparison)])

    assert told(item("diesel", "0", "闪点", "59.6", judge=judge)) == expected


def test_where_the_comparisons_differ_both_readings_are_told():
    verdict = item("diesel", "0", "闪点", "59.6")

    with use("en"):
        assert "59.6 as it stands does not meet the limit ≥ 60 °C, but rounded" in verdict.sentence
        assert "60, it does" in verdict.sentence


@pytest.mark.parametrize(
    ("found", "unit", "expected"),
    [
        ("0.0009", "%(m/m)", (PASS, "meets-limit")),
        ("0.0035", "% (mass)", (FAIL, "above-limit")),
        ("0.0035", "%", (FAIL, "above-limit")),
        ("3", "mg/L", (UNDECIDED, "unit-other")),
        ("3", "% (v/v)", (UNDECIDED, "unit-other")),
        ("2231", "mg", (UNDECIDED, "unit-unknown")),
        ("3mg/kg", "", (PASS, "meets-limit")),
        ("3mg/kg", "mg/kg", (PASS, "meets-limit")),
        ("3mg/kg", "% (m/m)", (UNDECIDED, "unit-contradiction")),
        ("3", "—", (PASS, "meets-limit")),
    ],
)
def test_a_unit_is_converted_where_that_is_certain_and_else_a_person_decides(found, unit, expected):
    assert told(item("diesel", "0", "硫含量", found, unit)) == expected


def test_mass_and_volume_are_kept_apart():
    assert told(item("ethanol_gasoline", "92", "乙醇含量", "9.3", "% (v/v)")) == (PASS, "meets-limit")
    assert told(item("ethanol_gasoline", "92", "乙醇含量", "9.3", "% (m/m)")) == (UNDECIDED, "unit-other")
    assert told(item("ethanol_gasoline", "92", "乙醇含量", "9.3", "%")) == (UNDECIDED, "unit-basis")
    assert told(item("ethanol_gasoline", "92", "乙醇含量（体积分数）", "9.3", "%")) == (PASS, "meets-limit")
    assert told(item("ethanol_gasoline", "92", "乙醇含量（质量分数）", "9.3", "%")) == (UNDECIDED, "unit-other")


def test_density_in_grams_per_cubic_centimetre_is_the_same_density():
    assert told(item("diesel", "0", "密度（20℃）", "0.8299", "g/cm3")) == (PASS, "meets-limit")
    assert told(item("diesel", "0", "密度（20℃）", "0.8511", "g/cm³")) == (FAIL, "above-limit")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("10.0", PASS),
        ("8.0", PASS),
        ("12.0", PASS),
        ("7.9", FAIL),
        ("12.1", FAIL),
        ("0.3", FAIL),
        ("未检出", FAIL),
        ("12.04", UNDECIDED),
    ],
)
def test_too_little_ethanol_is_as_wrong_as_too_much(found, expected):
    assert item("ethanol_gasoline", "92", "乙醇含量", found, "%(vol)").verdict == expected


@pytest.mark.parametrize(
    ("product", "grade", "name", "found", "expected"),
    [
        ("ethanol_gasoline", "92", "博士试验", "通过", PASS),
        ("ethanol_gasoline", "92", "博士试验", "不通过", FAIL),
        ("ethanol_gasoline", "92", "博士试验", "合格", UNDECIDED),
        ("ethanol_gasoline", "92", "水溶性酸或碱", "无", PASS),
        ("ethanol_gasoline", "92", "水溶性酸或碱", "未检出", PASS),
        ("ethanol_gasoline", "92", "水溶性酸或碱", "有", FAIL),
        ("ethanol_gasoline", "92", "水溶性酸或碱", "弱酸性", UNDECIDED),
        ("ethanol_gasoline", "92", "机械杂质", "0.1", UNDECIDED),
        ("diesel", "0", "水含量", "痕迹", PASS),
        ("diesel", "0", "水含量", "无", PASS),
        ("diesel", "0", "水含量", "有", UNDECIDED),
        ("diesel", "0", "水含量", "0.02", UNDECIDED),
        ("urea", None, "一致性确认", "一致", PASS),
        ("urea", None, "一致性确认", "不一致", FAIL),
        ("urea", None, "一致性确认", "通过", UNDECIDED),
        ("ethanol_gasoline", "92", "水分", "痕迹", UNDECIDED),
    ],
)
def test_of_a_demanded_word_only_its_plain_contrary_fails(product, grade, name, found, expected):
    assert item(product, grade, name, found).verdict == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("1", PASS),
        ("1a", PASS),
        ("1b", PASS),
        ("1级", PASS),
        ("2c", FAIL),
        ("3", FAIL),
        ("1.4", UNDECIDED),
        ("0", UNDECIDED),
        ("5", UNDECIDED),
    ],
)
def test_copper_corrosion_is_judged_by_its_class(found, expected):
    assert item("diesel", "0", "铜片腐蚀", found).verdict == expected


def test_a_class_is_no_number_of_another_item():
    assert told(item("diesel", "0", "硫含量", "1a")) == (UNDECIDED, "result-impossible")


def test_a_temperature_may_be_negative():
    assert item("diesel", "-10", "凝点", "-12").verdict is Verdict.PASS
    assert item("diesel", "-10", "凝点", "－9").verdict is Verdict.FAIL


def test_nothing_detected_says_nothing_about_a_temperature():
    assert told(item("diesel", "0", "闪点", "未检出")) == (UNDECIDED, "word-unknown")


@pytest.mark.parametrize(
    ("grade", "flash", "cetane", "filter_point"),
    [
        ("0", "60", "51", "4"),
        ("-10", "60", "51", "-5"),
        ("-20", "50", "49", "-14"),
        ("-35", "45", "47", "-29"),
        ("-50", "45", "47", "-44"),
    ],
)
def test_a_colder_grade_is_judged_by_its_own_column(grade, flash, cetane, filter_point):
    shown = [item("diesel", grade, name, "50") for name in ("闪点", "十六烷值", "冷滤点")]

    assert [verdict.limit for verdict in shown] == [f">= {flash}", f">= {cetane}", f"<= {filter_point}"]
    assert item("diesel", grade, "闪点", "45").verdict is (Verdict.PASS if flash == "45" else Verdict.FAIL)


def test_diesel_of_minus_ten_is_judged_by_its_label():
    summer_fuel = {"凝点": "-3", "冷滤点": "2"}

    assert batch("diesel", "0", summer_fuel).verdict is Verdict.PASS
    assert batch("diesel", "-10", summer_fuel).verdict is Verdict.FAIL
    assert batch("diesel", "－10号", summer_fuel).verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("day", "found", "expected"),
    [
        (date(2025, 4, 30), "70", (PASS, "meets-limit")),
        (date(2025, 5, 1), "70", (UNDECIDED, "season-window")),
        (date(2025, 5, 15), "70", (UNDECIDED, "season-window")),
        (date(2025, 5, 16), "70", (FAIL, "above-limit")),
        (date(2025, 5, 1), "60", (PASS, "meets-limit")),
        (date(2025, 5, 1), "90", (FAIL, "above-limit")),
        (date(2025, 5, 1), "42", (UNDECIDED, "season-window")),
        (date(2025, 11, 1), "42", (UNDECIDED, "season-window")),
        (date(2025, 11, 16), "42", (FAIL, "below-limit")),
        (date(2025, 5, 1), "65.4", (UNDECIDED, "methods-differ")),
    ],
)
def test_vapour_pressure_around_the_change_of_season(day, found, expected):
    assert told(item("ethanol_gasoline", "92", "蒸气压", found, day=day)) == expected


def test_a_depot_has_no_days_of_grace():
    at_depot = item("ethanol_gasoline", "92", "蒸气压", "70", day=date(2025, 5, 1), site_kind=SiteKind.DEPOT)

    assert told(at_depot) == (FAIL, "above-limit")
    assert at_depot.limit == "40 - 65"


def test_e10_is_not_judged_as_petrol():
    assert told(item("ethanol_gasoline", "92", "氧含量", "3.6")) == ("no_limit", "no-limit")
    assert told(item("gasoline", "92", "氧含量", "3.6", "%(m/m)")) == (FAIL, "above-limit")
    assert item("ethanol_gasoline", "92", "氧含量", "3.6").limit is None


def test_an_item_that_the_standard_does_not_limit_is_listed():
    assert told(item("diesel", "0", "机械杂质", "有")) == ("no_limit", "no-limit")
    assert told(item("gasoline", "95", "马达法辛烷值", "84.5")) == ("no_limit", "no-limit")


def test_an_unknown_item_goes_to_a_person():
    assert told(item("diesel", "0", "硫含昰", "3")) == (UNDECIDED, "item-unknown")
    assert told(item("diesel", "0", "闪点（开口）", "70")) == (UNDECIDED, "item-unknown")
    assert told(item("gasoline", "92", "辛烷值", "93")) == (UNDECIDED, "item-ambiguous")
    assert told(item("diesel", "0", "硫含昰", "")) == ("not_tested", "not-tested")


def test_an_open_question_about_the_edition_leaves_every_item_undecided():
    assert told(item("ethanol_gasoline", "92", "硫含量", "3", day=date(2026, 6, 30))) == (PASS, "meets-limit")
    assert told(item("ethanol_gasoline", "92", "硫含量", "3", day=date(2026, 7, 1))) == (UNDECIDED, "edition-open")
    assert told(item("ethanol_gasoline", "92", "硫含量", "300", day=date(2026, 7, 1))) == (UNDECIDED, "edition-open")


def test_a_question_about_one_item_leaves_only_that_one_undecided():
    day = date(2022, 3, 1)

    assert told(item("gasoline", "98", "烯烃", "9", day=day)) == (UNDECIDED, "edition-open")
    assert told(item("gasoline", "95", "烯烃", "9", day=day)) == (PASS, "meets-limit")
    assert told(item("gasoline", "98", "苯", "0.5", day=day)) == (PASS, "meets-limit")


def test_a_question_that_decides_nothing_stands_beside():
    verdict = batch("diesel", "0", {"硫含量": "3"})

    assert verdict.verdict is Verdict.PASS
    assert [remark.code for remark in verdict.beside] == ["question-beside"]
    assert verdict.codes == ()


def test_without_a_grade_only_what_all_grades_say_is_decided():
    assert told(item("diesel", None, "硫含量", "35")) == (FAIL, "above-limit")
    assert told(item("diesel", None, "闪点", "65")) == (PASS, "meets-limit")
    assert told(item("diesel", None, "闪点", "55")) == (UNDECIDED, "depends-on-grade")
    assert told(item("diesel", None, "凝点", "6")) == (FAIL, "above-limit")


def test_a_stricter_promise_of_the_station_decides():
    assert told(item("diesel", "0", "硫含量", "6", claims={"sulfur": "≤5"})) == (FAIL, "above-claim")
    assert told(item("diesel", "0", "硫含量", "4", claims={"sulfur": "不大于5mg/kg"})) == (PASS, "meets-limit")
    assert told(item("diesel", "0", "硫含量", "35", claims={"sulfur": "≤5"})) == (FAIL, "above-limit")
    assert told(item("diesel", "0", "硫含量", "5.4", claims={"sulfur": "≤5"})) == (UNDECIDED, "methods-differ")
    assert told(item("diesel", "0", "闪点", "62", claims={"flash_point_closed": "≥65"})) == (FAIL, "below-claim")


def test_a_laxer_promise_does_not():
    assert told(item("diesel", "0", "硫含量", "35", claims={"sulfur": "≤50"})) == (FAIL, "above-limit")
    assert told(item("diesel", "0", "硫含量", "9", claims={"sulfur": "≤50"})) == (PASS, "meets-limit")


def test_a_promise_that_cannot_be_read_goes_to_a_person():
    assert told(item("diesel", "0", "硫含量", "3", claims={"sulfur": "超低"})) == (UNDECIDED, "claim-unread")
    assert told(item("diesel", "0", "硫含量", "3", claims={"sulfur": "≤5 mg/L"})) == (UNDECIDED, "claim-unread")
    assert told(item("diesel", "0", "水含量", "痕迹", claims={"water": "痕迹"})) == (PASS, "as-demanded")
    assert told(item("diesel", "0", "水含量", "痕迹", claims={"water": "无"})) == (UNDECIDED, "claim-unread")


def test_a_line_for_several_items_is_not_taken_for_their_results():
    assert told(item("urea", None, "杂质含量", "合格")) == (UNDECIDED, "group-line")
    assert told(item("diesel", "0", "馏程", "符合")) == (UNDECIDED, "group-line")
    assert told(item("diesel", "0", "杂质含量", "合格")) == ("no_limit", "no-limit")
    assert told(item("urea", None, "杂质含量", "")) == ("not_tested", "not-tested")


def test_each_outcome_carries_limit_method_clause_and_confidence():
    verdict = item("ethanol_gasoline", "92", "硫含量", "9")

    assert (verdict.limit, verdict.confidence, verdict.method, verdict.clause) == (
        "<= 10", Confidence.MEMORY, "SH/T 0689", E10.clause("92"),
    )  # fmt: skip


def test_a_limit_that_was_confirmed_afterwards_changes_its_mark_and_no_verdict():
    confirmed = Judge([with_limits(E10, "sulfur", confidence=Confidence.CONFIRMED)])
    before, after = (item("ethanol_gasoline", "92", "硫含量", "9", **other) for other in ({}, {"judge": confirmed}))

    assert (before.verdict, before.confidence) == (Verdict.PASS, Confidence.MEMORY)
    assert (after.verdict, after.confidence) == (Verdict.PASS, Confidence.CONFIRMED)


def test_near_a_limit_a_contest_is_to_be_expected():
    near, far = (item("diesel", "0", "硫含量", found) for found in ("11", "35"))

    assert near.near == Decimal("1.8")
    with use("en"):
        assert "keep the retained sample safe" in (near.hint or "")
    assert (far.near, far.hint) == (None, None)
    assert item("diesel", "0", "硫含量", "9.5").near is not None
    assert item("diesel", "0", "硫含量", "<9").near is None, "an interval is no single result"


def test_the_sentence_names_item_value_unit_and_limit():
    with use("en"):
        assert item("diesel", "0", "硫含量", "35", "mg/kg").sentence == (
            "sulfur content: 35 mg/kg is more than the limit ≤ 10 mg/kg allows"
        )
        assert item("gasoline", "92", "研究法辛烷值", "91").sentence == (
            "research octane number: 91 is less than the limit ≥ 92 demands"
        )
    with use("zh"):
        assert "硫含量" in item("diesel", "0", "sulfur", "35").sentence


def test_old_petrol_and_new_petrol_have_their_own_olefins():
    assert item("gasoline", "92", "烯烃含量", "17", day=date(2022, 12, 31)).verdict is Verdict.PASS
    assert item("gasoline", "92", "烯烃含量", "17", day=date(2023, 1, 1)).verdict is Verdict.FAIL
    assert PETROL in STANDARDS
