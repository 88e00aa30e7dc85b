"""Filing checked rows of 车辆: one version of each vehicle, however many rows spoke of it.

The kind of a version says what befell the vehicle: registered, moved_in, moved_out, scrapped; else
filled where something was unknown before, amended where something was known otherwise.
"""

from collections.abc import Iterable, Mapping

from fuelcheck.store.acts import Act, columns_of
from fuelcheck.store.rows import contents
from fuelcheck.store.types import Content

_EVENTS = (("scrapped_on", "scrapped"), ("moved_out_on", "moved_out"), ("moved_in_on", "moved_in"))
"""Days that say what befell a vehicle when they become known, the last first."""

_COLUMNS = columns_of("vehicle")


def file_vehicles(act: Act, rows: Iterable[Mapping[str, str]]) -> None:
    """File what rows bring: all cells of a new vehicle, of a known one those that fill or change, each with ``id``."""
    brought: dict[str, dict[str, str]] = {}
    for row in rows:
        brought[row["id"]] = {**row, **brought.get(row["id"], {})}
    if not brought:
        return
    before = {row["id"]: row for row in contents(act.connection, "vehicle", act.division) if row["id"] in brought}
    for id_, cells in brought.items():
        _file(act, before.get(id_), cells)


def _file(act: Act, before: Content | None, cells: Mapping[str, str]) -> None:
    after: Content = (before or dict.fromkeys(_COLUMNS)) | {name: cells[name] for name in _COLUMNS if name in cells}
    if before is None:
        act.create("vehicle", after, kind="registered")
    elif before != after:
        act.amend("vehicle", before, after, kind=_kind(before, after))


def _kind(before: Content, after: Content) -> str:
    changed = [name for name in after if before[name] != after[name]]
    if any(before[name] is not None for name in changed):
        return "amended"
    return next((kind for name, kind in _EVENTS if name in changed), "filled")
