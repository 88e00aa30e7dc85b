"""Vehicles that remote sensing saw over the limits, as a person reads them: leads to a formal check, no verdicts."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from fuelcheck.cli.shown_remarks import show_remarks
from fuelcheck.cli.shown_standard import CONFIDENCE_COLOURS, confidence_word, term
from fuelcheck.language import _, current, say
from fuelcheck.roadside_judging import JudgedPasses
from fuelcheck.rules.remote_sensing import Exceeded, SensedVehicle


def show(judged: JudgedPasses, console: Console | None = None) -> None:
    """Print the vehicles that must be checked and a summary; of a refused list its faults."""
    if not judged.accepted:
        show_remarks(_("Faults"), judged.faults)
        return
    screen = console or Console(highlight=False)
    for vehicle in judged.vehicles:
        for line in _vehicle(vehicle, judged):
            screen.print(line, soft_wrap=True)
    screen.print(_summary(judged.vehicles), soft_wrap=True)


def _vehicle(vehicle: SensedVehicle, judged: JudgedPasses) -> Iterator[Text]:
    if not vehicle.exceeded and not vehicle.suspected:
        return
    word = _("over the limit") if vehicle.over else _("perhaps a high emitter")
    yield Text(f"{vehicle.plate}  ", style="bold").append(word, style="bold red" if vehicle.over else "yellow")
    for one in (*vehicle.exceeded, *vehicle.suspected):
        yield from _exceeded(vehicle, one, judged)


def _exceeded(vehicle: SensedVehicle, one: Exceeded, judged: JudgedPasses) -> Iterator[Text]:
    limit = one.limit
    unit = limit.unit.zh if current() == "zh" else limit.unit.value
    text = Text("   ").append(say(_("{pollutant}: limit {limit} {unit}"), pollutant=term(limit.pollutant),
                                  limit=f"{limit.high:f}", unit=unit))  # fmt: skip
    yield text.append(f"  [{confidence_word(limit.confidence)}]", style=CONFIDENCE_COLOURS[limit.confidence])
    for sensed in one.passes:
        place = judged.places.get((vehicle.plate, vehicle.plate_colour, sensed.passed_at), "")
        shown = (f"{sensed.passed_at:%Y-%m-%d %H:%M:%S}", place, f"{sensed.readings[limit.pollutant]} {unit}")
        yield Text("      " + "  ".join(filter(None, shown)))


def _summary(vehicles: Sequence[SensedVehicle]) -> Text:
    shown = {
        "vehicles": len(vehicles), "passes": sum(one.passes for one in vehicles),
        "valid": sum(one.valid for one in vehicles), "over": sum(one.over for one in vehicles),
        "suspected": sum(bool(one.suspected) and not one.over for one in vehicles),
    }  # fmt: skip
    sentence = _(
        "{vehicles} vehicles in {passes} passes ({valid} valid): {over} over the limits, {suspected} perhaps high "
        "emitters; remote sensing is a lead, a formal check decides"
    )
    return Text(say(sentence, **shown), style="bold")
