"""What is judged: the label and day of a sample, and the results of its report, as somebody wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from fuelcheck.words import Product, SiteKind


class Result(NamedTuple):
    """One line of a report: the item's name, the result and the unit as written, empty where nothing was."""

    item: str
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A batch as far as its judgement goes.

    ``grade`` is that of the label or nozzle, never one guessed from results; ``site_kind`` None
    is judged as a filling station; ``named_standard`` is what the report calls its basis;
    ``claims`` are promises of the station by item, written like limits (``{"sulfur": "≤5"}``).
    """

    product: Product | str
    grade: str | None
    sampled_on: date | None
    site_kind: SiteKind | None = None
    named_standard: str | None = None
    claims: Mapping[str, str] = field(default_factory=dict)
    form_no: str = ""
