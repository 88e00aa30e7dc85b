"""Samples handed over, taken, turned away and handed over again; what cannot follow is refused with what can."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.library import ReasonNeeded, batch_life, refuse_sample, verify_audit
from fuelcheck.rules.retests import StepRefused, StepTooEarly
from fuelcheck.services.delivering import NoLaboratory, OtherLaboratory
from fuelcheck.store.rows import contents
from fuelcheck.words import BatchState
from tests.cast import CLERK, LABORATORY, sites
from tests.sampling import drawn, visited

NINTH, TENTH, ELEVENTH = date(2025, 3, 9), date(2025, 3, 10), date(2025, 3, 11)


@pytest.fixture(autouse=True)
def recorded(county):
    county.take(sites())
    bare = drawn("A3", seal_test=None, seal_retained=None)
    fc.record_visit(county.store, visited(drawn("A1"), drawn("A2", laboratory=None), bare), by=CLERK)


@pytest.fixture
def state(county):
    def of(form_no="A1"):
        return batch_life(county.store, form_no, as_of=date(2025, 12, 31)).state

    return of


def test_from_the_station_to_the_laboratory(county, state):
    assert state() is BatchState.SAMPLED
    fc.deliver_sample(county.store, "A1", by=CLERK, day=TENTH)
    assert state() is BatchState.ON_THE_WAY
    fc.receive_sample(county.store, "A1", by="孙收样", day=ELEVENTH, condition="封条完好")

    assert state() is BatchState.AT_LABORATORY
    with county.store.reading() as view:
        (row,) = contents(view.connection, "delivery", view.division)
    assert (row["laboratory"], row["delivered_by"], row["received_by"], row["condition"], row["refused"]) == (
        LABORATORY, CLERK, "孙收样", "封条完好", None,
    )  # fmt: skip
    assert verify_audit(county.store) == []


def test_a_sample_that_was_turned_away_is_handed_over_again(county, state):
    fc.deliver_sample(county.store, "A1", by=CLERK, day=TENTH)
    refuse_sample(county.store, "A1", by="孙收样", day=ELEVENTH, reason="抽样单未签字")
    assert state() is BatchState.TURNED_AWAY
    fc.deliver_sample(county.store, "A1", by=CLERK, day=ELEVENTH)

    assert state() is BatchState.ON_THE_WAY
    with county.store.reading() as view:
        assert [row["n"] for row in contents(view.connection, "delivery", view.division)] == [1, 2]


def test_turning_away_needs_a_reason(county):
    fc.deliver_sample(county.store, "A1", by=CLERK, day=TENTH)
    with pytest.raises(ReasonNeeded):
        refuse_sample(county.store, "A1", by="孙收样", day=ELEVENTH, reason="")


def test_nothing_is_handed_over_unsealed_twice_or_before_it_was_drawn(county):
    with pytest.raises(StepRefused, match="seal; void"):
        fc.deliver_sample(county.store, "A3", by=CLERK, day=TENTH)
    with pytest.raises(StepTooEarly):
        fc.deliver_sample(county.store, "A1", by=CLERK, day=date(2025, 3, 8))
    with pytest.raises(StepRefused):
        fc.receive_sample(county.store, "A1", by=CLERK, day=TENTH)
    fc.deliver_sample(county.store, "A1", by=CLERK, day=TENTH)
    with pytest.raises(StepRefused, match="receive; turn away; void"):
        fc.deliver_sample(county.store, "A1", by=CLERK, day=TENTH)
    with pytest.raises(StepTooEarly):
        fc.receive_sample(county.store, "A1", by=CLERK, day=NINTH)


def test_the_laboratory_is_that_of_the_form(county):
    with pytest.raises(NoLaboratory):
        fc.deliver_sample(county.store, "A2", by=CLERK, day=TENTH)
    with pytest.raises(OtherLaboratory):
        fc.deliver_sample(county.store, "A1", by=CLERK, day=TENTH, laboratory="某中心")
    fc.deliver_sample(county.store, "A2", by=CLERK, day=TENTH, laboratory="某中心")

    assert fc.batch_record(county.store, "A2", as_of=date(2025, 12, 31)).batch.laboratory == "某中心"
