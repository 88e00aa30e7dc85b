"""``fuelcheck vehicle``: the register of vehicles, and all that is kept about one."""

from pathlib import Path
from typing import Annotated, TypeVar

import typer

from fuelcheck.cli.desk import AsOf, Json, KnownAt, answer_json, day, desk, moment, tell
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _
from fuelcheck.words import Area, Energy, Stage, VehicleCategory, Word

app = typer.Typer(help=_("The register of vehicles"), no_args_is_help=True, rich_markup_mode=None)

_W = TypeVar("_W", bound=Word)

UNKNOWN = "unknown"
"""How one asks for vehicles whose stage nobody knows."""


class UnknownWord(FuelcheckError):
    """An option that is no word of a closed list."""

    code = "unknown-word-option"
    sentence = N_("{option} is {value}; allowed: {allowed}")


@app.command("list", help=_("The vehicles in the fleet on a day"))
def list_(
    category: Annotated[
        str | None, typer.Option("--category", metavar="WORD", help=_("What it serves: bus, taxi …"))
    ] = None,
    energy: Annotated[
        str | None, typer.Option("--energy", metavar="WORD", help=_("What it drives on: diesel, battery …"))
    ] = None,
    stage: Annotated[
        str | None, typer.Option("--stage", metavar="0–6", help=_("The emission stage, or: unknown"))
    ] = None,
    area: Annotated[str | None, typer.Option("--area", metavar="WORD", help=_("urban or other"))] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="TEXT", help=_("A part of the owner's name"))] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: Json = False,
) -> None:
    """List vehicles."""
    from fuelcheck.cli.shown_vehicle import counted, show_list
    from fuelcheck.library import vehicles

    with desk().store() as store:
        found = vehicles(
            store, category=_word("--category", VehicleCategory, category), energy=_word("--energy", Energy, energy),
            stage="" if stage == UNKNOWN else _word("--stage", Stage, stage), area=_word("--area", Area, area),
            owner=owner, as_of=day("--as-of", as_of), known_at=moment("--known-at", known_at),
            division=desk().division,
        )  # fmt: skip
    if as_json:
        from fuelcheck.standing.vehicle_shown import vehicle_object

        answer_json([vehicle_object(vehicle) for vehicle in found])
        return
    show_list(found)
    tell(counted(found))


@app.command(help=_("All that is kept about a vehicle: register, history, checks at the roadside"))
def show(
    called: Annotated[str, typer.Argument(metavar="PLATE|VIN", show_default=False)],
    as_json: Json = False,
) -> None:
    """Show the record of a plate or VIN."""
    from fuelcheck.cli.shown_vehicle import show_record
    from fuelcheck.library import check_records, vehicle_history

    with desk().store() as store:
        record = vehicle_history(store, called, division=desk().division)
        plates = sorted({row["plate"] for row in record.checks}) if not as_json else []
        data = Path(desk().settings.data.value)
        judged = [
            line for plate in plates for line in check_records(store, plate=plate, data=data, division=desk().division)
        ]
    if as_json:
        from fuelcheck.standing.vehicle_shown import record_object

        answer_json(record_object(record))
    else:
        theirs = {row["record_no"] for row in record.checks}
        show_record(record, [line for line in judged if line.record_no in theirs])


def _word(option: str, words: type[_W], text: str | None) -> _W | None:
    """A word of a closed list by its value or its Chinese term; UnknownWord."""
    if text is None:
        return None
    found = next((word for word in words if text in (word.value, word.zh)), None)
    if found is None:
        raise UnknownWord(option=option, value=text, allowed=", ".join(f"{word.value} {word.zh}" for word in words))
    return found
