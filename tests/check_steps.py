"""The steps of the feature about remembered checks: a ledger of them, what followed, whose names are kept."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from pytest_bdd import given, then, when

import fuelcheck as fc
from fuelcheck.library.checks import (
    check_record,
    check_records,
    check_summary,
    erase_personal_before,
    record_retest,
    void_check,
    withdraw_retest,
)
from fuelcheck.standing.check_record import CheckSummary
from fuelcheck.words import RetestState, RetestStep
from tests.cast import CLERK, REVIEWER, County, Row, road_check
from tests.steps.sentences import attempt, rows, sentence

STEPS = {word.zh: word for word in RetestStep}
STATES = {word.zh: word for word in RetestState}


@dataclass
class RoadLedger:
    """The rows of the ledger that was brought, and what came of the last step."""

    rows: list[Row] = field(default_factory=list)
    outcome: object = None


@pytest.fixture
def road_ledger() -> RoadLedger:
    return RoadLedger()


@given("路检台账为")
def road_ledger_is(county: County, road_ledger: RoadLedger, datatable: list[list[str]]) -> None:
    road_ledger.rows = [road_check(**{"record_no": row["记录编号"], **row}) for row in rows(datatable)]
    county.take(road_ledger.rows)


@when(sentence("{day:Day}为检查“{record_no:Text}”登记“{step:Text}”"))
def step_taken(county: County, road_ledger: RoadLedger, day: date, record_no: str, step: str) -> None:
    road_ledger.outcome = attempt(record_retest, county.store, record_no, STEPS[step], day=day, by=CLERK)


@when(sentence("撤回检查“{record_no:Text}”的最后一步"))
def step_taken_back(county: County, record_no: str) -> None:
    withdraw_retest(county.store, record_no, reason="登记错误", by=REVIEWER)


@when(sentence("检查“{record_no:Text}”作废"))
def made_void(county: County, record_no: str) -> None:
    void_check(county.store, record_no, reason="重复登记", by=REVIEWER)


@when(sentence("删除{day:Day}以前的驾驶人姓名"))
def names_erased(county: County, day: date) -> None:
    erase_personal_before(county.store, day, reason="保存期满", by=REVIEWER)


@when("再次导入同一份路检台账")
def brought_again(county: County, road_ledger: RoadLedger) -> None:
    county.take(road_ledger.rows)


@then(sentence("后续登记被拒绝，因为“{code:Text}”"))
def step_refused(road_ledger: RoadLedger, code: str) -> None:
    assert isinstance(road_ledger.outcome, fc.FuelcheckError)
    assert road_ledger.outcome.code == code


@then(sentence("截至{day:Day}，检查“{record_no:Text}”的后续为“{state:Text}”"))
def follow_up_is(county: County, day: date, record_no: str, state: str) -> None:
    followed = check_record(county.store, record_no, as_of=day).follow_up
    assert followed is not None
    assert followed.standing.state is STATES[state]


@then(sentence("截至{day:Day}，逾期未复检的有“{numbers:Text}”"))
def overdue_are(county: County, day: date, numbers: str) -> None:
    found = check_records(county.store, overdue=True, as_of=day)
    assert [line.record_no for line in found] == [one for one in numbers.split("、") if one]


@then(sentence("截至{day:Day}，未了结的有“{numbers:Text}”"))
def open_are(county: County, day: date, numbers: str) -> None:
    found = check_records(county.store, open=True, as_of=day)
    assert [line.record_no for line in found] == numbers.split("、")


@then(
    sentence("截至{day:Day}，{month:d}月的复检为按期{in_time:d}、逾期完成{late:d}、未到期{still:d}、逾期未完成{over:d}")
)
def retests_are(county: County, day: date, month: int, in_time: int, late: int, still: int, over: int) -> None:
    found = _month(county, month, day).retests
    assert (found.in_time, found.late, found.open, found.overdue) == (in_time, late, still, over)


@then(sentence("{month:d}月共检查{count:d}辆，作废{void:d}条"))
def counted(county: County, month: int, count: int, void: int) -> None:
    found = _month(county, month, None)
    assert (found.total.checked, found.void) == (count, void)


@then(sentence("检查“{record_no:Text}”看得到以往的检查“{earlier:Text}”"))
def earlier_seen(county: County, record_no: str, earlier: str) -> None:
    assert [line.record_no for line in check_record(county.store, record_no).earlier] == [earlier]


@then(sentence("检查“{record_no:Text}”的驾驶人显示为“{shown:Text}”"))
def driver_shown(county: County, record_no: str, shown: str) -> None:
    assert check_record(county.store, record_no).driver == shown


@then(sentence("检查“{record_no:Text}”的驾驶人已删除"))
def driver_gone(county: County, record_no: str) -> None:
    assert check_record(county.store, record_no).driver_erased


@then("证据链完整")
def chain_is_whole(county: County) -> None:
    assert fc.verify_audit(county.store) == []


def _month(county: County, month: int, as_of: date | None) -> CheckSummary:
    last = {3: 31, 4: 30, 5: 31}[month]
    return check_summary(county.store, first=date(2025, month, 1), last=date(2025, month, last), as_of=as_of)
