"""Checks on vehicles as judged: each with its items, what is open, and how sure the limits are."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from fuelcheck.cli.punctuation import listed
from fuelcheck.cli.shown_remarks import show_remarks
from fuelcheck.cli.shown_standard import CONFIDENCE_COLOURS, confidence_word, term
from fuelcheck.language import _, say
from fuelcheck.roadside_judging import JudgedCheck, JudgedChecks
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict, CheckVerdict
from fuelcheck.words import Confidence, Verdict

COLOURS = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.UNDECIDED: "yellow", Verdict.NOT_TESTED: "dim"}


def show(judged: JudgedChecks, console: Console | None = None) -> None:
    """Print the checks and a summary; of a refused file its faults."""
    if not judged.accepted:
        show_remarks(_("Faults"), judged.faults)
        return
    screen = console or Console(highlight=False)
    for check in judged.checks:
        for line in _check(check):
            screen.print(line, soft_wrap=True)
    screen.print(_summary(judged), soft_wrap=True)


def _check(check: JudgedCheck) -> Iterator[Text]:
    yield _heading(check)
    yield from verdict_lines(check.verdict)


def verdict_lines(verdict: CheckVerdict) -> Iterator[Text]:
    """The verdict in a sentence, its items, what is open, what was not tested."""
    yield Text(f"   {verdict.sentence}")
    for item in verdict.items:
        yield _item(item)
        if item.verdict is not Verdict.PASS:
            yield Text(f"      {item.sentence}")
    for remark in (*verdict.reasons, *verdict.notices):
        yield Text(f"   · {remark.message}", style="yellow")
    if verdict.not_tested:
        yield Text(say(_("   not tested: {items}"), items=listed(map(term, verdict.not_tested))), style="dim")


def _heading(check: JudgedCheck) -> Text:
    verdict = check.verdict
    shown = (verdict.record_no, check.written.plate, str(verdict.checked_on), check.written.place)
    text = Text("  ".join(filter(None, shown)) + "  ", style="bold")
    text.append(term(verdict.verdict), style=COLOURS[verdict.verdict])
    method = term(verdict.method) if verdict.method is not None else ""
    text.append("  " + "  ".join(filter(None, (verdict.standard, term(verdict.limit_set), method))), style="not bold")
    return text


def _item(item: CheckItemVerdict) -> Text:
    text = Text("   ")
    text.append(term(item.verdict), style=COLOURS.get(item.verdict, ""))
    text.append(f"  {item.name}")
    if item.unit is not None:
        text.append(f"  {item.value_shown}  " + say(_("limit {limit}"), limit=item.limit_shown))
    if item.confidence is not None:
        text.append(f"  [{confidence_word(item.confidence)}]", style=CONFIDENCE_COLOURS[item.confidence])
    return text


def _summary(judged: JudgedChecks) -> Text:
    count = Counter(check.verdict.verdict for check in judged.checks)
    sentence = _(
        "{checks} checks: {passed} pass, {failed} fail, {undecided} undecided; {unsure} judged by limits that nobody "
        "has confirmed against the official text"
    )
    shown = {
        "checks": len(judged.checks), "passed": count[Verdict.PASS], "failed": count[Verdict.FAIL],
        "undecided": count[Verdict.UNDECIDED], "unsure": sum(map(_is_unsure, judged.checks)),
    }  # fmt: skip
    return Text(say(sentence, **shown), style="bold")


def _is_unsure(check: JudgedCheck) -> bool:
    return any(item.confidence not in (None, Confidence.OFFICIAL) for item in check.verdict.items)
