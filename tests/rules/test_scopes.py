"""Scopes of tokens: words, and the actions that they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.permissions import READING, Subject, may
from fuelcheck.rules.scopes import EVERYTHING, READ, WORDS, actions_of, beyond
from fuelcheck.words import Action, Department, Role

CLERK = Subject("x", "某某", Role.RECORDER, Department.MARKET_SUPERVISION, frozenset({"410329"}))


def test_no_word_is_reading() -> None:
    assert actions_of(()) == actions_of([READ]) == READING


def test_everything_does_not_narrow() -> None:
    assert actions_of([EVERYTHING, "record_batch"]) is None


@given(st.lists(st.sampled_from(Action), min_size=1))
def test_named_actions_are_those_and_no_others(named: list[Action]) -> None:
    assert actions_of(named) == set(named)
    assert actions_of([*named, READ]) == set(named) | READING


def test_a_word_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="void"):
        actions_of(["void"])


@given(st.sets(st.sampled_from(WORDS)))
def test_what_lies_beyond_the_role_is_granted_by_no_scope(words: set[str]) -> None:
    token = Subject(CLERK.login, CLERK.name, CLERK.role, CLERK.department, CLERK.divisions, None, actions_of(words))

    assert not any(may(token, action, "410329") for action in beyond(CLERK, words))


def test_what_lies_beyond_is_named() -> None:
    assert beyond(CLERK, ["record_batch", "manage_users", READ]) == ("manage_users",)
