"""The steps of the feature about confirmed limits: a county's store, and a sample judged by what it keeps."""

from datetime import date, datetime

from pytest_bdd import given, then, when

import fuelcheck as fc
from fuelcheck.law.load import find_standards
from fuelcheck.library import confirmed_limits, registered_standards, withdraw_confirmation
from fuelcheck.rules.verdicts import BatchVerdict
from tests.cast import CHINA, REVIEWER, County
from tests.judging_steps import Case
from tests.steps.sentences import rows, sentence


@given(sentence('“{who:Text}”已核对“{standard:Text}”牌号{grade}的"{item}"，依据“{evidence:Text}”'))
def confirmed(county: County, who: str, standard: str, grade: str, item: str, evidence: str) -> None:
    fc.confirm_limit(county.store, standard, item, grade=grade, evidence=evidence, by=who)


@given(sentence('“{standard:Text}”牌号{grade}的"{item}"的核对已撤回，原因“{reason:Text}”'))
def withdrawn(county: County, standard: str, grade: str, item: str, reason: str) -> None:
    withdraw_confirmation(county.store, standard, item, grade=grade, reason=reason, by=REVIEWER)


@given(sentence("“{standard:Text}”重新登记，密度上限由{old}改为{new}，原因“{reason:Text}”"))
def registered_anew(county: County, standard: str, old: str, new: str, reason: str) -> None:
    ((text, path),) = find_standards(standard, None)
    assert text.count(f"max = {old},") == 1
    file = county.folder / path.name
    file.write_text(text.replace(f"max = {old},", f"max = {new},"), encoding="utf-8")
    fc.add_standards(county.store, [str(file)], by=REVIEWER, update=True, reason=reason)


@when("按登记的标准判定", target_fixture="verdict")
def judged_as_registered(county: County, case: Case) -> BatchVerdict:
    case.standards = registered_standards(county.store)
    return case.judged()


@when(sentence("按{day:Day}当时所知的标准判定"), target_fixture="verdict")
def judged_as_known(county: County, case: Case, day: date) -> BatchVerdict:
    then_known = datetime.combine(day, datetime.max.time(), CHINA)
    case.standards = registered_standards(county.store, known_at=then_known)
    return case.judged()


@then("核对记录为")
def confirmations(county: County, datatable: list[list[str]]) -> None:
    found = [
        {
            "限值": one.confirmation.limit, "牌号": "、".join(one.confirmation.key.grades), "核对人": one.who,
            "日期": one.moment.astimezone(CHINA).date().isoformat(), "依据": one.evidence,
        }
        for one in confirmed_limits(county.store)
    ]  # fmt: skip

    assert found == rows(datatable)
