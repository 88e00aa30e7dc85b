"""The steps of the features about vehicles: a fleet, a day, and where each target stands."""

from datetime import date

import pytest
from pytest_bdd import given, then, when

from fuelcheck.errors import FuelcheckError
from fuelcheck.rules.fleet import VehicleFact, VehicleKey, stage_hint
from fuelcheck.rules.policies import BeforeFirstPolicy
from fuelcheck.rules.target_status import Targets, TargetStatus
from fuelcheck.rules.targets import evaluate_targets, policy_on
from fuelcheck.words import Area, Combustion, Energy, Stage, VehicleCategory
from tests.cast import Row
from tests.rules.county import yichuan
from tests.steps.sentences import attempt, rows, sentence

CATEGORIES = {word.zh: word for word in VehicleCategory}
ENERGIES = {word.zh: word for word in Energy}
STAGES = {word.zh: word for word in Stage}
COMBUSTIONS = {word.zh: word for word in Combustion}
AREAS = {word.zh: word for word in Area}
MET = {"已达到": True, "未达到": False, "无法判断": None}
OVERDUE = {"已逾期": True, "未逾期": False}


@pytest.fixture
def fleet() -> list[VehicleFact]:
    return []


@given("车辆台账")
def fleet_by_table(fleet: list[VehicleFact], datatable: list[list[str]]) -> None:
    fleet.extend(_vehicle(row) for row in rows(datatable))


@given(sentence("县城区有{category}{new:d}辆纯电动、{old:d}辆柴油"))
def fleet_by_number(fleet: list[VehicleFact], category: str, new: int, old: int) -> None:
    for number in range(new + old):
        energy = Energy.BATTERY if number < new else Energy.DIESEL
        plate = f"豫C{number:05}"
        day = date(2022, 3, 1)
        fleet.append(VehicleFact(plate, CATEGORIES[category], energy, area=Area.URBAN, registered_on=day))


@when(sentence("统计截至{day:Day}的车辆目标"), target_fixture="targets")
def counted(fleet: list[VehicleFact], day: date) -> Targets | FuelcheckError:
    return attempt(lambda: evaluate_targets(policy_on([yichuan()], day), day, fleet))


@then(sentence('"{name}"为{numerator:d}/{denominator:d}，{met}'))
def share_is(targets: Targets, name: str, numerator: int, denominator: int, met: str) -> None:
    line = _line(targets, name)

    assert (line.numerator, line.denominator, line.met) == (numerator, denominator, MET[met])


@then(sentence('"{name}"剩余{left:d}辆、不明{unknown:d}辆，{met}'))
def left_is(targets: Targets, name: str, left: int, unknown: int, met: str) -> None:
    line = _line(targets, name)

    assert (line.numerator, len(line.unknown), line.met) == (left, unknown, MET[met])


@then(sentence('"{name}"尚余车辆"{plates:Names}"'))
def vehicles_left(targets: Targets, name: str, plates: list[str]) -> None:
    assert _plates(_line(targets, name).left) == plates


@then(sentence('"{name}"豁免车辆"{plates:Names}"'))
def vehicles_exempt(targets: Targets, name: str, plates: list[str]) -> None:
    assert _plates(_line(targets, name).exempt) == plates


@then(sentence('"{name}"不明车辆"{plates:Names}"'))
def vehicles_unknown(targets: Targets, name: str, plates: list[str]) -> None:
    assert _plates(_line(targets, name).unknown) == plates


@then(sentence('"{name}"疑似车辆"{plates:Names}"'))
def vehicles_suspected(targets: Targets, name: str, plates: list[str]) -> None:
    assert _plates(_line(targets, name).suspected) == plates


@then(sentence('"{name}"区域不明车辆"{plates:Names}"'))
def vehicles_unplaced(targets: Targets, name: str, plates: list[str]) -> None:
    assert _plates(_line(targets, name).unplaced) == plates


@then(sentence('"{name}"期限为{day:Day}，{overdue}'))
def deadline_is(targets: Targets, name: str, day: date, overdue: str) -> None:
    line = _line(targets, name)

    assert (line.deadline, line.overdue) == (day, OVERDUE[overdue])


@then(sentence('"{name}"比上年同日的{numerator:d}/{denominator:d}下降'))
def share_falls(targets: Targets, name: str, numerator: int, denominator: int) -> None:
    line = _line(targets, name)

    assert line.year_before == (numerator, denominator)
    assert line.falling


@then(sentence('"{plate}"的阶段提示为“{hint:Text}”'))
def hinted(fleet: list[VehicleFact], plate: str, hint: str) -> None:
    (vehicle,) = (vehicle for vehicle in fleet if vehicle.plate == plate)
    found = stage_hint(vehicle)

    assert vehicle.stage is None
    assert found is not None
    assert found.zh == hint


@then("不统计车辆目标，因为当时还没有文件")
def refused(targets: Targets | FuelcheckError) -> None:
    assert isinstance(targets, BeforeFirstPolicy)


def _vehicle(row: Row) -> VehicleFact:
    return VehicleFact(
        plate=row["号牌号码"],
        category=CATEGORIES[row["用途"]],
        energy=ENERGIES[row["能源"]],
        combustion=COMBUSTIONS.get(row.get("燃烧方式", "")),
        stage=STAGES.get(row.get("排放阶段", "")),
        area=AREAS.get(row.get("区域", "")),
        registered_on=_day(row, "注册日期"),
        moved_in_on=_day(row, "转入日期"),
        moved_out_on=_day(row, "转出日期"),
        scrapped_on=_day(row, "注销日期"),
        replaces=row.get("更新自", ""),
        exemption=row.get("豁免原因", ""),
    )


def _day(row: Row, header: str) -> date | None:
    return date.fromisoformat(row[header]) if row.get(header) else None


def _line(targets: Targets, name: str) -> TargetStatus:
    (line,) = (line for line in targets.lines if line.target.name == name)
    return line


def _plates(keys: tuple[VehicleKey, ...]) -> list[str]:
    return [key.plate for key in keys]
