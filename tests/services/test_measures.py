"""Figures that departments report: entered once a year, replaced with a reason."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fuelcheck as fc
from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.law.load import find_policy, read_policy
from fuelcheck.library import ReasonNeeded, audit_acts, audit_history
from fuelcheck.services.measures import (
    AlreadyReported,
    BadFigure,
    BadMeasureYear,
    NoSuchMeasure,
    SourceMissing,
    _figure,
)
from fuelcheck.store.measures import reported
from tests.cast import CLERK, POLICY

SHARE, BOXES = "clean_transport_share", "container_rail_road_growth"
MEASURES = {one.id: one for one in read_policy(*find_policy(POLICY, None)).measures}


@pytest.fixture
def say(county):
    def of(measure=SHARE, value="0.80", year=2025, source="县交通运输局月报", **options):
        return fc.report_measure(county.store, measure, year=year, value=value, source=source, by=CLERK, **options)

    return of


def figures(county):
    with county.store.reading() as view:
        return [(one.measure, one.year, str(one.value), one.evidence) for one in reported(view.connection, "410329")]


def test_a_figure_is_entered_with_its_source_and_the_hash_of_its_paper(county, say, tmp_path):
    paper = tmp_path / "月报.pdf"
    paper.write_bytes(b"paper")
    assert say(evidence=paper)

    assert figures(county) == [(SHARE, 2025, "0.80", sha256(b"paper").hexdigest())]


def test_the_same_figure_again_leaves_no_act(county, say):
    assert say()
    assert not say()

    assert len(audit_acts(county.store, kind="report_measure")) == 1


def test_another_figure_for_a_filled_year_is_refused_with_the_old_one(county, say):
    say()
    with pytest.raises(AlreadyReported, match=r"0\.80 for 2025"):
        say(value="0.85")
    assert figures(county)[0][2] == "0.80"


def test_a_figure_is_replaced_with_a_reason_and_both_are_kept(county, say):
    say()
    with pytest.raises(ReasonNeeded):
        say(value="0.85", update=True)
    assert say(value="0.85", update=True, reason="更正")

    assert figures(county)[0][2] == "0.85"
    assert [step.kind for step in audit_history(county.store, SHARE)] == ["reported", "amended"]


def test_a_measure_that_no_policy_asks_for_is_refused_with_those_it_asks_for(say):
    with pytest.raises(NoSuchMeasure, match=f"{SHARE}.*power_plant_rail_share"):
        say("share")


def test_a_measure_is_known_by_its_name_too(county, say):
    say("大宗物料清洁运输比例", "78%")

    assert figures(county)[0][:3] == (SHARE, 2025, "0.78")


@pytest.mark.parametrize(
    ("measure", "value"),
    [(SHARE, "80"), (SHARE, "八成"), (SHARE, "-0.1"), (SHARE, "NaN"), (SHARE, "1e-30"), (BOXES, "15%"), (BOXES, "")],
)
def test_a_figure_that_the_measure_cannot_have_is_refused_with_what_is_allowed(say, measure, value):
    with pytest.raises(BadFigure, match="allowed"):
        say(measure, value)


@pytest.mark.parametrize("year", [25, 20255])
def test_a_year_that_nobody_reports_about_is_refused(say, year):
    with pytest.raises(BadMeasureYear):
        say(year=year)


def test_a_figure_without_a_source_is_refused(county, say):
    with pytest.raises(SourceMissing):
        say(source=" ")
    assert figures(county) == []


def test_a_paper_that_cannot_be_read_is_told_before_anything_is_entered(county, say, tmp_path):
    with pytest.raises(EnvironmentProblem):
        say(evidence=tmp_path / "missing.pdf")
    assert figures(county) == []


@given(st.text(max_size=12) | st.decimals().map(str), st.sampled_from([SHARE, BOXES]))
def test_whatever_is_written_is_kept_as_a_plain_number_or_refused(written, measure):
    try:
        kept = _figure(MEASURES[measure], written)
    except FuelcheckError:
        return
    assert set(kept) <= set("0123456789.")
