"""Lists of vehicles as annexes: the columns that any of them may have, and their cells."""

from collections.abc import Callable, Iterable, Sequence

from fuelcheck.law.targets import Target
from fuelcheck.law.values import Policy
from fuelcheck.reports.annex import ROW, Annex, Field, numbered
from fuelcheck.reports.figures import Cell
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.fleet import VehicleKey
from fuelcheck.standing.target_report import VehicleRow
from fuelcheck.words import PlateKind, Word

Listed = tuple[Target, VehicleRow]
"""A vehicle and the target for which it is listed."""

_FIELDS = {
    field.name: field
    for field in (
        Field("target", wraps=True), Field("plate", whole=True), Field("plate_kind", "center", wraps=True),
        Field("vin", whole=True),
        Field("category", "center"), Field("energy", "center"), Field("stage", "center"),
        Field("combustion", "center"), Field("area", "center"), Field("township", "center"),
        Field("owner", wraps=True), Field("registered_on", "center"), Field("scrapped_on", "center"),
        Field("moved_out_on", "center"), Field("why", "center"), Field("hint", wraps=True),
        Field("exemption", wraps=True),
    )
}  # fmt: skip


def vehicle_annex(
    key: str, names: Sequence[str], listed: Iterable[Listed], say: Sentences, *, of: str = "", note: str = ""
) -> Annex:
    """An annex of vehicles with the columns of these names; it lies across the page."""
    rows = numbered(tuple(_CELLS[name](one, say) for name in names) for one in listed)
    fields = (ROW, *(_FIELDS[name] for name in names))
    return Annex(key, fields, rows, note=note, of=of, stacked=tuple((field.name,) for field in fields))


def by_place(policy: Policy, listed: Iterable[Listed]) -> list[Listed]:
    """By township in the policy's order, then owner and plate; those of no known township last."""
    order = {township.name: place for place, township in enumerate(policy.townships)}

    def place(one: Listed) -> tuple[bool, int, str, bool, str, VehicleKey]:
        vehicle = one[1].vehicle
        where = vehicle.township
        return not where, order.get(where, len(order)), where, not vehicle.owner, vehicle.owner, vehicle.key

    return sorted(listed, key=place)


def plate_kind(text: str) -> str | None:
    """The kind of a plate as people say it."""
    return PlateKind(text).zh if text in list(PlateKind) else text or None


def _known(word: Word | None, say: Sentences) -> str:
    return say("annexes.not_known") if word is None else word.zh


def _stage(one: Listed, say: Sentences) -> Cell:
    stage = _known(one[1].vehicle.stage, say)
    return say("annexes.estimated", stage=stage) if one[1].estimated else stage


def _combustion(one: Listed, say: Sentences) -> Cell:
    vehicle = one[1].vehicle
    asked = one[0].combustion is not None
    return _known(vehicle.combustion, say) if asked or vehicle.combustion else None


def _hint(one: Listed, say: Sentences) -> Cell:
    """What is suspected and why; a hint, never a finding."""
    row = one[1]
    words = [say("annexes.suspected")] if row.suspected else []
    if row.hint is not None:
        words.append(row.hint.zh)
    return "；".join(words) or None


_CELLS: dict[str, Callable[[Listed, Sentences], Cell]] = {
    "target": lambda one, say: one[0].name,
    "plate": lambda one, say: one[1].vehicle.plate,
    "plate_kind": lambda one, say: plate_kind(one[1].vehicle.plate_kind),
    "vin": lambda one, say: one[1].vehicle.vin or None,
    "category": lambda one, say: one[1].vehicle.category.zh,
    "energy": lambda one, say: one[1].vehicle.energy.zh,
    "stage": _stage,
    "combustion": _combustion,
    "area": lambda one, say: _known(one[1].vehicle.area, say),
    "township": lambda one, say: one[1].vehicle.township or say("annexes.not_known"),
    "owner": lambda one, say: one[1].vehicle.owner or say("annexes.not_known"),
    "registered_on": lambda one, say: one[1].vehicle.registered_on or say("annexes.not_known"),
    "scrapped_on": lambda one, say: one[1].vehicle.scrapped_on,
    "moved_out_on": lambda one, say: one[1].vehicle.moved_out_on,
    "why": lambda one, say: one[1].why.zh,
    "hint": _hint,
    "exemption": lambda one, say: one[1].exemption or None,
}
