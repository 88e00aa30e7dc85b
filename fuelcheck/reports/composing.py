"""From a composed story to a file: its letters prepared, its first page in the size that fits."""

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from reportlab.platypus.flowables import Flowable

from fuelcheck.reports.front_page import SETTINGS, Setting, fitting
from fuelcheck.reports.letters import Letters, Talk
from fuelcheck.reports.pages import Sheet, print_document
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.prose import texts_of


class Composition(Protocol):
    """The story of one document; its first page is tried in several sizes."""

    def front(self, setting: Setting) -> list[Flowable]:
        """The first page."""

    def after_front(self) -> Sequence[Any]:
        """All further pages."""


def print_composed(
    compose: Callable[[Letters], Composition], sheet: Sheet, target: str | Path | BinaryIO, paper: Paper,
    talk: Talk | None,
) -> None:  # fmt: skip
    """Write what ``compose`` makes as a PDF to a path or a binary file.

    ``talk`` is told lines for people: fonts being prepared (the first time only), characters
    that no font has (they are printed as 〓 and named on the page that tells of the data).
    Raises FontsRefused for a fonts.toml that cannot be followed, OSError if it cannot write.
    """
    letters = Letters(paper.fonts, talk)
    collecting = gc.isenabled()
    gc.disable()  # a big ledger is many small tuples and no cycles
    try:
        composed = compose(letters)
        rest = composed.after_front()
        letters.prepare([*texts_of(composed.front(SETTINGS[0])), *texts_of(rest), *sheet.texts()])
        story = [*fitting(composed.front), *rest]
        print_document(story, str(target) if isinstance(target, Path) else target, sheet, letters)
    finally:
        letters.close()
        if collecting:
            gc.enable()
