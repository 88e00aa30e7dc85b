"""The empty form of each ledger sheet: headers, drop-down lists, and a sheet that explains them.

The sentences of the explanation lie in ``ledger-template.toml`` among the documents' sentences.
"""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from xlsxwriter import Workbook

from fuelcheck import resources
from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.columns import SHEETS, Column, Form
from fuelcheck.ledgers.give import HEAD, give, header, width, workbook
from fuelcheck.words import DIESEL_GRADES, PETROL_GRADES, SheetKind

LAST_ROW = 9999
"""How far down the form offers its lists."""

_REQUIRED = HEAD | {"bg_color": "#FCE4D6"}
_TYPED = {Form.CODE: "@", Form.CLOSED: "@", Form.DAY: "yyyy-mm-dd", Form.MOMENT: "yyyy-mm-dd hh:mm"}
"""Codes and grades as text, else Excel makes numbers of them."""

_EXPLANATION_WIDTHS = (12, 24, 8, 64, 48)


def template(kinds: Iterable[SheetKind], out: Path | BinaryIO) -> None:
    """Write the empty forms of these sheets and their explanation (``.csv``: the header of one).

    A stream without a name gets the workbook. The same refusals as ``fuelcheck.ledgers.give.give``.
    """
    kinds = tuple(kinds)
    if isinstance(out, Path) and out.suffix.lower() != ".xlsx":
        give(dict.fromkeys(kinds, ()), out)
        return
    words = tomllib.loads((resources.documents_folder() / "ledger-template.toml").read_text("utf-8"))
    with workbook(out) as book:
        for kind in kinds:
            _form(book, kind)
        _explanation(book, kinds, words)


def choices(column: Column) -> tuple[str, ...]:
    """The words that a closed column takes; empty where people write at will."""
    if column.name == "grade":
        return (*PETROL_GRADES, *DIESEL_GRADES)
    return tuple(word.zh for word in column.words or () if _taken(column, word.zh))


def _taken(column: Column, word: str) -> bool:
    try:
        return bool(column.parse(word))
    except BadCell:
        return False


def _form(book: Workbook, kind: SheetKind) -> None:
    columns = SHEETS[kind].columns
    paper = book.add_worksheet(kind.zh)
    header(paper, columns, book.add_format(HEAD))
    must = book.add_format(_REQUIRED)
    for n, column in enumerate(columns):
        if column.required:
            paper.write_string(0, n, column.zh, must)
        if column.form in _TYPED:
            paper.set_column(n, n, width(column), book.add_format({"num_format": _TYPED[column.form]}))
        if offered := choices(column):
            paper.data_validation(1, n, LAST_ROW, n, _list(offered))
    paper.autofilter(0, 0, 0, len(columns) - 1)


def _list(offered: tuple[str, ...]) -> dict[str, object]:
    """A drop-down list; another word is warned of, not refused, for an import knows synonyms."""
    return {"validate": "list", "source": list(offered), "error_type": "warning"}


def _explanation(book: Workbook, kinds: tuple[SheetKind, ...], words: dict[str, Any]) -> None:
    """One row a column of every sheet: whether it must be filled, what it means, what it takes."""
    paper = book.add_worksheet(words["sheet"])
    head, cell = book.add_format(HEAD), book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    for n, (title, broad) in enumerate(zip(words["titles"], _EXPLANATION_WIDTHS, strict=True)):
        paper.write_string(0, n, title, head)
        paper.set_column(n, n, broad)
    for row, line in enumerate(_lines(kinds, words), start=1):
        for n, text in enumerate(line):
            paper.write_string(row, n, text, cell)
    paper.freeze_panes(1, 0)


def _lines(kinds: tuple[SheetKind, ...], words: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for kind in kinds:
        for column in SHEETS[kind].columns:
            meaning = words["columns"][kind.value][column.name]
            must = words["required"] if column.required else words["optional"]
            yield kind.zh, column.zh, must, meaning, "、".join(choices(column)) or words["forms"][column.form.value]
