"""What a document about the targets lists of what happened to the last one's figures."""

from datetime import UTC, date, datetime

import pytest

import fuelcheck as fc
from fuelcheck.services.documents import Issue, issue
from fuelcheck.standing.target_changes import KIND
from tests.cast import CLERK, REVIEWER
from tests.standing.fleet import COMPANY, FLEET, vehicle

AUTUMN, LATER = date(2025, 9, 30), date(2025, 11, 30)
BUS = dict(FLEET[0])


@pytest.fixture
def after(county):
    """What a report in November lists once a list has been brought after the autumn's document."""
    county.take(list(FLEET))
    told = fc.targets_report(county.store, as_of=AUTUMN)
    moment = datetime(2025, 9, 30, tzinfo=UTC)
    what = Issue(KIND, 2025, "year", AUTUMN, told.head.n, None, moment, "application/pdf", "{}")
    with county.store.act("issue", REVIEWER) as act:
        issue(act, what, b"%PDF")

    def of(*rows, **options):
        if rows:
            county.take(list(rows), **options)
        return [(one.noun, one.row, one.kind) for one in fc.targets_report(county.store, as_of=LATER).changes]

    of.county = county
    return of


def test_without_a_document_there_is_nothing_to_compare_with(county):
    county.take(list(FLEET))
    told = fc.targets_report(county.store, as_of=AUTUMN)

    assert (told.last_document, told.changes) == (None, ())


def test_the_last_document_is_named(after):
    assert after() == []
    assert fc.targets_report(after.county.store, as_of=LATER).last_document.as_of == AUTUMN


def test_what_befell_vehicles_after_the_document_is_the_ordinary_course(after):
    assert after({**BUS, "注销日期": "2025-10-20"}, vehicle("豫CD30001", "公交", "纯电动", 注册日期="2025-10-20")) == []


def test_a_vehicle_recorded_late_is_listed_by_its_plate(after):
    assert after(vehicle("豫CD30001", "公交", "纯电动")) == [("vehicle", "豫CD30001", "recorded_late")]


def test_a_scrapping_that_was_recorded_late_is_listed(after):
    assert after({**BUS, "注销日期": "2025-06-20"}) == [("vehicle", "豫C10001", "scrapped")]


def test_a_correction_of_what_decides_is_listed_with_its_reason(after):
    assert after({**BUS, "能源": "插电式", "排放阶段": ""}, update=True, reason="登记错误") == [
        ("vehicle", "豫C10001", "amended")
    ]
    (change,) = fc.targets_report(after.county.store, as_of=LATER).changes
    assert change.reason == "登记错误"
    assert ("energy", "diesel", "plug_in") in change.fields


def test_an_owner_changes_no_figure(after):
    assert after({**BUS, "所有人": f"{COMPANY}二分公司"}, update=True, reason="更名") == []


def test_a_stage_that_was_filled_in_is_listed(after):
    assert after({**FLEET[5], "排放阶段": "国三"}) == [("vehicle", "豫C40002", "filled")]


def test_an_import_that_was_taken_back_is_listed(county, after):
    id_ = county.take([vehicle("豫CD30001", "公交", "纯电动")])
    fc.undo_import(county.store, id_, reason="别县的车", by=REVIEWER)

    assert after()[-1][:2] == ("vehicle", "豫CD30001")


def test_a_figure_that_was_replaced_is_listed_and_a_new_one_of_the_year_is_not(after):
    def said(value, **options):
        fc.report_measure(
            after.county.store, "clean_transport_share", year=2025, value=value, source="月报", by=CLERK, **options
        )

    said("0.70")
    assert after() == []
    said("0.72", update=True, reason="更正")
    assert after() == [("measure_value", "clean_transport_share 2025", "amended")]
