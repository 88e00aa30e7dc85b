"""``fuelcheck batch attach`` and ``fuelcheck attachment get``: photographs and scans, given back to the byte."""

from pathlib import Path
from typing import Annotated

import typer

from fuelcheck.cli.clerk import FormNo
from fuelcheck.cli.desk import By, CannotRead, Output, actor, desk, tell, write
from fuelcheck.language import _, say

app = typer.Typer(help=_("Photographs and scans of records"), no_args_is_help=True, rich_markup_mode=None)

Sha = Annotated[str, typer.Argument(metavar="SHA256", help=_("The hash of the file's bytes"), show_default=False)]


def add_to(batches: typer.Typer) -> None:
    """Add the verb about one batch."""
    batches.command(help=_("Attach a photograph or a scan (JPEG, PNG, WEBP, PDF) to a batch"))(attach)


def attach(
    form_no: FormNo, file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The file"))], by: By = None
) -> None:
    """Attach a file to a batch."""
    from fuelcheck.library.attachments import attach_file

    try:
        content = file.read_bytes()
    except OSError as error:
        raise CannotRead(path=file, why=error) from error
    with desk().store() as store:
        done = attach_file(store, content, file.name, by=actor(by), form_no=form_no, division=desk().division)
    tell(say(_("Attached: {name} ({media_type}) {sha256}"), name=done.attachment.name,
             media_type=done.attachment.media_type, sha256=done.attachment.sha256))  # fmt: skip


@app.command(help=_("Write the file of an attachment, to the byte"))
def get(sha256: Sha, output: Output) -> None:
    """Write an attachment."""
    from fuelcheck.library.attachments import attached_file

    with desk().store() as store:
        attachment, content = attached_file(store, sha256, division=desk().division)
    write(output, content)
    tell(say(_("{name}: {size} bytes"), name=attachment.name, size=attachment.size))
