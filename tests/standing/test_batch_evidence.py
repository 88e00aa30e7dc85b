"""What proves a batch, as one value and one JSON object, as it stood on a day."""

from datetime import date

import fuelcheck as fc
from fuelcheck.library import record_batch_step
from fuelcheck.standing.batch_evidence import evidence_object
from tests.cast import CLERK, LABORATORY, SHUNDA, batch, sites
from tests.sampling import drawn, photograph, visited

YEAR_END = date(2025, 12, 31)


def evidence(county, as_of=YEAR_END, form_no="A1"):
    return evidence_object(fc.batch_record(county.store, form_no, as_of=as_of).evidence)


def test_everything_that_proves_a_batch_stands_in_its_record(county):
    county.take(sites())
    body = visited(drawn("A1", quantity="12000", claims={"sulfur": "≤5"}), longitude="112.43", latitude="34.42")
    visit = fc.record_visit(county.store, body, by=CLERK)
    fc.deliver_sample(county.store, "A1", by=CLERK, day=date(2025, 3, 10))
    fc.attach_file(county.store, photograph(), "油枪.jpg", by=CLERK, form_no="A1")
    fc.attach_file(county.store, photograph(), "站貌.jpg", by=CLERK, visit_id=visit.id)
    told = evidence(county)

    assert (told["seal_test"], told["seal_retained"], told["quantity"]) == ("A1-J", "A1-B", "12000")
    assert told["claims"] == {"sulfur": "≤5"}
    assert (told["visit"]["id"], told["visit"]["longitude"]) == (visit.id, "112.43")
    assert [one["laboratory"] for one in told["deliveries"]] == [LABORATORY]
    assert [one["name"] for one in told["attachments"]] == ["油枪.jpg", "站貌.jpg"]
    assert told["attachments"][0]["claimed"]["taken_at"] == "2025-03-09T09:12:00"


def test_what_had_not_happened_by_the_day_is_not_told_of_its_life(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA)])
    fc.add_report(county.store, "A1", by=CLERK, reported_on=date(2025, 3, 20), conclusion="fail", failed_items="灰分")
    record_batch_step(county.store, "A1", "notify", by=CLERK, day=date(2025, 3, 24), note="告知书1号")

    assert [(one["step"], one["on"]) for one in evidence(county, date(2025, 3, 23))["life"]] == [
        ("report", "2025-03-20"), ("release_fail", "2025-03-20"),
    ]  # fmt: skip
    told = evidence(county)
    assert (told["state"], told["due"]) == ("notified", [{"step": "object", "by": "2025-04-08"}])


def test_a_batch_out_of_an_old_ledger_has_nothing_but_its_state(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA)])
    told = evidence(county)

    assert (told["state"], told["life"], told["deliveries"], told["attachments"]) == ("drawn", [], [], [])
    assert told["seal_test"] is None
