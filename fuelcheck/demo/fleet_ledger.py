"""The vehicle lists of two departments, as each keeps them: other headers, other words, other gaps.

The transport office lists what carries people and goods for hire and knows who runs it; the traffic
police list trucks and what serves the county, and know stage, combustion and area. Vans and mixers
stand in both lists: an import joins them by plate and VIN.
"""

from collections.abc import Callable
from random import Random

from fuelcheck.demo import untidy
from fuelcheck.demo.chance import chance
from fuelcheck.demo.paper import Heading, Row, Table
from fuelcheck.demo.untidy import Cell
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.words import NEW_ENERGY, PlateColour, PlateKind, VehicleCategory

TRANSPORT, POLICE = "伊川县交通运输局", "伊川县公安局交通警察大队"

_PEOPLE = (VehicleCategory.BUS, VehicleCategory.TAXI, VehicleCategory.RIDE_HAILING)
_GOODS = (VehicleCategory.LOGISTICS, VehicleCategory.CEMENT_MIXER)
_TRUCKS = (VehicleCategory.TRUCK, VehicleCategory.MUCK_TRUCK, *_GOODS)
_SERVING = (
    VehicleCategory.SANITATION, VehicleCategory.POSTAL, VehicleCategory.OFFICIAL, VehicleCategory.EMERGENCY,
    VehicleCategory.OTHER,
)  # fmt: skip

COLOURS = {
    PlateKind.LARGE_NEW_ENERGY: PlateColour.YELLOW_GREEN,
    PlateKind.SMALL_NEW_ENERGY: PlateColour.GREEN,
    PlateKind.LARGE_CAR: PlateColour.YELLOW,
    PlateKind.SMALL_CAR: PlateColour.BLUE,
}

_USES = {
    VehicleCategory.BUS: ("公交", "公交车", "城市公交"),
    VehicleCategory.TAXI: ("巡游出租", "出租车", "巡游出租车"),
    VehicleCategory.RIDE_HAILING: ("网约车", "网约出租车"),
    VehicleCategory.MUCK_TRUCK: ("渣土车", "渣土运输车"),
    VehicleCategory.CEMENT_MIXER: ("水泥罐车", "混凝土搅拌车", "商砼车"),
    VehicleCategory.LOGISTICS: ("物流车", "城市配送"),
    VehicleCategory.SANITATION: ("环卫", "环卫作业车"),
    VehicleCategory.OFFICIAL: ("公务", "公务用车"),
    VehicleCategory.TRUCK: ("货车", "载货汽车", "营运货车"),
}

_Columns = tuple[tuple[Heading, Callable[[Random, VehicleFact], Cell]], ...]


def _use(rng: Random, one: VehicleFact) -> Cell:
    return rng.choice(_USES.get(one.category, (one.category.zh,)))


def _vin(rng: Random, one: VehicleFact) -> Cell:
    """At times the transport office has no number of a vehicle that nobody else lists or names."""
    named = one.replaces or one.scrapped_on
    missing = one.category in _PEOPLE and not named and rng.random() < 0.05
    return None if missing else rng.choices((one.vin, one.vin.lower()), (9, 1))[0]


def _replaced(rng: Random, one: VehicleFact) -> Cell:
    return one.replaces or ("新增" if one.registered_on and one.registered_on.year == 2025 else None)


def _stage(rng: Random, one: VehicleFact) -> Cell:
    """Of what burns nothing lists say so, or nothing."""
    return rng.choice((None, "新能源")) if one.energy in NEW_ENERGY else untidy.stage(rng, one.stage)


def _colour(rng: Random, one: VehicleFact) -> Cell:
    word = COLOURS[PlateKind(one.plate_kind)].zh
    return rng.choice((word, word.removesuffix("色")))


