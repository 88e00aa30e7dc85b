"""Personal data erased by rule: value and key go, the hash in the chain stays, and an act says by which rule.

个人信息保护法 art. 19 and 47: kept for the shortest time that the purpose needs, then erased. The
names of drivers serve until the case is closed, so a record whose follow-up is still open keeps its name.
An issued paper (印发的文书) is kept as it was issued, under the rules of the archive: it is named here, not changed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.roadside import RoadsideLaw
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.services.check_filing import NOUN
from fuelcheck.services.retests import NoSuchCheck
from fuelcheck.standing.checks import lines_of
from fuelcheck.standing.issued import issued_with_names
from fuelcheck.store import checks, personal
from fuelcheck.store.acts import Act
from fuelcheck.store.papers import documents
from fuelcheck.store.rows import content
from fuelcheck.store.session import View


class NothingPersonal(FuelcheckError):
    """The record names nobody."""

    code = "nothing-personal"
    sentence = N_("The check {record_no} names no driver: there is nothing to erase")


class AlreadyErased(FuelcheckError):
    """The name was erased before."""

    code = "already-erased"
    sentence = N_("The driver's name of the check {record_no} was erased before")


@dataclass(frozen=True, slots=True)
class Erased:
    """The records whose driver's name was erased, and those that keep it because their follow-up is open.

    ``issued`` are the numbers of the issued papers on which an erased name still stands.
    """

    erased: tuple[str, ...]
    kept: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()


def erase_driver(act: Act, record_no: str, rule: str) -> Erased:
    """Erase the driver's name of one record with its keys; ``rule`` says why.

    NoSuchCheck, NothingPersonal, AlreadyErased.
    """
    fact = checks.check(act.connection, act.division, record_no)
    if fact is None:
        raise NoSuchCheck(record_no=record_no)
    if not fact.driver:
        raise NothingPersonal(record_no=record_no)
    if _subject(fact) not in personal.subjects(act.connection, act.division):
        raise AlreadyErased(record_no=record_no)
    _erase(act, _subject(fact), rule)
    return _erased(act, [fact])


def erase_drivers(act: Act, law: RoadsideLaw, before: date, rule: str, as_of: date) -> Erased:
    """Erase the drivers' names of all checks before a day, but of those whose follow-up is open on ``as_of``."""
    view = View(act.connection, act.division, act.head)
    held = personal.subjects(act.connection, act.division)
    facts = [fact for fact in checks.records_before(act.connection, act.division, before) if _subject(fact) in held]
    lines = lines_of(view, law, facts, as_of)
    open_ = {line.record_no for line in lines if line.follow_up is not None and line.follow_up.open}
    due = [fact for fact in facts if fact.record_no not in open_]
    for fact in due:
        _erase(act, _subject(fact), rule)
    return _erased(act, due, open_)


def _erased(act: Act, facts: Sequence[CheckFact], kept: Collection[str] = ()) -> Erased:
    gone = tuple(fact.record_no for fact in facts)
    papers = issued_with_names(documents(act.connection, act.division), frozenset(gone))
    return Erased(gone, tuple(sorted(kept)), papers)


def _erase(act: Act, subject: str, rule: str) -> None:
    personal.forget(act, subject)
    before = content(act.connection, "erasure", act.division, subject=subject)
    after = {"subject": subject, "rule": rule}
    if before is None:
        act.create("erasure", after, kind="erased")
    else:
        act.amend("erasure", before, after, kind="erased")


def _subject(fact: CheckFact) -> str:
    return personal.subject_of(NOUN, fact.record_no)
