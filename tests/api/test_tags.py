"""ETags: what has not changed is not sent again, what has changed is."""

import pytest

from api.tags import record_matches
from tests.cast import SHUNDA, change, results

RECORDS = (
    "/sites/S001", "/batches/A1?as_of=2025-12-31", "/batches/A1/results", "/roadside-checks/R1?as_of=2025-12-31",
    "/vehicles/豫C12345D", "/quotas/2025?as_of=2025-12-31", "/targets?as_of=2025-12-31", "/exports/sites",
    "/standards/GB 19147-2016 VI", "/openapi.json",
)  # fmt: skip


@pytest.mark.parametrize("address", RECORDS)
def test_what_the_asker_holds_is_not_sent_again(desk, address):
    first = desk.ask(address)
    again = desk.ask(address, headers={"If-None-Match": first.headers["ETag"]})

    assert first.status_code == 200
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_change_of_the_record_is_another_tag(desk):
    before = {address: desk.ask(address).headers["ETag"] for address in RECORDS[:3]}
    desk.county.take(results("A1", 闪点="62 ℃"))
    desk.county.take([change(SHUNDA, "2025-10-01", "停业")])

    for address, tag in before.items():
        assert desk.ask(address, headers={"If-None-Match": tag}).status_code == 200


def test_a_verdict_has_another_tag_in_another_tongue_and_on_another_day(desk):
    tags = {
        desk.ask(address, headers={"Accept-Language": tongue}).headers["ETag"]
        for address in ("/batches/A1?as_of=2025-12-31", "/batches/A1?as_of=2025-12-30")
        for tongue in ("zh", "en")
    }

    assert len(tags) == 4
    assert len({tag.strip('"').partition(".")[0] for tag in tags}) == 1


def test_a_writer_names_the_record_whatever_else_the_answer_held(desk):
    tag = desk.ask("/batches/A1").headers["ETag"]
    record = tag.strip('"').partition(".")[0]
    for held, fits in ((tag, True), (f'"{record}"', True), ("*", True), ('"another"', False), ("", False)):
        with desk.app.test_request_context(headers={"If-Match": held} if held else {}):
            assert record_matches(record + "0" * 32) is fits
