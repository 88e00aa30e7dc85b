"""The steps of the feature about purchase plans: a plan as a sheet, and the targets without it and with it."""

from datetime import date
from pathlib import Path

from pytest_bdd import given, then, when

import fuelcheck as fc
from fuelcheck.errors import FuelcheckError
from fuelcheck.ledgers.purchase_plan import WrittenPlan
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.purchase_plan import PlanEffect, plan_effect
from fuelcheck.rules.target_status import Targets, TargetStatus
from fuelcheck.toml.text import FileRefused
from tests.cast import write_csv
from tests.rules.county import yichuan
from tests.steps.sentences import attempt, rows, sentence
from tests.target_steps import MET


@given("购置计划", target_fixture="plan_path")
def plan_by_table(tmp_path: Path, datatable: list[list[str]]) -> Path:
    return write_csv(tmp_path / "购置计划.csv", rows(datatable))


@when("读取购置计划", target_fixture="plan")
def read(plan_path: Path) -> WrittenPlan | FuelcheckError:
    return attempt(lambda: fc.plan_file(plan_path))


@when(sentence("按购置计划推算，统计截至{day:Day}"), target_fixture="effect")
def planned(fleet: list[VehicleFact], plan_path: Path, day: date) -> PlanEffect:
    return plan_effect(yichuan(), day, fleet, fc.plan_file(plan_path).purchases)


@when(sentence("按购置计划推算{on:Day}，统计截至{day:Day}"), target_fixture="effect")
def planned_on(fleet: list[VehicleFact], plan_path: Path, on: date, day: date) -> PlanEffect:
    return plan_effect(yichuan(), day, fleet, fc.plan_file(plan_path).purchases, on)


@then(sentence("推算日为{day:Day}"))
def day_is(effect: PlanEffect, day: date) -> None:
    assert effect.day == day


@then(sentence('"{name}"无计划为{a:d}/{b:d}，有计划为{c:d}/{d:d}，{met}'))
def shares_are(effect: PlanEffect, name: str, a: int, b: int, c: int, d: int, met: str) -> None:
    before, after = _line(effect.without, name), _line(effect.with_plan, name)

    assert (before.numerator, before.denominator) == (a, b)
    assert (after.numerator, after.denominator, after.met) == (c, d, MET[met])


@then(sentence('"{name}"无计划剩余{before:d}辆，有计划剩余{after:d}辆，{met}'))
def left_are(effect: PlanEffect, name: str, before: int, after: int, met: str) -> None:
    planned_line = _line(effect.with_plan, name)

    assert _line(effect.without, name).numerator == before
    assert (planned_line.numerator, planned_line.met) == (after, MET[met])


@then(sentence('届时不在册的为"{plates:Names}"'))
def not_found(effect: PlanEffect, plates: list[str]) -> None:
    assert sorted(effect.not_found) == plates


@then(sentence('计划不接收，第{row:d}行"{column}"有误：{code}'))
def refused(plan: WrittenPlan | FuelcheckError, row: int, column: str, code: str) -> None:
    assert isinstance(plan, FileRefused)
    assert [(fault.row, fault.column, fault.code) for fault in plan.remarks] == [(row, column, code)]


def _line(targets: Targets, name: str) -> TargetStatus:
    return next(line for line in targets.lines if line.target.name == name)
