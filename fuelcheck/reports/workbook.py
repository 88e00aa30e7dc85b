"""The quota report as a workbook: the same evaluation, a sheet for each table and annex."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import BinaryIO

from fuelcheck.china import CHINA
from fuelcheck.reports import front, overview
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annexes import annexes_of
from fuelcheck.reports.figures import Cell, Rate
from fuelcheck.reports.paper import PLAIN, Paper
from fuelcheck.reports.sentences import Sentences, sentences
from fuelcheck.reports.spreadsheet import Book, Imprint, Table
from fuelcheck.standing.evaluation import QuotaReport


def write_workbook(report: QuotaReport, target: str | Path | BinaryIO, paper: Paper = PLAIN) -> None:
    """Write the report as an .xlsx file to a path or a binary file; OSError if it cannot."""
    say = sentences("quota")
    title = "".join(front.title_parts(report, paper, say))
    as_of = datetime.combine(report.status.as_of, time(), CHINA)
    imprint = Imprint(
        title=title,
        author=paper.office or report.status.policy.division_name,
        moment=paper.printed_at or as_of,
        header=say("workbook.header", example=say("header.example")) if report.example else "",
        footer=say("workbook.footer"),
    )
    book = Book(target, imprint)
    annexes = annexes_of(report, say)
    for table in (*_figures(report, paper, say, title, annexes), *(_annex(one, report, say) for one in annexes)):
        book.add(table)
    book.close()


def _figures(
    report: QuotaReport, paper: Paper, say: Sentences, title: str, annexes: Sequence[Annex]
) -> Iterator[Table]:
    """What the first pages of the paper say, as tables."""
    status, as_of = report.status, _as_of(report, say)
    notes = front.notes_of(status.policy)
    plan = next(annex.number for annex in annexes if annex.key == "plan")
    yield _table(
        say, "overview", title, as_of, front.heads(say, "front.heads", front.QUOTA_FIELDS),
        front.quota_rows(status, notes, say),
        [front.quota_footnote(notes, say), front.paragraph(report, say, plan), overview.basis_text(status, say)],
    )  # fmt: skip
    if report.replaced is not None:
        yield _table(
            say, "replaced", overview.replaced_text(report, say), as_of,
            front.heads(say, "basis.heads", overview.REPLACED_FIELDS),
            overview.replaced_rows(status, report.replaced, say),
        )  # fmt: skip
    yield _table(
        say, "months", say("pace.months"), as_of, overview.month_heads(report, say), overview.month_rows(report, say),
        [overview.pace_text(report, say)],
    )  # fmt: skip
    yield _table(
        say, "townships", say("townships.table"), as_of,
        front.heads(say, "townships.heads", overview.TOWNSHIP_FIELDS), overview.township_rows(report, say),
    )  # fmt: skip
    yield _table(
        say, "products", say("results.table"), as_of,
        front.heads(say, "results.heads", overview.PRODUCT_FIELDS), overview.product_rows(report, say),
    )  # fmt: skip
    yield _table(
        say, "notes", say("workbook.notes"), as_of, [say("workbook.note_number"), say("workbook.note_text")],
        list(enumerate(notes.texts, start=1)),
    )  # fmt: skip
    yield _table(say, "data", say("workbook.data"), as_of, [], [], overview.data_lines(report, paper, say))


def _table(
    say: Sentences, name: str, title: str, subtitle: str,
    heads: Sequence[str], rows: Sequence[tuple[Cell, ...]], below: Sequence[str] = (),
) -> Table:  # fmt: skip
    heads, rows = _rates_apart(heads, rows, say)
    return Table(say(f"workbook.{name}"), title, subtitle, heads, rows, below)


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


def _annex(annex: Annex, report: QuotaReport, say: Sentences) -> Table:
    title = annex.title(say)
    subtitle = say("workbook.unit", as_of=_as_of(report, say), unit=annex.unit(say))
    return Table(
        say("workbook.annex", n=annex.number, title=title),
        say("annexes.label", n=annex.number) + " " + title,
        subtitle,
        [field.heading(say) for field in annex.fields],
        annex.rows,
        [annex.note] if annex.note and annex.rows else [],
        empty=say("workbook.none"),
    )


def _as_of(report: QuotaReport, say: Sentences) -> str:
    """The day, and on every sheet of an invented county that it is one."""
    as_of = say("workbook.as_of", as_of=say.day(report.status.as_of))
    return say("workbook.example", as_of=as_of, example=say("header.example")) if report.example else as_of
