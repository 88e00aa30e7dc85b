"""Erasing by rule: the name is gone everywhere, the chain stays whole, an old ledger brings it not back."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.library import ReasonNeeded, audit_history, issue_check_record
from fuelcheck.library.checks import (
    check_record,
    check_record_in_full,
    erase_personal,
    erase_personal_before,
    record_retest,
)
from fuelcheck.reports.paper import PLAIN
from fuelcheck.services.personal import AlreadyErased, NothingPersonal
from fuelcheck.services.retests import NoSuchCheck
from tests.cast import DRIVER, REVIEWER, clean_check, road_check


@pytest.fixture
def checked(county):
    county.clock.set(date(2025, 6, 1))
    county.take([road_check("R1"), clean_check("R2", "2025-03-10 09:00"), clean_check("R3", "2025-05-10 09:00")])
    return county


def test_names_of_old_checks_go_but_not_of_open_cases(checked):
    done = erase_personal_before(checked.store, date(2025, 5, 1), reason="保存期满", by=REVIEWER)
    names = {no: check_record_in_full(checked.store, no) for no in ("R1", "R2", "R3")}

    assert (done.erased, done.kept) == (("R2",), ("R1",))
    assert {no: record.driver for no, record in names.items()} == {"R1": DRIVER, "R2": "", "R3": "李大山"}
    assert names["R2"].driver_erased
    assert fc.verify_audit(checked.store) == []


def test_a_closed_case_may_be_erased(checked):
    record_retest(checked.store, "R1", "repaired", day=date(2025, 3, 15), by=REVIEWER)
    record_retest(checked.store, "R1", "passed", day=date(2025, 3, 20), by=REVIEWER)
    done = erase_personal_before(checked.store, date(2025, 3, 10), reason="保存期满", by=REVIEWER)

    assert (done.erased, done.kept) == (("R1",), ())


def test_the_erasing_is_an_act_with_its_rule(checked):
    erase_personal(checked.store, "R2", reason="本人申请", by=REVIEWER)
    (step,) = audit_history(checked.store, "roadside_check/R2/driver")

    assert (step.kind, step.who, step.reason, step.after["rule"]) == ("erased", REVIEWER, "本人申请", "本人申请")


def test_nothing_is_erased_twice_or_without_a_reason(checked):
    erase_personal(checked.store, "R2", reason="本人申请", by=REVIEWER)

    with pytest.raises(AlreadyErased, match="R2"):
        erase_personal(checked.store, "R2", reason="本人申请", by=REVIEWER)
    with pytest.raises(NoSuchCheck):
        erase_personal(checked.store, "R9", reason="本人申请", by=REVIEWER)
    with pytest.raises(ReasonNeeded):
        erase_personal(checked.store, "R3", reason=" ", by=REVIEWER)


def test_a_record_that_names_nobody_has_nothing_to_erase(checked):
    checked.take([clean_check("R4", "2025-05-11 09:00", 驾驶人="")])

    with pytest.raises(NothingPersonal, match="R4"):
        erase_personal(checked.store, "R4", reason="本人申请", by=REVIEWER)


def test_erasing_names_the_issued_papers_that_still_bear_the_name(checked):
    masked, whole = (
        issue_check_record(checked.store, find(checked.store, "R2"), ".pdf", PLAIN, by=REVIEWER)[0]
        for find in (check_record, check_record_in_full)
    )
    issue_check_record(checked.store, check_record_in_full(checked.store, "R3"), ".pdf", PLAIN, by=REVIEWER)
    done = erase_personal_before(checked.store, date(2025, 5, 1), reason="保存期满", by=REVIEWER)

    assert (done.erased, done.issued) == (("R2",), (whole,))
    assert masked != whole


def test_an_old_ledger_does_not_bring_the_name_back(checked):
    erase_personal(checked.store, "R2", reason="本人申请", by=REVIEWER)
    answer = checked.bring([clean_check("R2", "2025-03-10 09:00")])

    assert (answer.accepted, answer.import_id) == (True, None)
    assert [notice.code for notice in answer.brought.notices] == ["driver-erased"]
    assert check_record_in_full(checked.store, "R2").driver == ""


def test_an_import_whose_name_was_erased_can_still_be_taken_back(county):
    id_ = county.take([clean_check("R2")])
    erase_personal(county.store, "R2", reason="本人申请", by=REVIEWER)
    fc.undo_import(county.store, id_, reason="导错台账", by=REVIEWER)

    assert fc.verify_audit(county.store) == []


def test_no_version_holds_a_name(checked):
    with checked.store.reading() as view:
        chain = view.connection.exec_driver_sql("SELECT content FROM version").scalars().all()

    assert not [text for text in chain if text and (DRIVER in text or "李大山" in text)]


def test_names_stand_in_one_table_only(checked):
    if checked.store.engine.dialect.name != "sqlite":
        pytest.skip("the tables are listed as SQLite lists them")
    with checked.store.reading() as view:
        tables = view.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        told = {
            name: str(view.connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()) for name in tables
        }  # fmt: skip

    assert {name for name, text in told.items() if DRIVER in text or "李大山" in text} == {"personal"}


def test_the_history_of_a_record_says_that_its_name_was_erased(checked):
    erase_personal(checked.store, "R2", reason="本人申请", by=REVIEWER)

    assert [step.kind for step in audit_history(checked.store, "R2")] == ["recorded", "erased"]
