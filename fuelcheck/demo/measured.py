"""What the laboratories of the invented county find: a value for each item of the example programme.

Ranges are those of ordinary fuel: most values lie well inside GB 18351-2017, GB 19147-2016 and
GB 29518-2013, one in sixteen close to the limit, and what a report calls failing lies beyond it.
"""

from dataclasses import dataclass
from random import Random

from fuelcheck.demo import names
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.reported import Result
from fuelcheck.words import Product

Span = tuple[float, float]

_NEAR = 1 / 16
_SUMMER, _NOVEMBER = range(5, 11), 11
"""The months of the summer's vapour pressure; in November what the tanks still hold must do as well."""
_MASS, _VOLUME, _MG_KG = "%（质量分数）", "%（体积分数）", "mg/kg"


@dataclass(frozen=True, slots=True)
class Tested:
    """An item as reports name it: where its values lie, close to the limit, beyond it; or the words for it."""

    name: str
    unit: str = ""
    usual: Span = (0, 0)
    digits: int = 1
    near: Span | None = None
    beyond: Span | None = None
    least: float = 0
    """Below this the method finds nothing: the report says ``<`` and this figure."""
    says: tuple[str, ...] = ()
    extra: bool = False
    """Beyond what the programme asks: one laboratory tests it all the same."""


def results_of(rng: Random, batch: BatchFact) -> list[Result]:
    """The lines of a batch's report, in accordance with its conclusion and the items that it names."""
    failed = batch.failed_items.split("；") if batch.failed_items else []
    thorough = batch.laboratory == names.COUNTY_LABORATORIES[0]
    tested = [item for item in items_of(batch) if thorough or not item.extra or item.name in failed]
    return [_result(rng, item, failing=item.name in failed, precise=not thorough) for item in tested]


def items_of(batch: BatchFact) -> tuple[Tested, ...]:
    """What is tested of a batch: the programme's items, and the further ones of one laboratory."""
    match batch.product:
        case Product.ETHANOL_GASOLINE:
            return _petrol(int(batch.grade), batch.sampled_on.month)
        case Product.DIESEL:
            return _diesel(int(batch.grade))
        case _:
            return _UREA


def _petrol(grade: int, month: int) -> tuple[Tested, ...]:
    summer = month in _SUMMER
    pressure = (47, 62) if summer or month == _NOVEMBER else (52, 82)
    octane = (grade + 0.3, grade + 1.9)
    return (
        Tested("研究法辛烷值", "", octane, near=(grade, grade + 0.1), beyond=(grade - 2.4, grade - 1.2)),
        _SULFUR,
        Tested("乙醇含量", _VOLUME, (9.0, 10.9), 1),
        Tested("其他有机含氧化合物", _MASS, (0.05, 0.4), 2, least=0.10),
        Tested("水分", _MASS, (0.05, 0.17), 2, near=(0.19, 0.20)),
        Tested("蒸气压", "kPa", pressure, beyond=(68, 74) if summer else (89, 95)),
        Tested("苯含量", _VOLUME, (0.3, 0.72), 2, near=(0.78, 0.80)),
        Tested("芳烃含量", _VOLUME, (21, 33), near=(34.5, 35.0)),
        Tested("烯烃含量", _VOLUME, (6, 14), near=(14.7, 15.0), beyond=(17, 21)),
        Tested("密度（20℃）", "kg/m³", (736, 758)),
        Tested("铜片腐蚀", "级", says=("1a", "1a", "1a", "1b"), extra=True),
        Tested("硫醇（博士试验）", says=("通过",), extra=True),
        Tested("水溶性酸或碱", says=("无",), extra=True),
        Tested("机械杂质", says=("无",), extra=True),
    )


def _diesel(grade: int) -> tuple[Tested, ...]:
    filter_limit = {5: 8, 0: 4, -10: -5, -20: -14, -35: -29, -50: -44}[grade]
    return (
        _SULFUR,
        Tested("闪点（闭口）", "℃", (63, 84), near=(60.0, 61.0), beyond=(49, 56)),
        Tested("凝点", "℃", (grade - 9, grade - 2), 0, near=(grade, grade)),
        Tested("冷滤点", "℃", (filter_limit - 6, filter_limit - 2), 0, near=(filter_limit, filter_limit)),
        Tested("十六烷指数", "", (47.5, 54)),
        Tested("50%回收温度", "℃", (262, 292)),
        Tested("90%回收温度", "℃", (322, 348), near=(354, 355)),
        Tested("95%回收温度", "℃", (341, 360), near=(364, 365)),
        Tested("多环芳烃含量", _MASS, (2.1, 5.9), near=(6.8, 7.0), beyond=(8.2, 10.5)),
        Tested("水含量", _VOLUME, says=("痕迹", "痕迹", "无")),
        Tested("密度（20℃）", "kg/m³", (819, 842)),
        Tested("十六烷值", "", (51.8, 56), near=(51.0, 51.2), beyond=(45, 48.5), extra=True),
        Tested("铜片腐蚀", "级", says=("1a", "1a", "1b"), extra=True),
    )


_SULFUR = Tested("硫含量", _MG_KG, (2.2, 8.6), near=(9.6, 10.0), beyond=(16, 78), least=3)

_TRACES = ("磷酸盐（以PO4计）", "钙", "铁", "铝", "镁", "钠", "钾")
_SMALLER_TRACES = ("铜", "锌", "铬", "镍")

_UREA = (
    Tested("尿素含量", _MASS, (32.1, 32.9), near=(31.8, 31.9), beyond=(28.4, 30.6)),
    Tested("密度（20℃）", "kg/m³", (1088.0, 1092.0)),
    Tested("折光率", "", (1.3819, 1.3839), 4),
    Tested("碱度（以NH3计）", _MASS, (0.02, 0.14), 2),
    Tested("缩二脲", _MASS, (0.06, 0.24), 2, near=(0.29, 0.30), beyond=(0.38, 0.55)),
    Tested("醛类（以HCHO计）", _MG_KG, (0.3, 2.8), 1, least=0.5),
    Tested("不溶物", _MG_KG, (2, 13), 1),
    *(Tested(name, _MG_KG, (0.04, 0.3), 2, least=0.10) for name in _TRACES),
    *(Tested(name, _MG_KG, (0.02, 0.12), 2, least=0.05) for name in _SMALLER_TRACES),
)


def _result(rng: Random, item: Tested, *, failing: bool, precise: bool) -> Result:
    if item.says:
        return Result(item.name, rng.choice(item.says), item.unit)
    close = rng.random() < _NEAR
    span = item.beyond if failing and item.beyond else item.near if close and item.near else item.usual
    value = rng.uniform(*span)
    if item.least and value < item.least:
        return Result(item.name, f"<{item.least:.{item.digits}f}".removesuffix(".0"), item.unit)
    if precise and item.unit == "kg/m³":
        return Result(item.name, f"{value / 1000:.4f}", "g/cm³")
    return Result(item.name, f"{value:.{item.digits}f}", item.unit)
