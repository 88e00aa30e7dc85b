"""The annexes as tables on pages; an empty one stands in the list of annexes only."""

from collections.abc import Hashable, Iterator, Sequence
from operator import itemgetter

from reportlab.platypus.doctemplate import NextPageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak

from fuelcheck.reports.annex import Annex, Field
from fuelcheck.reports.columns import Column
from fuelcheck.reports.figures import Cell, lines_of
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.pages import ACROSS, UPRIGHT
from fuelcheck.reports.prose import Prose, Title
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.tables import ANNEX, STACKED, Grid
from fuelcheck.reports.typography import ANNEX_LABEL, ANNEX_TITLE, FOOTNOTE, RUNNING, UNIT_LINE

_BETWEEN = 22.0
"""Space between two annexes on one page."""


def annex_pages(annexes: Sequence[Annex], say: Sentences, letters: Letters, as_of: str) -> Iterator[Flowable]:
    """Short annexes share a page; one that lies across begins a page of its own."""
    lying: bool | None = None
    for annex in annexes:
        if not annex.rows:
            continue
        if bool(annex.stacked) != lying:
            lying = bool(annex.stacked)
            yield NextPageTemplate(ACROSS if lying else UPRIGHT)
            yield PageBreak()
        yield _table(annex, say, letters, as_of)


def _table(annex: Annex, say: Sentences, letters: Letters, as_of: str) -> Grid:
    label, title = say("annexes.label", n=annex.number), annex.title(say)
    unit = say("annexes.unit_line", as_of=as_of, unit=annex.unit(say))
    opening = [
        Prose(letters, label, ANNEX_LABEL, outline=f"{label} {title}"),
        Title(letters, [title], ANNEX_TITLE),
        Prose(letters, unit, UNIT_LINE),
    ]
    running = Prose(letters, say("annexes.running", n=annex.number, title=title), RUNNING)
    closing = Prose(letters, annex.note, FOOTNOTE) if annex.note else None
    groups = _groups(annex)
    columns = [_column([annex.fields[place] for place in group], say) for group in groups]
    return Grid(
        letters, columns, _stacked(annex.rows, groups),
        looks=STACKED if annex.stacked else ANNEX, opening=opening, running=running, closing=closing, shown=lines_of,
        before=_BETWEEN,
    )  # fmt: skip


def _groups(annex: Annex) -> list[list[int]]:
    """The places of the fields that stand in each column."""
    places = {field.name: place for place, field in enumerate(annex.fields)}
    if not annex.stacked:
        return [[place] for place in places.values()]
    return [[places[name] for name in group] for group in annex.stacked]


def _column(fields: Sequence[Field], say: Sentences) -> Column:
    heads = [field.heading(say) for field in fields]
    if len(heads) > 1:
        heads = [head.replace("\n", "") for head in heads]
    wraps, whole = any(field.wraps for field in fields), any(field.whole for field in fields)
    return Column("\n".join(heads), fields[0].align, wraps, whole=whole)


def _stacked(rows: Sequence[Sequence[Cell]], groups: Sequence[Sequence[int]]) -> Sequence[Sequence[Hashable]]:
    if all(len(group) == 1 for group in groups):
        return rows
    pick = [itemgetter(*group) for group in groups]
    return [[one(row) for one in pick] for row in rows]
