"""The invented year's 150 checks on diesel vehicles: who was stopped where, what was measured, what followed.

Every kind of finding occurs: smoke over GB 3847's limit and exactly at it, nitrogen oxides, a lit OBD
lamp, a device taken out, an empty urea tank, a black plume; an instrument out of date; readings that
were never written down. Seven in ten vehicles are of the county's register, the rest are passing
through; five are stopped twice. Drivers and officers are invented.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from fuelcheck.demo import fleet, names
from fuelcheck.demo.chance import chance
from fuelcheck.demo.rounds import working_days
from fuelcheck.rules.fleet import VehicleFact, in_fleet
from fuelcheck.words import (
    Aftertreatment,
    CheckKind,
    CheckMethod,
    Energy,
    ObdState,
    RetestStep,
    Stage,
    UreaState,
    VehicleCategory,
)

COUNT, TWICE = 150, 5
PLACES = (
    ("国道207线白沙检查点", 112.58, 34.41),
    ("省道323线彭婆检查点", 112.50, 34.51),
    ("省道238线鸣皋检查点", 112.21, 34.36),
    ("县城北出口检查点", 112.43, 34.44),
    ("高速伊川站出口", 112.46, 34.43),
    ("吕店镇货运通道检查点", 112.64, 34.50),
)
"""Invented points on the county's roads with a position somewhere near."""

_MONTHS = range(3, 13)
_DAYS_TO_RETEST = 10
_ORDER = "责令维修并复检"


