"""What the law says about a check, as its record prints it: notes with their basis and how sure each is.

The notes are data (``check-law.toml`` beside the sentences): the Air Law (大气污染防治法) gives way to the
Ecological and Environmental Code on 2026-08-15, so every note has the days on which it holds.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fuelcheck.resources import documents_folder
from fuelcheck.standing.check_record import CheckRecord
from fuelcheck.words import Confidence, Verdict


@dataclass(frozen=True, slots=True)
class LegalNote:
    """One note. Empty ``on``, ``states`` and ``division`` demand nothing."""

    basis: str
    text: str
    confidence: Confidence
    first: date | None = None
    last: date | None = None
    on: frozenset[Verdict] = frozenset()
    states: frozenset[str] = frozenset()
    division: str = ""

    def holds(self, record: CheckRecord) -> bool:
        """Whether the note belongs on the paper of this check."""
        day, state = record.fact.checked_on, record.fact.check.aftertreatment
        return (
            (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
            and (not self.on or record.verdict.verdict in self.on)
            and (not self.states or (state is not None and state.value in self.states))
            and record.head.division.startswith(self.division)
        )


def legal_notes(record: CheckRecord) -> tuple[LegalNote, ...]:
    """The notes for a check, in the order of the file; a void check has none."""
    if record.fact.void:
        return ()
    return tuple(note for note in _notes(documents_folder() / "check-law.toml") if note.holds(record))


@cache
def _notes(path: Path) -> tuple[LegalNote, ...]:
    return tuple(map(_note, tomllib.loads(path.read_text(encoding="utf-8"))["note"]))


def _note(entry: Mapping[str, Any]) -> LegalNote:
    return LegalNote(
        entry["basis"], entry["text"], Confidence(entry["confidence"]), entry.get("first"), entry.get("last"),
        frozenset(map(Verdict, entry.get("on", ()))), frozenset(entry.get("states", ())), entry.get("division", ""),
    )  # fmt: skip
