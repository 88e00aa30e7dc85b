"""The sheets of a document: margins, page numbers, the line at the head, its bookmarks.

GB/T 9704-2012: the number stands 7 mm under the block in 14 pt between one-em dashes, one
character in from the right margin on odd pages, from the left on even ones. A page that lies
across keeps margins and number where the upright sheet has them, so the number is read from
the side; its table has its head at the left edge of the upright sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from fuelcheck.china import CHINA
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.typography import (
    BELOW_BLOCK,
    BLOCK,
    BOTTOM,
    FORM_BLOCK,
    FORM_BOTTOM,
    FORM_LEFT,
    HEADER_SIZE,
    LEFT,
    MM,
    NUMBER_SIZE,
    PAPER,
    RIGHT,
)

# ASCII85 is pure Python here and a third of the time; a file may hold bytes.
rl_config.useA85 = 0

UPRIGHT, ACROSS = "upright", "across"
_HEADER_GREY = 0.5
_ABOVE_BLOCK = 6 * MM
_ABOVE_FORM = 2 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every page of a document carries, and the file's own description."""

    title: str
    author: str
    subject: str
    moment: datetime
    """The file's date: when it was printed, or the as-of day."""
    left_header: str = ""
    right_header: str = ""

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        yield Role.BODY, f"{self.left_header}{self.right_header}—"


class DatedCanvas(Canvas):
    """A canvas whose file is the same for the same content: its date is given, not taken."""

    def __init__(self, *args: Any, moment: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = moment.astimezone(CHINA)
        canvas: Any = self
        stamp = canvas._doc._timeStamp
        stamp.t, stamp.lt = there.timestamp(), there.timetuple()
        stamp.YMDhms, stamp.dhh, stamp.dmm, stamp.tzname = there.timetuple()[:6], 8, 0, "UTC+8"


def print_document(story: Sequence[Flowable], target: str | BinaryIO, sheet: Sheet, letters: Letters) -> None:
    """Lay the story out on pages and write the file. The letters must know all its texts."""
    _print(story, target, sheet, letters, [_template(UPRIGHT, sheet, letters), _template(ACROSS, sheet, letters)])


def print_form(story: Sequence[Flowable], target: str | BinaryIO, sheet: Sheet, letters: Letters) -> None:
    """Lay the story out on sheets with a form's narrow margins and no page number."""
    _print(story, target, sheet, letters, [_form(sheet, letters)])


def _print(
    story: Sequence[Flowable], target: str | BinaryIO, sheet: Sheet, letters: Letters, templates: list[PageTemplate]
) -> None:
    document = BaseDocTemplate(
        target,
        pagesize=PAPER,
        pageTemplates=templates,
        title=sheet.title,
        author=sheet.author,
        subject=sheet.subject,
        creator="fuelcheck",
        lang="zh-CN",
        invariant=1,
        initialFontName=letters.font_name(Role.BODY),
    )
    document.build(list(story), canvasmaker=partial(DatedCanvas, moment=sheet.moment))


def _form(sheet: Sheet, letters: Letters) -> PageTemplate:
    frame = Frame(
        FORM_LEFT, FORM_BOTTOM, *FORM_BLOCK, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id="form"
    )

    def furnish(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.saveState()
        above = FORM_BOTTOM + FORM_BLOCK[1] + _ABOVE_FORM
        _head_line(canvas, sheet, letters, FORM_LEFT, above, FORM_BLOCK[0])
        canvas.restoreState()

    return PageTemplate(id="form", frames=[frame], pagesize=PAPER, onPage=furnish)


def _template(kind: str, sheet: Sheet, letters: Letters) -> PageTemplate:
    across = kind == ACROSS
    size = PAPER[::-1] if across else PAPER
    x, y = (BOTTOM, RIGHT) if across else (LEFT, BOTTOM)
    block = BLOCK[::-1] if across else BLOCK
    frame = Frame(x, y, *block, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id=kind)

    def furnish(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.saveState()
        _head_line(canvas, sheet, letters, x, y + block[1] + _ABOVE_BLOCK, block[0])
        if across:
            canvas.translate(0, PAPER[0])
            canvas.rotate(-90)
        _number(canvas, letters)
        canvas.restoreState()

    return PageTemplate(id=kind, frames=[frame], pagesize=size, onPage=furnish)


def _number(canvas: Canvas, letters: Letters) -> None:
    """The page's number where the upright sheet has it."""
    page = canvas.getPageNumber()
    text = f"— {page} —"
    width = letters.width(Role.BODY, text) * NUMBER_SIZE
    odd = page % 2 == 1
    x = PAPER[0] - RIGHT - NUMBER_SIZE - width if odd else LEFT + NUMBER_SIZE
    letters.write(canvas, Role.BODY, [(text, 0.0)], x, BOTTOM - BELOW_BLOCK - NUMBER_SIZE / 2, NUMBER_SIZE)


def _head_line(canvas: Canvas, sheet: Sheet, letters: Letters, x: float, y: float, width: float) -> None:
    canvas.setFillGray(_HEADER_GREY)
    for text, right in ((sheet.left_header, False), (sheet.right_header, True)):
        clean = letters.clean(text)
        shift = width - letters.width(Role.BODY, clean) * HEADER_SIZE if right else 0.0
        letters.write(canvas, Role.BODY, [(clean, 0.0)], x + shift, y, HEADER_SIZE)
    canvas.setFillGray(0)
