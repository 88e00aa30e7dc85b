"""Issued documents: listed, shown to the byte, and whether one is genuine, which anybody may ask."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from flask import Response
from marshmallow import Schema, fields

from api.blueprint import noun
from api.bodies import FORM, LARGE
from api.guard import division, door
from api.listed import Listed
from api.office import office
from api.schemas.query import Files, Query, text
from api.schemas.rows import DocumentRow
from api.tags import as_json
from api.uploads import PDF, XLSX, as_file, uploaded
from fuelcheck.language import N_
from fuelcheck.library.documents import issued_document
from fuelcheck.store import listing
from fuelcheck.store.session import View
from fuelcheck.words import Action

blueprint = noun("documents", "Issued documents: their bytes, and whether one is genuine")

DOCUMENTS = Listed(
    "document", DocumentRow, {"printed_at": ("printed_at", "number"), "number": ("number",)},
    ("number", "kind", "period", "as_of", "office_number", "sha256"),
)  # fmt: skip
_FEWEST_DIGITS = 16
_HASH = re.compile(rf"(?:sha256:)?([0-9a-f]{{{_FEWEST_DIGITS},64}})")
_ENDINGS = {PDF: ".pdf"}
_CODE = N_("At least the first 16 digits of the chain's head that the document prints, also in its code")


class Code(Schema):
    """What somebody reads off a document."""

    code = text(required=True, metadata={"description": _CODE})


class Genuine(Schema):
    """The answer, and nothing else."""

    genuine = fields.Boolean(required=True)


@blueprint.route("/documents")
@door(Action.READ_DOCUMENTS)
@blueprint.arguments(DOCUMENTS.query, location="query")
@blueprint.response(200, DOCUMENTS.page)
def documents(asked: dict[str, Any]) -> dict[str, Any]:
    """The documents that were issued."""
    return DOCUMENTS.answer(asked)


@blueprint.route("/documents/<number>")
@door(Action.READ_DOCUMENTS)
@blueprint.arguments(Query, location="query")
@blueprint.gives_file(PDF, XLSX)
def document(asked: dict[str, Any], number: str) -> Response:
    """The very bytes that were issued."""
    found, content = issued_document(office().store, number, division=division())
    return as_file(content, found.media_type, found.number + _ENDINGS.get(found.media_type, ".xlsx"))


@blueprint.route("/documents/<number>/check")
@door(None)
@blueprint.arguments(Code, location="query")
@blueprint.response(200, Genuine)
def document_check(asked: dict[str, Any], number: str) -> Response:
    """Whether a document of that number and code was issued; open to everybody, and says nothing else."""
    match = _HASH.fullmatch(asked["code"].strip().lower())
    return _answer(match is not None and any(_printed(view, number, match[1]) for view in _views()))


@blueprint.route("/documents/<number>/check", methods=["POST"])
@door(None, FORM, most=LARGE)
@blueprint.response(200, Genuine)
@blueprint.doc(requestBody={"required": True, "content": {FORM: {"schema": Files}}})
def document_file_check(number: str) -> Response:
    """Whether the uploaded file is that document, to the byte; open to everybody, and says nothing else."""
    digest = hashlib.sha256(uploaded()).hexdigest()
    rows = (listing.row_of(view, "document", number=_name(number)) for view in _views())
    return _answer(any(row is not None and row["sha256"] == digest for row in rows))


def _views() -> Iterator[View]:
    """Each division of the store: whoever asks has no division."""
    store = office().store
    for code in store.divisions():
        with store.reading(code) as view:
            yield view


def _printed(view: View, number: str, digits: str) -> bool:
    """Whether that document was issued and prints a head that begins with those digits."""
    row = listing.row_of(view, "document", number=_name(number))
    act = None if row is None else listing.row_of(view, "act", n=row["known_n"])
    return act is not None and str(act["hash"]).partition(":")[2].startswith(digits)


def _name(number: str) -> str:
    return number.strip().upper()


def _answer(genuine: bool) -> Response:
    return as_json({"genuine": genuine})
