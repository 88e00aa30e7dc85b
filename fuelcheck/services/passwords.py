"""Hashing passwords (Argon2id; RFC 9106): slow on purpose, so never inside a transaction that writes.

64 MiB for each hash: no more than two at a time, however many knock at the door.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.passwords import LONGEST, SENTENCE, SHORTEST, is_strong, normal

if TYPE_CHECKING:
    from argon2 import PasswordHasher

AT_A_TIME = 2
_PLACES = BoundedSemaphore(AT_A_TIME)
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4


class WeakPassword(FuelcheckError):
    """A password that is guessed soon."""

    code = "weak-password"
    sentence = N_(
        "The password is too weak: {shortest} to {longest} characters of three kinds (capitals, small letters, digits,"
        " others), or a sentence of {sentence} and more; the login must not stand in it"
    )


class SamePassword(FuelcheckError):
    """The new password is the old one."""

    code = "same-password"
    sentence = N_("The new password is the old one")


@contextmanager
def at_the_hash() -> Iterator[None]:
    """A place at the hash; what is looked up inside cannot be overtaken by more than ``AT_A_TIME`` others."""
    with _PLACES:
        yield


def new_hash(password: str, login: str) -> str:
    """The hash of a password that is to be the login's; WeakPassword."""
    if not is_strong(password, login):
        raise WeakPassword(shortest=SHORTEST, longest=LONGEST, sentence=SENTENCE)
    with at_the_hash():
        return _hasher().hash(normal(password))


def matches(hash_: str | None, password: str) -> bool:
    """Whether the password is the one of that hash; to be called ``at_the_hash``.

    None (nobody has that login) takes as long and is False: how long the answer takes tells nothing.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        fits = _hasher().verify(hash_ or _nobodys_hash(), normal(password)[:LONGEST])
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False
    return fits and hash_ is not None


def one_time_password(login: str) -> str:
    """A random password without letters that look alike, strong for that login: ``k7wq-m2pz-…``."""
    while True:
        groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
        if is_strong(password := "-".join(groups), login):
            return password


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys_hash() -> str:
    return _hasher().hash(secrets.token_hex())
