"""Filing checked rows of 路检: a version for each record, and the driver's name where names lie.

Row and version hold the keyed hash of the name. The kind of a version says what befell the record:
recorded, filled, amended, voided, restored.
"""

from collections.abc import Iterable, Mapping

from fuelcheck.store import personal
from fuelcheck.store.acts import Act, columns_of
from fuelcheck.store.rows import contents
from fuelcheck.store.types import Content
from fuelcheck.words import BatchStatus

NOUN = "roadside_check"
_COLUMNS = columns_of(NOUN)


def file_checks(act: Act, rows: Iterable[Mapping[str, str]]) -> None:
    """File what rows bring: all cells of a new record, of a known one its number and those that fill or change."""
    brought = {row["record_no"]: row for row in rows}
    if not brought:
        return
    known = {row["record_no"]: row for row in contents(act.connection, NOUN, act.division)}
    for record_no, cells in brought.items():
        _file(act, known.get(record_no), cells)


def _file(act: Act, before: Content | None, cells: Mapping[str, str]) -> None:
    after: Content = (before or dict.fromkeys(_COLUMNS) | {"status": BatchStatus.VALID.value}) | dict(cells)
    after["checked_on"] = after["checked_at"][:10]
    if after["status"] == BatchStatus.VALID:
        after["void_reason"] = None  # what stands again was not declared void
    if "driver" in cells:
        subject = personal.subject_of(NOUN, cells["record_no"])
        after["driver"] = personal.keep(act, subject, cells["driver"])
    if before is None:
        act.create(NOUN, after, kind="recorded")
    elif before != after:
        act.amend(NOUN, before, after, kind=_kind(before, after))


def _kind(before: Content, after: Content) -> str:
    if before["status"] != after["status"]:
        return "voided" if after["status"] == BatchStatus.VOID else "restored"
    filled = all(before[column] is None for column in after if before[column] != after[column])
    return "filled" if filled else "amended"
