"""Batches corrected, declared void and restored: for a reason, by the right person, checked anew."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.library import ReasonNeeded, audit_history, verify_audit, void_action
from fuelcheck.services.amending import ChangedSince, NotVoid, SecondPersonNeeded
from fuelcheck.services.batch_folder import NoSuchBatch, VoidBatch
from fuelcheck.services.visit_fields import Refused
from fuelcheck.store.listing import tag
from fuelcheck.store.rows import contents
from fuelcheck.words import Action
from tests.cast import CLERK, REVIEWER, XINYUAN, sites
from tests.sampling import drawn, visited


@pytest.fixture(autouse=True)
def recorded(county):
    county.take(sites())
    body = visited(drawn("A1", supplier="某公司"), drawn("A2"), longitude="112.43", latitude="34.42", note="配合")
    fc.record_visit(county.store, body, by=CLERK)


@pytest.fixture
def rows(county):
    def of(noun):
        with county.store.reading() as view:
            return list(contents(view.connection, noun, view.division))

    return of


@pytest.fixture
def amend(county):
    def correct(changes, form_no="A1", **options):
        return fc.amend_batch(county.store, form_no, changes, by=CLERK, **{"reason": "笔误", **options})

    return correct


@pytest.fixture
def report(county):
    fc.add_report(county.store, "A1", by=CLERK, reported_on=date(2025, 3, 20), conclusion="pass")


def test_fields_are_corrected_and_cleared_for_a_reason(county, amend, rows):
    amend({"price": "7.2", "supplier": None, "claims": {"sulfur": "≤5"}})

    first = rows("batch")[0]
    assert (first["price"], first["supplier"], first["claims"]) == ("7.2", None, '{"sulfur":"≤5"}')
    step = audit_history(county.store, "A1")[-1]
    assert (step.kind, step.reason) == ("amended", "笔误")
    assert [column for column, _, _ in step.fields] == ["price", "supplier", "claims"]
    with pytest.raises(ReasonNeeded):
        amend({"price": "7.3"}, reason=" ")


def test_what_is_there_already_is_no_act(county, amend):
    before = county.now
    assert amend({"supplier": "某公司", "grade": "0#"}).entry is None
    assert county.now == before


def test_another_day_moves_the_batch_with_what_was_recorded_on_the_spot(county, amend, rows):
    amend({"sampled_on": "2025-03-10", "site_code": XINYUAN})

    old, new = sorted(rows("visit"), key=lambda row: row["visited_on"])
    assert (new["site_code"], new["visited_on"], new["longitude"], new["note"]) == (
        "S002",
        "2025-03-10",
        "112.43",
        "配合",
    )
    assert {row["form_no"]: row["visit_id"] for row in rows("batch")} == {"A1": new["id"], "A2": old["id"]}
    assert verify_audit(county.store) == []


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"form_no": "B1"}, "/form_no", "unknown-field"),
        ({"reported_on": "2025-04-01"}, "/reported_on", "unknown-field"),
        ({"product": None}, "/product", "missing-cell"),
        ({"grade": "92"}, "/grade", "grade-unsuited"),
        ({"seal_test": "A2-B"}, "/seal_test", "seal-taken"),
        ({"seal_test": None}, "/seal_test", "other-seal-missing"),
        ({"sampled_on": "2025-03-21"}, "/reported_on", "report-before-sampling"),
        ({"follows": "A1", "purpose": "recheck"}, "/follows", "follows-itself"),
    ],
)  # fmt: skip
def test_a_correction_is_checked_like_a_ledger(amend, report, rows, changes, pointer, code):
    before = rows("batch")
    with pytest.raises(Refused) as refusal:
        amend(changes)

    assert [(one.pointer, one.remark.code) for one in refusal.value.faults] == [(pointer, code)]
    assert rows("batch") == before


def test_whoever_read_an_older_version_is_told(county, amend):
    with county.store.reading() as view:
        read = tag(view, "batch", "A1")
    amend({"price": "7.2"}, is_held=lambda newest: newest == read)
    with pytest.raises(ChangedSince):
        amend({"price": "7.3"}, is_held=lambda newest: newest == read)


def test_a_delivery_makes_a_new_version_of_the_batch(county):
    with county.store.reading() as view:
        before = tag(view, "batch", "A1")
    fc.deliver_sample(county.store, "A1", by=CLERK, day=date(2025, 3, 10))
    with county.store.reading() as view:
        assert tag(view, "batch", "A1") != before


def test_a_reported_batch_is_declared_void_by_another_person(county, report):
    assert void_action(county.store, "A2") is Action.VOID_BATCH
    assert void_action(county.store, "A1") is Action.VOID_REPORTED
    fc.void_batch(county.store, "A2", by=CLERK, reason="编号写错")
    with pytest.raises(SecondPersonNeeded):
        fc.void_batch(county.store, "A1", by=CLERK, reason="封条破损")
    fc.void_batch(county.store, "A1", by=REVIEWER, reason="封条破损")

    assert county.status().line("motor_fuel_batches").achieved == 0


def test_a_void_batch_can_only_be_restored(county, amend, report):
    fc.void_batch(county.store, "A1", by=REVIEWER, reason="封条破损")
    for refused in (
        lambda: amend({"price": "7"}), lambda: fc.void_batch(county.store, "A1", by=REVIEWER, reason="x"),
        lambda: fc.deliver_sample(county.store, "A1", by=CLERK),
    ):  # fmt: skip
        with pytest.raises(VoidBatch):
            refused()
    fc.restore_batch(county.store, "A1", by=REVIEWER, reason="复核无误")

    assert county.status().line("motor_fuel_batches").achieved == 1
    with pytest.raises(NotVoid):
        fc.restore_batch(county.store, "A1", by=REVIEWER, reason="x")
    assert [step.kind for step in audit_history(county.store, "A1") if step.noun == "batch"][-2:] == [
        "voided",
        "restored",
    ]


def test_a_batch_that_is_not_there_is_refused(amend):
    with pytest.raises(NoSuchBatch):
        amend({"price": "1"}, "B9")
