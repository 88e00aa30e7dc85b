"""Tokens (令牌) for programs and telephones: shown once, kept as a hash, with scopes and an end.

A token acts for a person, narrowed by its scopes; or for a laboratory, on its own batches; for
neither it only reads. Whoever changes that person's role or closes the account changes the token
with it.
"""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.permissions import Subject
from fuelcheck.rules.scopes import EVERYTHING, READ, WORDS, actions_of, beyond
from fuelcheck.services.people import NotInRegister, UnknownUser
from fuelcheck.services.signing_in import hash_of
from fuelcheck.store.acts import Act
from fuelcheck.store.people import Account, Token, account, keep_secret, note_use, token
from fuelcheck.store.rows import content, contents
from fuelcheck.store.session import Store
from fuelcheck.store.sign_ins import looking, writing
from fuelcheck.store.types import moment_text
from fuelcheck.words import Action, Role

LONGEST = timedelta(days=366)
_MARK = "fct"
_FORM = re.compile(rf"{_MARK}_([a-z2-7]{{8}})_([A-Za-z0-9_-]{{43}})")
_PREFIX_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_PREFIX = 8
_SECRET_BYTES = 32
_NOTED = timedelta(minutes=1)


class BadScope(FuelcheckError):
    """A scope that is none."""

    code = "bad-scope"
    sentence = N_("{value} is no scope; allowed: {allowed}")


class ScopeBeyond(FuelcheckError):
    """A token is to be good for more than its holder may do."""

    code = "scope-beyond"
    sentence = N_("{holder} may not do this, so no token of theirs can: {actions}")


class BadExpiry(FuelcheckError):
    """An end that has passed, or is too far away."""

    code = "bad-expiry"
    sentence = N_("A token ends after today and within {days} days")


class TokenNameTaken(FuelcheckError):
    """A token of that name is good still."""

    code = "token-name-taken"
    sentence = N_("There is a token {name} already; revoke it first, or choose another name")


class UnknownToken(FuelcheckError):
    """No token of that prefix or name."""

    code = "unknown-token"
    sentence = N_("There is no good token {name}; fuelcheck token list shows those that there are")


class DeviceOfNobody(FuelcheckError):
    """A telephone without a person."""

    code = "device-of-nobody"
    sentence = N_("A telephone is somebody's: name the person with --user")


class TwoHolders(FuelcheckError):
    """A token for a person and for a laboratory."""

    code = "two-holders"
    sentence = N_("A token acts for a person or for a laboratory, not for both")


class TokenRefused(FuelcheckError):
    """A token that is none, was revoked, has ended, or whose person's account is closed: which, is not told."""

    code = "token-refused"
    sentence = N_("The token is not good, or no longer")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A token as it is asked for; ``scopes`` are words of ``rules.scopes``.

    None named: a laboratory's token is good for all that a laboratory does, any other for reading.
    """

    name: str
    expires_at: datetime
    login: str | None = None
    laboratory: str | None = None
    scopes: tuple[str, ...] = ()
    device: bool = False


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who comes with a good token, and with which."""

    token: Token
    subject: Subject


def add_token(act: Act, wanted: Wanted, now: datetime) -> tuple[str, str]:
    """Make a token; returns its prefix and the whole token, which nothing can show again.

    BadScope, BadExpiry, TokenNameTaken, TwoHolders, UnknownUser, NotInRegister, DeviceOfNobody, ScopeBeyond.
    """
    _check(act, wanted, now)
    scopes = wanted.scopes or (EVERYTHING if wanted.laboratory else READ,)
    prefix = "".join(secrets.choice(_PREFIX_LETTERS) for _ in range(_PREFIX))
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    act.create("token", {
        "prefix": prefix, "name": wanted.name, "login": wanted.login, "laboratory": wanted.laboratory,
        "scopes": ";".join(scopes), "expires_at": moment_text(wanted.expires_at),
        "device": int(wanted.device), "revoked": 0,
    })  # fmt: skip
    act.flush()
    keep_secret(act.connection, act.division, prefix, hash_of(secret))
    return prefix, f"{_MARK}_{prefix}_{secret}"


def revoke_token(act: Act, name: str) -> None:
    """Revoke the token of that prefix or name; UnknownToken."""
    good = contents(act.connection, "token", act.division, revoked=0)
    before = next((row for row in good if name in (row["prefix"], row["name"])), None)
    if before is None:
        raise UnknownToken(name=name)
    act.amend("token", before, before | {"revoked": 1}, kind="revoked")


def bearer(store: Store, text: str) -> Bearer:
    """Who comes with that token; its use is noted. TokenRefused."""
    match, now = _FORM.fullmatch(text), store.clock()
    if match is None:
        raise TokenRefused()
    with looking(store) as connection:
        found = token(connection, match[1])
        who = None if found is None or found[0].login is None else account(connection, found[0].login)
    if found is None or not hmac.compare_digest(found[1], hash_of(match[2])) or not _is_good(found[0], who, now):
        raise TokenRefused()
    if found[0].last_used_at is None or now - found[0].last_used_at >= _NOTED:
        with writing(store) as connection:
            note_use(connection, found[0], now)
    return Bearer(found[0], _subject(found[0], who))


def _check(act: Act, wanted: Wanted, now: datetime) -> None:
    for word in wanted.scopes:
        if word not in WORDS:
            raise BadScope(value=word, allowed=", ".join(WORDS))
    if not now < wanted.expires_at <= now + LONGEST:
        raise BadExpiry(days=LONGEST.days)
    if content(act.connection, "token", act.division, name=wanted.name, revoked=0) is not None:
        raise TokenNameTaken(name=wanted.name)
    if wanted.login is not None and wanted.laboratory is not None:
        raise TwoHolders()
    if wanted.device and wanted.login is None:
        raise DeviceOfNobody()
    _check_holder(act, wanted)


def _check_holder(act: Act, wanted: Wanted) -> None:
    who = None if wanted.login is None else account(act.connection, wanted.login)
    if wanted.login is not None and (who is None or not who.active or who.division != act.division):
        raise UnknownUser(login=wanted.login)
    laboratory = wanted.laboratory
    if laboratory is not None and content(act.connection, "laboratory", act.division, name=laboratory) is None:
        raise NotInRegister(name=laboratory)
    subject = who.subject() if who else _nobody(wanted.name, act.division, laboratory)
    if actions := beyond(subject, wanted.scopes):
        raise ScopeBeyond(holder=wanted.login or laboratory or Role.READER.zh, actions=", ".join(actions))


def _is_good(one: Token, who: Account | None, now: datetime) -> bool:
    person = one.login is None or (who is not None and who.active)
    return person and not one.revoked and now < one.expires_at


def _subject(one: Token, who: Account | None) -> Subject:
    scopes = actions_of(one.scopes)
    return who.subject(scopes) if who else _nobody(one.name, one.division, one.laboratory, scopes)


def _nobody(name: str, division: str, laboratory: str | None, scopes: frozenset[Action] | None = None) -> Subject:
    role = Role.READER if laboratory is None else Role.LABORATORY
    return Subject(f"token/{name}", name, role, None, frozenset({division}), laboratory, scopes)
