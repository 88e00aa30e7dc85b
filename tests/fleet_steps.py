"""The steps of the feature about the register of vehicles: a list is brought, and what became of it."""

from datetime import date

from pytest_bdd import given, then, when

import fuelcheck as fc
from fuelcheck.library import audit_history, vehicles
from fuelcheck.services.importing import Answer
from tests.cast import County
from tests.steps.sentences import rows, sentence

KINDS = {"登记": "registered", "补充": "filled", "转出": "moved_out", "注销": "scrapped", "更正": "amended"}
REFUSALS = {"拿不准是不是同一辆车": {"vehicle-other-vin"}, "与已有内容不同": {"differs"}}


@given("车辆台账已录入")
def list_recorded(county: County, datatable: list[list[str]]) -> None:
    county.take(rows(datatable))


@when("导入车辆台账", target_fixture="brought")
def list_brought(county: County, datatable: list[list[str]]) -> Answer:
    return county.bring(rows(datatable))


@when(sentence("以“{reason:Text}”为由更正车辆台账"), target_fixture="brought")
def list_corrected(county: County, reason: str, datatable: list[list[str]]) -> Answer:
    return county.bring(rows(datatable), update=True, reason=reason)


@then(sentence("导入成功，记为“{kind:Text}”"))
def taken_as(county: County, brought: Answer, kind: str) -> None:
    assert brought.accepted, [fault.message for fault in brought.brought.faults]
    newest = max(audit_history(county.store, "豫C12345"), key=lambda step: step.n)
    assert newest.kind == KINDS[kind]


@then(sentence("车辆台账不予接受，因为{why}"))
def refused(brought: Answer, why: str) -> None:
    assert not brought.accepted
    assert {remark.code for remark in (*brought.brought.faults, *brought.brought.conflicts)} == REFUSALS[why]


@then(sentence("{day:Day}本县有车辆{number:d}辆"))
def fleet_of(county: County, day: date, number: int) -> None:
    assert len(vehicles(county.store, as_of=day)) == number
    assert fc.verify_audit(county.store) == []
