"""The shipped law on vehicles in use, and a check that passes, to begin from."""

from dataclasses import replace
from datetime import date
from typing import Any

from fuelcheck.law.load import roadside_files, roadside_law
from fuelcheck.rules.roadside.judging import judge_check
from fuelcheck.rules.roadside.record import Check
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict, CheckVerdict
from fuelcheck.words import CheckItem, CheckMethod, LimitSet

LAW = roadside_law(roadside_files())
MARCH = date(2025, 3, 9)
CLEAN = Check(
    record_no="R1",
    checked_on=MARCH,
    method=CheckMethod.FREE_ACCELERATION,
    readings=("0.50", "0.52", "0.48"),
    instrument="Y1",
    calibrated_until=date(2025, 12, 31),
)
LUG_DOWN = replace(CLEAN, method=CheckMethod.LUG_DOWN, readings=("0.9", "0.8"), nox_ppm="820")


def judged(check: Check = CLEAN, limit_set: LimitSet = LimitSet.A, **changes: Any) -> CheckVerdict:
    return judge_check(replace(check, **changes), LAW, limit_set)


def line(verdict: CheckVerdict, item: CheckItem) -> CheckItemVerdict:
    return next(one for one in verdict.items if one.item is item)
