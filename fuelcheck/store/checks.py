"""Checks of vehicles and what followed them, as the rules read them; the driver is a hash here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import sqlalchemy as sa

from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.rules.roadside.record import Check
from fuelcheck.store.rows import content, contents
from fuelcheck.store.tables import RoadsideCheck
from fuelcheck.store.types import Content
from fuelcheck.words import (
    Aftertreatment,
    BatchStatus,
    CheckKind,
    CheckMethod,
    Datum,
    Energy,
    ObdState,
    PlateColour,
    RetestStep,
    Stage,
    UreaState,
    Word,
)

W = TypeVar("W", bound=Word)

_COLUMNS = tuple(column.name for column in RoadsideCheck.__table__.columns)  # type: ignore[attr-defined]
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM roadside_check WHERE division = :division"
_WITHIN = sa.text(f"{_SELECT} AND checked_on BETWEEN :first AND :last ORDER BY checked_on, checked_at, record_no")
_OF_VEHICLES = sa.text(
    f"{_SELECT} AND (plate IN :plates OR vin IN :vins) AND checked_on <= :until"
    " ORDER BY checked_on DESC, checked_at DESC, record_no DESC"
).bindparams(
    sa.bindparam("plates", expanding=True, type_=sa.String), sa.bindparam("vins", expanding=True, type_=sa.String)
)
_PORTION = 500
_STEPS = sa.text(
    "SELECT record_no, n, step, happened_on, evidence FROM retest_event WHERE division = :division"
    " AND record_no IN :records ORDER BY record_no, n"
).bindparams(sa.bindparam("records", expanding=True, type_=sa.String))


@dataclass(frozen=True, slots=True)
class StepRow:
    """A recorded step after a failed check."""

    n: int
    step: RetestStep
    on: date
    evidence: str


def check(connection: sa.Connection, division: str, record_no: str) -> CheckFact | None:
    """The check of that number; None if there is none."""
    row = content(connection, "roadside_check", division, record_no=record_no)
    return None if row is None else check_fact(row)


def checks(connection: sa.Connection, division: str, first: date, last: date) -> Iterator[CheckFact]:
    """The checks of a span of days, both within, by moment and number; void ones too."""
    span = {"first": first.isoformat(), "last": last.isoformat()}
    yield from _facts(connection, _WITHIN, {"division": division, **span})


def checks_of(
    connection: sa.Connection, division: str, plates: Iterable[str], vins: Iterable[str], until: date
) -> Iterator[CheckFact]:
    """The checks of vehicles by their plates or VINs up to a day, newest first; void ones too."""
    named = {"plates": sorted(plates), "vins": sorted(vins)}
    yield from _facts(connection, _OF_VEHICLES, {"division": division, "until": until.isoformat(), **named})


def retest_steps(connection: sa.Connection, division: str, records: Iterable[str]) -> dict[str, list[StepRow]]:
    """The steps that followed these checks, by record number in their order."""
    found: dict[str, list[StepRow]] = defaultdict(list)
    wanted = list(records)
    for start in range(0, len(wanted), _PORTION):
        values = {"division": division, "records": wanted[start : start + _PORTION]}
        for record_no, n, step, on, evidence in connection.execute(_STEPS, values):
            found[record_no].append(StepRow(n, RetestStep(step), date.fromisoformat(on), evidence or ""))
    return found


def records_before(connection: sa.Connection, division: str, day: date) -> Iterator[CheckFact]:
    """The checks before a day in whose record a driver is named, by number."""
    for row in contents(connection, "roadside_check", division):
        if row["driver"] is not None and row["checked_on"] < day.isoformat():
            yield check_fact(row)


def check_fact(row: Content) -> CheckFact:
    """A check's row as the rules read it."""
    void = row["status"] == BatchStatus.VOID
    return CheckFact(
        check=_measured(row), checked_at=row["checked_at"], checked_on=date.fromisoformat(row["checked_on"]),
        plate=row["plate"], kind=_word(CheckKind, row["kind"]), place=row["place"] or "",
        longitude=row["longitude"] or "", latitude=row["latitude"] or "", datum=_word(Datum, row["datum"]),
        departments=_split(row["departments"]), police_unit=row["police_unit"] or "",
        officers=_split(row["officers"]), plate_colour=_word(PlateColour, row["plate_colour"]),
        vin=row["vin"] or "", use=row["use"] or "", stage=_word(Stage, row["stage"]),
        registered_on=_day(row["registered_on"]), driver=row["driver"] or "", fuel_form_no=row["fuel_form_no"] or "",
        action=row["action"] or "", retest_by=_day(row["retest_by"]), note=row["note"] or "",
        voided=(row["void_reason"] or "") if void else None,
    )  # fmt: skip


def _measured(row: Content) -> Check:
    return Check(
        record_no=row["record_no"], checked_on=date.fromisoformat(row["checked_on"]),
        method=_word(CheckMethod, row["method"]), readings=_split(row["readings"]), nox_ppm=row["nox_ppm"] or "",
        power_percent=row["power_percent"] or "", ringelmann=row["ringelmann"] or "",
        obd=_word(ObdState, row["obd"]), aftertreatment=_word(Aftertreatment, row["aftertreatment"]),
        urea=_word(UreaState, row["urea"]), urea_mass_percent=row["urea_mass_percent"] or "",
        urea_refraction=row["urea_refraction"] or "", energy=_word(Energy, row["energy"]),
        vehicle_type=row["vehicle_type"] or "", instrument=row["instrument"] or "",
        calibrated_until=_day(row["calibrated_until"]),
    )  # fmt: skip


def _facts(connection: sa.Connection, query: sa.TextClause, values: dict[str, object]) -> Iterator[CheckFact]:
    for row in connection.execute(query, values):
        yield check_fact(dict(zip(_COLUMNS, row, strict=True)))


def _word(words: type[W], value: str | None) -> W | None:
    return None if value is None else words(value)


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
