"""The judge as a whole: total, monotone, without regard to order, and the same with and without its memory."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.language import use
from fuelcheck.law.standards import Item, LimitKind, Standard
from fuelcheck.rules import judging
from fuelcheck.rules.judging import Judge, judge, judge_results
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.standing.judged import judged_object
from fuelcheck.words import GRADES_OF, Product, SiteKind, Unit, Verdict
from tests.rules.fuels import JUDGE, MARCH, STANDARDS, example_programme, item, told

RANK = {Verdict.FAIL: 0, Verdict.UNDECIDED: 1, Verdict.PASS: 2}

text = st.text(max_size=20)
written = st.one_of(text, st.sampled_from(["10", "<3", "1a", "无", "痕迹", "10.4", "2.2~8.5", "-5", "", "未检出"]))
names = st.one_of(text, st.sampled_from([name for s in STANDARDS for i in s.items for name in (i.key, i.name_zh)]))
units = st.one_of(text, st.sampled_from(["", "mg/kg", "%", "%(m/m)", "kPa"]))
results = st.lists(st.builds(Result, names, written, units), max_size=8)
samples = st.builds(
    Sample,
    product=st.one_of(st.sampled_from(Product), text),
    grade=st.one_of(st.none(), text, st.sampled_from(["92", "0", "-10", "98"])),
    sampled_on=st.one_of(st.none(), st.dates()),
    site_kind=st.one_of(st.none(), st.sampled_from(SiteKind)),
    named_standard=st.one_of(st.none(), text, st.sampled_from(["GB 252", "GB 18351-2017"])),
    claims=st.dictionaries(names, written, max_size=2),
    form_no=text,
)  # fmt: skip
programmes = st.sampled_from([None, example_programme()])


def numeric_items() -> list[tuple[Standard, str | None, Item]]:
    return [
        (standard, grade, known)
        for standard in STANDARDS
        for grade in GRADES_OF.get(min(standard.products), (None,))
        for known in standard.items
        if all(limit.kind is not LimitKind.TEXT for limit in known.limits)
    ]


@given(samples, results, programmes, st.sampled_from(["zh", "en"]))
def test_no_input_raises_and_every_outcome_has_its_sentence(sample, lines, programme, language):
    verdict = JUDGE.judge(sample, lines, programme)

    with use(language):
        assert all(line.sentence for line in verdict.items)
        assert all(verdict.sentences)
        assert judged_object(verdict)["verdict"] in {"pass", "fail", "undecided"}
    assert all(line.item.strip() or line.verdict in {Verdict.UNDECIDED, Verdict.NOT_TESTED} for line in verdict.items)


@given(samples, results, programmes)
def test_a_pass_rests_on_a_tested_item_that_meets_its_limit_and_on_nothing_open(sample, lines, programme):
    verdict = JUDGE.judge(sample, lines, programme)

    if verdict.verdict is Verdict.PASS:
        told = {line.verdict for line in verdict.items}
        assert Verdict.PASS in told
        assert told <= {Verdict.PASS, Verdict.NOT_TESTED, Verdict.NO_LIMIT}
        assert not verdict.reasons
        assert programme is None or verdict.complete


@given(samples, results, st.randoms())
def test_the_order_of_items_does_not_matter(sample, lines, random: Random):
    shuffled = random.sample(lines, len(lines))

    assert JUDGE.judge(sample, shuffled) == JUDGE.judge(sample, lines)


@given(samples, results)
def test_memory_changes_no_verdict(sample, lines):
    assert judge(sample, lines, STANDARDS) == JUDGE.judge(sample, lines)


@given(
    st.sampled_from(numeric_items()),
    st.lists(st.decimals(0, 1200, places=3), min_size=2, max_size=2),
    st.dates(date(2025, 1, 1), date(2025, 12, 31)),
)
def test_judging_is_monotone_in_the_value(of, values, day):
    standard, grade, known = of
    day = day if standard.in_force_until is None else standard.in_force_until - timedelta(days=day.timetuple().tm_yday)
    kinds = {limit.kind for limit in known.limits}
    low, high = sorted(values)
    product = min(standard.products)
    if known.unit is Unit.CLASS:
        low, high = Decimal(low % 4 // 1 + 1), Decimal(4)

    less, more = (item(product, grade, known.key, f"{value}", day=day).verdict for value in (low, high))

    if less is Verdict.NO_LIMIT or more is Verdict.NO_LIMIT or not kinds:
        return
    if kinds == {LimitKind.MAX}:
        assert RANK[less] >= RANK[more]
    elif kinds == {LimitKind.MIN}:
        assert RANK[less] <= RANK[more]
    else:
        between = item(product, grade, known.key, f"{(low + high) / 2}", day=day).verdict
        assert RANK[between] >= min(RANK[less], RANK[more])


@given(st.decimals(0, 30, places=2), st.decimals(0, 30, places=2))
def test_a_wider_range_of_results_never_decides_more(one, other):
    low, high = sorted((one, other))
    single = {item("diesel", "0", "sulfur", f"{value}").verdict for value in (low, high)}
    both = item("diesel", "0", "sulfur", f"{low}~{high}").verdict

    assert both is Verdict.UNDECIDED or single == {both}


def test_many_batches_are_judged_as_they_come():
    given_up = iter([(Sample("diesel", "0", MARCH, form_no="A1"), [Result("硫含量", "35")])])

    assert [(verdict.form_no, verdict.verdict) for verdict in JUDGE.judge_many(given_up)] == [("A1", Verdict.FAIL)]


def test_lines_without_batches_give_the_same_verdicts():
    bench = JUDGE.bench(Sample("diesel", "0", MARCH))
    lines = [("sulfur", "35", ""), ("sulfur", "6", ""), ("sulfur", "35", "")]

    assert list(judge_results((bench, line) for line in lines)) == bench.verdicts(lines)
    assert [told(verdict) for verdict in bench.verdicts(lines)] == [
        ("fail", "above-limit"), ("pass", "meets-limit"), ("fail", "above-limit"),
    ]  # fmt: skip


def test_samples_judged_alike_share_what_is_remembered():
    benches = [JUDGE.bench(Sample("diesel", "0", MARCH + timedelta(days=n))) for n in range(3)]

    assert len({id(bench.memo) for bench in benches}) == 1
    assert JUDGE.bench(Sample("diesel", "-10", MARCH)).memo is not benches[0].memo


def test_memory_stays_bounded(monkeypatch):
    monkeypatch.setattr(judging, "_REMEMBERED", 5)
    fresh = Judge(STANDARDS)
    for n in range(40):
        sample = Sample("diesel", "0", MARCH + timedelta(days=n), claims={"sulfur": f"≤{n}"})
        assert fresh.judge(sample, [Result("ash", f"1.{n:03}")]).verdict is Verdict.FAIL
        assert len(fresh.bench(sample).memo) <= 5
    assert len(fresh._benches) <= 5
    assert len(fresh._memos) <= 5
