"""A check of a vehicle as it is remembered: what the law asks a record to hold, and what is judged of it."""

from dataclasses import dataclass
from datetime import date

from fuelcheck.rules.roadside.record import Check
from fuelcheck.words import CheckKind, Datum, PlateColour, Stage


@dataclass(frozen=True, slots=True)
class CheckFact:
    """One recorded check; "" and None are what nobody wrote down.

    ``checked_at`` is a moment in China (``2025-03-09T09:10:00+08:00``), midnight where only the day is known.
    ``driver`` is the keyed hash of the driver's name, never the name. An empty ``kind`` counts as
    a check on the road. ``retest_by`` is the day by which a vehicle that failed must have passed a
    re-test; ``voided`` is the reason of a check that was declared void, None for one that stands.
    """

    check: Check
    checked_at: str
    checked_on: date
    plate: str
    kind: CheckKind | None = None
    place: str = ""
    longitude: str = ""
    latitude: str = ""
    datum: Datum | None = None
    departments: tuple[str, ...] = ()
    police_unit: str = ""
    officers: tuple[str, ...] = ()
    plate_colour: PlateColour | None = None
    vin: str = ""
    use: str = ""
    stage: Stage | None = None
    registered_on: date | None = None
    driver: str = ""
    fuel_form_no: str = ""
    action: str = ""
    retest_by: date | None = None
    note: str = ""
    voided: str | None = None

    @property
    def record_no(self) -> str:
        """The number of the record."""
        return self.check.record_no

    @property
    def when(self) -> str:
        """Day and time of day for people: ``2025-03-09 09:10``; the day alone where that is all that is known."""
        day, _, clock = self.checked_at.partition("T")
        return day if clock.startswith("00:00:00") else f"{day} {clock[:5]}".strip()

    @property
    def void(self) -> bool:
        """Whether it was declared void."""
        return self.voided is not None
