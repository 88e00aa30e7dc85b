"""What the register of vehicles writes in closed lists: use, energy, stage, area, source, kind of plate.

Codes of the national registers (GA 24, GA 802) are understood where one thing can be meant. A use of
the registration says what a vehicle serves only where it is public transport or rescue; the rest the
office must name, for no national code marks it. Fuel ``O`` covers every hybrid, plugged in or not.
"""

from fuelcheck.ledgers import vehicle_terms
from fuelcheck.ledgers.cells import BadCell, Cell, code, plain, text
from fuelcheck.ledgers.terms import listed
from fuelcheck.rules.identifiers.writing import tidy
from fuelcheck.words import Area, Combustion, Decision, Energy, PlateKind, StageSource, VehicleCategory

_NOBODY_KNOWS = frozenset({"未知", "不详", "不明", "不清楚", "待查", "无", "无法确定"})

_SAYS_NO_CATEGORY = frozenset(
    {"货运", "营运", "非营运", "营转非", "出租转非", "租赁", "危化品运输", "教练", "校车", "客运", "a", "f", "g"}
)
"""Uses of the registration that leave open what the vehicle serves."""

_ENERGY_CODES = {"a": Energy.GASOLINE, "b": Energy.DIESEL, "c": Energy.BATTERY, "e": Energy.GAS}
_HYBRID_OR_PLUG_IN = "o"
_NOT_ONE_ENERGY = frozenset({"d", "f", "l", "m", "n", "p", "q", "y", "z", "x", "新能源", "混合油", "氢", "双燃料"})

_OF_NO_STAGE = frozenset({"新能源", "纯电动", "电动", "零排放", "不适用"})
_STAGE_LETTERS = {"a": "6", "b": "6"}
"""In registers a and b alone are 国六a and 国六b."""

_category = listed(
    tuple(VehicleCategory),
    "unknown-category",
    {
        VehicleCategory.BUS: ("公交车", "公交车辆", "公共汽车", "城市公交", "公交客车", "公交客运", "c"),
        VehicleCategory.TAXI: (
            "出租", "出租车", "出租汽车", "巡游车", "巡游出租车", "巡游出租汽车", "出租客运", "d",
        ),
        VehicleCategory.RIDE_HAILING: (
            "网约", "网约出租", "网约出租车", "网约出租汽车", "网络预约出租车", "网络预约出租汽车", "预约出租",
            "预约出租客运", "t",
        ),
        VehicleCategory.MUCK_TRUCK: ("渣土", "渣土运输", "渣土运输车", "渣土清运车", "建筑垃圾运输车"),
        VehicleCategory.CEMENT_MIXER: (
            "水泥罐", "水泥搅拌车", "水泥搅拌运输车", "混凝土搅拌车", "混凝土搅拌运输车", "混凝土罐车", "搅拌车",
            "商砼车",
        ),
        VehicleCategory.LOGISTICS: (
            "物流", "物流车辆", "物流配送", "物流配送车", "城市物流", "城市配送", "城市配送车", "配送车",
        ),
        VehicleCategory.POSTAL: ("邮政车", "邮政车辆", "邮政用车"),
        VehicleCategory.SANITATION: ("环卫车", "环卫车辆", "环卫作业车", "环卫用车"),
        VehicleCategory.OFFICIAL: ("公务车", "公务车辆", "公务用车", "机关公务车", "公车"),
        VehicleCategory.EMERGENCY: (
            "应急车", "应急车辆", "消防", "消防车", "救护", "救护车", "警用", "警车", "工程救险", "工程抢险车",
            "h", "i", "j", "k",
        ),
        VehicleCategory.TRUCK: (
            "货运车", "货运车辆", "载货车", "载货汽车", "普通货车", "营运货车", "柴油货车", "燃气货车", "卡车",
        ),
        VehicleCategory.OTHER: ("其它", "公路客运", "旅游客运"),
    },
)  # fmt: skip


def category(cell: Cell) -> str:
    """What the vehicle serves; a use of the registration that leaves it open is refused with the reason."""
    written = plain(cell).casefold()
    if written in _SAYS_NO_CATEGORY:
        raise BadCell("category-by-use", allowed="、".join(word.zh for word in VehicleCategory))
    return _category(cell)


def energy(cell: Cell) -> str:
    """What it drives on, by word or by the code of the register."""
    written = plain(cell).casefold()
    if written in _ENERGY_CODES:
        return _ENERGY_CODES[written].value
    if written == _HYBRID_OR_PLUG_IN:
        raise BadCell("energy-hybrid-or-plug-in", plug_in=Energy.PLUG_IN.zh, hybrid=Energy.HYBRID.zh)
    if written in _NOT_ONE_ENERGY:
        raise BadCell("unknown-energy", allowed="、".join(word.zh for word in Energy))
    return vehicle_terms.energy(cell)


def stage(cell: Cell) -> str:
    """The emission stage; nothing where nobody knows it, and of a vehicle that has none."""
    written = plain(cell).casefold()
    if written in _NOBODY_KNOWS or written in _OF_NO_STAGE:
        return ""
    return _STAGE_LETTERS.get(written) or vehicle_terms.stage(cell)


_combustion = listed(
    tuple(Combustion),
    "unknown-combustion",
    {
        Combustion.LEAN: ("稀薄", "稀燃", "稀薄燃烧技术"),
        Combustion.STOICHIOMETRIC: ("当量", "当量比燃烧", "理论空燃比", "理论空燃比燃烧"),
    },
)


def combustion(cell: Cell) -> str:
    """How a gas engine burns; nothing where nobody knows it."""
    return "" if plain(cell) in _NOBODY_KNOWS else _combustion(cell)


source = listed(
    tuple(StageSource),
    "unknown-source",
    {
        StageSource.REGISTRATION: ("登记", "注册登记", "行驶证", "登记证书", "机动车登记证书", "车管所"),
        StageSource.CERTIFICATE: ("环保随车清单", "环保信息随车清单", "清单", "合格证", "环保标识", "铭牌"),
        StageSource.INSPECTION: ("检验报告", "年检", "环保检验", "检验机构", "检测"),
        StageSource.ESTIMATE: ("估计", "推断", "推算", "按注册日期推定"),
    },
)

area = listed(
    tuple(Area),
    "unknown-area",
    {
        Area.URBAN: ("城区", "县城", "建成区", "县城建成区", "中心城区", "市区", "城市建成区"),
        Area.OTHER: ("其它", "乡镇", "农村", "非城区", "县城区以外", "城区以外"),
    },
)

decision = listed(
    tuple(Decision),
    "unknown-decision",
    {Decision.SAME: ("同一辆", "同一辆车", "同车"), Decision.OTHER: ("另一辆", "另一辆车", "不同车", "非同一车")},
)

_plate_kind = listed(
    tuple(PlateKind),
    "unknown-plate-kind",
    {kind: tuple(filter(None, (f"{kind.zh}号牌", kind.code, kind.code.lstrip("0")))) for kind in PlateKind},
)


def plate_kind(cell: Cell) -> str:
    """The kind of a number plate, by its name or its national code (01, 02, 51 …)."""
    return _plate_kind(code(cell))


def vin(cell: Cell) -> str:
    """A vehicle identification number as it is compared; nothing where the cell says that there is none."""
    return "" if plain(cell) in _NOBODY_KNOWS else vehicle_terms.vin(cell)


def replaced(cell: Cell) -> str:
    """Plate or VIN of the vehicle whose place it took; nothing where it took none's."""
    written = text(cell)
    return "" if written in _NOBODY_KNOWS or written == "新增" else tidy(code(cell))
