from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.faults import SENTENCES
from fuelcheck.language import say, use
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.noticed import Inspector, Laboratory
from fuelcheck.rules.notices import notices
from fuelcheck.words import Conclusion, Product, Purpose, Task
from tests.rules.county import closed, reopened, site

MARCH = date(2025, 3, 9)
BATCH = BatchFact(
    "A1", MARCH, "S1", Product.DIESEL, "0", None, None, "", ("张三", "李四"), "河南质检", "R1",
    date(2025, 3, 20), Conclusion.PASS, "", False, "", None,
)  # fmt: skip
STATION = site("S1", products="92 0")
SITES = (STATION, site("S2"))
UNREPORTED = {"reported_on": None, "report_no": "", "conclusion": None}


def found(*batches, sites=SITES, **registers):
    return [(notice.code, notice.row) for notice in notices(batches, sites, **registers)]


def another(**facts):
    return replace(BATCH, **{"form_no": "A2"} | facts)


def test_a_batch_like_most_gives_no_notice():
    assert found(BATCH) == []


def test_the_same_grade_at_the_same_site_on_the_same_day_is_likely_the_same_batch():
    assert found(BATCH, another()) == [("likely-duplicate", "A2")]


@pytest.mark.parametrize(
    "differing", [{"site": "S2"}, {"sampled_on": date(2025, 3, 10)}, {"grade": "-10"}, {"void": True}]
)
def test_what_differs_or_is_void_is_no_duplicate(differing):
    assert "likely-duplicate" not in dict(found(BATCH, another(**differing)))


def test_three_forms_of_one_batch_are_two_notices():
    third = another(form_no="A3")
    assert found(third, BATCH, another()) == [("likely-duplicate", "A2"), ("likely-duplicate", "A3")]


def test_a_batch_of_a_day_on_which_the_station_rested():
    changes = [closed("S1", date(2025, 3, 1)), reopened("S1", MARCH)]
    assert found(BATCH, changes=changes) == []
    assert found(replace(BATCH, sampled_on=date(2025, 3, 8)), changes=changes) == [("outside-operating", "A1")]


def test_a_grade_that_the_site_does_not_list():
    assert found(replace(BATCH, grade="-10")) == [("not-on-sale", "A1")]
    assert found(replace(BATCH, product=Product.UREA, grade="")) == [("not-on-sale", "A1")]
    assert found(replace(BATCH, product=Product.UREA, grade=""), sites=[site("S1", products="0 urea")]) == []


def test_of_a_site_without_a_list_nothing_is_missing():
    assert found(replace(BATCH, grade="-10"), sites=[site("S1")]) == []


def test_other_fuels_are_in_nobody_s_list():
    assert found(replace(BATCH, product=Product.OTHER_FUEL, grade="")) == []


HIGHER = another(form_no="B1", sampled_on=MARCH, task=Task.PROVINCE, grade="-10", site="S2")


def after_higher_level(day, **facts):
    return found(HIGHER, another(site="S2", sampled_on=day, **facts), sites=[site("S2")])


def test_less_than_six_months_after_a_higher_level_is_too_soon():
    assert after_higher_level(date(2025, 9, 8)) == [("too-soon-after-higher-level", "A2")]
    assert after_higher_level(date(2025, 9, 9)) == []
    assert after_higher_level(MARCH) == [("too-soon-after-higher-level", "A2")]


