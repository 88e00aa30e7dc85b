"""``fuelcheck check``: checks on diesel vehicles on the road and where they are kept."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli import kept_checks
from fuelcheck.cli.desk import Json, answer_json, desk, tell
from fuelcheck.cli.piped import brought
from fuelcheck.language import _, say
from fuelcheck.words import LimitSet

if TYPE_CHECKING:
    from fuelcheck.roadside_judging import JudgedChecks, JudgedPasses

Mapping = Annotated[str | None, typer.Option("--map", metavar="MAP.toml", help=_("A mapping of unknown headers"))]

app = typer.Typer(help=_("Checks on diesel vehicles"), no_args_is_help=True, rich_markup_mode=None)

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help=_("A ledger of roadside checks: .xlsx, .xls or .csv; - is stdin"), show_default=False
    ),
]


@app.command(help=_("Hold roadside checks against the limits; needs no store"))
def judge(
    file: File,
    limit_set: Annotated[
        LimitSet, typer.Option("--limit-set", help=_("The set of limits of GB 3847 that the province chose"))
    ] = LimitSet.A,
    mapping: Mapping = None,
    as_json: Json = False,
) -> int:
    """Judge every check of a file; exit 0 whatever the verdicts, 2 if the file is refused."""
    from fuelcheck.roadside_judging import judge_checks_file
    from fuelcheck.toml.text import file_text

    meanings = None if mapping is None else file_text(Path(mapping))
    data = Path(desk().settings.data.value)
    with brought([file]) as (path,):
        judged = judge_checks_file(path, limit_set=limit_set, mapping=meanings, data=data)
    if as_json:
        from fuelcheck.standing.check_shown import check_object

        verdicts = [check_object(one.verdict) for one in judged.checks]
        answer_json(verdicts if judged.accepted else judged.refusal())
    else:
        from fuelcheck.cli.shown_check import show

        show(judged)
    _tell_about(judged)
    return 0 if judged.accepted else 2


@app.command(help=_("Find the vehicles over the limits in a list of remote sensing; needs no store"))
def sensing(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help=_("A list of passes: .xlsx, .xls or .csv; - is stdin"), show_default=False),
    ],
    mapping: Mapping = None,
    as_json: Json = False,
) -> int:
    """Judge a list of passes; exit 0 whatever it says, 2 if it is refused."""
    from fuelcheck.roadside_judging import judge_passes_file
    from fuelcheck.toml.text import file_text

    meanings = None if mapping is None else file_text(Path(mapping))
    with brought([file]) as (path,):
        judged = judge_passes_file(path, mapping=meanings, data=Path(desk().settings.data.value))
    if as_json:
        from fuelcheck.standing.sensing_shown import sensed_object

        found = [sensed_object(vehicle, judged.places) for vehicle in judged.vehicles]
        answer_json(found if judged.accepted else judged.refusal())
    else:
        from fuelcheck.cli.shown_sensing import show

        show(judged)
    _tell_about(judged)
    return 0 if judged.accepted else 2


kept_checks.add_to(app)


def _tell_about(judged: "JudgedChecks | JudgedPasses") -> None:
    """What was not read, and what else a person should know of the file."""
    from fuelcheck.cli.shown_remarks import show_notices

    for one in judged.skipped:
        where = {"file": one.file, "sheet": one.sheet, "row": one.skipped.row, "why": one.skipped.message}
        tell(say(_("{file} {sheet}, row {row} skipped: {why}"), **where))
    show_notices(judged.notices, as_talk=True)
    if not judged.accepted:
        tell(say(_("Refused: {faults} faults. Nothing was judged."), faults=len(judged.faults)))
