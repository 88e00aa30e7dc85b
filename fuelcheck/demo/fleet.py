"""The invented county's 600 vehicles: lots of one kind each, so that the plan's targets stand differently.

Plan 伊政办〔2024〕15号 (十一): the buses are done, the hired cars by app just over nine tenths, the taxis
and the sweepers just short of it, freight in town far away; eleven old diesel trucks and seven lean-burn
gas trucks are left, and of more nobody knows stage or combustion. Plates and VINs are right by their
rules, their serials are invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from fuelcheck.demo import names
from fuelcheck.demo.chance import chance
from fuelcheck.demo.county import TOWNSHIPS
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.identifiers.vins import check_digit
from fuelcheck.words import NEW_ENERGY, Area, Combustion, Energy, PlateKind, Stage, StageSource
from fuelcheck.words import VehicleCategory as Use

YEAR = 2025
TRUCKS = frozenset({Use.MUCK_TRUCK, Use.CEMENT_MIXER, Use.LOGISTICS, Use.TRUCK})

_URBAN, _OTHER = Area.URBAN, Area.OTHER
_LEAN, _EVEN = Combustion.LEAN, Combustion.STOICHIOMETRIC
_BUS, _CAR, _VAN = "大型普通客车", "小型轿车", "轻型厢式货车"
_TIPPER, _MIXER, _TRACTOR, _LORRY = "重型自卸货车", "重型特殊结构货车", "重型半挂牵引车", "重型仓栅式货车"
_SWEEPER, _FIRE = "中型专项作业车", "重型专项作业车"


@dataclass(frozen=True, slots=True)
class Lot:
    """So many vehicles that are alike, registered in the years from ``first`` to ``last``."""

    count: int
    category: Use
    type: str
    energy: Energy
    first: int
    last: int
    area: Area | None = _OTHER
    combustion: Combustion | None = None
    stage_known: bool = True
    scrapped: bool = False
    """Within the year, as are the two below."""
    moved_out: bool = False
    moved_in: bool = False
    replaces: bool = False
    """Each takes the place of one of the same use that was scrapped."""
    exemption: str = ""


LOTS = (
    Lot(40, Use.BUS, _BUS, Energy.BATTERY, 2018, 2024, _URBAN),
    Lot(10, Use.BUS, _BUS, Energy.DIESEL, 2012, 2015, _URBAN, scrapped=True),
    Lot(12, Use.BUS, _BUS, Energy.BATTERY, YEAR, YEAR, _URBAN, replaces=True),
    Lot(4, Use.BUS, _BUS, Energy.PLUG_IN, 2019, 2021),
    Lot(1, Use.BUS, _BUS, Energy.DIESEL, 2016, 2016, _URBAN, exemption="应急"),
    Lot(58, Use.TAXI, _CAR, Energy.BATTERY, 2021, 2024, _URBAN),
    Lot(10, Use.TAXI, _CAR, Energy.GASOLINE, 2016, 2018, _URBAN, scrapped=True),
    Lot(11, Use.TAXI, _CAR, Energy.BATTERY, YEAR, YEAR, _URBAN, replaces=True),
    Lot(1, Use.TAXI, _CAR, Energy.GAS, YEAR, YEAR, _URBAN, _EVEN),
    Lot(7, Use.TAXI, _CAR, Energy.GAS, 2018, 2020, _URBAN, _EVEN),
    Lot(2, Use.TAXI, _CAR, Energy.HYBRID, 2020, 2021, _URBAN),
    Lot(38, Use.RIDE_HAILING, _CAR, Energy.BATTERY, 2020, 2024, _URBAN),
    Lot(6, Use.RIDE_HAILING, _CAR, Energy.BATTERY, YEAR, YEAR, _URBAN),
    Lot(4, Use.RIDE_HAILING, _CAR, Energy.GASOLINE, 2018, 2022, _URBAN),
    Lot(5, Use.RIDE_HAILING, _CAR, Energy.GASOLINE, 2018, 2023),
    Lot(2, Use.RIDE_HAILING, _CAR, Energy.GASOLINE, 2019, 2021, _URBAN, moved_out=True),
    Lot(14, Use.MUCK_TRUCK, _TIPPER, Energy.BATTERY, 2022, 2024, _URBAN),
    Lot(4, Use.MUCK_TRUCK, _TIPPER, Energy.DIESEL, 2010, 2012, _URBAN, scrapped=True),
    Lot(4, Use.MUCK_TRUCK, _TIPPER, Energy.BATTERY, YEAR, YEAR, _URBAN, replaces=True),
    Lot(20, Use.MUCK_TRUCK, _TIPPER, Energy.DIESEL, 2018, 2023, _URBAN),
    Lot(3, Use.MUCK_TRUCK, _TIPPER, Energy.GAS, 2017, 2019, _URBAN, _LEAN),
    Lot(6, Use.MUCK_TRUCK, _TIPPER, Energy.DIESEL, 2017, 2022),
    Lot(3, Use.CEMENT_MIXER, _MIXER, Energy.BATTERY, 2023, YEAR, _URBAN),
    Lot(14, Use.CEMENT_MIXER, _MIXER, Energy.DIESEL, 2017, 2022, _URBAN),
    Lot(1, Use.CEMENT_MIXER, _MIXER, Energy.DIESEL, 2012, 2012, _URBAN, stage_known=False),
    Lot(24, Use.LOGISTICS, _VAN, Energy.BATTERY, 2020, YEAR, _URBAN),
    Lot(16, Use.LOGISTICS, _VAN, Energy.DIESEL, 2016, 2022, _URBAN),
    Lot(3, Use.LOGISTICS, _VAN, Energy.DIESEL, 2009, 2012, _URBAN),
    Lot(8, Use.LOGISTICS, _VAN, Energy.GASOLINE, 2017, 2023),
    Lot(12, Use.TRUCK, _LORRY, Energy.DIESEL, 2015, 2022, _URBAN),
    Lot(66, Use.TRUCK, _LORRY, Energy.DIESEL, 2015, 2024),
    Lot(2, Use.TRUCK, _LORRY, Energy.DIESEL, 2006, 2007),
    Lot(6, Use.TRUCK, _LORRY, Energy.DIESEL, 2009, 2012),
    Lot(12, Use.TRUCK, _LORRY, Energy.DIESEL, 2010, 2014, stage_known=False),
    Lot(10, Use.TRUCK, _TRACTOR, Energy.GAS, 2021, 2024, combustion=_EVEN),
    Lot(4, Use.TRUCK, _TRACTOR, Energy.GAS, 2016, 2019, combustion=_LEAN),
    Lot(5, Use.TRUCK, _TRACTOR, Energy.GAS, 2017, 2019),
    Lot(18, Use.TRUCK, _LORRY, Energy.DIESEL, 2008, 2012, scrapped=True),
    Lot(6, Use.TRUCK, _LORRY, Energy.DIESEL, 2009, 2016, moved_out=True),
    Lot(11, Use.TRUCK, _LORRY, Energy.DIESEL, 2019, 2021, moved_in=True),
    Lot(24, Use.SANITATION, _SWEEPER, Energy.BATTERY, 2021, 2024, _URBAN),
    Lot(4, Use.SANITATION, _SWEEPER, Energy.BATTERY, YEAR, YEAR, _URBAN),
    Lot(4, Use.SANITATION, _SWEEPER, Energy.DIESEL, 2017, 2020, _URBAN),
    Lot(1, Use.SANITATION, _SWEEPER, Energy.DIESEL, 2018, 2018, None),
    Lot(8, Use.SANITATION, _SWEEPER, Energy.DIESEL, 2015, 2021),
    Lot(14, Use.POSTAL, _VAN, Energy.BATTERY, 2021, 2024, _URBAN),
    Lot(1, Use.POSTAL, _VAN, Energy.GASOLINE, 2019, 2019, _URBAN),
    Lot(6, Use.OFFICIAL, _CAR, Energy.BATTERY, YEAR, YEAR, _URBAN),
    Lot(1, Use.OFFICIAL, _CAR, Energy.PLUG_IN, YEAR, YEAR, _URBAN),
    Lot(1, Use.OFFICIAL, _CAR, Energy.GASOLINE, YEAR, YEAR, _URBAN, exemption="特殊需求"),
    Lot(18, Use.OFFICIAL, _CAR, Energy.GASOLINE, 2012, 2022, _URBAN),
    Lot(4, Use.OFFICIAL, _CAR, Energy.HYBRID, 2019, 2023, _URBAN),
    Lot(10, Use.EMERGENCY, _FIRE, Energy.DIESEL, 2014, 2023, _URBAN),
    Lot(21, Use.OTHER, _BUS, Energy.DIESEL, 2014, 2022),
)

_LETTERS = "HJKLMNPQRSTUVWXYZ"
_YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789"
_FIRMS = {
    Use.BUS: ("伊川县{}公共交通有限公司",),
    Use.TAXI: ("伊川县{}出租汽车有限公司", "伊川县{}客运有限公司"),
    Use.RIDE_HAILING: ("洛阳{}出行科技有限公司伊川分公司",),
    Use.MUCK_TRUCK: ("伊川县{}渣土清运有限公司", "伊川县{}建筑垃圾清运有限公司"),
    Use.CEMENT_MIXER: ("伊川县{}商品混凝土有限公司",),
    Use.LOGISTICS: ("伊川县{}物流有限公司", "伊川县{}配送有限公司"),
    Use.TRUCK: ("伊川县{}运输有限公司",),
    Use.SANITATION: ("伊川县{}环境卫生服务有限公司",),
    Use.POSTAL: ("伊川县{}邮政运输部",),
    Use.OFFICIAL: ("伊川县机关公务用车平台（示例{}）",),
    Use.EMERGENCY: ("伊川县{}应急救援大队（示例）",),
    Use.OTHER: ("伊川县{}旅游客运有限公司",),
}
"""How the firms of each use are called; a trade name stands in the brackets."""


def build(seed: int) -> tuple[VehicleFact, ...]:
    """The 600 vehicles of the year with everything that became of them in it."""
    rng = chance(seed, "fleet")
    shops, persons = iter(names.shops(rng, 60)), names.people(rng, 40)
    firms = {use: [name.format(next(shops)) for name in forms for _ in range(2)] for use, forms in _FIRMS.items()}
    waiting: dict[Use, list[VehicleFact]] = {use: [] for use in Use}
    fleet: list[VehicleFact] = []
    for lot in LOTS:
        for one in _of_lot(rng, lot, len(fleet), waiting[lot.category]):
            private = lot.category is Use.TRUCK and rng.random() < 0.4
            fleet.append(replace(one, owner=rng.choice(persons if private else firms[lot.category])))
    return tuple(fleet)


def until(fleet: tuple[VehicleFact, ...], day: date) -> tuple[VehicleFact, ...]:
    """The fleet as the departments had it on ``day``: what came or went later is not in their lists yet."""
    return tuple(_as_known(one, day) for one in fleet if max(one.registered_on or day, one.moved_in_on or day) <= day)


def _as_known(one: VehicleFact, day: date) -> VehicleFact:
    scrapped, moved_out = (gone if gone and gone <= day else None for gone in (one.scrapped_on, one.moved_out_on))
    return replace(one, scrapped_on=scrapped, moved_out_on=moved_out)


def _of_lot(rng: Random, lot: Lot, before: int, waiting: list[VehicleFact]) -> Iterator[VehicleFact]:
    """The vehicles of a lot; ``waiting`` are those scrapped whose place nobody has taken yet."""
    for n in range(before, before + lot.count):
        one = vehicle(rng, lot, n)
        if lot.replaces and waiting:
            one = _in_place_of(rng, waiting.pop(0), one)
        if lot.scrapped:
            waiting.append(one)
        yield one


def vehicle(rng: Random, lot: Lot, n: int) -> VehicleFact:
    """A vehicle of a lot, without owner; ``n`` is its invented serial."""
    registered = _day(rng, rng.randint(lot.first, lot.last))
    stage = _stage(registered) if lot.energy not in NEW_ENERGY and lot.stage_known else None
    kind = _plate_kind(lot)
    return VehicleFact(
        plate=_plate(kind, lot.energy, n),
        plate_kind=kind,
        vin=_vin(lot.category, registered, n),
        vehicle_type=lot.type,
        category=lot.category,
        energy=lot.energy,
        combustion=lot.combustion,
        stage=stage,
        stage_source=rng.choice(tuple(StageSource)[:3]) if stage else None,
        area=lot.area,
        township=rng.choice(tuple(TOWNSHIPS)[:2] if lot.area is _URBAN else tuple(TOWNSHIPS)[2:]),
        registered_on=registered,
        moved_in_on=_day(rng, YEAR) if lot.moved_in else None,
        moved_out_on=_day(rng, YEAR) if lot.moved_out else None,
        scrapped_on=_day(rng, YEAR) if lot.scrapped else None,
        exemption=lot.exemption,
    )


def _in_place_of(rng: Random, old: VehicleFact, new: VehicleFact) -> VehicleFact:
    """The new one comes within weeks of the day on which the old one went."""
    gone = old.scrapped_on or date(YEAR, 1, 1)
    came = min(gone + timedelta(days=rng.randint(3, 40)), date(YEAR, 12, 29))
    return replace(new, replaces=rng.choice((old.plate, old.vin)), registered_on=came)


def _day(rng: Random, year: int) -> date:
    return date(year, rng.randint(1, 12), rng.randint(1, 20))


def _stage(registered: date) -> Stage:
    """The stage of what was sold in that year, without the weeks of grace."""
    first = {2008: Stage.THREE, 2013: Stage.FOUR, 2017: Stage.FIVE, 2021: Stage.SIX}
    return next((stage for year, stage in reversed(first.items()) if registered.year >= year), Stage.TWO)


def _plate_kind(lot: Lot) -> PlateKind:
    large = lot.type.startswith(("大型", "重型", "中型"))
    if lot.energy in NEW_ENERGY:
        return PlateKind.LARGE_NEW_ENERGY if large else PlateKind.SMALL_NEW_ENERGY
    return PlateKind.LARGE_CAR if large else PlateKind.SMALL_CAR


def _plate(kind: PlateKind, energy: Energy, n: int) -> str:
    letter = "D" if energy is Energy.BATTERY else "F"
    match kind:
        case PlateKind.LARGE_NEW_ENERGY:
            return f"豫C{n:05d}{letter}"
        case PlateKind.SMALL_NEW_ENERGY:
            return f"豫C{letter}0{n:04d}"
        case _:
            return f"豫C0{_LETTERS[n % len(_LETTERS)]}{n:03d}"


def _vin(category: Use, registered: date, n: int) -> str:
    """A number of an invented maker with the year and the check digit of GB 16735."""
    year = _YEAR_CODES[(registered.year - 1980) % len(_YEAR_CODES)]
    head, tail = f"LX0{tuple(Use).index(category):02d}EX8", f"{year}0{n:06d}"
    return f"{head}{check_digit(f'{head}0{tail}')}{tail}"
