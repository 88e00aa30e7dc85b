"""``fuelcheck judge``: a laboratory's results held against the standards, without a store."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import Json, answer_json, desk, tell
from fuelcheck.cli.piped import brought
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.judging import JudgedFile

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…",
        help=_("Results of a laboratory, with their samples if these stand apart: .xlsx, .xls or .csv; - is stdin"),
        show_default=False,
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add this module's verb."""
    app.command(help=_("Hold a laboratory's results against the standards; needs no store"))(judge)


def judge(
    files: Files,
    programme: Annotated[
        str | None,
        typer.Option("--programme", metavar="ID", help=_("The programme whose items must all have been tested")),
    ] = None,
    mapping: Annotated[
        str | None, typer.Option("--map", metavar="MAP.toml", help=_("A mapping of unknown headers"))
    ] = None,
    annotated: Annotated[
        str | None, typer.Option("--annotated", metavar="OUT.xlsx", help=_("The workbook again, faulty cells marked"))
    ] = None,
    verbose: Annotated[
        bool,
        typer.Option(
            "-v",
            "--verbose",
            help=_("Every item with its sentence, those that pass, too; files of up to five batches always show them"),
        ),
    ] = False,
    as_json: Json = False,
) -> int:
    """Judge every batch of the files; exit 0 whatever the verdicts, 2 if they are refused."""
    from fuelcheck.judging import judge_files
    from fuelcheck.toml.text import file_text

    data, meanings = Path(desk().settings.data.value), None if mapping is None else file_text(Path(mapping))
    with brought(files) as paths:
        judged = judge_files(paths, programme=programme, mapping=meanings, division=desk().division, data=data)
        if annotated:
            _annotate(paths, judged, Path(annotated), meanings, data)
    if as_json:
        answer_json(_objects(judged) if judged.accepted else judged.refusal())
    else:
        from fuelcheck.cli.shown_judgement import show

        show(judged, in_full=verbose)
    _tell_about(judged)
    return 0 if judged.accepted else 2


def _objects(judged: "JudgedFile") -> list[dict[str, object]]:
    """The contract's objects, and beside its keys what the laboratory concluded and whether that is the opposite."""
    from fuelcheck.standing.judged import judged_object

    return [
        judged_object(one.verdict) | {"laboratory": one.laboratory, "differs": one.differs} for one in judged.batches
    ]


def _annotate(paths: Sequence[Path], judged: "JudgedFile", out: Path, mapping: str | None, data: Path) -> None:
    from fuelcheck.judging import mark_files
    from fuelcheck.ledgers.files import BadFile

    try:
        mark_files(paths, judged, out, mapping=mapping, data=data)
    except BadFile:  # the answer names it among the faults
        tell(say(_("Not written: {path}, a file that was brought cannot be read"), path=out))
        return
    tell(say(_("Written: {path}"), path=out))


def _tell_about(judged: "JudgedFile") -> None:
    """What was not read, and what else a person should know of the files and the programme."""
    from fuelcheck.cli.shown_remarks import show_notices

    for one in judged.skipped:
        where = {"file": one.file, "sheet": one.sheet, "row": one.skipped.row, "why": one.skipped.message}
        tell(say(_("{file} {sheet}, row {row} skipped: {why}"), **where))
    show_notices(judged.notices, as_talk=True)
    for warning in judged.warnings:
        tell(say(_("Warning: {what}"), what=warning.message))
    if not judged.accepted:
        tell(say(_("Refused: {faults} faults. Nothing was judged."), faults=len(judged.faults)))
