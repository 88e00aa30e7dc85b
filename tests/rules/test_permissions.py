"""The permission table: total, least, and closed against whatever it does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.permissions import (
    GRANTS,
    PASSWORD_AGAIN,
    READING,
    STAFF_ROLES,
    Subject,
    action_of_sheet,
    allowed,
    fits,
    may,
    second_person_needed,
    table,
)
from fuelcheck.words import STORED_SHEETS, Action, Department, Role, SheetKind

COUNTY, NEIGHBOUR = "410329", "410328"
MARKET, POLICE, HOUSING = Department.MARKET_SUPERVISION, Department.TRAFFIC_POLICE, Department.HOUSING
LABORATORY = "豫西油品检验中心"

roles, departments = st.sampled_from(Role), st.sampled_from([*Department, None])
actions = st.sampled_from(Action)
subjects = st.builds(
    Subject, st.just("x"), st.just("某某"), roles, departments, st.frozensets(st.sampled_from([COUNTY, NEIGHBOUR])),
    st.sampled_from([None, LABORATORY]), st.none() | st.frozensets(actions),
)  # fmt: skip


def person(role: Role, department: Department | None = None, **other) -> Subject:
    return Subject("x", "某某", role, department, frozenset({COUNTY}), **other)


def test_every_action_has_a_line_and_somebody_who_may() -> None:
    assert set(GRANTS) == set(Action)
    assert {action for action, _, _, granted in table() if granted} == set(Action)


@pytest.mark.parametrize("separated", [False, True])
def test_the_table_says_yes_or_no_for_every_action_department_and_role(separated: bool) -> None:
    rows = list(table(separated=separated))

    assert len(rows) == len({row[:3] for row in rows}) == len(Action) * (len(Department) + 1) * len(Role)
    assert all(granted is allowed(*row, separated=separated) for *row, granted in rows)


@pytest.mark.parametrize(
    ("role", "department", "action", "granted"),
    [
        (Role.RECORDER, MARKET, Action.RECORD_BATCH, True),
        (Role.RECORDER, POLICE, Action.RECORD_BATCH, False),
        (Role.RECORDER, MARKET, Action.VOID_REPORTED, False),
        (Role.REVIEWER, MARKET, Action.VOID_REPORTED, True),
        (Role.LEADER, MARKET, Action.RECORD_BATCH, False),
        (Role.LEADER, MARKET, Action.ISSUE_DOCUMENT, True),
        (Role.RECORDER, POLICE, Action.RECORD_CHECK, True),
        (Role.RECORDER, MARKET, Action.RECORD_CHECK, False),
        (Role.RECORDER, HOUSING, Action.RECORD_VEHICLE, True),
        (Role.RECORDER, HOUSING, Action.READ_CHECKS, False),
        (Role.ADMINISTRATOR, None, Action.MANAGE_USERS, True),
        (Role.ADMINISTRATOR, MARKET, Action.RECORD_BATCH, False),
        (Role.REVIEWER, MARKET, Action.MANAGE_USERS, False),
        (Role.AUDITOR, None, Action.READ_AUDIT, True),
        (Role.AUDITOR, None, Action.MANAGE_USERS, False),
        (Role.RECORDER, None, Action.RECORD_BATCH, False),
        (Role.LABORATORY, MARKET, Action.ENTER_RESULTS, False),
    ],
)
def test_the_table_says(role: Role, department: Department | None, action: Action, granted: bool) -> None:
    assert allowed(action, department, role) is granted


@given(st.text(), departments, roles)
def test_what_nobody_has_heard_of_is_forbidden(text: str, department: Department | None, role: Role) -> None:
    if text not in set(Action):
        assert not allowed(text, department, role)
    if text not in set(Role):
        assert not allowed(Action.READ_LAW, department, text)


@given(subjects, actions, st.booleans())
def test_another_division_is_closed(subject: Subject, action: Action, separated: bool) -> None:
    assert not may(subject, action, "419999", laboratory=LABORATORY, separated=separated)


@given(
    subjects, actions, st.sampled_from([None, LABORATORY, "别家"]), st.sampled_from([*Department, None]), st.booleans()
)
def test_nobody_may_more_than_the_table_grants(
    subject: Subject, action: Action, laboratory: str | None, recorded_by: Department | None, separated: bool
) -> None:
    granted = may(subject, action, COUNTY, laboratory=laboratory, recorded_by=recorded_by, separated=separated)

    assert not granted or allowed(action, subject.department, subject.role, separated=separated)
    assert not granted or subject.scopes is None or action in subject.scopes


@given(actions, st.sampled_from([None, "别家"]))
def test_a_laboratory_sees_only_its_own_batches(action: Action, laboratory: str | None) -> None:
    granted = may(person(Role.LABORATORY, laboratory=LABORATORY), action, COUNTY, laboratory=laboratory)

    assert not granted or action in {Action.READ_LAW, Action.JUDGE}


@given(actions)
def test_a_laboratory_that_is_not_named_has_no_batch(action: Action) -> None:
    assert not may(person(Role.LABORATORY), action, COUNTY) or action in {Action.READ_LAW, Action.JUDGE}


def test_a_laboratory_enters_results_and_releases_nothing() -> None:
    laboratory = person(Role.LABORATORY, laboratory=LABORATORY)

    assert may(laboratory, Action.ENTER_RESULTS, COUNTY, laboratory=LABORATORY)
    assert not may(laboratory, Action.RELEASE_REPORT, COUNTY, laboratory=LABORATORY)


@given(departments, actions)
def test_a_reader_changes_nothing(department: Department | None, action: Action) -> None:
    assert not allowed(action, department, Role.READER) or action in READING


def test_personal_data_are_clear_in_the_department_that_recorded_them() -> None:
    officer = person(Role.RECORDER, POLICE)

    assert may(officer, Action.READ_PERSONAL, COUNTY, recorded_by=POLICE)
    assert not may(officer, Action.READ_PERSONAL, COUNTY, recorded_by=MARKET)
    assert not may(officer, Action.READ_PERSONAL, COUNTY)


def test_data_that_no_department_recorded_are_clear_to_nobody() -> None:
    assert not may(person(Role.READER), Action.READ_PERSONAL, COUNTY, recorded_by=None)


def test_where_powers_are_separated_the_administrator_reads_no_audit_trail() -> None:
    for separated, granted in ((False, True), (True, False)):
        assert allowed(Action.READ_AUDIT, None, Role.ADMINISTRATOR, separated=separated) is granted
        assert allowed(Action.READ_AUDIT, None, Role.AUDITOR, separated=separated)


@given(departments, roles, actions)
def test_separating_powers_gives_nobody_more(department: Department | None, role: Role, action: Action) -> None:
    assert not allowed(action, department, role, separated=True) or allowed(action, department, role)


@given(departments)
def test_who_makes_accounts_records_nothing_and_who_records_makes_none(department: Department | None) -> None:
    for role in STAFF_ROLES:
        assert not allowed(Action.MANAGE_USERS, department, role)
        assert not allowed(Action.MANAGE_TOKENS, department, role)
    assert not allowed(Action.RECORD_BATCH, department, Role.ADMINISTRATOR)
    assert not allowed(Action.RECORD_CHECK, department, Role.ADMINISTRATOR)


def test_a_reported_batch_is_made_void_by_another_person_than_its_recorder() -> None:
    hands = {"wangmin", "lina"}

    assert second_person_needed(Action.VOID_REPORTED, "wangmin", hands)
    assert not second_person_needed(Action.VOID_REPORTED, "zhang", hands)
    assert not second_person_needed(Action.VOID_BATCH, "wangmin", hands)


def test_a_report_is_released_by_another_person_where_the_office_wants_four_eyes() -> None:
    assert second_person_needed(Action.RELEASE_REPORT, "wangmin", {"wangmin"}, four_eyes=True)
    assert not second_person_needed(Action.RELEASE_REPORT, "zhang", {"wangmin"}, four_eyes=True)
    assert not second_person_needed(Action.RELEASE_REPORT, "wangmin", {"wangmin"})


def test_every_sheet_asks_for_the_right_to_record_what_it_brings() -> None:
    assert all(action_of_sheet(kind) in GRANTS for kind in STORED_SHEETS)
    assert action_of_sheet(SheetKind.PURCHASE_PLAN) is None
    assert action_of_sheet("secrets") is None


def test_what_shows_or_ends_something_for_good_asks_for_the_password_again() -> None:
    assert {Action.UNMASK, Action.VOID_REPORTED, Action.MANAGE_USERS} <= PASSWORD_AGAIN
    assert not PASSWORD_AGAIN & READING


@pytest.mark.parametrize(
    ("role", "department", "laboratory", "can"),
    [
        (Role.RECORDER, MARKET, None, True),
        (Role.RECORDER, None, None, False),
        (Role.RECORDER, MARKET, LABORATORY, False),
        (Role.LABORATORY, None, LABORATORY, True),
        (Role.LABORATORY, None, None, False),
        (Role.LABORATORY, MARKET, LABORATORY, False),
        (Role.ADMINISTRATOR, None, None, True),
        (Role.AUDITOR, Department.COUNTY_OFFICE, None, True),
    ],
)
def test_staff_stand_in_a_department_and_a_laboratory_in_none(
    role: Role, department: Department | None, laboratory: str | None, can: bool
) -> None:
    assert fits(role, department, laboratory) is can