@dataclass(frozen=True, slots=True)
class Stop:
    """A check as the officers write it down; empty and None are what nobody wrote."""

    record_no: str
    at: datetime
    vehicle: VehicleFact
    place: tuple[str, float, float]
    officers: tuple[str, ...]
    driver: str
    kind: CheckKind = CheckKind.ROADSIDE
    method: CheckMethod = CheckMethod.FREE_ACCELERATION
    readings: tuple[str, ...] = ()
    nox_ppm: str = ""
    power_percent: str = ""
    ringelmann: str = ""
    obd: ObdState | None = ObdState.OK
    aftertreatment: Aftertreatment | None = Aftertreatment.INTACT
    urea: UreaState | None = UreaState.OK
    instrument: str = "YQ-示例-01"
    calibrated_until: date = date(2026, 3, 31)
    action: str = "放行"
    retest_by: date | None = None
    note: str = ""

    @property
    def day(self) -> date:
        """The day of the check."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Followed:
    """A step after a check: the vehicle was repaired, or tested again."""

    record_no: str
    step: RetestStep
    on: date


_FINDINGS = (
    ("clean", 86), ("smoke", 12), ("at_the_limit", 2), ("obd", 9), ("tampered", 3), ("missing", 3), ("no_urea", 4),
    ("poor_urea", 2), ("black_plume", 4), ("pale_plume", 6), ("expired", 3), ("unread", 4), ("no_obd", 4),
    ("nox", 3), ("lug_down", 5),
)  # fmt: skip
"""What is found, and how often: 150 in all."""

_IN_TIME = ((RetestStep.REPAIRED, 4), (RetestStep.PASSED, 8))
_STORIES: tuple[tuple[tuple[RetestStep, int], ...], ...] = (
    (),
    ((RetestStep.REPAIRED, 9), (RetestStep.PASSED, 16)),
    ((RetestStep.REPAIRED, 3), (RetestStep.FAILED, 5), (RetestStep.REPAIRED, 7), (RetestStep.PASSED, 9)),
)
"""The steps after a check, each with the days that had passed."""
_STORIES_UNTIL = date(2025, 11, 30)

_ON_THE_BENCH = frozenset({"nox", "lug_down"})
_FAILING = frozenset({"smoke", "obd", "tampered", "missing", "no_urea", "black_plume", "nox"})


def build(seed: int, vehicles: tuple[VehicleFact, ...]) -> tuple[Stop, ...]:
    """The year's checks in the order of their records."""
    rng = chance(seed, "checks")
    moments = sorted(_moment(rng, _MONTHS[n % len(_MONTHS)]) for n in range(COUNT))
    found = [name for name, count in _FINDINGS for _ in range(count)]
    rng.shuffle(found)
    officers, drivers = names.people(rng, 8), names.people(rng, COUNT)
    stops: list[Stop] = []
    for n, (at, finding) in enumerate(zip(moments, found, strict=True)):
        if n >= COUNT - 3 * TWICE and n % 3 == 0:
            vehicle = rng.choice([s.vehicle for s in stops[: COUNT // 2] if in_fleet(s.vehicle, at.date())])
        else:
            vehicle = _stopped(rng, vehicles, at.date(), n, passing=finding not in _ON_THE_BENCH)
        team = tuple(rng.sample(officers, 2))
        stop = Stop(f"LJ2025{n + 1:04d}", at, vehicle, rng.choice(PLACES), team, drivers[n])
        stops.append(_checked(rng, stop, finding))
    return tuple(stops)


def until(stops: tuple[Stop, ...], day: date) -> tuple[Stop, ...]:
    """The checks made by the end of ``day``."""
    return tuple(stop for stop in stops if stop.day <= day)


def followed(stops: tuple[Stop, ...], day: date) -> tuple[Followed, ...]:
    """What the office recorded by ``day`` after the checks of the year that failed.

    Most vehicles were repaired and passed within the ten days; of the last three of November one was
    never heard of again and is overdue, one came late, one failed once more.
    """
    ordered = [stop for stop in stops if stop.retest_by]
    told = reversed([stop.record_no for stop in ordered if stop.day <= _STORIES_UNTIL])
    stories = dict(zip(told, _STORIES, strict=False))
    steps = (
        Followed(stop.record_no, step, stop.day + timedelta(days=after))
        for stop in ordered
        for step, after in stories.get(stop.record_no, _IN_TIME)
    )
    return tuple(step for step in steps if step.on <= day)


def _moment(rng: Random, month: int) -> datetime:
    day = rng.choice(working_days(date(fleet.YEAR, month, 1), date(fleet.YEAR, month, 28)))
    return datetime(day.year, day.month, day.day, rng.choice((8, 9, 10, 15, 16, 20)), rng.randint(0, 59))


def _stopped(rng: Random, vehicles: tuple[VehicleFact, ...], day: date, n: int, *, passing: bool) -> VehicleFact:
    """A diesel truck of the county, or on the road one that is ``passing`` through."""
    if passing and rng.random() < 0.3:
        return _stranger(rng, n)
    here = [v for v in vehicles if v.energy is Energy.DIESEL and v.category in fleet.TRUCKS and in_fleet(v, day)]
    return rng.choice(here)


def _stranger(rng: Random, n: int) -> VehicleFact:
    registered = date(rng.randint(2014, 2024), rng.randint(1, 12), rng.randint(1, 28))
    lot = fleet.Lot(1, VehicleCategory.TRUCK, "重型半挂牵引车", Energy.DIESEL, registered.year, registered.year)
    return replace(
        fleet.vehicle(rng, lot, 700 + n), plate=f"{rng.choice(('豫A', '豫K', '晋L', '陕E', '鲁H'))}0E{n:03d}"
    )


def _checked(rng: Random, stop: Stop, finding: str) -> Stop:
    """The stop with what was found; old engines have neither diagnosis nor urea."""
    stage = stop.vehicle.stage
    old = stage is None or stage.number < Stage.FOUR.number
    if old and finding in ("obd", "tampered", "missing", "no_urea", "poor_urea", "no_obd"):
        finding = "smoke" if finding in _FAILING else "unread"
    stop = replace(stop, readings=_readings(rng, 0.25, 0.95), obd=None if old else ObdState.OK)
    stop = replace(stop, aftertreatment=None, urea=None) if old else stop
    stop = _with(rng, stop, finding)
    if finding in _FAILING:
        stop = replace(stop, action=_ORDER, retest_by=stop.day + timedelta(days=_DAYS_TO_RETEST))
    return stop


def _with(rng: Random, stop: Stop, finding: str) -> Stop:
    """The stop with what was measured."""
    match finding:
        case "smoke":
            return replace(stop, readings=_readings(rng, 1.4, 2.6), note="起动加速冒黑烟")
        case "at_the_limit":
            return replace(stop, readings=("1.1", "1.2", "1.3"))
        case "expired":
            return replace(stop, instrument="YQ-示例-03", calibrated_until=stop.day - timedelta(days=12))
        case "unread":
            return replace(stop, readings=stop.readings[:2], note="打印纸用尽，缺一次读数")
        case "black_plume" | "pale_plume":
            level = rng.choice(("2", "3") if finding == "black_plume" else ("0", "1"))
            return replace(stop, method=CheckMethod.SMOKE, readings=(), ringelmann=level)
        case "nox" | "lug_down":
            return _on_the_bench(rng, stop, failing=finding == "nox")
        case _:
            return _looked_at(stop, finding)


def _on_the_bench(rng: Random, stop: Stop, *, failing: bool) -> Stop:
    """Measured where the vehicle is kept, on a test bench."""
    return replace(
        stop,
        kind=CheckKind.OWNER_VISIT,
        method=CheckMethod.LUG_DOWN,
        readings=_readings(rng, 0.3, 0.9)[:2],
        nox_ppm=str(rng.randint(1650, 2300) if failing else rng.randint(420, 1300)),
        power_percent=f"{rng.uniform(48, 72):.1f}",
        instrument="YQ-示例-02",
    )


def _looked_at(stop: Stop, finding: str) -> Stop:
    """What diagnosis, devices and urea tank showed."""
    match finding:
        case "obd":
            return replace(stop, obd=ObdState.FAULT, note="故障灯常亮")
        case "no_obd":
            return replace(stop, obd=ObdState.NOT_CHECKED)
        case "tampered":
            return replace(stop, aftertreatment=Aftertreatment.TAMPERED, note="加装屏蔽器")
        case "missing":
            return replace(stop, aftertreatment=Aftertreatment.MISSING, note="颗粒捕集器已拆除")
        case "no_urea":
            return replace(stop, urea=UreaState.NONE)
        case "poor_urea":
            return replace(stop, urea=UreaState.POOR, action="抽取尿素样品送检")
        case _:
            return stop


def _readings(rng: Random, low: float, high: float) -> tuple[str, ...]:
    """Three readings close to each other."""
    middle = rng.uniform(low, high)
    return tuple(f"{middle + rng.uniform(-0.08, 0.08):.2f}" for _ in range(3))
