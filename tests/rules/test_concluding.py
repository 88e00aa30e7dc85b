"""From items to a batch: with and without a programme, several results of one item, lines for several items."""

from dataclasses import replace

import pytest

from fuelcheck.language import use
from fuelcheck.law.standards import Asked
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.words import Conclusion, Product, Verdict
from tests.rules.fuels import DIESEL, JUDGE, MARCH, UREA, Results, batch, example_programme, told

GOOD_DIESEL = {
    "oxidation_stability": "1.0", "sulfur": "6", "acidity": "3", "carbon_residue_10": "0.1", "ash": "0.005",
    "copper_strip": "1a", "water": "痕迹", "lubricity_wear_scar": "400", "polycyclic_aromatics": "3",
    "total_contamination": "10", "viscosity_20c": "4.1", "solidification_point": "-3",
    "cold_filter_plugging_point": "0", "flash_point_closed": "66", "cetane_number": "52", "cetane_index": "50",
    "distillation_t50": "270", "distillation_t90": "330", "distillation_t95": "345", "density_20c": "830",
    "fatty_acid_methyl_ester": "0.2",
}  # fmt: skip
IMPURITIES = {member.key: "0.1" for member in UREA.items_named("impurity_content")}
PROGRAMME = replace(
    example_programme(), asked=(Asked(Product.DIESEL, ("sulfur", "flash_point_closed", "distillation")),)
)
ASKED = {
    key: GOOD_DIESEL[key]
    for key in ("sulfur", "flash_point_closed", "distillation_t50", "distillation_t90", "distillation_t95")
}


def diesel(results: Results, **other):
    return batch("diesel", "0", results, **other)


def without(results: dict[str, str], *keys: str) -> dict[str, str]:
    return {key: found for key, found in results.items() if key not in keys}


def test_a_batch_of_which_everything_was_tested_and_passes_is_complete():
    verdict = diesel(GOOD_DIESEL)

    assert (verdict.verdict, verdict.complete, verdict.not_tested, verdict.codes) == (Verdict.PASS, True, (), ())
    assert (verdict.standard, verdict.phase) == ("GB 19147-2016", "VI")


def test_one_failing_item_fails_the_batch():
    verdict = diesel({**GOOD_DIESEL, "sulfur": "35", "flash_point_closed": "59.6"})

    assert verdict.verdict is Verdict.FAIL
    with use("en"):
        assert verdict.sentence == "It does not meet GB 19147-2016 VI: sulfur content"


def test_without_a_programme_what_was_tested_decides_and_what_was_not_is_told():
    verdict = diesel({"sulfur": "6"})

    assert (verdict.verdict, verdict.complete, verdict.codes) == (Verdict.PASS, False, ())
    assert set(verdict.not_tested) == GOOD_DIESEL.keys() - {"sulfur"}
    with use("en"):
        assert verdict.sentence == ("What was tested meets GB 19147-2016 VI (1 items); 20 of its items were not tested")


def test_with_a_programme_what_it_asks_for_must_have_been_tested():
    complete, incomplete = (diesel(r, programme=PROGRAMME) for r in (ASKED, without(ASKED, "distillation_t95")))

    assert (complete.verdict, complete.complete, complete.programme) == (Verdict.PASS, True, PROGRAMME.id)
    assert (incomplete.verdict, incomplete.complete) == (Verdict.UNDECIDED, False)
    assert (incomplete.not_tested, incomplete.codes) == (("distillation_t95",), ("incomplete",))


def test_an_item_beyond_the_programme_decides_as_well():
    assert diesel({**ASKED, "acidity": "9"}, programme=PROGRAMME).verdict is Verdict.FAIL


def test_an_incomplete_batch_fails_where_one_item_fails():
    assert diesel({"sulfur": "35"}, programme=PROGRAMME).verdict is Verdict.FAIL


def test_a_programme_that_does_not_know_the_product_decides_nothing():
    verdict = batch("gasoline", "92", {"硫含量": "6"}, programme=PROGRAMME)

    assert (verdict.verdict, verdict.codes) == (Verdict.UNDECIDED, ("programme-without-product",))


def test_an_item_that_a_programme_asks_for_and_no_standard_limits_must_be_there():
    asks = replace(PROGRAMME, asked=(Asked(Product.DIESEL, ("sulfur", "oxygen")),))

    assert diesel({"sulfur": "6"}, programme=asks).not_tested == ("oxygen",)
    assert diesel({"sulfur": "6", "氧含量": "0.1"}, programme=asks).verdict is Verdict.PASS


@pytest.mark.parametrize("results", [{}, {"硫含量": ""}, {"硫含量": "未检"}, {"机械杂质": "无"}])
def test_nothing_that_was_not_tested_is_ever_a_pass(results):
    verdict = diesel(results)

    assert (verdict.verdict, verdict.complete) == (Verdict.UNDECIDED, False)
    assert "nothing-tested" in verdict.codes


