"""Fleets for the documents about vehicles, built by hand: an ordinary county, a stressed one, an empty one.

Each is a ``TargetReport`` whose figures the rules counted from the fleet; no store is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.measures import Reported, evaluate_measures
from fuelcheck.rules.target_pace import progress
from fuelcheck.rules.targets import evaluate_targets
from fuelcheck.standing.evaluation import ChangeRow, Head, LastDocument, NoticeRow
from fuelcheck.standing.target_report import TargetNotice, TargetReport
from fuelcheck.standing.target_vehicles import target_line
from fuelcheck.words import Area, Combustion, Energy, Stage, StageSource, VehicleCategory
from tests.reports.county import HASH, RARE, policy

AS_OF = date(2025, 10, 20)
LONG_OWNER = f"洛阳市伊川县{RARE}〔客货运输〕新能源公共交通与城乡物流配送综合服务（集团）有限责任公司鸦岭镇第二分公司"
_OWNERS = {
    VehicleCategory.BUS: ("伊川县公共交通有限公司", "伊川县城乡客运有限公司"),
    VehicleCategory.TAXI: ("伊川县通达出租汽车有限公司", "伊川县安顺出租汽车有限公司"),
    VehicleCategory.RIDE_HAILING: ("示例出行科技有限公司伊川分公司", "张某某"),
    VehicleCategory.MUCK_TRUCK: ("伊川县宏运渣土清运有限公司", "伊川县龑䶮土石方工程有限公司"),
    VehicleCategory.CEMENT_MIXER: ("伊川县同力商砼有限公司",),
    VehicleCategory.LOGISTICS: ("伊川县万里物流有限公司", "李某某"),
    VehicleCategory.SANITATION: ("伊川县城市管理局", "伊川县净源环卫有限公司"),
    VehicleCategory.OFFICIAL: ("伊川县机关事务服务中心",),
    VehicleCategory.TRUCK: ("伊川县万里物流有限公司", "王某某", "赵某某", ""),
}
_NUMBERS = {
    VehicleCategory.BUS: 90, VehicleCategory.TAXI: 80, VehicleCategory.RIDE_HAILING: 60,
    VehicleCategory.MUCK_TRUCK: 50, VehicleCategory.CEMENT_MIXER: 30, VehicleCategory.LOGISTICS: 60,
    VehicleCategory.SANITATION: 40, VehicleCategory.OFFICIAL: 30, VehicleCategory.TRUCK: 160,
}  # fmt: skip
_NEW_SHARE = {
    VehicleCategory.BUS: 0.96, VehicleCategory.TAXI: 0.9, VehicleCategory.RIDE_HAILING: 0.86,
    VehicleCategory.MUCK_TRUCK: 0.3, VehicleCategory.CEMENT_MIXER: 0.4, VehicleCategory.LOGISTICS: 0.55,
    VehicleCategory.SANITATION: 0.75, VehicleCategory.OFFICIAL: 0.5, VehicleCategory.TRUCK: 0.08,
}  # fmt: skip
_NEW = (Energy.BATTERY, Energy.BATTERY, Energy.PLUG_IN, Energy.RANGE_EXTENDED, Energy.FUEL_CELL)
TRUCKS = frozenset(
    {VehicleCategory.MUCK_TRUCK, VehicleCategory.CEMENT_MIXER, VehicleCategory.LOGISTICS, VehicleCategory.TRUCK}
)


def ordinary() -> TargetReport:
    """An ordinary county in October with six hundred vehicles; no vehicle of the post; an example county."""
    return report_of(_vehicles(Random(410329)), example=True, more=True)


def stressed() -> TargetReport:
    """The same fleet after the deadline, most of it of one owner with a name too long for its cell."""
    rng = Random(7)
    fleet = [replace(v, owner=LONG_OWNER) if rng.random() < 0.6 else v for v in _vehicles(rng)]
    return report_of(fleet, as_of=date(2026, 1, 20), example=False, more=True)


def empty() -> TargetReport:
    """A county of which no vehicle is known, and that reported nothing."""
    return report_of([], as_of=date(2025, 3, 31), example=True)


def done() -> TargetReport:
    """A county with two electric vehicles of each kind."""
    fleet = [v for v in _vehicles(Random(3), most=2) if v.new_energy]
    return report_of(fleet, as_of=date(2025, 12, 31), example=False)


def report_of(
    fleet: Sequence[VehicleFact], *, as_of: date = AS_OF, example: bool, more: bool = False, under: Policy | None = None
) -> TargetReport:
    """What the rules make of a fleet; ``more``: with reported figures, notices and changes."""
    plan = under or policy()
    standing = evaluate_targets(plan, as_of, fleet)
    lines = tuple(target_line(plan, progress(plan, line, as_of, fleet), as_of, fleet) for line in standing.lines)
    last = LastDocument("FC-2M4PQR7K01", date(2025, 9, 30), datetime(2025, 10, 8, 1, 30, tzinfo=UTC), 301)
    return TargetReport(
        targets=standing,
        replaced=None,
        lines=lines,
        measures=evaluate_measures(plan, as_of, _figures() if more else ()),
        head=Head("410329", 512, datetime(2026, 1, 21, 1, 0, tzinfo=UTC), HASH),
        example=example,
        notices=tuple(
            TargetNotice("target-stage-estimated", line.target, line.estimated, "")
            for line in standing.lines
            if line.estimated
        ),
        register_notices=_register_notices() if more else (),
        last_document=last if more else None,
        changes=_changes() if more else (),
    )


def _vehicles(rng: Random, most: int = 999) -> list[VehicleFact]:
    return [
        _vehicle(rng, number, category)
        for category, count in _NUMBERS.items()
        for number in range(min(count, most))
    ]  # fmt: skip


def _vehicle(rng: Random, number: int, category: VehicleCategory) -> VehicleFact:
    new = rng.random() < _NEW_SHARE[category] or (number < 2 and _NEW_SHARE[category] > 0.3)
    truck = category in TRUCKS
    old = (Energy.DIESEL, Energy.DIESEL, Energy.GAS) if truck else (Energy.GASOLINE, Energy.HYBRID, Energy.DIESEL)
    energy = rng.choice(_NEW if new else old)
    since = date(2010, 1, 1) if truck and not new else date(2018, 1, 1)
    registered = since + timedelta(days=rng.randrange((AS_OF - since).days))
    townships = [township.name for township in policy().townships]
    fact = VehicleFact(
        plate=_plate(rng, new),
        plate_kind="large_new_energy" if new and truck else "small_new_energy" if new else "large_car",
        vin="L" + "".join(rng.choice("0123456789ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(16)),
        category=category, energy=energy, owner=rng.choice(_OWNERS[category]),
        area=rng.choice((Area.URBAN, Area.URBAN, Area.URBAN, Area.OTHER, None)) if truck else Area.URBAN,
        township=rng.choice(townships) if rng.random() < 0.97 else "", registered_on=registered,
        exemption="应急" if rng.random() < 0.03 else "",
    )  # fmt: skip
    return replace(fact, **_engine(rng, fact)) if truck and not new else fact


def _engine(rng: Random, fact: VehicleFact) -> dict[str, object]:
    """Stage and combustion of a truck, each unknown now and then, and whether it left within the year."""
    stage = rng.choice((Stage.THREE, Stage.FOUR, Stage.FIVE, Stage.FIVE, Stage.SIX, None))
    burns = rng.choice((Combustion.LEAN, Combustion.STOICHIOMETRIC, None)) if fact.energy is Energy.GAS else None
    source = rng.choice((StageSource.REGISTRATION, StageSource.REGISTRATION, StageSource.ESTIMATE)) if stage else None
    gone = date(2025, 1, 1) + timedelta(days=rng.randrange(290))
    left = rng.random()
    return {
        "stage": stage, "combustion": burns, "stage_source": source,
        "scrapped_on": gone if left < 0.12 else None, "moved_out_on": gone if 0.12 <= left < 0.2 else None,
    }  # fmt: skip


def _plate(rng: Random, new: bool) -> str:
    digits = "".join(rng.choice("0123456789") for _ in range(5))
    return f"豫C{'D' if new else rng.choice('ABEF')}{digits}" if new else f"豫C{digits}"


def _figures() -> Iterator[Reported]:
    yield Reported("clean_transport_share", 2024, Decimal("0.78"), "县交通运输局", "3f" * 32)
    yield Reported("clean_transport_share", 2025, Decimal("0.8123"), "县交通运输局、县发展和改革委员会联合统计年报")
    yield Reported("container_rail_road_growth", 2022, Decimal(1200), "县交通运输局")
    yield Reported("container_rail_road_growth", 2025, Decimal(1825), "县交通运输局", "a0" * 32)
    yield Reported("road_freight_share", 2025, Decimal("0.71"), "县交通运输局")


def _register_notices() -> tuple[NoticeRow, ...]:
    message = "车辆识别代号第9位应为“3”，台账为“X”，请核对行驶证"
    return (NoticeRow("n1", "vin-check-digit", "vehicle", "豫C10329", (), message),)


def _changes() -> tuple[ChangeRow, ...]:
    moment = datetime(2025, 10, 12, 2, 30, tzinfo=UTC)
    return (
        ChangeRow(305, moment, "李晓燕", "vehicle", "豫C10329", "amended", (("stage", "3", "4"),), "随车清单为国四"),
        ChangeRow(
            306, moment, "李晓燕", "vehicle", "豫CD12345", "amended",
            (("area", "", "urban"), ("stage_source", "estimate", "registration")), "补充登记",
        ),
        ChangeRow(309, moment, "王建军", "measure_value", "clean_transport_share 2024", "recorded_late", (), ""),
    )  # fmt: skip
