"""Lists over HTTP: complete and in order page by page, filtered by field, cursors of their own only."""

from base64 import urlsafe_b64encode

import pytest

LISTS = {
    "/sites": "site_code", "/site-changes": "site_code", "/visits": "id", "/batches": "form_no", "/vehicles": "id",
    "/roadside-checks": "record_no", "/acts": "n",
}  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_pages_of_one_row_are_the_whole_list(desk, address):
    whole = desk.items(address, limit=200)

    assert whole
    assert desk.items(address, limit=1) == whole
    names = [row[LISTS[address]] for row in whole]
    assert len(names) == len(set(names))


def test_a_minus_turns_the_order_round(desk):
    forward, back = (desk.items("/acts", sort=sort, limit=1) for sort in ("n", "-n"))

    assert forward == back[::-1]


def test_batches_come_by_day_and_number_unless_another_order_is_asked_for(desk):
    assert [row["form_no"] for row in desk.items("/batches")] == ["A1", "A2", "A3"]
    assert [row["form_no"] for row in desk.items("/batches", sort="-form_no")] == ["A3", "A2", "A1"]


def test_filters_are_named_as_the_fields(desk):
    def forms(**asked):
        return [row["form_no"] for row in desk.items("/batches", **asked)]

    assert forms(site_code="S002") == ["A2", "A3"]
    assert forms(sampled_on="2025-03-09") == ["A1"]
    assert forms(sampled_on_from="2025-03-10", form_no="A3") == ["A3"]
    assert forms(sampled_on_until="2025-03-09", product="diesel") == ["A1"]
    assert [row["name"] for row in desk.items("/sites", site_code="D01")] == ["中国石化伊川油库"]


def test_a_row_bears_the_names_of_the_ledgers_columns(desk):
    row = desk.items("/batches", form_no="A2")[0]

    assert row["samplers"] == ["李娜", "赵强"]
    assert (row["conclusion"], row["failed_items"], row["reported_on"]) == ("fail", "硫含量", "2025-03-21")
    assert "division" not in row


def test_a_list_says_nothing_of_drivers(desk):
    answer = desk.ask("/roadside-checks")

    assert "driver" not in answer.text
    assert [row["officers"] for row in answer.json["items"]] == [["李娜", "赵强"]] * 2


@pytest.mark.parametrize(
    "place",
    ['["form_no"]', '["form_no", 1]', '["sampled_on", "2025-03-09", "A1"]', '["form_no", "\\ud800"]', "[]", "{}", "7",
     '["form_no", "a\\u0000b"]', "[" * 900],
)  # fmt: skip
def test_a_cursor_that_the_list_did_not_give_is_refused(desk, place):
    cursor = urlsafe_b64encode(place.encode()).decode()
    answer = desk.ask("/batches", query_string={"sort": "form_no", "cursor": cursor})

    assert (answer.status_code, answer.json["code"]) == (422, "bad-cursor")


def test_a_cursor_may_name_a_row_that_is_gone(desk):
    cursor = urlsafe_b64encode(b'["form_no","A1x"]').decode()
    answer = desk.ask("/batches", query_string={"sort": "form_no", "cursor": cursor})

    assert [row["form_no"] for row in answer.json["items"]] == ["A2", "A3"]
