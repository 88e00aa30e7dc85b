"""The steps of the features about judging: a sample, its label and report, and what the judge says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from pytest_bdd import given, then, when

from fuelcheck.law.standards import Asked, Programme, Standard
from fuelcheck.rules.judging import judge
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.rules.verdicts import BatchVerdict, ItemVerdict
from fuelcheck.words import Comparison, Conclusion, Confidence, Product, SiteKind, Verdict
from tests.rules.fuels import BY_NAME, STANDARDS, example_programme, with_limits
from tests.steps.sentences import rows, sentence

WHY = {
    "报告所依据的标准已不得使用": "basis-superseded",
    "两种比较法的结论不同": "methods-differ",
    "换季置换期内只符合一季的限值": "season-window",
    "牌号不明": "grade-not-stated",
    "缺少实施细则要求的项目": "incomplete",
    "没有检验任何有限值的项目": "nothing-tested",
    "有认不出的项目": "item-unknown",
}
PRODUCTS = {word.zh: word for word in Product}
KINDS = {word.zh: word for word in SiteKind}
VERDICTS = {word.zh: word for word in Verdict}
CONCLUSIONS = {word.zh: word for word in Conclusion}
COMPARISONS = {word.zh: word for word in Comparison}
MARKS = {word.zh: word for word in Confidence}


@dataclass
class Case:
    """What is put before the judge."""

    product: Product = Product.DIESEL
    grade: str | None = None
    day: date = date(2025, 3, 9)
    kind: SiteKind | None = None
    named: str | None = None
    claims: dict[str, str] = field(default_factory=dict)
    results: tuple[Result, ...] = ()
    programme: Programme | None = None
    standards: tuple[Standard, ...] = STANDARDS

    def judged(self) -> BatchVerdict:
        sample = Sample(self.product, self.grade, self.day, self.kind, self.named, self.claims)
        return judge(sample, self.results, self.standards, self.programme)


@pytest.fixture
def case() -> Case:
    return Case()


@given(sentence("一批{product}，牌号{grade}，{day:Day}抽样"))
def sample(case: Case, product: str, grade: str, day: date) -> None:
    case.product, case.day = PRODUCTS[product], day
    case.grade = None if grade == "不明" else grade


@given(sentence("一批车用尿素，{day:Day}抽样"))
def sample_of_urea(case: Case, day: date) -> None:
    case.product, case.grade, case.day = Product.UREA, None, day


@given(sentence("在{kind}抽样"))
def sampled_at(case: Case, kind: str) -> None:
    case.kind = KINDS[kind]


@given(sentence("报告所列标准为“{named:Text}”"))
def named_standard(case: Case, named: str) -> None:
    case.named = named


@given(sentence('加油站承诺"{item}"“{claim:Text}”'))
def promise(case: Case, item: str, claim: str) -> None:
    case.claims[item] = claim


@given(sentence('实施细则要求检验"{items:Names}"'))
def programme(case: Case, items: list[str]) -> None:
    case.programme = replace(example_programme(), asked=(Asked(case.product, tuple(items)),))


@given(sentence("标准规定采用“{method:Text}”"))
def comparison(case: Case, method: str) -> None:
    case.standards = tuple(replace(known, comparison=COMPARISONS.get(method)) for known in STANDARDS)


@given("检验结果为")
def report(case: Case, datatable: list[list[str]]) -> None:
    case.results = tuple(_result(row) for row in rows(datatable))


@when("进行判定", target_fixture="verdict")
def judged(case: Case) -> BatchVerdict:
    return case.judged()


@when(sentence('"{item}"的限值经与标准原文核对后再次判定'), target_fixture="verdict")
def judged_by_confirmed_limits(case: Case, item: str) -> BatchVerdict:
    confirmed = (with_limits(known, item, confidence=Confidence.OFFICIAL) for known in STANDARDS)
    case.standards = tuple(confirmed)
    return case.judged()


@then(sentence("依据的标准为“{name:Text}”"))
def by_standard(verdict: BatchVerdict, name: str) -> None:
    assert (verdict.standard, verdict.phase) == (BY_NAME[name].id, BY_NAME[name].phase)


@then(sentence("批次判为“{expected:Text}”"))
def batch_is(verdict: BatchVerdict, expected: str) -> None:
    assert verdict.verdict is VERDICTS[expected], verdict.codes


@then(sentence("批次判为“{expected:Text}”，因为“{why:Text}”"))
def batch_is_because(verdict: BatchVerdict, expected: str, why: str) -> None:
    assert verdict.verdict is VERDICTS[expected]
    assert WHY[why] in verdict.codes


@then(sentence("批次判为“{expected:Text}”，项目{whole}"))
def batch_is_complete(verdict: BatchVerdict, expected: str, whole: str) -> None:
    assert verdict.verdict is VERDICTS[expected]
    assert verdict.complete is {"齐全": True, "不全": False}[whole]


@then(sentence('"{item}"判为“{expected:Text}”'))
def item_is(verdict: BatchVerdict, item: str, expected: str) -> None:
    assert _line(verdict, item).verdict is VERDICTS[expected], _line(verdict, item).code


@then(sentence('"{item}"判为“{expected:Text}”，限值标记为“{mark:Text}”'))
def item_is_marked(verdict: BatchVerdict, item: str, expected: str, mark: str) -> None:
    line = _line(verdict, item)

    assert (line.verdict, line.confidence) == (VERDICTS[expected], MARKS[mark])


@then(sentence('"{item}"的修约值为{value}'))
def rounded_value(verdict: BatchVerdict, item: str, value: str) -> None:
    assert _line(verdict, item).values["rounded"] == value


@then(sentence('提示"{item}"接近限值，须妥善保管备样'))
def near_the_limit(verdict: BatchVerdict, item: str) -> None:
    assert _line(verdict, item).hint


@then("提示报告所列标准与依据的标准不同")
def other_standard_told(verdict: BatchVerdict) -> None:
    assert "basis-differs" in [remark.code for remark in verdict.beside]


@then(sentence('未检项目包括"{names:Names}"'))
def not_tested(verdict: BatchVerdict, names: list[str]) -> None:
    known = {item.name_zh: item.key for name in _standards(verdict) for item in name.items}

    assert {known[name] for name in names} <= set(verdict.not_tested)


@then(sentence("检验机构结论为“{conclusion:Text}”时{telling}"))
def contradiction(verdict: BatchVerdict, conclusion: str, telling: str) -> None:
    assert verdict.contradicts(CONCLUSIONS[conclusion]) is {"须提示人工": True, "无须提示人工": False}[telling]


def _result(row: Mapping[str, str]) -> Result:
    return Result(row["检验项目"], row["结果"], row.get("单位", ""))


def _line(verdict: BatchVerdict, name: str) -> ItemVerdict:
    """The line of that name, its bracketed condition left out."""
    return next(line for line in verdict.items if line.name_zh.partition("(")[0] == name)


def _standards(verdict: BatchVerdict) -> list[Standard]:
    return [known for known in STANDARDS if (known.id, known.phase) == (verdict.standard, verdict.phase)]
