"""The permission table holds at every address, for every role in every department."""

import pytest

from fuelcheck.rules.permissions import STAFF_ROLES, allowed
from fuelcheck.words import Action, Department, Role
from tests.api.described import Call, ask
from tests.api.desk import MARKET
from tests.cast import LABORATORY

ADDRESSES = {
    Action.READ_SITES: ("/sites", "/sites/S001", "/site-changes", "/visits"),
    Action.READ_BATCHES: ("/batches",),
    Action.READ_VEHICLES: ("/vehicles",),
    Action.READ_CHECKS: ("/roadside-checks", "/roadside-checks/R1"),
    Action.READ_QUOTAS: ("/quotas/2025?as_of=2025-12-31",),
    Action.READ_DOCUMENTS: ("/documents",),
    Action.READ_LAW: ("/policies", "/standards", "/programmes", "/laboratories"),
    Action.READ_AUDIT: ("/acts",),
    Action.MANAGE_USERS: ("/users",),
    Action.MANAGE_TOKENS: ("/tokens",),
}
SUBJECTS = [
    *((role, department) for department in Department for role in sorted(STAFF_ROLES)),
    *((role, None) for role in (Role.ADMINISTRATOR, Role.AUDITOR, Role.READER, Role.LABORATORY)),
]


@pytest.mark.parametrize("action", ADDRESSES)
def test_reading_is_for_whom_the_table_names(desk, action):
    for role, department in SUBJECTS:
        for address in ADDRESSES[action]:
            status = desk.ask(address, role=role, department=department).status_code
            assert status == (200 if allowed(action, department, role) else 403), (address, role, department)


def test_judging_is_for_whom_the_table_names(desk):
    for role, department in SUBJECTS:
        status = desk.ask("/judgements", "POST", role=role, department=department, json=[]).status_code
        assert status == (200 if allowed(Action.JUDGE, department, role) else 403), (role, department)


def test_bringing_and_giving_are_for_whom_the_table_names(desk):
    for role, department in SUBJECTS:
        given = desk.ask("/exports/sites", role=role, department=department).status_code
        assert given == (200 if allowed(Action.EXPORT, department, role) else 403), (role, department)
        if not allowed(Action.IMPORT, department, role):
            answer = desk.ask("/imports", "POST", role=role, department=department, content_type="multipart/form-data")
            assert answer.status_code == 403, (role, department)


def test_a_sheet_that_one_may_not_record_is_not_brought(desk):
    call = Call("post", "/imports", files=True)
    sent = ask(desk, call)
    assert sent.status_code == 201
    refused = desk.ask("/imports", "POST", department=Department.TRAFFIC_POLICE, data=_ledger(desk))
    assert (refused.status_code, refused.json["code"]) == (403, "not-allowed")


def test_checks_on_the_road_are_not_given_to_whom_may_not_read_them(desk):
    for address in ("/exports/roadside_checks", "/vehicles/豫C12345"):
        assert desk.ask(address, role=Role.RECORDER, department=Department.COMMERCE).status_code == 403


def test_a_laboratory_knows_its_own_batches_alone(desk):
    def asked(address):
        return desk.ask(address, role=Role.LABORATORY, department=None)

    assert [row["form_no"] for row in asked("/batches").json["items"]] == ["A1"]
    assert asked("/batches?laboratory=another").json["items"] == []
    assert asked("/batches/A1").json["laboratory"] == LABORATORY
    assert asked("/batches/A1/results").status_code == 200
    for address in ("/batches/A2", "/batches/A2/results"):
        assert asked(address).json["code"] == "no-such-batch"


def test_another_division_is_as_if_it_were_not_there(desk):
    answer = desk.ask("/sites?division=410325")

    assert (answer.status_code, answer.json["code"]) == (404, "no-division")
    assert desk.ask("/sites?division=410329").status_code == 200


def test_a_token_for_one_thing_is_good_for_nothing_else(desk):
    from datetime import timedelta

    from fuelcheck.library import add_token

    desk.token(Role.REVIEWER, MARKET)
    until = desk.county.clock.now + timedelta(days=1)
    login = "reviewer.market-supervision"
    narrow = add_token(desk.county.store, "narrow", until, by="x", login=login, scopes=("read_sites",))[1]
    header = {"Authorization": f"Bearer {narrow}"}

    assert desk.ask("/sites", role=None, headers=header).status_code == 200
    assert desk.ask("/batches", role=None, headers=header).status_code == 403


def _ledger(desk):
    from tests.cast import batch, write_csv

    path = write_csv(desk.county.folder / "b.csv", [batch("B9", "2025-04-02", "S001")])
    return {"files": (path.open("rb"), path.name)}
