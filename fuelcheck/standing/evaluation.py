"""The full evaluation of a division's year: the status and all its annexes, as values.

Page, terminal, JSON, PDF and workbook render this one value; none of them asks again.
"""

from dataclasses import dataclass
from datetime import date, datetime

from fuelcheck.rules.facts import BatchFact, VisitFact
from fuelcheck.rules.failures import Failure
from fuelcheck.rules.status import Status
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.words import Ownership, Period, Product, SiteKind


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site as it was on the roster day (for one that had closed: on its last day)."""

    code: str
    name: str
    kind: SiteKind
    ownership: Ownership
    township: str
    operating: bool
    closed_on: date | None
    """Its last closing by the roster day, while it has not reopened."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A batch beside its site; ``counted``: it counts for the year's quotas."""

    batch: BatchFact
    site: SiteRow
    counted: bool


@dataclass(frozen=True, slots=True)
class Failing:
    """A batch that the laboratory failed, with what it failed on; at least one thing.

    Where neither the laboratory nor our judging names anything, that is a ``Failure`` of no name
    and no item.
    """

    row: LedgerRow
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Flagged:
    """A batch of which laboratory and our judging say the contrary of each other.

    The laboratory's signed conclusion stands, and counts. ``failures`` are what either of them
    failed it on; ``answer`` is what a person said to the notice about it, empty: nothing yet.
    """

    row: LedgerRow
    verdict: BatchVerdict
    failures: tuple[Failure, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Overdue:
    """A batch whose report had not come by the as-of day though the programme's contract says so.

    ``due`` was the last day, ``days`` is how many calendar days it is over.
    """

    row: LedgerRow
    due: date
    days: int
    laboratory: str


@dataclass(frozen=True, slots=True)
class ToSample:
    """A private station still to be sampled: is a batch pending, which visits found it shut."""

    site: SiteRow
    pending: bool
    visits: tuple[VisitFact, ...]


@dataclass(frozen=True, slots=True)
class LeftUncovered:
    """A station that closed uncovered; ``recorded`` is when its closing was entered."""

    site: SiteRow
    recorded: datetime | None


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A month of the quota year by day of sampling; motor-fuel and urea batches that count."""

    month: date
    motor_fuel: int
    urea: int
    pending: int
    failed: int
    cumulative: int
    """Motor-fuel batches since the year's first day."""
    expected: int
    """The day-proportional line at the month's end (or the as-of day), rounded up."""


@dataclass(frozen=True, slots=True)
class TownshipCount:
    """A township's stations and points on the roster day and the year's counted batches there."""

    township: str
    stations: int
    covered: int
    private: int
    private_covered: int
    motor_fuel: int
    urea: int
    failed: int


@dataclass(frozen=True, slots=True)
class ProductCount:
    """Counted batches of one product and how many of them the laboratory failed."""

    product: Product
    batches: int
    failed: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Motor-fuel batches against the line that grows by the same number every day."""

    elapsed_days: int
    year_days: int
    expected: int
    """⌈required × elapsed ÷ days of the year⌉ batches."""
    achieved: int
    meets_on: date | None
    """The day on which the quota is met at this pace; None: nothing achieved yet."""
    december_heap: bool
    """More than a quarter of the year's counted motor-fuel batches were drawn in the last month."""


@dataclass(frozen=True, slots=True)
class DepotRow:
    """A depot's or producer's months: ``due-met``, ``due-missing``, ``due-pending``, ``open``, ``not-due``."""

    site: SiteRow
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice that nobody has answered: its id, its sentence's code and values, its row."""

    id: str
    code: str
    noun: str
    row: str
    values: tuple[tuple[str, object], ...]
    message: str
    """Always Chinese: annexes are."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change recorded since the last issued document that touches what it said."""

    n: int
    moment: datetime
    who: str
    noun: str
    row: str
    kind: str
    """Of the version: amended, voided, withdrawn, recorded_late …"""
    fields: tuple[tuple[str, str, str], ...]
    """(field, old, new)."""
    reason: str


@dataclass(frozen=True, slots=True)
class LastDocument:
    """The last document issued for the same year."""

    number: str
    as_of: date
    issued: datetime
    known_n: int


@dataclass(frozen=True, slots=True)
class Span:
    """The period that the report speaks of, and what was done in it."""

    period: Period
    first: date
    last: date
    motor_fuel: int
    urea: int
    sites: int
    failed: int


@dataclass(frozen=True, slots=True)
class Head:
    """The last act that the evaluation knows of: number, moment (UTC), hash with its label."""

    division: str
    n: int
    moment: datetime
    hash: str


@dataclass(frozen=True, slots=True)
class QuotaReport:
    """The status and its annexes. Rows are sorted as they are to be printed."""

    status: Status
    replaced: Status | None
    """The same year under the policy that this one replaced within the year, if it did."""
    head: Head
    example: bool
    """The store holds an invented example county; every page must say so."""
    span: Span
    months: tuple[MonthCount, ...]
    townships: tuple[TownshipCount, ...]
    products: tuple[ProductCount, ...]
    pace: Pace
    to_sample: tuple[ToSample, ...]
    brand_sampled: tuple[LedgerRow, ...]
    depots: tuple[DepotRow, ...]
    urea: tuple[LedgerRow, ...]
    failing: tuple[Failing, ...]
    flagged: tuple[Flagged, ...]
    overdue: tuple[Overdue, ...]
    left_uncovered: tuple[LeftUncovered, ...]
    notices: tuple[NoticeRow, ...]
    other_levels: tuple[LedgerRow, ...]
    last_document: LastDocument | None
    changes: tuple[ChangeRow, ...]
    ledger: tuple[LedgerRow, ...]
    """All the year's batches, whatever their level and state."""
    site_names: dict[str, str]
    """Code → name on the roster day, for everything that is named by code."""
