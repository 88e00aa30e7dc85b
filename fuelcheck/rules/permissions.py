"""Who may do what (权限表): one table, read by the API, the pages and the tests.

A right is of an action, for a department and a role. What stands in no line is forbidden, and so
is what nobody has heard of. GB/T 22239-2019 asks for least privilege and for roles that check
each other. Where an office separates them strictly (三权分立), its administrator, who makes
accounts, reads no audit trail; that is a switch, off by default, for a small office has one person.
Personal data: only what is needed (个人信息保护法 Art. 6, 34), clear text in the department that recorded it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fuelcheck.words import Action, Department, Role, SheetKind


class Grant(NamedTuple):
    """These roles in these departments; None: a role that belongs to no department."""

    departments: frozenset[Department | None]
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who asks: a person, or a program with the rights of one.

    ``divisions`` are codes; ``laboratory`` is the one whose batches alone a laboratory knows;
    ``scopes`` narrow a token's rights (None: all that the role has).
    """

    login: str
    name: str
    role: Role
    department: Department | None
    divisions: frozenset[str]
    laboratory: str | None = None
    scopes: frozenset[Action] | None = None


_EVERY: frozenset[Department | None] = frozenset(Department)
_ANYWHERE = _EVERY | {None}
_CLERKS = frozenset({Role.RECORDER, Role.REVIEWER})
_HEADS = frozenset({Role.REVIEWER, Role.LEADER})
STAFF_ROLES = _CLERKS | _HEADS
"""The roles of people who work with records: each in a department."""


def _of(roles: Collection[Role], *departments: Department) -> Grant:
    return Grant(frozenset(departments), frozenset(roles))


_MARKET, _POLICE, _ECOLOGY = Department.MARKET_SUPERVISION, Department.TRAFFIC_POLICE, Department.ECOLOGY
_TRANSPORT, _HOUSING, _OFFICE = Department.TRANSPORT, Department.HOUSING, Department.COUNTY_OFFICE
_PATROL = (_POLICE, _ECOLOGY, _TRANSPORT)
_FLEET = (*_PATROL, _HOUSING)

_STAFF = Grant(_EVERY, STAFF_ROLES)
_LABORATORY = Grant(frozenset({None}), frozenset({Role.LABORATORY}))
_READER = Grant(_ANYWHERE, frozenset({Role.READER}))
_ADMINISTRATOR = Grant(_ANYWHERE, frozenset({Role.ADMINISTRATOR}))
_AUDITOR = Grant(_ANYWHERE, frozenset({Role.AUDITOR}))
_SAMPLING = _of(_CLERKS, _MARKET)
_SETTLING = _of({Role.REVIEWER}, _MARKET)

GRANTS: Mapping[Action, tuple[Grant, ...]] = {
    # fuel: the market supervision department samples, the laboratory tests
    Action.READ_SITES: (_STAFF, _READER),
    Action.RECORD_SITE: (_SAMPLING,),
    Action.READ_BATCHES: (_STAFF, _READER, _LABORATORY),
    Action.RECORD_BATCH: (_SAMPLING,),
    Action.DELIVER_SAMPLE: (_SAMPLING,),
    Action.RECEIVE_SAMPLE: (_SAMPLING, _LABORATORY),
    Action.ENTER_RESULTS: (_SAMPLING, _LABORATORY),
    Action.RELEASE_REPORT: (_SETTLING,),
    Action.AMEND: (_SAMPLING,),
    Action.VOID_BATCH: (_SAMPLING,),
    Action.VOID_REPORTED: (_SETTLING,),
    # vehicles: on the road, in the yard, in the statistics
    Action.READ_CHECKS: (_of(STAFF_ROLES, _MARKET, *_PATROL), _of({Role.LEADER}, _OFFICE), _READER),
    Action.RECORD_CHECK: (_of(_CLERKS, *_PATROL),),
    Action.VOID_CHECK: (_of({Role.REVIEWER}, *_PATROL),),
    Action.READ_VEHICLES: (_STAFF, _READER),
    Action.RECORD_VEHICLE: (_of(_CLERKS, *_FLEET),),
    Action.REPORT_FIGURE: (Grant(_EVERY, _CLERKS),),
    # ledgers and papers
    Action.ATTACH: (_of(_CLERKS, _MARKET, *_FLEET), _LABORATORY),
    Action.IMPORT: (_of(_CLERKS, _MARKET, *_FLEET),),
    Action.UNDO: (_of({Role.REVIEWER}, _MARKET, *_FLEET),),
    Action.EXPORT: (_STAFF, _READER),
    Action.READ_QUOTAS: (_STAFF, _READER),
    Action.ANSWER_NOTICE: (_SAMPLING,),
    Action.ISSUE_DOCUMENT: (_of(_HEADS, _MARKET, _ECOLOGY, _OFFICE),),
    Action.ISSUE_RECORD: (_of(_CLERKS, _MARKET, *_PATROL),),
    Action.READ_DOCUMENTS: (_STAFF, _READER),
    # registers and law
    Action.ENTER_REGISTER: (_SETTLING,),
    Action.READ_LAW: (_STAFF, _READER, _LABORATORY, _ADMINISTRATOR, _AUDITOR),
    Action.REGISTER_LAW: (_of({Role.REVIEWER}, _MARKET, _ECOLOGY, _OFFICE),),
    Action.CONFIRM_LIMIT: (_of({Role.REVIEWER}, _MARKET, _ECOLOGY),),
    Action.JUDGE: (_STAFF, _READER, _LABORATORY),
    # personal data
    Action.READ_PERSONAL: (_STAFF,),
    Action.UNMASK: (_of(_HEADS, _MARKET, _POLICE, _ECOLOGY),),
    Action.ERASE_PERSONAL: (_ADMINISTRATOR,),
    # the system itself
    Action.MANAGE_USERS: (_ADMINISTRATOR,),
    Action.MANAGE_TOKENS: (_ADMINISTRATOR,),
    Action.READ_AUDIT: (Grant(_EVERY, _HEADS), _AUDITOR, _ADMINISTRATOR),
    Action.BACK_UP: (_ADMINISTRATOR,),
}
"""The table. An action that stands in no line is nobody's."""

