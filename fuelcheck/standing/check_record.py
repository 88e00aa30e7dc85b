"""Checks of vehicles as values: one record with all that belongs to it, and the summary of a span of days.

Page, terminal, JSON and documents render these values; none of them asks again. Verdicts are
derived each time, never stored. Of a driver only the mask stands here, unless the whole name was
asked for by somebody who may.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.retests import FollowUp, FollowUpStanding
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.rules.roadside.verdicts import CheckVerdict
from fuelcheck.standing.evaluation import Head
from fuelcheck.store.versions import Step
from fuelcheck.words import CheckItem, CheckMethod, Conclusion, Product, RetestState, RetestStep, Verdict


@dataclass(frozen=True, slots=True)
class TakenStep:
    """A step of a follow-up: its number, what happened on which day, and the paper that shows it ("": none)."""

    n: int
    what: RetestStep
    on: date
    evidence: str


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """What followed a failed check, and how that stands at the end of the as-of day."""

    order: FollowUp
    steps: tuple[TakenStep, ...]
    """All that are recorded; one of a later day is not in the standing."""
    standing: FollowUpStanding

    @property
    def overdue(self) -> bool:
        """Whether the day has passed and the vehicle has not been tested again."""
        return self.standing.state is RetestState.OVERDUE

    @property
    def open(self) -> bool:
        """Whether the vehicle has not passed a re-test, in time still or overdue."""
        return self.standing.state is not RetestState.CLOSED


@dataclass(frozen=True, slots=True)
class TankBatch:
    """The batch that was drawn from the vehicle's tank, as far as the laboratory has spoken."""

    form_no: str
    sampled_on: date
    product: Product
    grade: str
    laboratory: str
    report_no: str
    reported_on: date | None
    conclusion: Conclusion | None
    void: bool


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check in a list: the record, our verdict, and what followed (None: it did not fail)."""

    fact: CheckFact
    verdict: CheckVerdict
    follow_up: FollowedUp | None

    @property
    def record_no(self) -> str:
        """The number of the record."""
        return self.fact.record_no

    @property
    def failed_items(self) -> tuple[CheckItem, ...]:
        """The formal items that failed, each once, in the order of judging."""
        failed = (item.item for item in self.verdict.items if item.verdict is Verdict.FAIL and item.formal)
        return tuple(dict.fromkeys(failed))


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """Everything that is held of one check by the end of ``as_of``.

    ``driver`` is the mask of the name (or the name, where ``driver_in_full``); "" where none was
    written, and where it was erased, which ``driver_erased`` says. ``vehicle`` is the register's row
    of the vehicle on the day of the check, None where it is not known. ``earlier`` are the checks of
    the same vehicle before this one, ``earlier_of_owner`` those of the owner's other vehicles, both
    newest first and without void ones; the owner is the register's.
    """

    head: Head
    example: bool
    division_name: str
    as_of: date
    line: CheckLine
    driver: str
    driver_in_full: bool
    driver_erased: bool
    fuel: TankBatch | None
    vehicle: VehicleFact | None
    earlier: tuple[CheckLine, ...]
    earlier_of_owner: tuple[CheckLine, ...]
    history: tuple[Step, ...]

    @property
    def fact(self) -> CheckFact:
        """The record itself."""
        return self.line.fact

    @property
    def verdict(self) -> CheckVerdict:
        """Our verdict on it."""
        return self.line.verdict

    @property
    def follow_up(self) -> FollowedUp | None:
        """What followed a failed check; None where it did not fail."""
        return self.line.follow_up

    @property
    def clean(self) -> bool:
        """Whether the vehicle passed, so that it gets a clean check's paper."""
        return not self.fact.void and self.verdict.verdict is Verdict.PASS


@dataclass(frozen=True, slots=True)
class CheckCount:
    """Checks that stand, by verdict; ``checked`` is their sum."""

    checked: int = 0
    clean: int = 0
    failed: int = 0
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """The checks at one place; "" where the record names none."""

    place: str
    count: CheckCount


@dataclass(frozen=True, slots=True)
class DepartmentCount:
    """The checks in which a department took part; a joint check counts for each of them ("": none named)."""

    department: str
    count: CheckCount


@dataclass(frozen=True, slots=True)
class MethodCount:
    """The checks by one method; None where the record names none."""

    method: CheckMethod | None
    count: CheckCount


@dataclass(frozen=True, slots=True)
class DayCount:
    """The checks of one day; days without a check do not stand in a summary."""

    day: date
    count: CheckCount


@dataclass(frozen=True, slots=True)
class FailureCount:
    """How many checks failed on an item; one that failed on two items counts for each of them."""

    item: CheckItem
    failed: int


@dataclass(frozen=True, slots=True)
class RetestCount:
    """How the follow-ups of the span's checks stand on the as-of day.

    ``ordered`` is their sum: closed in time, closed after their day, still within it (or without a
    day), and overdue.
    """

    ordered: int
    in_time: int
    late: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """The checks of a span of days, both within, as known and followed up by the end of ``as_of``.

    Void checks are in no number but ``void``. Lists are sorted as they are to be printed: ``places``
    and ``departments`` by name, ``failures`` from the most frequent on, ``days`` in order, lines by
    moment and number.
    """

    head: Head
    example: bool
    division_name: str
    as_of: date
    first: date
    last: date
    total: CheckCount
    void: int
    days: tuple[DayCount, ...]
    places: tuple[PlaceCount, ...]
    departments: tuple[DepartmentCount, ...]
    methods: tuple[MethodCount, ...]
    failures: tuple[FailureCount, ...]
    retests: RetestCount
    lines: tuple[CheckLine, ...]
    """Every check of the span, void ones too."""

    @property
    def whole_month(self) -> bool:
        """Whether the span is one whole calendar month."""
        first, last = self.first, self.last
        return first.day == 1 and last == date(first.year, first.month, monthrange(first.year, first.month)[1])

    @property
    def failing(self) -> tuple[CheckLine, ...]:
        """The checks that stand and failed."""
        return tuple(line for line in self.lines if not line.fact.void and line.verdict.verdict is Verdict.FAIL)

    @property
    def undecided(self) -> tuple[CheckLine, ...]:
        """The checks that stand and about which a person must decide."""
        return tuple(line for line in self.lines if not line.fact.void and line.verdict.verdict is Verdict.UNDECIDED)

    @property
    def overdue(self) -> tuple[CheckLine, ...]:
        """The checks whose re-test is overdue."""
        return tuple(line for line in self.lines if line.follow_up is not None and line.follow_up.overdue)
