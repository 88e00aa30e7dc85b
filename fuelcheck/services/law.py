"""Registering standards and programmes (登记标准、细则), and confirming limits against the official text (核对)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.standards import Item, Limit, Programme, Standard
from fuelcheck.rules.confirming import key_of
from fuelcheck.rules.verdicts import limit_in_signs, limit_text
from fuelcheck.services.meant_limits import item_shown
from fuelcheck.store.acts import Act
from fuelcheck.store.rows import content
from fuelcheck.store.types import Content


class Registering(StrEnum):
    """What became of a text that was to be registered."""

    NEW = "new"
    SAME = "same"
    REPLACED = "replaced"


class OtherStandardText(FuelcheckError):
    """Standards are registered with another text."""

    code = "other-standard-text"
    sentence = N_("Registered with another text: {standards}; replace it with --update and --reason")


class StandardTwice(FuelcheckError):
    """Two files state the same phase of the same edition."""

    code = "standard-twice"
    sentence = N_("Two files state {standards}: take one of them away, or name the one that is meant")


class ForeignProgramme(FuelcheckError):
    """A programme of another division."""

    code = "foreign-programme"
    sentence = N_("The programme {programme} is of division {found}, not of {division}")


class OtherProgrammeText(FuelcheckError):
    """A programme of that id is registered with another text."""

    code = "other-programme-text"
    sentence = N_("The programme {programme} is registered with another text; replace it with --update and --reason")


class NoEvidence(FuelcheckError):
    """A limit is to be confirmed and nobody says against what."""

    code = "no-evidence"
    sentence = N_("Which paper was the limit compared with, and where in it? Add --evidence")


class NotConfirmed(FuelcheckError):
    """A confirmation is to be taken back that nobody made."""

    code = "not-confirmed"
    sentence = N_("Nobody confirmed {limit} of {item} in {standard}: there is nothing to take back")


def register_standards(
    act: Act, standards: Sequence[tuple[Standard, str]], *, update: bool = False
) -> Mapping[str, Registering]:
    """Copy the texts of standards into the store, by name what became of each: judgements read them there.

    The same text again changes nothing; other texts under the same name are refused together
    unless ``update``. StandardTwice, OtherStandardText.
    """
    counted = Counter(standard.name for standard, _ in standards)
    if twice := [name for name, count in counted.items() if count > 1]:
        raise StandardTwice(standards=", ".join(twice))
    rows = [{"name": standard.name, "text": text, "sha256": standard.sha256} for standard, text in standards]
    known = [content(act.connection, "standard", act.division, name=row["name"]) for row in rows]
    became = {row["name"]: _became(before, row) for row, before in zip(rows, known, strict=True)}
    other = [name for name, outcome in became.items() if outcome is Registering.REPLACED]
    if other and not update:
        raise OtherStandardText(standards=", ".join(other))
    for row, before in zip(rows, known, strict=True):
        _register(act, "standard", before, row)
    return became


def register_programme(act: Act, programme: Programme, text: str, *, update: bool = False) -> Registering:
    """Copy a programme's text into the store; otherwise like a standard's. ForeignProgramme, OtherProgrammeText."""
    if programme.division != act.division:
        raise ForeignProgramme(programme=programme.id, found=programme.division, division=act.division)
    row = {"id": programme.id, "year": programme.year, "text": text, "sha256": programme.sha256}
    before = content(act.connection, "programme", act.division, id=programme.id)
    became = _became(before, row)
    if became is Registering.REPLACED and not update:
        raise OtherProgrammeText(programme=programme.id)
    _register(act, "programme", before, row)
    return became


def confirm_limit(
    act: Act, standard: Standard, item: Item, limit: Limit, evidence: str, evidence_sha256: str | None = None
) -> bool:
    """Record that a limit of a registered standard was compared with the official text; False: it was known.

    ``evidence`` names the paper and the place in it, ``evidence_sha256`` is of a file of that
    paper. The same figure compared with the same paper again changes nothing. NoEvidence.
    """
    if not evidence.strip():
        raise NoEvidence()
    key = _key(standard, item, limit)
    found = {"limit_text": limit_text(limit), "evidence": evidence.strip(), "evidence_sha256": evidence_sha256}
    row = {**key, **found, "standard_sha256": standard.sha256}
    before = content(act.connection, "confirmation", act.division, **key)
    if before is None:
        act.create("confirmation", row, kind="confirmed")
    elif any(before[column] != value for column, value in found.items()):
        act.amend("confirmation", before, row, kind="confirmed")
    else:
        return False
    return True


def withdraw_confirmation(act: Act, standard: Standard, item: Item, limit: Limit) -> None:
    """Take the confirmation of a limit back: its mark of doubt is there again. NotConfirmed."""
    before = content(act.connection, "confirmation", act.division, **_key(standard, item, limit))
    if before is None:
        raise NotConfirmed(limit=limit_in_signs(limit), item=item_shown(item), standard=standard.name)
    act.remove("confirmation", before, kind="withdrawn")


def _key(standard: Standard, item: Item, limit: Limit) -> dict[str, str]:
    key = key_of(item, limit)
    return {"standard": standard.name, "item": key.item, "grades": ";".join(key.grades), "season": key.season}


def _became(before: Content | None, row: Content) -> Registering:
    if before is None:
        return Registering.NEW
    return Registering.SAME if before == row else Registering.REPLACED


def _register(act: Act, noun: str, before: Content | None, row: Content) -> None:
    if before is None:
        act.create(noun, row, kind="registered")
    elif before != row:
        act.amend(noun, before, row)