_SEPARATED: Mapping[Action, tuple[Grant, ...]] = {Action.READ_AUDIT: (_AUDITOR,)}
"""What holds instead where the powers are separated strictly."""

READING = frozenset({
    Action.READ_SITES, Action.READ_BATCHES, Action.READ_CHECKS, Action.READ_VEHICLES, Action.READ_QUOTAS,
    Action.READ_DOCUMENTS, Action.READ_LAW, Action.READ_AUDIT, Action.EXPORT, Action.JUDGE,
})  # fmt: skip
"""Actions that change nothing and show nobody's personal data: what a token may do that names no scope."""

PASSWORD_AGAIN = frozenset({
    Action.VOID_BATCH, Action.VOID_REPORTED, Action.VOID_CHECK, Action.UNMASK, Action.ERASE_PERSONAL,
    Action.MANAGE_USERS, Action.MANAGE_TOKENS,
})  # fmt: skip
"""Before these a browser's user gives the password once more."""

_ABOUT_NO_BATCH = frozenset({Action.READ_LAW, Action.JUDGE})

_SHEETS: Mapping[str, Action] = {
    "sites": Action.RECORD_SITE, "site_changes": Action.RECORD_SITE, "visits": Action.RECORD_BATCH,
    "samples": Action.RECORD_BATCH, "results": Action.ENTER_RESULTS, "vehicles": Action.RECORD_VEHICLE,
    "roadside_checks": Action.RECORD_CHECK,
}  # fmt: skip


def allowed(action: Action | str, department: Department | None, role: Role | str, *, separated: bool = False) -> bool:
    """Whether the table grants that action; False for whatever it does not know."""
    try:
        known, as_role = Action(action), Role(role)
    except ValueError:
        return False
    lines = {**GRANTS, **_SEPARATED} if separated else GRANTS
    return any(department in grant.departments and as_role in grant.roles for grant in lines.get(known, ()))


def table(*, separated: bool = False) -> Iterator[tuple[Action, Department | None, Role, bool]]:
    """The whole table, a row for each action, department (None last) and role."""
    for action in Action:
        for department in (*Department, None):
            for role in Role:
                yield action, department, role, allowed(action, department, role, separated=separated)


def may(
    subject: Subject, action: Action | str, division: str, *, laboratory: str | None = None,
    recorded_by: Department | None = None, separated: bool = False,
) -> bool:  # fmt: skip
    """Whether that person or program may do it with a record of ``division``.

    ``laboratory`` is the batch's: a laboratory is refused where it is not its own or not told.
    ``recorded_by`` is the department that recorded the personal data that READ_PERSONAL is about.
    """
    if division not in subject.divisions or (subject.scopes is not None and action not in subject.scopes):
        return False
    if subject.role is Role.LABORATORY and action not in _ABOUT_NO_BATCH and not _own(subject, laboratory):
        return False
    if action == Action.READ_PERSONAL and (recorded_by is None or recorded_by is not subject.department):
        return False
    return allowed(action, subject.department, subject.role, separated=separated)


def _own(subject: Subject, laboratory: str | None) -> bool:
    return laboratory is not None and laboratory == subject.laboratory


def action_of_sheet(kind: SheetKind | str) -> Action | None:
    """What an import of such a sheet asks for besides IMPORT; None (nobody may) for a sheet unknown here."""
    return _SHEETS.get(kind)


def second_person_needed(action: Action, who: str, recorders: Collection[str], *, four_eyes: bool = False) -> bool:
    """Whether this must be left to another person than ``who`` (复核: 录入与审核分离).

    ``recorders`` are the logins that recorded the batch and entered its results. A batch with a
    report is never made void by one of them; a report is released by another person where the
    office wants four eyes.
    """
    guarded = action is Action.VOID_REPORTED or (four_eyes and action is Action.RELEASE_REPORT)
    return guarded and who in recorders


def fits(role: Role, department: Department | None, laboratory: str | None) -> bool:
    """Whether such a person can be: staff stand in a department, a laboratory's sign-in in none."""
    if role is Role.LABORATORY:
        return department is None and bool(laboratory)
    return laboratory is None and (role not in STAFF_ROLES or department is not None)
