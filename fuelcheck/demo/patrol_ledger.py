"""The workbook of checks on diesel vehicles (路检台账), a sheet a quarter, as the officers fill it in."""

from collections.abc import Callable
from datetime import datetime
from itertools import groupby
from random import Random

from fuelcheck.demo import untidy
from fuelcheck.demo.chance import chance
from fuelcheck.demo.fleet_ledger import COLOURS, POLICE
from fuelcheck.demo.paper import Heading, Row, Table
from fuelcheck.demo.patrols import Stop
from fuelcheck.demo.untidy import Cell
from fuelcheck.words import CheckKind, CheckMethod, PlateKind, Word

_ECOLOGY = "洛阳市生态环境局伊川分局"
_QUARTERS = ("一季度", "二季度", "三季度", "四季度")
_METHODS = {
    CheckMethod.FREE_ACCELERATION: ("自由加速", "自由加速法"),
    CheckMethod.LUG_DOWN: ("加载减速", "加载减速法"),
    CheckMethod.SMOKE: ("林格曼", "林格曼黑度法"),
}


def _moment(rng: Random, at: datetime) -> Cell:
    typed = (f"{at:%Y-%m-%d %H:%M}", f"{at.year}.{at.month}.{at.day} {at:%H:%M}", f"{at:%Y/%m/%d %H:%M}")
    return rng.choice((at, at, *typed))


def _departments(rng: Random, stop: Stop) -> Cell:
    visit = stop.kind is CheckKind.OWNER_VISIT
    return _ECOLOGY if visit else rng.choice(("、", "；", ",")).join((_ECOLOGY, POLICE))


def _readings(rng: Random, stop: Stop) -> Cell:
    return rng.choice((";", "；", "、", "/")).join(stop.readings) or None


def _number(rng: Random, written: str) -> Cell:
    return rng.choice((float(written), written)) if written else None


def _word(word: Word | None) -> Cell:
    return word.zh if word else None


_COLUMNS: tuple[tuple[Heading, Callable[[Random, Stop], Cell]], ...] = (
    (Heading("记录编号", 13), lambda rng, s: s.record_no),
    (Heading("检查类型", 8), lambda rng, s: rng.choice((s.kind.zh, None)) if s.kind is CheckKind.ROADSIDE else "入户"),
    (Heading("检查时间", 17), lambda rng, s: _moment(rng, s.at)),
    (Heading("检查地点", 24), lambda rng, s: s.place[0] if s.kind is CheckKind.ROADSIDE else s.vehicle.owner or "货场"),
    (Heading("经度", 9), lambda rng, s: s.place[1] if s.kind is CheckKind.ROADSIDE else None),
    (Heading("纬度", 9), lambda rng, s: s.place[2] if s.kind is CheckKind.ROADSIDE else None),
    (Heading("执法单位", 34), _departments),
    (Heading("公安单位", 22), lambda rng, s: f"{POLICE}一中队" if s.kind is CheckKind.ROADSIDE else None),
    (Heading("执法人员", 14), lambda rng, s: untidy.people(rng, s.officers)),
    (Heading("车牌号", 12), lambda rng, s: untidy.plate(rng, s.vehicle.plate)),
    (Heading("号牌颜色", 8), lambda rng, s: COLOURS[PlateKind(s.vehicle.plate_kind)].zh),
    (Heading("车架号", 20), lambda rng, s: s.vehicle.vin if rng.random() < 0.8 else None),
    (Heading("车型", 16), lambda rng, s: s.vehicle.vehicle_type),
    (Heading("燃料种类", 8), lambda rng, s: untidy.energy(rng, s.vehicle.energy)),
    (Heading("排放标准", 8), lambda rng, s: untidy.stage(rng, s.vehicle.stage)),
    (Heading("注册日期", 13), lambda rng, s: untidy.day(rng, s.vehicle.registered_on)),
    (Heading("驾驶人", 9), lambda rng, s: s.driver),
    (Heading("检测方法", 12), lambda rng, s: rng.choice(_METHODS[s.method])),
    (Heading("光吸收系数读数", 18, group="检测结果"), _readings),
    (Heading("氮氧化物", 9, group="检测结果"), lambda rng, s: _number(rng, s.nox_ppm)),
    (Heading("轮边功率", 9, group="检测结果"), lambda rng, s: _number(rng, s.power_percent)),
    (Heading("林格曼级", 9, group="检测结果"), lambda rng, s: _number(rng, s.ringelmann)),
    (Heading("OBD", 8, group="检测结果"), lambda rng, s: _word(s.obd)),
    (Heading("后处理装置", 9, group="检测结果"), lambda rng, s: _word(s.aftertreatment)),
    (Heading("车用尿素", 9, group="检测结果"), lambda rng, s: _word(s.urea)),
    (Heading("仪器编号", 12), lambda rng, s: s.instrument),
    (Heading("检定有效期", 13), lambda rng, s: untidy.day(rng, s.calibrated_until)),
    (Heading("处理情况", 18), lambda rng, s: s.action),
    (Heading("复检期限", 13), lambda rng, s: untidy.day(rng, s.retest_by)),
    (Heading("天气", 6), lambda rng, s: rng.choice(("晴", "多云", "阴"))),
    (Heading("备注", 24), lambda rng, s: s.note or None),
)


def quarters(seed: int, stops: tuple[Stop, ...]) -> dict[str, Table]:
    """A table for each quarter with checks."""
    by_quarter = groupby(stops, key=lambda stop: (stop.day.month - 1) // 3)
    return {_QUARTERS[quarter]: _sheet(seed, _QUARTERS[quarter], list(of_it)) for quarter, of_it in by_quarter}


def _sheet(seed: int, name: str, stops: list[Stop]) -> Table:
    rows = tuple(_row(chance(seed, "ledger", stop.record_no), stop) for stop in stops)
    headings = tuple(heading for heading, _ in _COLUMNS)
    return Table(f"2025年{name}柴油车路检路查台账", headings, (rows,), "辆次", office=_ECOLOGY)


def _row(rng: Random, stop: Stop) -> Row:
    return Row(stop.record_no, tuple(write(rng, stop) for _, write in _COLUMNS))
