"""``fuelcheck judge``: a laboratory's results held against the standards, without a store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import Json, answer_json, desk, tell
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.judging import JudgedFile

File = Annotated[
    str, typer.Argument(metavar="FILE", help=_("Results of a laboratory: .xlsx, .xls or .csv"), show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Add this module's verb."""
    app.command(help=_("Hold a laboratory's results against the standards; needs no store"))(judge)


def judge(
    file: File,
    programme: Annotated[
        str | None,
        typer.Option("--programme", metavar="ID", help=_("The programme whose items must all have been tested")),
    ] = None,
    as_json: Json = False,
) -> int:
    """Judge every batch of a file; exit 0 whatever the verdicts, 2 if the file is refused."""
    from fuelcheck.judging import judge_file

    judged = judge_file(Path(file), programme=programme, data=Path(desk().settings.data.value))
    if as_json:
        from fuelcheck.standing.judged import judged_object

        verdicts = [judged_object(batch.verdict) for batch in judged.batches]
        answer_json(verdicts if judged.accepted else judged.refusal())
    else:
        from fuelcheck.cli.shown_judgement import show

        show(judged)
    _tell_about(judged)
    return 0 if judged.accepted else 2


def _tell_about(judged: "JudgedFile") -> None:
    """What was not read, and what else a person should know of the file."""
    from fuelcheck.cli.shown_remarks import show_remarks

    for one in judged.skipped:
        where = {"file": one.file, "sheet": one.sheet, "row": one.skipped.row, "why": one.skipped.message}
        tell(say(_("{file} {sheet}, row {row} skipped: {why}"), **where))
    show_remarks(_("Notices"), judged.notices, as_talk=True)
    if not judged.accepted:
        tell(say(_("Refused: {faults} faults. Nothing was judged."), faults=len(judged.faults)))
