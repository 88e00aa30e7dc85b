"""The steps of the features about vehicles on the road: a check, its follow-up, passes of remote sensing."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pytest
from pytest_bdd import given, parsers, then, when

from fuelcheck.rules.remote_sensing import SensedPass, SensedVehicle, judge_passes
from fuelcheck.rules.retests import FollowUp, Step, StepRefused, standing, with_step
from fuelcheck.rules.roadside.judging import judge_check
from fuelcheck.rules.roadside.record import Check
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict, CheckVerdict
from fuelcheck.words import (
    Aftertreatment,
    CheckItem,
    CheckMethod,
    Confidence,
    LimitSet,
    ObdState,
    Pollutant,
    RetestState,
    RetestStep,
    UreaState,
    Verdict,
)
from tests.rules.roadside.law import LAW
from tests.steps.sentences import attempt, rows, sentence

WHY = {
    "缺少要求的测量": "measurement-missing",
    "读数太少": "too-few-readings",
    "读数认不出": "reading-unreadable",
    "读数超出仪器范围": "reading-impossible",
    "当日没有可用的限值": "no-check-standard",
}
NOTICES = {"读数相差太大": "readings-spread", "没有填写检定有效期": "calibration-unstated"}
STATES = {
    "OBD": ("obd", {word.zh: word for word in ObdState}),
    "后处理": ("aftertreatment", {word.zh: word for word in Aftertreatment}),
    "尿素": ("urea", {word.zh: word for word in UreaState}),
}
METHODS = {word.zh: word for word in CheckMethod}
VERDICTS = {word.zh: word for word in Verdict}
ITEMS = {word.zh: word for word in CheckItem}
SETS = {word.zh: word for word in LimitSet}
MARKS = {word.zh: word for word in Confidence}
STEPS = {word.zh: word for word in RetestStep}
STANDINGS = {word.zh: word for word in RetestState}
POLLUTANTS = {word.zh: word for word in Pollutant}


@dataclass
class OnTheRoad:
    """A check under way, with the set of limits that holds."""

    check: Check = field(default_factory=Check)
    limit_set: LimitSet = LimitSet.A

    def note(self, **values: object) -> None:
        self.check = replace(self.check, **values)  # type: ignore[arg-type]


@dataclass
class Following:
    """A follow-up under way, and what came of the last step."""

    up: FollowUp
    outcome: object = None


@pytest.fixture
def on_the_road() -> OnTheRoad:
    return OnTheRoad()


@given(sentence("{day:Day}对一辆柴油车进行“{method:Text}”检测"))
def a_check(on_the_road: OnTheRoad, day: date, method: str) -> None:
    on_the_road.check = Check(record_no="R1", checked_on=day, method=METHODS[method])


@given(sentence("读数为“{written:Text}”"))
def readings(on_the_road: OnTheRoad, written: str) -> None:
    on_the_road.note(readings=tuple(written.split(";")))


@given(sentence("氮氧化物为“{written:Text}”"))
def nitrogen_oxides(on_the_road: OnTheRoad, written: str) -> None:
    on_the_road.note(nox_ppm=written)


@given(sentence("林格曼级为“{written:Text}”"))
def black_smoke(on_the_road: OnTheRoad, written: str) -> None:
    on_the_road.note(ringelmann=written)


@given(parsers.re("(?P<what>OBD|后处理|尿素)为“(?P<state>[^”]*)”"))
def state(on_the_road: OnTheRoad, what: str, state: str) -> None:
    name, known = STATES[what]
    on_the_road.note(**{name: known[state]})


@given(sentence("仪器检定有效期至{day:Day}"))
def calibrated(on_the_road: OnTheRoad, day: date) -> None:
    on_the_road.note(instrument="Y1", calibrated_until=day)


@given(sentence("采用“{limits:Text}”"))
def limit_set(on_the_road: OnTheRoad, limits: str) -> None:
    on_the_road.limit_set = SETS[limits]


@when("判定这次检查", target_fixture="judged_check")
def judged(on_the_road: OnTheRoad) -> CheckVerdict:
    return judge_check(on_the_road.check, LAW, on_the_road.limit_set)


@then(sentence("检查判为“{expected:Text}”"))
def check_is(judged_check: CheckVerdict, expected: str) -> None:
    assert judged_check.verdict is VERDICTS[expected], judged_check.codes


@then(sentence("检查判为“{expected:Text}”，因为“{why:Text}”"))
def check_is_because(judged_check: CheckVerdict, expected: str, why: str) -> None:
    assert judged_check.verdict is VERDICTS[expected]
    assert WHY[why] in judged_check.codes


@then(sentence("项目“{item:Text}”的结果为“{value:Text}”，限值为“{limit:Text}”，标记为“{mark:Text}”"))
def item_has(judged_check: CheckVerdict, item: str, value: str, limit: str, mark: str) -> None:
    line = _line(judged_check, item)

    assert (line.value, line.limit, line.confidence) == (value, limit, MARKS[mark])


@then(sentence("项目“{item:Text}”的判定为“{expected:Text}”"))
def item_is(judged_check: CheckVerdict, item: str, expected: str) -> None:
    assert _line(judged_check, item).verdict is VERDICTS[expected]


@then(sentence("提示“{what:Text}”"))
def told(judged_check: CheckVerdict, what: str) -> None:
    assert NOTICES[what] in [notice.code for notice in judged_check.notices]


def _line(verdict: CheckVerdict, name: str) -> CheckItemVerdict:
    return next(line for line in verdict.items if line.item is ITEMS[name])


@given(sentence("{ordered:Day}责令维修，须在{by:Day}前复检合格"), target_fixture="following")
def ordered(ordered: date, by: date) -> Following:
    return Following(FollowUp("R1", ordered, by))


@given(sentence("{day:Day}“{step:Text}”"))
def stepped(following: Following, day: date, step: str) -> None:
    following.up = with_step(following.up, Step(STEPS[step], day))


@when(sentence("{day:Day}登记“{step:Text}”"))
def tried(following: Following, day: date, step: str) -> None:
    following.outcome = attempt(with_step, following.up, Step(STEPS[step], day))


@then(sentence("{day:Day}的状态为“{state:Text}”，{late}"))
def stands(following: Following, day: date, state: str, late: str) -> None:
    found = standing(following.up, day)

    assert (found.state, found.late) == (STANDINGS[state], {"已逾期": True, "未逾期": False}[late])


@then(sentence("登记被拒绝，允许的是“{allowed:Text}”"))
def refused(following: Following, allowed: str) -> None:
    assert isinstance(following.outcome, StepRefused)
    assert [word.zh for word in following.outcome.values["allowed"].words] == [
        one for one in allowed.split("、") if one
    ]


@given("遥感检测记录为", target_fixture="sensed")
def passes(datatable: list[list[str]]) -> SensedVehicle:
    (vehicle,) = judge_passes(
        [
            SensedPass(
                "豫C12345",
                datetime.fromisoformat(row["时间"]),
                row["有效"] == "是",
                {POLLUTANTS[name]: written for name, written in row.items() if name in POLLUTANTS},
            )
            for row in rows(datatable)
        ],
        LAW.sensing[0],
    )
    return vehicle


@then(parsers.re("该车(?P<verdict>超标|未超标)"))
def is_over(sensed: SensedVehicle, verdict: str) -> None:
    assert sensed.over is (verdict == "超标")


@then("该车列为高排放线索")
def is_suspected(sensed: SensedVehicle) -> None:
    assert [one.limit.pollutant for one in sensed.suspected] == [Pollutant.NO]
