"""What a token is for (令牌范围): names of actions, or one word for many."""

from collections.abc import Iterable

from fuelcheck.rules.permissions import READING, Subject, allowed
from fuelcheck.words import Action

READ = "read"
EVERYTHING = "everything"
WORDS = (READ, EVERYTHING, *(action.value for action in Action))
"""The words that a scope can be."""


def actions_of(words: Iterable[str]) -> frozenset[Action] | None:
    """The actions that the words stand for; None for everything that the holder may do.

    ValueError for a word that is none. No word: reading.

    >>> sorted(actions_of(["record_batch"]))
    [<Action.RECORD_BATCH: 'record_batch'>]
    """
    said = set(words) or {READ}
    named = frozenset(Action(word) for word in said - {READ, EVERYTHING})
    if EVERYTHING in said:
        return None
    return named | READING if READ in said else named


def beyond(subject: Subject, words: Iterable[str]) -> tuple[str, ...]:
    """The actions that were named one by one and that the holder's role does not have, sorted."""
    named = (Action(word) for word in set(words) - {READ, EVERYTHING})
    return tuple(sorted(action for action in named if not allowed(action, subject.department, subject.role)))
