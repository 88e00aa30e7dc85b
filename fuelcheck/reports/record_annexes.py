"""Annexes about the records themselves: notices nobody answered, changes since last time."""

import json
from collections.abc import Iterable

from fuelcheck.reports.annex import ROW, Annex, Field, numbered
from fuelcheck.reports.sentences import Sentences
from fuelcheck.standing.evaluation import ChangeRow, LastDocument, NoticeRow
from fuelcheck.words import (
    Area,
    BatchStatus,
    Change,
    Combustion,
    Conclusion,
    Energy,
    Outcome,
    Ownership,
    PlateKind,
    Product,
    Purpose,
    SiteKind,
    Stage,
    StageSource,
    Task,
    VehicleCategory,
    Word,
)

WORDS: dict[str, type[Word]] = {
    "kind": SiteKind, "ownership": Ownership, "product": Product, "task": Task, "purpose": Purpose,
    "conclusion": Conclusion, "status": BatchStatus, "outcome": Outcome, "what": Change, "plate_kind": PlateKind,
    "category": VehicleCategory, "energy": Energy, "combustion": Combustion, "stage": Stage,
    "stage_source": StageSource, "area": Area,
}  # fmt: skip
"""Fields that hold a word of a closed list: on paper it is the trade's term."""


def notices(waiting: Iterable[NoticeRow], say: Sentences) -> Annex:
    """Notices that nobody has answered yet."""
    fields = (ROW, Field("what", "center"), Field("row", wraps=True), Field("message", wraps=True))
    rows = numbered((say.word("nouns", row.noun), _row(row.row), row.message) for row in waiting)
    return Annex("notices", fields, rows)


def changes(changed: Iterable[ChangeRow], last: LastDocument | None, say: Sentences) -> Annex:
    """What was changed since the last issued document, as far as it touches what that said."""
    fields = (
        Field("act", "right"), Field("moment", "center"), Field("who", wraps=True), Field("what", wraps=True),
        Field("change", "center"), Field("fields", wraps=True), Field("reason", wraps=True),
    )  # fmt: skip
    rows = tuple(
        (
            row.n, row.moment, row.who, f"{say.word('nouns', row.noun)} {_row(row.row)}", say.word("changes", row.kind),
            _fields(row, say) or None, row.reason,
        )
        for row in changed
    )  # fmt: skip
    return Annex("changes", fields, rows, _since(last, say))


def _row(key: str) -> str:
    """A row's name: its code; where a key has several parts (a JSON list), they stand side by side."""
    if not key.startswith("["):
        return key
    return " ".join(Change(part).zh if part in list(Change) else part for part in json.loads(key))


def _since(last: LastDocument | None, say: Sentences) -> str:
    if last is None:
        return ""
    return say("annexes.since", day=say.moment(last.issued), number=last.number, as_of=say.day(last.as_of))


def _fields(row: ChangeRow, say: Sentences) -> str:
    return "；".join(
        say("annexes.change", field=_name(field, say), old=_value(field, old, say), new=_value(field, new, say))
        for field, old, new in row.fields
    )


def _name(field: str, say: Sentences) -> str:
    return say.words("heads").get(field, say.word("fields", field)).replace("\n", "")


def _value(field: str, value: str, say: Sentences) -> str:
    words = WORDS.get(field)
    if not value:
        return say("annexes.empty")
    return words(value).zh if words and value in list(words) else value
