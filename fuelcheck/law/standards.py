"""Fuel standards and test programmes as frozen values: what their files say once read and checked.

A standard is one phase of one edition (GB 17930-2016 VIA and VIB are two values). Figures are
decimals with the digits that the standard prints: GB/T 8170 rounds to the digits of the limit.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fuelcheck.words import Comparison, Confidence, Product, SiteKind, Unit


class LimitKind(StrEnum):
    """The four shapes of a limit."""

    MIN = "min"
    MAX = "max"
    RANGE = "range"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Limit:
    """What the standard demands of an item: ``low`` and ``high`` both belong to what passes.

    ``grades`` empty: of every grade; ``season`` None: all year, else the id of a ``Season``.
    ``sources`` are ids of the standard's sources. ``text`` is the one word demanded (无, 通过).
    """

    grades: tuple[str, ...]
    season: str | None
    low: Decimal | None
    high: Decimal | None
    text: str | None
    confidence: Confidence
    sources: tuple[str, ...]

    @property
    def kind(self) -> LimitKind:
        """Which of the four shapes it has."""
        if self.text is not None:
            return LimitKind.TEXT
        if self.low is not None and self.high is not None:
            return LimitKind.RANGE
        return LimitKind.MIN if self.high is None else LimitKind.MAX

    @property
    def decimals(self) -> int | None:
        """The printed digits after the point (0.20 has two); None of a limit in words."""
        figure = self.low if self.low is not None else self.high
        exponent = figure.as_tuple().exponent if figure is not None else None
        return -exponent if isinstance(exponent, int) else None


@dataclass(frozen=True, slots=True)
class Reproducibility:
    """How far two laboratories' results may lie apart (R): ``constant`` + ``share`` of the value.

    In the item's unit, of the test method ``method``.
    """

    constant: Decimal
    share: Decimal
    method: str
    confidence: Confidence
    sources: tuple[str, ...]

    def at(self, value: Decimal) -> Decimal:
        """R at a measured value."""
        return self.constant + self.share * abs(value)


@dataclass(frozen=True, slots=True)
class Item:
    """A property that the standard limits.

    ``key`` is the name that programs rely on, ``synonyms`` are what laboratory reports write for
    it. ``referee`` is the one of ``methods`` that decides a dispute, None where none is known.
    ``group`` is the key of an ``ItemGroup`` under whose one line a report may give it.
    """

    key: str
    name_zh: str
    name_en: str
    synonyms: tuple[str, ...]
    unit: Unit
    methods: tuple[str, ...]
    referee: str | None
    reproducibility: Reproducibility | None
    group: str | None
    note: str | None
    limits: tuple[Limit, ...]

    def limit(self, grade: str | None, season: str | None) -> Limit | None:
        """The limit of a grade in a season; None if the standard states none."""
        return next((limit for limit in self.limits if _holds(limit, grade, season)), None)


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """One line of a report or programme that stands for several items (杂质含量, 馏程)."""

    key: str
    name_zh: str
    name_en: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Season:
    """A part of the year with limits of its own, from ``starts`` to ``ends`` (month, day), both within.

    For the first ``replacement_days`` days the sites ``replacement_at`` may still hold fuel of
    the season before.
    """

    id: str
    starts: tuple[int, int]
    ends: tuple[int, int]
    replacement_days: int
    replacement_at: frozenset[SiteKind]


@dataclass(frozen=True, slots=True)
class Clause:
    """The table of the standard that limits these grades (empty: every grade)."""

    grades: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What nobody has settled about the edition, for samples from ``first`` to ``last`` (None: unbounded).

    ``items`` and ``grades`` empty: of every one. If ``undecided``, nothing that it touches is
    judged; else it is shown beside the verdict.
    """

    id: str
    text: str
    first: date | None
    last: date | None
    items: tuple[str, ...]
    grades: tuple[str, ...]
    undecided: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Superseded:
    """A standard that samples drawn from ``since`` on must not be judged by any more."""

    id: str
    since: date
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A paper or page that figures were taken from."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One phase of one edition of a product standard.

    ``in_force_until`` is the last day, None: until replaced. ``comparison`` is the method of
    GB/T 8170 that the standard names; None: not known, both count. ``sha256`` is the digest of
    the file's text: a judgement says which text it used.
    """

    id: str
    phase: str | None
    title: str
    products: frozenset[Product]
    in_force_from: date
    in_force_until: date | None
    in_force_confidence: Confidence
    comparison: Comparison | None
    clauses: tuple[Clause, ...]
    seasons: tuple[Season, ...]
    groups: tuple[ItemGroup, ...]
    items: tuple[Item, ...]
    questions: tuple[OpenQuestion, ...]
    superseded: tuple[Superseded, ...]
    sources: tuple[Source, ...]
    sha256: str

    @property
    def name(self) -> str:
        """Edition and phase: ``GB 17930-2016 VIB``."""
        return f"{self.id} {self.phase}" if self.phase else self.id

    def item(self, key: str) -> Item | None:
        """The item of that key, None if the standard has none."""
        return next((item for item in self.items if item.key == key), None)

    def items_named(self, key: str) -> tuple[Item, ...]:
        """What a key stands for: the item, or all members of the group; empty if neither."""
        return tuple(item for item in self.items if key in (item.key, item.group))

    def clause(self, grade: str | None) -> str | None:
        """The table that limits a grade, as the standard numbers it; None if not known."""
        return next((clause.text for clause in self.clauses if not clause.grades or grade in clause.grades), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a programme has tested of a product: keys of items or of groups of items."""

    product: Product
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """The year's rules of testing (实施细则): items by product, laboratory, days until the report.

    ``example`` marks one that was invented to show the layout. ``contract_days`` are calendar
    days from sampling to report; None: the contract names none.
    """

    id: str
    division: str
    year: int
    title: str
    example: bool
    laboratory: str | None
    contract_days: int | None
    asked: tuple[Asked, ...]
    sha256: str

    def items_for(self, product: Product) -> tuple[str, ...] | None:
        """The keys to be tested of a product; None if the programme does not sample it."""
        return next((asked.items for asked in self.asked if asked.product is product), None)


def _holds(limit: Limit, grade: str | None, season: str | None) -> bool:
    return (not limit.grades or grade in limit.grades) and limit.season in (None, season)
