"""``fuelcheck document``: the issued documents, their bytes, and whether a file is one of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import CannotRead, Json, Output, answer_json, china_text, desk, tell, write
from fuelcheck.cli.piped import STDIN, brought
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.store.papers import Document

app = typer.Typer(help=_("Issued documents"), no_args_is_help=True, rich_markup_mode=None)

Number = Annotated[str, typer.Argument(metavar="NUMBER", show_default=False)]


@app.command("list", help=_("The issued documents"))
def list_(as_json: Json = False) -> None:
    """List the issued documents."""
    from fuelcheck.library import issued_documents
    from fuelcheck.standing.issued import subject_of

    with desk().store() as store:
        documents = issued_documents(store, division=desk().division)
    if as_json:
        answer_json([_shown(d) for d in documents])
        return
    for document in documents:
        said = dict.fromkeys((document.kind, str(document.year), document.period, subject_of(document)))
        kind = " ".join(filter(None, said))
        typer.echo(
            f"{document.number}  {kind}  {document.as_of}"
            f"  {china_text(document.printed_at)}  {document.office_number or ''}".rstrip()
        )
    if not documents:
        tell(_("No document was issued yet"))


@app.command(help=_("The very bytes of an issued document"))
def show(number: Number, output: Output) -> None:
    """Write an issued document's bytes."""
    from fuelcheck.library import issued_document

    with desk().store() as store:
        document, file = issued_document(store, number, division=desk().division)
    write(output, file)
    tell(say(_("Written: {path} (document {number})"), path=output, number=document.number))


@app.command(help=_("Is this file an issued document? Exit 1 if it is none"))
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help=_("The file; - is stdin"), show_default=False)],
    as_json: Json = False,
) -> int:
    """Check a file against the issued documents."""
    from fuelcheck.library import check_document

    try:
        with brought([file]) as (path,):
            content = path.read_bytes()
    except OSError as error:
        raise CannotRead(path=file, why=error.strerror or error) from error
    file = STDIN if file == "-" else file
    with desk().store() as store:
        document = check_document(store, content, division=desk().division)
    if as_json:
        answer_json({"issued": document is not None, "document": _shown(document) if document else None})
    elif document is None:
        typer.echo(say(_("{file} is no document that was issued here, or it was changed"), file=file))
    else:
        typer.echo(say(_("{file} is document {number}, to the byte"), file=file, number=document.number))
    return 0 if document else 1


def _shown(document: "Document") -> dict[str, object]:
    from fuelcheck.standing.issued import subject_of

    return {
        "number": document.number, "kind": document.kind, "year": document.year, "period": document.period,
        "of": subject_of(document) or None,
        "as_of": document.as_of.isoformat(), "known_n": document.known_n, "office_number": document.office_number,
        "printed_at": china_text(document.printed_at), "media_type": document.media_type, "sha256": document.sha256,
    }  # fmt: skip
