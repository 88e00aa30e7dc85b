"""Issued documents: number, bytes, what they stated, and whether a file is one of them."""

import json
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

import fuelcheck as fc
from fuelcheck.library import audit_acts, audit_head, check_document, issued_document, issued_documents
from fuelcheck.reports.paper import Paper
from fuelcheck.services.documents import code_of
from fuelcheck.standing.shown import quota_object
from fuelcheck.store.papers import UnknownDocument
from tests.cast import REVIEWER, SHUNDA, batch, sites

PRINTED = datetime(2026, 1, 5, 1, tzinfo=UTC)


@pytest.fixture
def issued(county):
    """A document on a county with one batch: its number and its bytes."""
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])
    paper = Paper(number="伊市监〔2026〕1号", printed_at=PRINTED)
    return fc.issue_quota_report(county.store, county.report(), ".pdf", paper, by=REVIEWER)


def test_a_document_is_numbered_by_its_act(county, issued):
    number, _ = issued
    act = audit_acts(county.store, kind="issue")[-1]

    assert number == code_of(act.id)
    assert act.who == REVIEWER


def test_showing_it_gives_the_very_bytes(county, issued):
    number, file = issued
    document, shown = issued_document(county.store, number.lower())

    assert shown == file
    assert file.startswith(b"%PDF")
    assert (document.number, document.media_type) == (number, "application/pdf")


def test_it_states_day_last_act_office_number_and_moment(county, issued):
    (document,) = issued_documents(county.store)

    assert (document.year, document.period, document.as_of) == (2025, "year", date(2025, 12, 31))
    assert document.known_n == audit_head(county.store).n - 1
    assert (document.office_number, document.printed_at) == ("伊市监〔2026〕1号", PRINTED)


def test_its_day_and_moment_evaluate_to_the_same_figures_again(county, issued):
    known_at = next(a.moment for a in audit_acts(county.store) if a.n == issued_documents(county.store)[0].known_n)
    county.take([batch("A1", "2025-03-09", SHUNDA, 状态="作废", 作废原因="封样破损")])
    stated = json.loads(issued_documents(county.store)[0].evaluation)

    assert quota_object(county.report(known_at=known_at)) == stated
    assert quota_object(county.report())["quotas"] != stated["quotas"]


def test_the_moment_that_it_states_is_precise_enough_to_ask_again(county, clock, issued):
    """Two acts within one second: the moment in the answer still tells them apart."""
    clock.now = clock.now.replace(microsecond=250_000)
    county.take(sites(SHUNDA, 曾用名="顺发加油站"))
    known_at = datetime.fromisoformat(quota_object(county.report())["known_at"])

    assert county.report(known_at=known_at).head == county.report().head


def test_a_file_is_known_by_its_bytes(county, issued):
    number, file = issued
    found = check_document(county.store, file)

    assert found is not None
    assert found.number == number
    assert check_document(county.store, file[:-1] + b"x") is None


def test_a_number_that_was_never_issued_is_refused(county):
    with pytest.raises(UnknownDocument):
        issued_document(county.store, "FC-0000000000")


def test_bytes_that_were_changed_in_the_database_are_found(county, issued):
    number, _ = issued
    with county.store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE document_file SET content = :x"), {"x": b"other"})

    (finding,) = fc.verify_audit(county.store)
    assert (finding.code, finding.row) == ("file-changed", number)


def test_a_report_that_fails_to_render_issues_nothing(county):
    from fuelcheck.library import UnknownReportType

    with pytest.raises(UnknownReportType):
        fc.issue_quota_report(county.store, county.report(), ".doc", Paper(), by=REVIEWER)
    assert issued_documents(county.store) == []


def test_two_documents_of_the_same_state_are_two_documents(county, issued):
    second, file = fc.issue_quota_report(county.store, county.report(), ".pdf", Paper(), by=REVIEWER)

    assert [document.number for document in issued_documents(county.store)] == [issued[0], second]
    assert file != issued[1]
