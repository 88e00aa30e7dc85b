"""A visit recorded on the spot: one act, checked as a ledger is, each fault named by its pointer."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.library import audit_acts, batch_life, verify_audit
from fuelcheck.services.visit_fields import Refused
from fuelcheck.store.rows import contents
from tests.cast import CLERK, SAMPLERS, SHUNDA, batch, sites, visit
from tests.sampling import DAY, drawn, visited

UUID = "0190d5a2-7c3e-7b1a-9f52-3d6a1c2b4e5f"


@pytest.fixture(autouse=True)
def with_sites(county):
    county.take(sites())


@pytest.fixture
def record(county):
    def take_down(body):
        return fc.record_visit(county.store, body, by=CLERK)

    return take_down


@pytest.fixture
def refused(record):
    """The faults of a visit that is refused: pointer and code."""

    def faults(body):
        with pytest.raises(Refused) as refusal:
            record(body)
        return [(one.pointer, one.remark.code) for one in refusal.value.faults]

    return faults


@pytest.fixture
def rows(county):
    def of(noun):
        with county.store.reading() as view:
            return list(contents(view.connection, noun, view.division))

    return of


def test_a_visit_with_two_batches_is_one_act(county, record, rows):
    before = len(audit_acts(county.store))
    done = record(
        visited(
            drawn("A1"), drawn("A2", product="92#车用乙醇汽油（E10）", grade=None), longitude=112.43, latitude="34.42"
        )
    )

    (visit_,) = rows("visit")
    assert len(audit_acts(county.store)) == before + 1
    assert done.form_nos == ("A1", "A2")
    assert (visit_["id"], visit_["samplers"], visit_["longitude"], visit_["datum"]) == (
        done.id,
        SAMPLERS,
        "112.43",
        "WGS-84",
    )
    assert [(row["form_no"], row["product"], row["grade"], row["visit_id"]) for row in rows("batch")] == [
        ("A1", "diesel", "0", done.id), ("A2", "ethanol_gasoline", "92", done.id),
    ]  # fmt: skip
    assert verify_audit(county.store) == []


def test_the_acknowledgement_is_a_witness_of_the_chain(county, record):
    entry = record(visited()).acknowledged.entry

    newest = audit_acts(county.store)[-1]
    assert (entry.n, entry.id, entry.hash) == (newest.n, newest.id, newest.hash)


def test_a_visit_counts_like_a_ledger_row_once_it_is_reported(county, record):
    record(visited())
    assert county.status().line("motor_fuel_batches").in_progress == 1
    fc.add_report(county.store, "A1", by=CLERK, reported_on=date(2025, 3, 20), conclusion="pass")

    assert county.status().line("motor_fuel_batches").achieved == 1


def test_all_faults_are_named_by_their_pointers(refused):
    body = visited(drawn("A1"), drawn("A2", product="汽油", grade="92"), drawn("A3", grade="92"), samplers=["李娜"])

    assert refused({**body, "colour": "red"}) == [
        ("/colour", "unknown-field"), ("/samplers", "one-sampler"), ("/batches/1/product", "ambiguous-petrol"),
        ("/batches/2/grade", "grade-unsuited"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "pointer", "code"),
    [
        ({"site_code": "S999"}, "/site_code", "unknown-site"),
        ({"visited_on": "3月9日"}, "/visited_on", "day-without-year"),
        ({"visited_on": None}, "/visited_on", "missing-cell"),
        ({"samplers": {"a": 1}}, "/samplers", "wrong-type"),
        ({"outcome": "下雨"}, "/outcome", "unknown-outcome"),
        ({"longitude": "112.43"}, "/latitude", "half-position"),
        ({"longitude": float("nan"), "latitude": "34"}, "/longitude", "wrong-type"),
        ({"ended_at": "2025-03-10 09:00"}, "/ended_at", "not-on-that-day"),
        ({"started_at": "2025-03-09 10:00", "ended_at": "2025-03-09 09:00"}, "/ended_at", "ended-before-started"),
        ({"batches": []}, "/batches", "no-batches"),
        ({"batches": [1]}, "/batches", "no-batches"),
        ({"batches": [drawn("A1", quantity="-1")]}, "/batches/0/quantity", "not-positive"),
        ({"batches": [drawn("A1", seal_retained="")]}, "/batches/0/seal_retained", "other-seal-missing"),
        ({"batches": [drawn("A1", seal_retained="A1-J")]}, "/batches/0/seal_retained", "same-seal"),
        ({"batches": [drawn("A1", purpose="复查")]}, "/batches/0/follows", "follows-missing"),
        ({"batches": [drawn("A1", purpose="复查", follows="X")]}, "/batches/0/follows", "unknown-follows"),
        ({"batches": [drawn("A1", claims={"颜色": "红"})]}, "/batches/0/claims", "unknown-claim-item"),
        ({"batches": [drawn("A1", claims=[1])]}, "/batches/0/claims", "wrong-type"),
        ({"batches": [drawn("A1", status="void")]}, "/batches/0/status", "unknown-field"),
        ({"batches": [drawn("A1"), drawn("A1")]}, "/batches/1/form_no", "form-no-taken"),
        ({"batches": [drawn("A1"), drawn("A1", grade="5")]}, "/batches/1/form_no", "duplicate-form-no"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused(refused, rows, fault, pointer, code):
    assert (pointer, code) in refused(visited(**fault))
    assert rows("visit") == rows("batch") == []


def test_a_form_number_and_a_seal_are_used_once(county, record, refused):
    record(visited())
    fc.void_batch(county.store, "A1", by="张建国", reason="封条破损")

    assert refused(visited()) == [
        ("/batches/0/form_no", "form-no-taken"),
    ]  # fmt: skip
    assert refused(visited(drawn("A2", seal_test="A1-B"), drawn("A3", seal_test="A2-B"))) == [
        ("/batches/0/seal_test", "seal-taken"), ("/batches/1/seal_test", "seal-taken"),
    ]  # fmt: skip


def test_a_visit_without_a_sample_is_recorded_once(record, refused, rows):
    shut = {"site_code": SHUNDA, "visited_on": DAY, "outcome": "停业", "note": "大门锁闭"}
    done = record(shut)

    assert [(row["id"], row["outcome"], row["note"]) for row in rows("visit")] == [(done.id, "closed", "大门锁闭")]
    assert refused(shut) == [("", "visit-recorded")]
    assert ("/batches", "batches-unexpected") in refused({**shut, "outcome": "无货", "batches": [drawn("A1")]})


def test_a_ledger_brought_later_finds_the_visit(county, record, rows):
    done = record({**visited(), "id": UUID})
    county.take([batch("A1", DAY, SHUNDA, 检验机构="", 报告日期="2025-03-20"), batch("A9", DAY, SHUNDA)])

    assert done.id == UUID
    assert [(row["form_no"], row["visit_id"], row["seal_test"]) for row in rows("batch")] == [
        ("A1", UUID, "A1-J"), ("A9", UUID, None),
    ]  # fmt: skip
    assert county.bring([visit(SHUNDA, DAY, "停业")]).accepted
    assert len(rows("visit")) == 2


def test_the_same_request_is_answered_again_and_another_one_under_its_id_is_refused(county, record):
    body = {**visited(drawn("A1"), drawn("A2")), "id": UUID}
    first, again = record(body), record(body)

    assert (again.id, again.form_nos) == (first.id, first.form_nos)
    assert again.acknowledged.replayed is True
    assert again.acknowledged.entry == first.acknowledged.entry
    with pytest.raises(fc.FuelcheckError) as refusal:
        record({**body, "note": "补记"})
    assert refusal.value.code == "act-id-taken"


def test_the_stations_claim_decides_where_it_is_stricter(county, record):
    record(visited(drawn("A1", claims={"硫含量": "≤5"})))
    fc.add_report(
        county.store, "A1", by=CLERK, reported_on=date(2025, 3, 20), conclusion="fail", failed_items="硫含量",
        results=[("硫含量", "7", "mg/kg")],
    )  # fmt: skip
    record_ = fc.batch_record(county.store, "A1", as_of=date(2025, 12, 31))

    assert dict(record_.evidence.claims) == {"sulfur": "≤5"}
    assert [(item.item, item.code) for item in record_.verdict.items] == [("sulfur", "above-claim")]


def test_what_stands_beside_the_ledger_is_in_no_export_and_survives_it(county, record, tmp_path):
    record(visited(drawn("A1", supplier="某公司")))
    fc.export_sheets(county.store, ["samples"], tmp_path / "out.csv")

    assert "某公司" not in (tmp_path / "out.csv").read_text("utf-8-sig")
    answer = fc.import_ledgers(county.store, [tmp_path / "out.csv"], by=CLERK)
    assert (answer.accepted, answer.import_id) == (True, None)


def test_known_then_is_what_was_recorded_then(county, record):
    record(visited())
    then = county.now
    fc.deliver_sample(county.store, "A1", by=CLERK, day=date(2025, 3, 10))
    now = fc.batch_record(county.store, "A1", as_of=date(2025, 12, 31))
    before = fc.batch_record(county.store, "A1", as_of=date(2025, 12, 31), known_at=then)

    assert (before.evidence.state, now.evidence.state) == ("sampled", "on_the_way")
    assert batch_life(county.store, "A1", as_of=date(2025, 3, 9)).state == "sampled"


def test_an_import_upon_whose_batches_a_delivery_builds_cannot_be_taken_back(county):
    taken = county.take([batch("A1", DAY, SHUNDA)])
    fc.amend_batch(county.store, "A1", {"seal_test": "1", "seal_retained": "2"}, by=CLERK, reason="补登封条")
    with pytest.raises(fc.FuelcheckError, match="batch A1"):
        fc.undo_import(county.store, taken, reason="x", by=CLERK)
    fc.deliver_sample(county.store, "A1", by=CLERK, laboratory="某中心", day=date(2025, 3, 10))
    with pytest.raises(fc.FuelcheckError, match="delivery"):
        fc.undo_import(county.store, taken, reason="x", by=CLERK)
