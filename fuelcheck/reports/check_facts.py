"""What the record of a check states of the check, the vehicle and the people, as labels and values.

What nobody wrote down is said to be missing, and an unknown stage stays unknown: a stage of the
check stands beside one of the register, and how the register knows it.
"""

from datetime import datetime

from fuelcheck.reports.form_blocks import Place
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.masking import HIDDEN, mask_name
from fuelcheck.standing.check_record import CheckLine, CheckRecord
from fuelcheck.words import CheckKind, Stage, StageSource, Verdict

_DAY_ALONE = len("2025-03-09")


def fact_rows(record: CheckRecord, say: Sentences) -> list[list[Place]]:
    """The upper boxes: check, place, people, vehicle, method."""
    fact, check = record.fact, record.fact.check
    kind = fact.kind or CheckKind.ROADSIDE
    values = {
        "when": when(record, say),
        "kind": kind.zh,
        "where": _where(record, say),
        "departments": say("values.joint").join(fact.departments),
        "police": fact.police_unit or (say("values.not_asked") if kind is CheckKind.OWNER_VISIT else ""),
        "officers": say("values.joint").join(fact.officers),
        "driver": say("values.erased") if record.driver_erased else record.driver,
        "plate": plate(record, say),
        "vin": fact.vin,
        "vehicle_type": check.vehicle_type,
        "use": fact.use,
        "energy": check.energy.zh if check.energy else "",
        "stage": stage(record, say),
        "registered_on": say.day(fact.registered_on) if fact.registered_on else "",
        "owner": owner(record, say),
        "method": _method(record, say),
        "instrument": _instrument(record, say),
    }
    rows = (
        ("when", "kind"), ("where",), ("departments", "police"), ("officers", "driver"), ("plate", "vin"),
        ("vehicle_type", "use"), ("energy", "stage"), ("registered_on", "owner"), ("method",), ("instrument",),
    )  # fmt: skip
    missing = say("values.missing")
    return [[Place(say(f"places.{name}"), values[name] or missing) for name in row] for row in rows]


def when(record: CheckRecord, say: Sentences) -> str:
    """The day, and the time of day where one was written."""
    written = record.fact.checked_at
    if len(written) <= _DAY_ALONE:
        return say.day(record.fact.checked_on)
    return say.moment(datetime.fromisoformat(written))


def plate(record: CheckRecord, say: Sentences) -> str:
    """The plate with its colour."""
    fact = record.fact
    if fact.plate_colour is None:
        return fact.plate
    return say("values.plate", plate=fact.plate, colour=fact.plate_colour.zh)


def owner(record: CheckRecord, say: Sentences) -> str:
    """The register's owner; of a person the mask where the driver is masked too."""
    name = record.vehicle.owner if record.vehicle else ""
    if not name:
        return say("values.unknown")
    hidden = mask_name(name)
    return name if record.driver_in_full or hidden == HIDDEN else hidden


def stage(record: CheckRecord, say: Sentences) -> str:
    """The stage and how it is known; where check and register differ, both."""
    written, vehicle = record.fact.stage, record.vehicle
    known = vehicle.stage if vehicle else None
    if known is None or vehicle is None:
        return _known(written, say("values.stage_record"), say)
    source = _source(vehicle.stage_source, say)
    if written is None or written is known:
        return _known(known, source, say)
    return say("values.stage_differs", stage=written.zh, other=known.zh, source=source)


def _known(known: Stage | None, source: str, say: Sentences) -> str:
    return say("values.stage", stage=known.zh, source=source) if known else say("values.unknown")


def _source(source: StageSource | None, say: Sentences) -> str:
    return source.zh if source else say("values.stage_register")


def _where(record: CheckRecord, say: Sentences) -> str:
    fact = record.fact
    if not (fact.longitude and fact.latitude):
        return fact.place
    return say(
        "values.where", place=fact.place or say("values.missing"), longitude=fact.longitude, latitude=fact.latitude,
        datum=fact.datum.value if fact.datum else say("values.unknown"),
    )  # fmt: skip


def _method(record: CheckRecord, say: Sentences) -> str:
    method, verdict = record.fact.check.method, record.verdict
    if method is None:
        return ""
    standard = verdict.standard or say("values.no_standard")
    return say("values.method", method=method.zh, standard=standard, limit_set=verdict.limit_set.zh)


def _instrument(record: CheckRecord, say: Sentences) -> str:
    check = record.fact.check
    named, until = check.instrument or say("values.missing"), check.calibrated_until
    if until is None:
        return say("values.instrument_only", instrument=named) if check.instrument else ""
    sentence = "values.instrument_expired" if until < record.fact.checked_on else "values.instrument"
    return say(sentence, instrument=named, until=say.day(until))


def earlier(record: CheckRecord, say: Sentences) -> str:
    """How often the vehicle, and the owner's others, were checked before, and what came of it."""
    lines = record.earlier
    text = say("values.earlier_none")
    if lines:
        last = lines[0]
        text = say(
            "values.earlier", n=len(lines), failed=_failed(lines), day=say.day(last.fact.checked_on),
            verdict=say(f"sentence.label_{last.verdict.verdict.value}"),
        )  # fmt: skip
    others = record.earlier_of_owner
    return text + (say("values.earlier_owner", n=len(others), failed=_failed(others)) if others else "")


def _failed(lines: tuple[CheckLine, ...]) -> int:
    return sum(line.verdict.verdict is Verdict.FAIL for line in lines)
