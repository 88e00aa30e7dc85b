"""The steps of the feature about the life of a batch: what is stored of it, and where it then stands."""

from dataclasses import dataclass, replace
from datetime import date

from pytest_bdd import given, then, when

from fuelcheck.errors import FuelcheckError
from fuelcheck.rules.life import (
    Event,
    Handover,
    Lived,
    ObjectionsOpen,
    Recheck,
    Reported,
    allowed,
    dues,
    state_of,
    with_event,
)
from fuelcheck.rules.retests import StepRefused
from fuelcheck.words import BatchState, BatchStep, Conclusion
from tests.steps.sentences import sentence

STATES = {word.zh: word for word in BatchState}
STEPS = {word.zh: word for word in BatchStep if word is not BatchStep.ORDER} | {"责令整改": BatchStep.ORDER}
CONCLUSIONS = {word.zh: word for word in Conclusion}


@dataclass
class Story:
    """A batch's life under way, and the refusal of the last step, if it was refused."""

    lived: Lived
    refusal: FuelcheckError | None = None


@given(sentence("{day:Day}抽样的批次"), target_fixture="story")
def drawn(day: date) -> Story:
    return Story(Lived(day))


@given("批次已封样")
def sealed(story: Story) -> None:
    story.lived = replace(story.lived, sealed=True)


@given(sentence("{day:Day}送检"))
def delivered(story: Story, day: date) -> None:
    story.lived = replace(story.lived, handovers=(*story.lived.handovers, Handover(day)))


@given(sentence("{day:Day}检验机构{answer:w}"))
def answered(story: Story, day: date, answer: str) -> None:
    *earlier, last = story.lived.handovers
    refused = {"收样": False, "拒收": True}[answer]
    story.lived = replace(story.lived, handovers=(*earlier, last._replace(answered_on=day, refused=refused)))


@given("单位规定双人复核")
def two_people(story: Story) -> None:
    story.lived = replace(story.lived, four_eyes=True)


@given(sentence("{day:Day}的报告结论为{conclusion:w}"))
def reported(story: Story, day: date, conclusion: str) -> None:
    n = 1 if story.lived.report is None else story.lived.report.n + 1
    story.lived = replace(story.lived, report=Reported(n, day, CONCLUSIONS[conclusion]))


@given(sentence("{day:Day}的复查结论为{conclusion:w}"))
def rechecked(story: Story, day: date, conclusion: str) -> None:
    recheck = Recheck("R1", day, CONCLUSIONS[conclusion])
    story.lived = replace(story.lived, rechecks=(*story.lived.rechecks, recheck))


@when(sentence("{day:Day}登记批次“{step:Text}”"))
def recorded(story: Story, day: date, step: str) -> None:
    try:
        story.lived, story.refusal = with_event(story.lived, Event(STEPS[step], day)), None
    except FuelcheckError as refusal:
        story.refusal = refusal


@when("批次作废")
def voided(story: Story) -> None:
    story.lived = replace(story.lived, void=True)


@when("批次恢复")
def restored(story: Story) -> None:
    story.lived = replace(story.lived, void=False)


@then(sentence("批次状态为“{state:Text}”，可登记“{steps:Text}”"))
def stands_with(story: Story, state: str, steps: str) -> None:
    assert state_of(story.lived) is STATES[state]
    assert [step.zh for step in allowed(STATES[state])] == steps.split("、")


@then(sentence("批次状态为“{state:Text}”"))
def stands(story: Story, state: str) -> None:
    assert state_of(story.lived) is STATES[state]


@then(sentence("批次进展被拒绝，允许的是“{steps:Text}”"))
def refused(story: Story, steps: str) -> None:
    assert isinstance(story.refusal, StepRefused)
    assert [word.zh for word in story.refusal.values["allowed"].words] == steps.split("、")  # type: ignore[attr-defined]


@then(sentence("批次进展被拒绝，因为{day:Day}以前可以提出异议"))
def objections_open(story: Story, day: date) -> None:
    assert isinstance(story.refusal, ObjectionsOpen)
    assert story.refusal.values["until"] == day


@then(sentence("批次应在{corrected:Day}以前整改，{checked:Day}以前复查"))
def due(story: Story, corrected: date, checked: date) -> None:
    assert [(one.step, one.by) for one in dues(story.lived)] == [
        (BatchStep.CORRECT, corrected), (BatchStep.RECHECK_PASS, checked),
    ]  # fmt: skip