def test_an_empty_line_is_not_tested_and_no_reason():
    verdict = diesel({"sulfur": "6", "闪点": "—"})

    assert verdict.verdict is Verdict.PASS
    assert "flash_point_closed" in verdict.not_tested
    assert [told(line) for line in verdict.items if line.item == "flash_point_closed"] == [("not_tested", "not-tested")]


def test_an_undecided_item_leaves_the_batch_undecided_with_its_reason():
    verdict = diesel({**GOOD_DIESEL, "flash_point_closed": "59.6", "硫含昰": "3"})

    assert (verdict.verdict, verdict.complete) == (Verdict.UNDECIDED, True)
    assert set(verdict.codes) == {"methods-differ", "item-unknown"}


@pytest.mark.parametrize("label", [{"grade": None}, {"named_standard": "GB 252-2015"}])
def test_what_stands_in_the_way_keeps_a_batch_from_passing_and_no_batch_from_failing(label):
    grade = label.get("grade", "0")
    other = {key: value for key, value in label.items() if key != "grade"}

    assert batch("diesel", grade, {"sulfur": "6"}, **other).verdict is Verdict.UNDECIDED
    assert batch("diesel", grade, {"sulfur": "35"}, **other).verdict is Verdict.FAIL


def several(*found: str):
    return JUDGE.judge(Sample("diesel", "0", MARCH), [Result("硫含量", value) for value in found])


def test_several_results_of_one_item_decide_only_what_all_say():
    assert several("6", "7").verdict is Verdict.PASS
    assert several("35", "40").verdict is Verdict.FAIL
    assert (several("6", "35").verdict, several("6", "35").codes) == (Verdict.UNDECIDED, ("several-results",))
    assert len(several("6", "6").items) == 1
    assert several("6", "").verdict is Verdict.PASS, "an empty line beside a result says nothing"


def test_an_index_that_fails_beside_a_number_that_passes_goes_to_a_person():
    both = diesel({"十六烷值": "52", "十六烷指数": "44"})

    assert (both.verdict, both.codes) == (Verdict.UNDECIDED, ("cetane-improver",))
    assert diesel({"十六烷指数": "44"}).verdict is Verdict.FAIL
    assert diesel({"十六烷值": "49", "十六烷指数": "44"}).verdict is Verdict.FAIL


def test_a_line_for_several_items_is_judged_by_their_results():
    whole = batch("urea", None, {"杂质含量": "合格", **IMPURITIES})
    part = batch("urea", None, {"杂质含量": "合格", **without(IMPURITIES, "copper")})
    bad = batch("urea", None, {"杂质含量": "合格", **IMPURITIES, "copper": "0.9"})

    assert [told(line) for line in whole.items if line.item == "impurity_content"] == [("pass", "group-by-members")]
    assert (whole.verdict, part.verdict, bad.verdict) == (Verdict.PASS, Verdict.UNDECIDED, Verdict.FAIL)
    assert "copper" in part.not_tested
    assert [told(line) for line in bad.items if line.item == "impurity_content"] == [("fail", "group-by-members")]


def test_a_line_for_several_items_alone_tests_none_of_them():
    verdict = batch("urea", None, {"杂质含量": "合格", "尿素含量": "32.5"})

    assert verdict.verdict is Verdict.UNDECIDED
    assert set(IMPURITIES) <= set(verdict.not_tested)


def test_items_stand_in_the_order_of_the_standard():
    shuffled = dict(sorted(GOOD_DIESEL.items()))

    assert [line.item for line in diesel(shuffled).items] == [known.key for known in DIESEL.items]


@pytest.mark.parametrize(
    ("found", "conclusion", "differs"),
    [
        ("35", Conclusion.PASS, True),
        ("35", Conclusion.FAIL, False),
        ("6", Conclusion.FAIL, True),
        ("6", Conclusion.PASS, False),
        ("10.4", Conclusion.PASS, False),
        ("10.4", Conclusion.FAIL, False),
        ("35", None, False),
    ],
)
def test_only_a_verdict_that_decides_can_contradict_the_laboratory(found, conclusion, differs):
    assert diesel({"sulfur": found}).contradicts(conclusion) is differs


def test_every_verdict_can_be_defended_sentence_by_sentence():
    verdict = diesel({"sulfur": "35", "闪点": "59.6", "硫含昰": "1"}, programme=PROGRAMME)

    for language in ("en", "zh"):
        with use(language):
            assert len(verdict.sentences) == 1 + len(verdict.reasons) + len(verdict.items)
            assert all(verdict.sentences)
    with use("en"):
        assert "asks for 3 more items: distillation, 50 % recovered;" in verdict.sentences[1]
