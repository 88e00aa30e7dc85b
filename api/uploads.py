"""Files that come and go: brought ones in a folder that is gone with the request, given ones as a download."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Response, request
from werkzeug.exceptions import NotAcceptable

from api.bodies import MOST_FILES
from api.problems import Refusal
from api.tags import conditional
from fuelcheck.language import N_

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
SANDBOX = "sandbox; default-src 'none'"
_FIELD = "files"
_LONGEST_NAME = 120


class NoFile(Refusal):
    """An upload without a file, or with too many."""

    code, status = "no-file", 422
    sentence = N_("Send one to {most} files in the part {field}")


@contextmanager
def brought_files() -> Iterator[list[Path]]:
    """The uploaded files under the names that people gave them; they are gone when the block ends."""
    parts = [part for part in request.files.getlist(_FIELD) if part.filename]
    if not 1 <= len(parts) <= MOST_FILES:
        raise NoFile(most=MOST_FILES, field=_FIELD)
    with TemporaryDirectory(prefix="fuelcheck-") as folder:
        paths = [Path(folder, str(n), plain_name(part.filename or "")) for n, part in enumerate(parts)]
        for part, path in zip(parts, paths, strict=True):
            path.parent.mkdir()
            part.save(path)
        yield paths


def uploaded() -> bytes:
    """The bytes of the one file that was uploaded."""
    parts = request.files.getlist(_FIELD)
    if len(parts) != 1:
        raise NoFile(most=1, field=_FIELD)
    content: bytes = parts[0].read()
    return content


def plain_name(text: str) -> str:
    r"""The last part of a file's name without what no folder takes.

    >>> plain_name(r"C:\ledgers\..\抽样 2025.xlsx"), plain_name("../.."), plain_name("a:b?.csv")
    ('抽样 2025.xlsx', 'file', 'a_b_.csv')
    """
    parts = re.split(r"[\\/]|^[A-Za-z]:(?=\\)", text)
    name = parts[-1]
    kept = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in name).strip(" .")
    while len(kept.encode()) > _LONGEST_NAME:
        kept = kept[1:]
    return kept or "file"


def wanted(*kinds: str) -> str:
    """The media type of ``kinds`` that the asker likes best, the first if none is named; 406 if none will do."""
    if not request.accept_mimetypes:
        return kinds[0]
    found = request.accept_mimetypes.best_match(kinds)
    if found is None:
        raise NotAcceptable()
    return found


def as_file(content: bytes, media_type: str, name: str) -> Response:
    """An answer that is a file: saved, never shown as a page of ours."""
    response = Response(content, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Content-Security-Policy"] = SANDBOX
    response.add_etag()
    return conditional(response)
