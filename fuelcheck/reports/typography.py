"""Paper, margins and sizes of type: what GB/T 9704-2012 lays down, and our tables' own.

A4 with margins of 37 (top), 28 (left), 26 (right) and 35 mm (bottom): a block of 156 × 225 mm
for 22 lines of 28 characters in 16 pt. Twenty-eight times 16 pt is wider than 156 mm, so the
characters close up by a fifth of a point. Inside tables 9 to 10.5 pt.
"""

from dataclasses import dataclass
from typing import Literal

from fuelcheck.reports.fonts import Role

MM = 72 / 25.4
PAPER = (210 * MM, 297 * MM)
TOP, LEFT, RIGHT, BOTTOM = 37 * MM, 28 * MM, 26 * MM, 35 * MM
BLOCK = (PAPER[0] - LEFT - RIGHT, PAPER[1] - TOP - BOTTOM)
BELOW_BLOCK = 7 * MM
"""From the block's foot to the line of the page number."""
FORM_LEFT, FORM_BOTTOM = 22 * MM, 10 * MM
FORM_BLOCK = (PAPER[0] - FORM_LEFT - 13 * MM, PAPER[1] - 14 * MM - FORM_BOTTOM)
"""A form is filled in and filed, no letter: room to bind it on the left, narrow margins elsewhere."""

LINES_A_PAGE = 22
NUMBER_SIZE = 14.0
HEADER_SIZE = 9.0
HAIRLINE, RULE = 0.25, 0.75
STROKE = 0.35
"""Width of the line round the letters of a title where no heavier face is at hand."""

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. Lengths in points, indents in characters of its own size."""

    role: Role
    size: float
    leading: float
    indent: float = 0
    hanging: float = 0
    align: Align = "justify"
    before: float = 0
    after: float = 0
    tracking: float = 0
    """Added to every character's width; negative closes up."""
    squeeze: float = 0
    """By how much each gap of a line may close so that one more mark fits."""
    grey: float = 0
    together: bool = False
    """Stays on the page of what follows."""


def text(size: float, leading: float) -> Style:
    """The running text of a letter at ``size``: indented, justified, closed up to whole characters."""
    whole = round(BLOCK[0] / size + 0.4)
    tracking = min(0.0, BLOCK[0] / whole - size)
    return Style(Role.BODY, size, leading, indent=2, tracking=tracking, squeeze=0.02 * size)


TITLE = Style(Role.TITLE, 22, 33, align="center", after=6)
LETTER_LEADING = BLOCK[1] / LINES_A_PAGE
HEADING = Style(Role.FIRST, 14, 22, indent=2, align="left", before=7, after=2, together=True)
TEXT = Style(Role.BODY, 12, 18.5, indent=2, squeeze=0.24)
CAPTION = Style(Role.FIRST, 10.5, 16, align="center", before=4, after=2, together=True)
NOTE = Style(Role.BODY, 10.5, 15, hanging=1.26, squeeze=0.21, after=1)
FOOTNOTE = Style(Role.BODY, 9, 13, squeeze=0.18, before=2)
"""Under a table or a chart: what its signs mean."""
DATA = Style(Role.BODY, 10.5, 15, indent=2, squeeze=0.21)
DIGEST = Style(Role.BODY, 9, 15, align="left")
ANNEX_LABEL = Style(Role.FIRST, 14, 22, align="left", together=True)
ANNEX_TITLE = Style(Role.TITLE, 18, 28, align="center", after=2, together=True)
UNIT_LINE = Style(Role.BODY, 9, 14, align="right", after=2)
RUNNING = Style(Role.FIRST, 9, 14, align="left", after=2)
