"""Answering notices: they leave the report's annex, and nothing else changes."""

import pytest

from fuelcheck.library import ReasonNeeded, answer_notice, audit_acts
from fuelcheck.services.notices import UnknownNotice
from tests.cast import REVIEWER, SHUNDA, batch, sites


@pytest.fixture
def notice(county):
    """The one notice of a county in which a batch stands twice."""
    county.take(sites(), [batch(form, "2025-03-09", SHUNDA, 报告日期="2025-03-20") for form in ("A1", "A2")])
    (found,) = county.report().notices
    assert found.code == "likely-duplicate"
    return found


def test_an_answered_notice_leaves_the_annex_and_changes_no_figure(county, notice):
    before = county.status()
    answer_notice(county.store, notice.id, "两个油罐", by=REVIEWER)

    assert county.report().notices == ()
    assert county.status() == before


def test_the_answer_is_an_act_with_the_answer_as_its_reason(county, notice):
    answer_notice(county.store, notice.id, "两个油罐", by=REVIEWER)

    act = audit_acts(county.store)[-1]
    assert (act.kind, act.who, act.reason) == ("answer", REVIEWER, "两个油罐")


def test_another_answer_takes_the_place_of_the_first(county, notice):
    answer_notice(county.store, notice.id, "两个油罐", by=REVIEWER)
    answer_notice(county.store, notice.id, "同一油罐，前后两天装卸", by=REVIEWER)

    assert [act.reason for act in audit_acts(county.store, kind="answer")] == ["两个油罐", "同一油罐，前后两天装卸"]


def test_the_answer_was_not_known_before_it_was_given(county, notice):
    then = county.now
    answer_notice(county.store, notice.id, "两个油罐", by=REVIEWER)

    assert county.report(known_at=then).notices == (notice,)


def test_a_notice_that_does_not_exist_cannot_be_answered(county, notice):
    with pytest.raises(UnknownNotice):
        answer_notice(county.store, "0123456789ab", "两个油罐", by=REVIEWER)
    assert len(county.report().notices) == 1


def test_an_empty_answer_is_none(county, notice):
    with pytest.raises(ReasonNeeded):
        answer_notice(county.store, notice.id, " ", by=REVIEWER)


def test_the_sentence_of_an_annex_is_chinese_whatever_the_screen_speaks(notice):
    assert "A1" in notice.message
    assert "同一" in notice.message or "相同" in notice.message
