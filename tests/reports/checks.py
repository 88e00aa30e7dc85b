"""Checks for the documents, built by hand and judged by the shipped law: ordinary ones and extremes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import starmap
from typing import Any

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.rules.roadside.record import Check
from fuelcheck.standing.check_record import (
    CheckCount,
    CheckLine,
    CheckRecord,
    CheckSummary,
    DayCount,
    DepartmentCount,
    MethodCount,
    PlaceCount,
    TankBatch,
)
from fuelcheck.standing.check_summary import counted, failures, retests
from fuelcheck.standing.checks import followed_up
from fuelcheck.standing.evaluation import Head
from fuelcheck.words import (
    Aftertreatment,
    CheckKind,
    CheckMethod,
    Conclusion,
    Datum,
    Energy,
    ObdState,
    PlateColour,
    Product,
    Stage,
    StageSource,
    UreaState,
    VehicleCategory,
)
from tests.reports.county import HASH, LONG, RARE
from tests.rules.roadside.law import judged

MARCH = date(2025, 3, 9)
AS_OF = date(2025, 3, 31)
HEAD = Head("410329", 412, datetime(2025, 3, 31, 9, 0, tzinfo=UTC), HASH)
DEPARTMENTS = ("洛阳市生态环境局伊川分局", "伊川县公安局交通管理大队")
CHECK = Check(
    record_no="LJ20250309-01", checked_on=MARCH, method=CheckMethod.FREE_ACCELERATION,
    readings=("0.50", "0.52", "0.48"), obd=ObdState.OK, aftertreatment=Aftertreatment.INTACT, urea=UreaState.OK,
    energy=Energy.DIESEL, vehicle_type="重型自卸货车", instrument="YD-2107", calibrated_until=date(2025, 12, 31),
)  # fmt: skip
FACT = CheckFact(
    CHECK, "2025-03-09T09:10+08:00", MARCH, "豫CA1245", CheckKind.ROADSIDE, "G207与洛栾快速路交叉口", "112.43120",
    "34.42100", Datum.WGS_84, DEPARTMENTS, "伊川县公安局交通管理大队二中队", ("王建军", "李晓燕"), PlateColour.YELLOW,
    "LZZ5CLSB9GA000001", "货运", Stage.FIVE, date(2016, 5, 4), driver="hmac:1",
)  # fmt: skip
VEHICLE = VehicleFact(
    "豫CA1245", VehicleCategory.OTHER, Energy.DIESEL, vin=FACT.vin, stage=Stage.FIVE,
    stage_source=StageSource.CERTIFICATE, owner="伊川县示例运输有限公司", registered_on=date(2016, 5, 4),
)  # fmt: skip


def line(fact: CheckFact = FACT, **changes: Any) -> CheckLine:
    """A check with its verdict and what follows from it; ``changes`` are of what was measured."""
    changed = replace(fact, check=replace(fact.check, **changes))
    verdict = judged(changed.check)
    return CheckLine(changed, verdict, followed_up(changed, verdict, (), AS_OF))


def record(check: CheckLine, driver: str = "张三丰", **changes: Any) -> CheckRecord:
    """All that is held of a check."""
    whole = CheckRecord(
        head=HEAD, example=False, division_name="伊川县", as_of=AS_OF, line=check, driver=driver, driver_in_full=True,
        driver_erased=False, fuel=None, vehicle=VEHICLE, earlier=(), earlier_of_owner=(), history=(),
    )  # fmt: skip
    return replace(whole, **changes)


def clean() -> CheckRecord:
    """A truck that passes, stopped by the police."""
    return record(line())


def failing() -> CheckRecord:
    """Too much smoke and a changed device; ordered to be repaired."""
    fact = replace(
        FACT, action="责令维修并复检，移交公安交警处理", retest_by=date(2025, 3, 23), fuel_form_no="YC2025-118"
    )
    fuel = TankBatch(
        "YC2025-118",
        MARCH,
        Product.DIESEL,
        "0号",
        "示例检验检测中心",
        "R-77",
        date(2025, 3, 20),
        Conclusion.FAIL,
        False,
    )
    return record(
        line(fact, readings=("1.3", "1.6", "1.4"), aftertreatment=Aftertreatment.TAMPERED), fuel=fuel,
        earlier=(line(),), earlier_of_owner=(line(), line(readings=("2", "2", "2"))),
    )  # fmt: skip


def undecided() -> CheckRecord:
    """By an instrument whose calibration had ended; the urea only screened, and poor."""
    return record(line(calibrated_until=date(2025, 1, 31), urea=None, urea_mass_percent="28.0", obd=None))


def bare() -> CheckRecord:
    """Of this one hardly anything was written down."""
    fact = CheckFact(Check("LJ-0", MARCH), "2025-03-09", MARCH, "豫CA1245")
    return record(line(fact), driver="", vehicle=None)


def void() -> CheckRecord:
    """A check that was declared void."""
    return record(line(replace(FACT, voided="车牌录入错误")))


def stressed() -> CheckRecord:
    """Ten readings, everything failing, names too long for their boxes, rare characters."""
    fact = replace(
        FACT, place=LONG + "门前道路", departments=(*DEPARTMENTS, "伊川县交通运输局", "伊川县市场监督管理局"),
        police_unit=DEPARTMENTS[1] + RARE + "直属执勤中队", officers=("王建军", "李晓燕", "欧阳修文", "赵" + RARE[0]),
        action="责令维修并复检；" * 4, note=LONG + "。" + "驾驶人称车辆上月刚更换三元催化器。" * 4,
        retest_by=date(2025, 3, 23), fuel_form_no="YC2025-118", stage=Stage.FOUR,
    )  # fmt: skip
    check = line(
        fact, readings=("1.31", "1.72", "1.44", "1.58", "1.61", "1.39", "1.47", "1.66", "1.52", "1.49"),
        ringelmann="3", nox_ppm="1610", power_percent="35", obd=ObdState.FAULT,
        aftertreatment=Aftertreatment.MISSING, urea=UreaState.NONE, urea_refraction="1.3330", calibrated_until=None,
        vehicle_type="重型罐式半挂牵引车", instrument="不透光烟度计 YD-2107（" + RARE + "）",
    )  # fmt: skip
    return record(
        check, driver="买买提·" + RARE, vehicle=replace(VEHICLE, owner=LONG), earlier=(line(),) * 3,
        earlier_of_owner=(line(),) * 12, example=True,
    )  # fmt: skip


ALL = {
    "clean": clean, "failing": failing, "undecided": undecided, "bare": bare, "void": void, "stressed": stressed,
}  # fmt: skip


PLACES = ("G207与洛栾快速路交叉口", "鸦岭镇货运停车场", "", "彭婆镇" + LONG)


def summary(
    number: int = 150, *, example: bool = False, first: date = date(2025, 3, 1), last: date = AS_OF
) -> CheckSummary:
    """A month of checks: some fail, some are open, one in fifty is void; added up as the store's view does it."""
    span = (last - first).days + 1
    lines = tuple(one_of_many(n, first + timedelta(n * 7 % span)) for n in range(number))
    lines = tuple(sorted(lines, key=lambda one: (one.fact.checked_on, one.record_no)))
    standing_lines = [one for one in lines if not one.fact.void]

    def by(key: Callable[[CheckLine], Sequence[Any]]) -> list[tuple[Any, CheckCount]]:
        keys = sorted({k for one in standing_lines for k in key(one)})
        return [(k, counted([one for one in standing_lines if k in key(one)])) for k in keys]

    return CheckSummary(
        HEAD, example, "伊川县", AS_OF, first, last, counted(standing_lines), len(lines) - len(standing_lines),
        tuple(starmap(DayCount, by(lambda one: [one.fact.checked_on]))),
        tuple(starmap(PlaceCount, by(lambda one: [one.fact.place]))),
        tuple(starmap(DepartmentCount, by(lambda one: one.fact.departments))),
        tuple(starmap(MethodCount, by(lambda one: [one.fact.check.method]))),
        failures(standing_lines), retests(one.follow_up for one in standing_lines if one.follow_up), lines,
    )  # fmt: skip


def one_of_many(n: int, day: date) -> CheckLine:
    """The ``n``-th check of a month: every seventh fails, every eleventh is open, every thirteenth on a dynamometer."""
    bad, open_ = n % 7 == 0, n % 11 == 5
    fact = replace(
        FACT, checked_on=day, checked_at=day.isoformat(), plate=f"豫CA{n:04d}", place=PLACES[n % len(PLACES)],
        departments=DEPARTMENTS[: 1 + n % 2], voided="重复录入" if n % 50 == 49 else None,
        retest_by=day + timedelta(10 + n % 20) if bad else None, action="责令维修并复检" if bad else "",
    )  # fmt: skip
    readings = ("1.4", "1.5", "1.3") if bad else ("0.6", "0.6", "0.5")
    return line(
        fact, record_no=f"LJ2025{n:05d}", checked_on=day, readings=readings,
        obd=ObdState.FAULT if n % 21 == 0 else ObdState.OK,
        calibrated_until=day - timedelta(5) if open_ else date(2025, 12, 31),
        method=CheckMethod.LUG_DOWN if n % 13 == 0 else CheckMethod.FREE_ACCELERATION,
        nox_ppm="1720" if n % 13 == 0 else "",
    )  # fmt: skip