_OF_TRANSPORT: _Columns = (
    (Heading("车牌号码", 12), lambda rng, v: untidy.plate(rng, v.plate)),
    (Heading("车架号", 20), _vin),
    (Heading("车型", 16), lambda rng, v: v.vehicle_type),
    (Heading("车辆用途", 14), _use),
    (Heading("燃料种类", 12), lambda rng, v: untidy.energy(rng, v.energy)),
    (Heading("所属企业", 30, spread=True), lambda rng, v: v.owner),
    (Heading("运营区域", 9), lambda rng, v: untidy.area(rng, v.area)),
    (Heading("初次登记日期", 13, group="登记情况"), lambda rng, v: untidy.day(rng, v.registered_on)),
    (Heading("报废日期", 13, group="登记情况"), lambda rng, v: untidy.day(rng, v.scrapped_on)),
    (Heading("转出日期", 13, group="登记情况"), lambda rng, v: untidy.day(rng, v.moved_out_on)),
    (Heading("更新前车牌", 20, group="登记情况"), _replaced),
    (Heading("豁免事由", 10), lambda rng, v: v.exemption or None),
    (Heading("道路运输证号", 14), lambda rng, v: f"示例{rng.randint(1, 99999):05d}"),
)

_OF_POLICE: _Columns = (
    (Heading("号牌号码", 12), lambda rng, v: untidy.plate(rng, v.plate)),
    (Heading("号牌颜色", 8), _colour),
    (Heading("车辆识别代号", 20), lambda rng, v: v.vin),
    (Heading("车辆类型", 16), lambda rng, v: v.vehicle_type),
    (Heading("用途", 12), _use),
    (Heading("能源类型", 10), lambda rng, v: untidy.energy(rng, v.energy)),
    (Heading("燃烧方式", 10), lambda rng, v: v.combustion.zh if v.combustion else None),
    (Heading("排放标准", 9), _stage),
    (Heading("阶段依据", 10), lambda rng, v: v.stage_source.zh if v.stage_source else None),
    (Heading("机动车所有人", 30), lambda rng, v: v.owner),
    (Heading("乡镇街道", 10), lambda rng, v: v.township),
    (Heading("区域", 8), lambda rng, v: untidy.area(rng, v.area)),
    (Heading("注册登记日期", 13), lambda rng, v: untidy.day(rng, v.registered_on)),
    (Heading("转入日期", 13), lambda rng, v: untidy.day(rng, v.moved_in_on)),
    (Heading("转出日期", 13), lambda rng, v: untidy.day(rng, v.moved_out_on)),
    (Heading("注销日期", 13), lambda rng, v: untidy.day(rng, v.scrapped_on)),
    (Heading("豁免原因", 10), lambda rng, v: v.exemption or None),
)


def transport(seed: int, fleet: tuple[VehicleFact, ...]) -> dict[str, Table]:
    """The transport office's workbook: people, and goods in town."""
    return {
        "客运": _sheet(seed, "营运客车台账", TRANSPORT, _OF_TRANSPORT, fleet, _PEOPLE),
        "货运": _sheet(seed, "城市配送和预拌混凝土运输车辆台账", TRANSPORT, _OF_TRANSPORT, fleet, _GOODS),
    }


def police(seed: int, fleet: tuple[VehicleFact, ...]) -> dict[str, Table]:
    """The traffic police's workbook: trucks, and what serves the county."""
    return {
        "货车": _sheet(seed, "货车排放阶段摸底台账", POLICE, _OF_POLICE, fleet, _TRUCKS),
        "其他车辆": _sheet(seed, "环卫、邮政、公务及其他车辆台账", POLICE, _OF_POLICE, fleet, _SERVING),
    }


def _sheet(
    seed: int, title: str, office: str, columns: _Columns, fleet: tuple[VehicleFact, ...],
    categories: tuple[VehicleCategory, ...],
) -> Table:  # fmt: skip
    listed = sorted(
        (v for v in fleet if v.category in categories), key=lambda v: (categories.index(v.category), v.owner)
    )
    rows = tuple(_row(chance(seed, title, vehicle.vin), columns, vehicle) for vehicle in listed)
    headings = tuple(heading for heading, _ in columns)
    return Table(f"伊川县{title}", headings, (rows,), "辆", ("注：排放阶段不详的留空。",), office=office)


def _row(rng: Random, columns: _Columns, vehicle: VehicleFact) -> Row:
    return Row(vehicle.owner, tuple(write(rng, vehicle) for _, write in columns))
