"""Vehicles on the terminal: a line for each of a list, all that is kept about one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from fuelcheck.cli.shown_check_record import show_lines
from fuelcheck.cli.shown_history import show_steps
from fuelcheck.cli.shown_standard import term
from fuelcheck.language import _, current, say
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.standing.check_record import CheckLine
from fuelcheck.words import Energy, Stage

if TYPE_CHECKING:
    from fuelcheck.standing.vehicle_record import VehicleRecord

_BURNS = frozenset(Energy) - {Energy.BATTERY, Energy.FUEL_CELL}
_DAYS = ("registered_on", "moved_in_on", "moved_out_on", "scrapped_on")


def show_list(vehicles: Iterable[VehicleFact]) -> None:
    """One line a vehicle."""
    for vehicle in vehicles:
        typer.echo(_line(vehicle))


def show_record(record: "VehicleRecord", checks: Sequence[CheckLine]) -> None:
    """The register's rows, then their history, then the checks as judged."""
    for vehicle in record.vehicles:
        typer.echo(_line(vehicle))
        for what, day in _events(vehicle):
            typer.echo(f"   {what} {day}")
    if record.steps:
        typer.echo(_("History"))
        show_steps(record.steps)
    if checks:
        typer.echo(_("Checks at the roadside"))
        show_lines(checks)


def _line(vehicle: VehicleFact) -> str:
    stage = _stage(vehicle.stage) if vehicle.stage else _("stage unknown") if vehicle.energy in _BURNS else ""
    area = term(vehicle.area) if vehicle.area else ""
    words = (vehicle.plate, vehicle.vin, term(vehicle.category), term(vehicle.energy), stage, area, vehicle.owner)
    return "  ".join(filter(None, words))


def _stage(stage: Stage) -> str:
    """A number alone would say nothing in an English line."""
    return stage.zh if current() == "zh" else say(_("stage {number}"), number=stage.number)


def _events(vehicle: VehicleFact) -> Iterable[tuple[str, str]]:
    names = (_("registered"), _("moved in"), _("moved out"), _("scrapped"))
    for name, column in zip(names, _DAYS, strict=True):
        day = getattr(vehicle, column)
        if day is not None:
            yield name, day.isoformat()
    if vehicle.replaces:
        yield _("in the place of"), vehicle.replaces


def counted(vehicles: tuple[VehicleFact, ...]) -> str:
    """How many there are, and how many of them count as new energy."""
    new = sum(vehicle.new_energy for vehicle in vehicles)
    return say(_("{count} vehicles, {new} of them new energy"), count=len(vehicles), new=new)
