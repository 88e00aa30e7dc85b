"""Registering standards and programmes, and confirming limits against the official text."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.faults import Remark
from fuelcheck.law.load import find_programme, find_standards, standard_files
from fuelcheck.law.load import read_programme as parse_programme
from fuelcheck.law.load import read_standard as parse_standard
from fuelcheck.law.standards import Item, Limit, Programme, Standard
from fuelcheck.library.reasons import need_reason
from fuelcheck.rules.confirming import key_of
from fuelcheck.services import law
from fuelcheck.services.law import Registering
from fuelcheck.services.meant_limits import Wanted, meant_item, meant_limits, meant_standard
from fuelcheck.store import law as stored
from fuelcheck.store.acts import Act
from fuelcheck.store.law import Vouched
from fuelcheck.store.session import Store
from fuelcheck.toml.text import FileRefused, file_text


@dataclass(frozen=True, slots=True)
class Settled:
    """A limit whose confirmation was made or taken back; not ``changed``: it stood like that already."""

    standard: Standard
    item: Item
    limit: Limit
    changed: bool = True


def add_standards(
    store: Store, names: Sequence[str] = (), *, by: str, update: bool = False, reason: str | None = None,
    division: str | None = None, data: Path | None = None,
) -> Mapping[str, Registering]:  # fmt: skip
    """Register standards, by number or from files; without names all that ``found_standards`` finds.

    Says of each, by its name, what became of it; another text of a registered one needs ``update``.
    """
    need_reason(update, reason)
    found = [pair for name in names for pair in _standards(name, data)] if names else found_standards(data)
    with store.act("standard", by, reason=reason, division=division) as act:
        return law.register_standards(act, found, update=update)


def found_standards(data: Path | None = None) -> list[tuple[Standard, str]]:
    """All standards with their texts that the office's ``data`` folder and the package hold."""
    return [_standard(file_text(path), str(path)) for path in standard_files(data)]


def add_programme(
    store: Store, name: str, *, by: str, update: bool = False, reason: str | None = None,
    division: str | None = None, data: Path | None = None,
) -> tuple[Programme, Registering]:  # fmt: skip
    """Register a programme, by its id or from a file; another text of the same id needs ``update``."""
    need_reason(update, reason)
    text, source = (file_text(Path(name)), Path(name)) if _is_file(name) else find_programme(name, data)
    programme = parse_programme(text, str(source))
    with store.act("programme", by, reason=reason, division=division) as act:
        return programme, law.register_programme(act, programme, text, update=update)


def confirm_limit(
    store: Store, standard: str, item: str, *, evidence: str, by: str, grade: str | None = None,
    season: str | None = None, every: bool = False, evidence_file: str | Path | None = None,
    division: str | None = None,
) -> tuple[Settled, ...]:  # fmt: skip
    """Record that a limit of a registered standard was compared with the official text.

    ``standard`` is number and phase, ``item`` its key or a name as reports write it; ``grade``
    and ``season`` pick one of several limits, ``every`` takes all that fit. ``evidence`` names
    the paper and the place in it; of ``evidence_file`` the digest is kept. What was confirmed
    with the same figure and evidence stays as it is. From then on judgements call it confirmed.
    """
    digest = None if evidence_file is None else _digest(Path(evidence_file))
    with store.act("confirm", by, division=division) as act:
        return tuple(
            Settled(text, of, limit, law.confirm_limit(act, text, of, limit, evidence, digest))
            for text, of, limit in _meant(act, standard, item, Wanted(grade, season, every))
        )


def withdraw_confirmation(
    store: Store, standard: str, item: str, *, reason: str, by: str, grade: str | None = None,
    season: str | None = None, every: bool = False, division: str | None = None,
) -> tuple[Settled, ...]:  # fmt: skip
    """Take the confirmation of a limit back, named as for ``confirm_limit``; NotConfirmed, ReasonNeeded.

    ``every`` takes back all that there are for the item.
    """
    need_reason(True, reason)
    with store.act("withdraw", by, reason=reason, division=division) as act:
        meant = _meant(act, standard, item, Wanted(grade, season, every))
        if every:
            known = {(one.standard, one.key) for one in stored.confirmations(act.connection, act.division)}
            meant = [one for one in meant if (one[0].name, key_of(*one[1:])) in known] or meant
        for text, of, limit in meant:
            law.withdraw_confirmation(act, text, of, limit)
        return tuple(Settled(*one) for one in meant)


def registered_standards(
    store: Store, *, known_at: datetime | None = None, division: str | None = None
) -> tuple[Standard, ...]:
    """The standards registered for a division by name, their confirmed limits without a mark of doubt."""
    with store.reading(division, known_at) as view:
        return stored.standards(view.connection, view.division)


def confirmed_limits(
    store: Store, *, known_at: datetime | None = None, division: str | None = None
) -> tuple[Vouched, ...]:
    """Who confirmed which limits, when, against what; also figures that a later text changed."""
    with store.reading(division, known_at) as view:
        return stored.vouched(view)


def registered_programmes(
    store: Store, *, known_at: datetime | None = None, division: str | None = None
) -> tuple[Programme, ...]:
    """The programmes registered for a division, by year and id."""
    with store.reading(division, known_at) as view:
        return stored.programmes(view.connection, view.division)


def _meant(act: Act, standard: str, item: str, wanted: Wanted) -> list[tuple[Standard, Item, Limit]]:
    text = meant_standard(stored.registered_standards(act.connection, act.division), standard)
    of = meant_item(text, item)
    return [(text, of, limit) for limit in meant_limits(text, of, wanted)]


def _standards(name: str, data: Path | None) -> list[tuple[Standard, str]]:
    texts = [(file_text(Path(name)), Path(name))] if _is_file(name) else find_standards(name, data)
    return [_standard(text, str(source)) for text, source in texts]


@lru_cache(maxsize=64)
def _standard(text: str, source: str) -> tuple[Standard, str]:
    return parse_standard(text, source), text


def _is_file(name: str) -> bool:
    return Path(name).suffix == ".toml" or Path(name).is_file()


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise FileRefused(str(path), [Remark("missing-file", file=str(path))]) from error
    except OSError as error:
        raise EnvironmentProblem(why=str(error)) from error