@pytest.mark.parametrize(
    "differing",
    [
        {"site": "S1"},
        {"product": Product.GASOLINE},
        {"purpose": Purpose.COMPLAINT},
        {"task": Task.CITY},
        {"void": True},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_what_is_not_the_county_s_routine_there_is_not_too_soon(differing):
    batch = another(**{"site": "S2", "sampled_on": date(2025, 5, 1)} | differing)
    assert found(HIGHER, batch, sites=[site("S1"), site("S2")]) == []


def test_a_campaign_of_the_province_does_not_bind_the_county():
    campaign = replace(HIGHER, purpose=Purpose.CAMPAIGN)
    assert found(campaign, another(site="S2", sampled_on=date(2025, 5, 1))) == []


def test_half_a_year_after_the_end_of_august_is_the_end_of_february():
    higher = replace(HIGHER, sampled_on=date(2024, 8, 31), **UNREPORTED)
    on_27th, on_28th = (
        found(higher, another(site="S2", sampled_on=date(2025, 2, day), **UNREPORTED)) for day in (27, 28)
    )
    assert (on_27th, on_28th) == ([("too-soon-after-higher-level", "A2")], [])


def test_the_sixty_first_day_is_late():
    assert found(replace(BATCH, reported_on=MARCH + timedelta(60))) == []
    assert found(replace(BATCH, reported_on=MARCH + timedelta(61))) == [("late-report", "A1")]


def test_a_report_without_a_day_is_told():
    undated = replace(BATCH, reported_on=None)
    assert found(undated) == [("undated-report", "A1")]
    assert found(replace(undated, report_no="")) == [("undated-report", "A1")]
    assert found(replace(undated, report_no="", conclusion=None)) == []


def test_samplers_are_looked_up_where_there_is_a_register():
    assert found(BATCH, inspectors=[]) == []
    assert found(BATCH, inspectors=[Inspector("张三")]) == [("unknown-sampler", "A1")]
    expired = Inspector("李四", date(2025, 3, 8))
    assert found(BATCH, inspectors=[Inspector("张三", MARCH), expired]) == [("unknown-sampler", "A1")]


def test_a_laboratory_is_held_against_what_the_register_says_of_it():
    others = [Laboratory("别家", frozenset({Product.UREA}), date(2020, 1, 1)), Laboratory("河南质检")]
    assert found(BATCH, laboratories=others) == []
    assert found(BATCH, laboratories=[Laboratory("河南质检", frozenset({Product.UREA}))]) == [
        ("laboratory-out-of-scope", "A1")
    ]
    assert found(BATCH, laboratories=[Laboratory("河南质检", valid_until=date(2025, 3, 19))]) == [
        ("laboratory-expired", "A1")
    ]
    assert found(BATCH, laboratories=[Laboratory("河南质检", valid_until=date(2025, 3, 20))]) == []


def test_before_it_reports_a_laboratory_is_judged_by_the_sampling_day():
    assert found(replace(BATCH, **UNREPORTED), laboratories=[Laboratory("河南质检", valid_until=MARCH)]) == []


def all_sorts():
    batches = [
        HIGHER,
        replace(BATCH, sampled_on=date(2024, 1, 9), grade="-10", reported_on=None),
        another(site="S2", sampled_on=date(2025, 5, 1), reported_on=date(2025, 9, 1)),
        another(form_no="A3", site="S2", sampled_on=date(2025, 5, 1), grade="0"),
    ]
    laboratory = Laboratory("河南质检", frozenset({Product.UREA}), date(2024, 1, 1))
    sites = [replace(STATION, opened_on=date(2025, 1, 1)), site("S2")]
    return notices(batches, sites, [], [laboratory], [Inspector("张三")])


def test_every_code_has_a_sentence_that_its_values_fill():
    seen = all_sorts()
    assert len({notice.code for notice in seen}) == 9
    with use("en"):
        for notice in seen:
            sentence = say(SENTENCES[notice.code], **dict(notice.values))
            assert notice.row in sentence
            assert "{" not in sentence


def test_an_id_stays_while_the_rows_stay():
    before = {n.id for n in notices([BATCH, another()], [STATION])}
    after = {n.id for n in notices([replace(BATCH, note="抄录"), another(laboratory="别家")], [STATION])}
    assert before == after
    assert len({notice.id for notice in all_sorts()}) == len(all_sorts())


@given(st.permutations([BATCH, another(), another(form_no="A3"), HIGHER, another(form_no="A4", site="S2")]))
def test_the_order_of_batches_does_not_matter(batches):
    assert notices(batches, SITES) == notices(sorted(batches, key=lambda b: b.form_no), [STATION, site("S2")])


def test_a_void_batch_is_never_remarked_upon():
    bad = replace(BATCH, void=True, grade="-10", reported_on=None, sampled_on=date(2020, 1, 1))
    assert notices([bad], [replace(STATION, opened_on=date(2025, 1, 1))], [], [], [Inspector("王五")]) == ()
