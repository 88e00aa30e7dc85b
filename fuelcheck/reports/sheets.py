"""Tables and annexes as sheets of a workbook, whatever the document."""

from collections.abc import Sequence
from datetime import date

from fuelcheck.reports.annex import Annex
from fuelcheck.reports.figures import Cell, Rate
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.spreadsheet import Table


def sheet_table(
    say: Sentences, name: str, title: str, subtitle: str,
    heads: Sequence[str], rows: Sequence[tuple[Cell, ...]], below: Sequence[str] = (),
) -> Table:  # fmt: skip
    """A table on the sheet that ``workbook.{name}`` names; rates with their two figures beside."""
    heads, rows = _rates_apart(heads, rows, say)
    return Table(say(f"workbook.{name}"), title, subtitle, heads, rows, below)


def annex_sheet(annex: Annex, as_of: str, say: Sentences) -> Table:
    """An annex on a sheet of its own."""
    title = annex.title(say)
    subtitle = say("workbook.unit", as_of=as_of, unit=annex.unit(say))
    return Table(
        say("workbook.annex", n=annex.number, title=title),
        say("annexes.label", n=annex.number) + " " + title,
        subtitle,
        [field.heading(say) for field in annex.fields],
        annex.rows,
        [annex.note] if annex.note and annex.rows else [],
        empty=say("workbook.none"),
    )


def as_of_line(as_of: date, example: bool, say: Sentences) -> str:
    """The day, and on every sheet of an invented county that it is one."""
    line = say("workbook.as_of", as_of=say.day(as_of))
    return say("workbook.example", as_of=line, example=say("header.example")) if example else line


def _rates_apart(
    heads: Sequence[str], rows: Sequence[tuple[Cell, ...]], say: Sentences
) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """A rate with its numerator and denominator in columns of their own."""
    of_rates = {n for n in range(len(heads)) if any(isinstance(row[n], Rate) for row in rows)}
    wide: list[str] = []
    for number, head in enumerate(heads):
        plain = head.replace("\n", "")
        wide.append(plain)
        if number in of_rates:
            wide += [plain + say("workbook.numerator"), plain + say("workbook.denominator")]
    return wide, [tuple(part for n, cell in enumerate(row) for part in _apart(cell, n in of_rates)) for row in rows]


def _apart(cell: Cell, of_rates: bool) -> tuple[Cell, ...]:
    if not of_rates:
        return (cell,)
    return (cell, cell.numerator, cell.denominator) if isinstance(cell, Rate) else (cell, None, None)
