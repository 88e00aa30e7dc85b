"""Law as frozen values: what a policy file says once it has been read and checked."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fuelcheck.law.targets import Exemption, Measure, Target
from fuelcheck.words import Confidence, LimitSet, Ownership, Product, Purpose, SiteKind, Task


class QuotaKind(StrEnum):
    """The three shapes of a fuel quota."""

    BATCHES = "batches"
    """At least ``required`` batches in the year."""
    SITES = "sites"
    """At least ⌈share × population⌉ distinct sites with a counted batch; share 1 is full coverage."""
    MONTHLY = "monthly"
    """A counted batch at each site in each month on whose last day it operated."""


class CoverageRoster(StrEnum):
    """Whom full coverage is owed to."""

    ROSTER_DAY = "roster_day"
    OPERATED_IN_YEAR = "operated_in_year"


@dataclass(frozen=True, slots=True)
class Township:
    """A township (乡镇、街道) of the division, with the names it had before.

    ``confidence`` is the weakest of what is stated here.
    """

    code: str
    name: str
    former_names: tuple[str, ...] = ()
    confidence: Confidence = Confidence.CONFIRMED


@dataclass(frozen=True, slots=True)
class Reading:
    """Our reading of a vague sentence of the plan (interpretation = true)."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Quota:
    """One line of the year's duties.

    ``products`` and ``kinds`` say which batches and which sites it looks at (empty
    ``kinds``: any site), ``ownerships`` whose sites; ``share`` is a fraction (0.10).
    ``readings`` names the readings that its figure rests on.
    """

    id: str
    kind: QuotaKind
    name: str
    clause: str
    demand: str
    lead: tuple[str, ...]
    cooperate: tuple[str, ...]
    products: frozenset[Product]
    kinds: frozenset[SiteKind]
    ownerships: frozenset[Ownership]
    required: int | None
    share: Decimal | None
    roster: CoverageRoster
    readings: tuple[str, ...]

    @property
    def interpretation(self) -> bool:
        """Whether the figure rests on a reading of ours."""
        return bool(self.readings)


@dataclass(frozen=True, slots=True)
class Document:
    """The paper that a policy is taken from."""

    number: str
    title: str
    issuer: str
    issued_on: date
    valid_from: date
    valid_until: date | None
    """The last day of validity; None: until withdrawn."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A county's document with its quotas and vehicle targets, what counts, and our readings, as data.

    ``sha256`` is the digest of the file's text: an evaluation says which text it used.
    Vehicle targets came later than quotas: an older text states none and stays valid.
    """

    id: str
    division: str
    division_name: str
    document: Document
    year_starts: tuple[int, int]
    """Month and day on which the quota year begins; (1, 1) is the calendar year."""
    tasks: frozenset[Task]
    purposes: frozenset[Purpose]
    batches_per_visit: int
    townships: tuple[Township, ...]
    quotas: tuple[Quota, ...]
    readings: tuple[Reading, ...]
    sha256: str
    targets: tuple[Target, ...] = ()
    measures: tuple[Measure, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    """The closed list of reasons for which a vehicle may be left out of a target."""
    limit_set: LimitSet = LimitSet.A
    """Which limits a roadside check is held against."""
    target_readings: tuple[Reading, ...] = ()
    """Readings that only targets and measures rest on; the quotas' documents leave them out."""

    def quota(self, id_: str) -> Quota:
        """The quota of that id; KeyError if the policy has none."""
        return next((q for q in self.quotas if q.id == id_), None) or _missing(id_)

    def target(self, id_: str) -> Target:
        """The vehicle target of that id; KeyError if the policy has none."""
        found = next((target for target in self.targets if target.id == id_), None)
        if found is None:
            raise KeyError(id_)
        return found

    def exemption(self, called: str) -> Exemption | None:
        """The exemption of that id, name or synonym; None if the policy knows no such reason."""
        return next((e for e in self.exemptions if called in (e.id, e.name, *e.synonyms)), None)

    def reading(self, id_: str) -> Reading:
        """The reading of that id, of quotas or of targets; KeyError if the policy has none."""
        return {reading.id: reading for reading in (*self.readings, *self.target_readings)}[id_]

    def expired_on(self, day: date) -> date | None:
        """The last day of validity if it has passed by ``day``, else None."""
        until = self.document.valid_until
        return until if until is not None and day > until else None


def _missing(id_: str) -> Quota:
    raise KeyError(id_)
