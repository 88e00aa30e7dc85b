"""The steps of the feature about permissions: a person, an action, and what the table says."""

from dataclasses import replace

from pytest_bdd import given, then

from fuelcheck.rules.masking import shown_to
from fuelcheck.rules.permissions import Subject, allowed, may, second_person_needed
from fuelcheck.words import Action, Department, PersonalKind, Role
from tests.steps.sentences import sentence

COUNTY, NEIGHBOUR = "410329", "410328"
ACTIONS = {word.zh: word for word in Action}
ROLES = {word.zh: word for word in Role}
DEPARTMENTS = {word.zh: word for word in Department}
KINDS = {word.zh: word for word in PersonalKind}
MAY = {"可以": True, "不可以": False}
NEEDED = {"须": True, "不必": False}
SEPARATED = {"实行三权分立": True, "不实行三权分立": False}
FOUR_EYES = {"单位规定双人复核": True, "单位未规定双人复核": False}


@given(sentence("有{department}的{role}，{separated}"), target_fixture="asked")
def a_person_under_separation(department: str, role: str, separated: str) -> tuple[Subject, bool]:
    person = Subject("x", "某某", ROLES[role], DEPARTMENTS[department], frozenset({COUNTY}))
    return person, SEPARATED[separated]


@given(sentence("有{department}的{role:w}"), target_fixture="asked")
def a_person(department: str, role: str) -> tuple[Subject, bool]:
    return a_person_under_separation(department, role, "不实行三权分立")


@given(sentence("有检验机构“{name:Text}”"), target_fixture="asked")
def a_laboratory(name: str) -> tuple[Subject, bool]:
    return Subject("x", name, Role.LABORATORY, None, frozenset({COUNTY}), name), False


@given(sentence("{recorder}录入了批次，{other}录入了检验结果"), target_fixture="hands")
def recorded(recorder: str, other: str) -> set[str]:
    return {recorder, other}


@then(sentence("对于“{action:Text}”，{granted:w}"))
def is_granted(asked: tuple[Subject, bool], action: str, granted: str) -> None:
    person, separated = asked
    assert may(person, ACTIONS[action], COUNTY, separated=separated) is MAY[granted]


@then(sentence("对于送到“{laboratory:Text}”的批次的“{action:Text}”，{granted:w}"))
def is_granted_of_a_batch(asked: tuple[Subject, bool], laboratory: str, action: str, granted: str) -> None:
    assert may(asked[0], ACTIONS[action], COUNTY, laboratory=laboratory) is MAY[granted]


@then(sentence("对于别的县的记录的“{action:Text}”，{granted:w}"))
def is_granted_elsewhere(asked: tuple[Subject, bool], action: str, granted: str) -> None:
    person = asked[0]
    assert allowed(ACTIONS[action], person.department, person.role)
    assert may(person, ACTIONS[action], NEIGHBOUR) is MAY[granted]
    assert may(replace(person, divisions=frozenset({NEIGHBOUR})), ACTIONS[action], NEIGHBOUR)


@then(sentence("“{who:Text}”要“{action:Text}”的，{rule}，{needed:w}由另一人办理"))
def needs_another(hands: set[str], who: str, action: str, rule: str, needed: str) -> None:
    assert second_person_needed(ACTIONS[action], who, hands, four_eyes=FOUR_EYES[rule]) is NEEDED[needed]


@then(sentence("公安交警录入的{kind:w}“{text:Text}”，看到的是“{shown:Text}”"))
def is_seen(asked: tuple[Subject, bool], kind: str, text: str, shown: str) -> None:
    assert shown_to(asked[0], KINDS[kind], text, COUNTY, Department.TRAFFIC_POLICE) == shown
