"""Who stands at the door, and whether the permission table lets them in.

Every address has a door: an action of ``rules.permissions``, or none where it is meant to be
open. An address without a door lets nobody in. A program brings a bearer token, a browser its
session; what a browser changes needs the session's own word besides (CSRF).
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import current_app, g, request

from api import bodies, pace
from api.office import office
from api.problems import Refusal
from fuelcheck.language import N_
from fuelcheck.rules.permissions import PASSWORD_AGAIN, Subject, may
from fuelcheck.services import signing_in, tokens
from fuelcheck.store.session import NoDivision, WhichDivision
from fuelcheck.words import Action, Role

COOKIE = "__Host-fuelcheck"
CSRF = "X-CSRF-Token"
_BEARER = "bearer "
_SAFE = frozenset({"GET", "HEAD"})

F = TypeVar("F", bound=Callable[..., Any])


class NobodyAsks(Refusal):
    """Neither a token nor a session."""

    code, status = "not-signed-in", 401
    sentence = N_("Sign in, or send a token")


class NotAllowed(Refusal):
    """The permission table does not let them."""

    code, status = "not-allowed", 403
    sentence = N_("You may not do this")


class ForeignPage(Refusal):
    """A browser's change that does not come from our own page."""

    code, status = "foreign-page", 403
    sentence = N_("The request does not come from a page of this service; load the page again")


class ChangePasswordFirst(Refusal):
    """The password is somebody else's gift."""

    code, status = "change-password-first", 403
    sentence = N_("Change the password that was given to you first")


class PasswordAgain(Refusal):
    """What is asked for needs the password once more."""

    code, status = "password-again", 403
    sentence = N_("Give your password once more before this")


@dataclass(frozen=True, slots=True)
class Door:
    """What an address asks for: an action (None: it is open), the media types of its body, and its size."""

    action: Action | None
    takes: tuple[str, ...] = ()
    most: int = bodies.SMALL


def door(action: Action | None, *takes: str, most: int = bodies.SMALL) -> Callable[[F], F]:
    """Hang a door before a view."""

    def hang(view: F) -> F:
        view.door = Door(action, takes, most)  # type: ignore[attr-defined]
        return view

    return hang


def door_of(endpoint: str) -> Door | None:
    """The door of an endpoint of this application, if it has one."""
    found: Door | None = getattr(current_app.view_functions[endpoint], "door", None)
    return found


def enter() -> None:
    """Let a request in, or refuse it; called before every one."""
    if request.endpoint is None:  # an unknown address, or another method: answered as such
        return
    found = door_of(request.endpoint)
    if found is None:
        raise NotAllowed()
    pace.check(pace.OPEN if found.action is None else pace.KNOWN)
    bodies.check(found.takes if request.method not in _SAFE else (), found.most)
    if found.action is not None:
        g.subject = _subject(found.action)
        g.division = _division(g.subject)
        _let_in(g.subject, found.action)


def subject() -> Subject:
    """Who asks."""
    found: Subject = g.subject
    return found


def division() -> str:
    """The division that the request is about."""
    found: str = g.division
    return found


def laboratory() -> str | None:
    """The laboratory whose batches alone are shown; None: all of them."""
    return subject().laboratory if subject().role is Role.LABORATORY else None


def need(action: Action, *, of_laboratory: str | None = None) -> None:
    """Refuse unless the table lets them do this, too."""
    if not may(subject(), action, division(), laboratory=of_laboratory):
        raise NotAllowed()


def csrf_word(session_id: str) -> str:
    """What a page of ours sends along with every change: known to whoever holds the session."""
    return hmac.new(session_id.encode(), b"fuelcheck/csrf", "sha256").hexdigest()


def _subject(action: Action) -> Subject:
    header = request.headers.get("Authorization", "")
    if header.lower().startswith(_BEARER):
        return tokens.bearer(office().store, header[len(_BEARER) :].strip()).subject
    session_id = request.cookies.get(COOKIE)
    if header or not session_id:
        raise NobodyAsks()
    return _of_session(session_id, action)


def _of_session(session_id: str, action: Action) -> Subject:
    store = office().store
    session = signing_in.signed_in(store, session_id)
    if request.method not in _SAFE:
        word = request.headers.get(CSRF, "").encode()
        own = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        if not (own and hmac.compare_digest(word, csrf_word(session_id).encode())):
            raise ForeignPage()
    if session.must_change:
        raise ChangePasswordFirst()
    if action in PASSWORD_AGAIN and not session.proved(store.clock()):
        raise PasswordAgain()
    return session.subject


def _division(who: Subject) -> str:
    """The division named, else the office's, else the only one; another's is as if it were not there."""
    known, set_ = ", ".join(sorted(who.divisions)), office().settings.division.value
    named = request.args.get("division") or (set_ if set_ in who.divisions else None)
    if named is not None and named not in who.divisions:
        raise NoDivision(division=named, known=known)
    if named is None and len(who.divisions) > 1:
        raise WhichDivision(known=known)
    return named or next(iter(who.divisions))


def _let_in(who: Subject, action: Action) -> None:
    if not may(who, action, division(), laboratory=who.laboratory):
        raise NotAllowed()
