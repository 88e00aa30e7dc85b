"""What laboratories find is about what the programme asks, and agrees with what they conclude, by our judging too."""

from random import Random

import pytest

from fuelcheck.demo import measured, names, sites, year
from fuelcheck.demo.chance import chance
from fuelcheck.judging import judge
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.reported import Result
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.words import Conclusion, Product

PROGRAMME = "yichuan-2025-example"


@pytest.fixture(scope="module", params=[2025, 1, 410329])
def reported(request: pytest.FixtureRequest) -> list[tuple[BatchFact, list[Result]]]:
    seed = request.param
    rng = Random(seed)
    batches = [b for b in year.build(rng, sites.build(rng)).batches if b.reported_on]
    return [(b, measured.results_of(chance(seed, b.form_no), b)) for b in batches]


def judged(batch: BatchFact, results: list[Result]) -> BatchVerdict:
    return judge(
        product=batch.product, grade=batch.grade or None, sampled_on=batch.sampled_on, programme=PROGRAMME,
        results={line.item: (line.value, line.unit) for line in results},
    )  # fmt: skip


def test_our_judging_comes_to_the_laboratorys_conclusion(reported: list[tuple[BatchFact, list[Result]]]) -> None:
    for batch, results in reported:
        verdict = judged(batch, results)

        assert batch.conclusion is not None
        assert verdict.verdict.value == batch.conclusion.value, (batch.form_no, verdict.reasons)


def test_what_fails_is_what_the_report_names(reported: list[tuple[BatchFact, list[Result]]]) -> None:
    failing = [(b, results) for b, results in reported if b.conclusion is Conclusion.FAIL]

    assert len(failing) == 7
    for batch, results in failing:
        failed = {item.name_zh for item in judged(batch, results).items if item.verdict.value == "fail"}
        assert len(failed) == len(batch.failed_items.split("；"))


def test_values_are_written_as_reports_write_them(reported: list[tuple[BatchFact, list[Result]]]) -> None:
    written = {line.value for _, results in reported for line in results}

    assert {"<3", "1a", "通过", "无", "痕迹"} <= written


def test_one_laboratory_weighs_in_other_units_and_tests_less(reported: list[tuple[BatchFact, list[Result]]]) -> None:
    def of(laboratory: str) -> list[tuple[BatchFact, list[Result]]]:
        passing = [(b, r) for b, r in reported if b.laboratory == laboratory and b.conclusion is Conclusion.PASS]
        return [(b, r) for b, r in passing if b.product is Product.DIESEL]

    thorough, other = (of(name) for name in names.COUNTY_LABORATORIES)

    assert {line.unit for _, r in thorough for line in r if line.item.startswith("密度")} == {"kg/m³"}
    assert {line.unit for _, r in other for line in r if line.item.startswith("密度")} == {"g/cm³"}
    assert len(other[0][1]) < len(thorough[0][1])
