"""What the record of a check says was found: items, verdict, what follows. Screenings stand apart.

A verdict rests on formal items only; a check that is undecided or void says that it is no finding.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from fuelcheck.language import say as spoken
from fuelcheck.reports.check_facts import earlier
from fuelcheck.reports.figures import NOT_APPLICABLE
from fuelcheck.reports.form_blocks import Place
from fuelcheck.reports.legal_notes import legal_notes
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict, CheckVerdict
from fuelcheck.rules.verdicts import ABOUT_ITEM
from fuelcheck.standing.check_record import CheckRecord
from fuelcheck.words import Aftertreatment, CheckItem, Confidence, ObdState, UreaState, Verdict, Word

ITEM_FIELDS = ("item", "readings", "value", "limit", "verdict", "basis")
"""Columns of the table of items."""
_STATES: dict[CheckItem, type[Word]] = {
    CheckItem.OBD: ObdState, CheckItem.AFTERTREATMENT: Aftertreatment, CheckItem.UREA: UreaState,
}  # fmt: skip

_BETWEEN_READINGS = re.compile("[;；]")
_WHOLE_READINGS = 3
"""So many readings stand on one line: what a method asks for."""
_ISO_DAY = re.compile(r" ?(?<![\w-])(\d{4}-\d\d-\d\d)(?![\w-]) ?")

ItemRow = tuple[str, ...]


def formal_rows(record: CheckRecord, say: Sentences) -> list[ItemRow]:
    """The items that decide, in the order of ``ITEM_FIELDS``."""
    return [_row(item, record, say) for item in record.verdict.items if item.formal]


def screening_rows(record: CheckRecord, say: Sentences) -> list[ItemRow]:
    """The items that were only screened."""
    return [_row(item, record, say) for item in record.verdict.items if not item.formal]


def few_readings(rows: Iterable[ItemRow], say: Sentences) -> bool:
    """Whether all readings of a table are so few that they need not be broken into lines."""
    place = ITEM_FIELDS.index("readings")
    return all(row[place].count(say("items.readings")) < _WHOLE_READINGS for row in rows)


def unsure(record: CheckRecord) -> bool:
    """Whether a limit or a clause of the items is not yet confirmed."""
    return any(item.confidence not in (None, Confidence.OFFICIAL) for item in record.verdict.items)


def item_name(item: CheckItemVerdict, say: Sentences) -> str:
    """The item with the point at which it was measured."""
    return say("items.point", item=item.item.zh, point=item.point) if item.point else item.item.zh


def _row(item: CheckItemVerdict, record: CheckRecord, say: Sentences) -> ItemRow:
    state = _word(item.item, item.value)
    whole = not (state or ";" in item.value or item.item is CheckItem.UREA)  # a refractometer shows readings
    return (
        item_name(item, say), state or _readings(item, record, say), value_text(item) if whole else NOT_APPLICABLE,
        limit_text(item), item.verdict.zh, marked(item.clause, item.confidence) or NOT_APPLICABLE,
    )  # fmt: skip


def value_text(item: CheckItemVerdict) -> str:
    """What was found: a figure with its unit, or the state in the trade's word."""
    return _word(item.item, item.value) or item.value_shown or NOT_APPLICABLE


def limit_text(item: CheckItemVerdict) -> str:
    """What is demanded, likewise."""
    return _word(item.item, item.limit or "") or item.limit_shown or NOT_APPLICABLE


def marked(basis: str, confidence: Confidence | None) -> str:
    """A clause with its mark of doubt; a confirmed one has none."""
    return basis if confidence in (None, Confidence.OFFICIAL) else f"{basis}（{confidence.zh}）"


def _word(item: CheckItem, state: str) -> str:
    words = _STATES.get(item)
    return words(state).zh if words and state in list(words) else ""


def _readings(item: CheckItemVerdict, record: CheckRecord, say: Sentences) -> str:
    check = record.fact.check
    if item.item is CheckItem.UREA:
        shown = [f"{check.urea_mass_percent}%"] if check.urea_mass_percent else []
        return say("items.readings").join([*shown, *filter(None, [check.urea_refraction])]) or NOT_APPLICABLE
    if item.point:
        return item.value or NOT_APPLICABLE
    each = (part.strip() for written in check.written(item.item) for part in _BETWEEN_READINGS.split(written))
    return say("items.readings").join(filter(None, each)) or NOT_APPLICABLE


def label(record: CheckRecord, say: Sentences) -> str:
    """The verdict in a word."""
    return say("sentence.label_void" if record.fact.void else f"sentence.label_{record.verdict.verdict.value}")


def verdict_sentence(record: CheckRecord, say: Sentences) -> str:
    """The verdict in one sentence for whoever signs."""
    verdict = record.verdict
    if record.fact.void:
        reason = record.fact.voided
        return say("sentence.void", reason=reason) if reason else say("sentence.void_plain")
    return say(
        f"sentence.{verdict.verdict.value}",
        standard=verdict.standard,
        met=sum(item.verdict is Verdict.PASS for item in verdict.items),
        failed=say("values.joint").join(item.zh for item in record.line.failed_items),
        open=len(verdict.reasons) + sum(item.verdict is Verdict.UNDECIDED for item in verdict.items),
    )


def result_rows(record: CheckRecord, say: Sentences) -> list[list[Place]]:
    """The lower boxes: verdict, why, what was not tested, what follows, what was before, the law."""
    found = [[Place(say("places.verdict"), f"{label(record, say)}　{verdict_sentence(record, say)}", strong=True)]]
    for name, text in (*_about_the_verdict(record, say), *_afterwards(record, say)):
        if text:
            found.append([Place(say(f"places.{name}"), text, small=name == "law")])
    return found


def with_days(text: str, say: Sentences) -> str:
    """A remark with its days as the paper writes all others: 2025年3月9日."""
    return _ISO_DAY.sub(lambda found: say.day(date.fromisoformat(found[1])), text)


def open_points(verdict: CheckVerdict, joint: str) -> list[str]:
    """Why a check is undecided; what is true of several items alike is said once."""
    found: dict[str, list[str]] = {}
    for item in verdict.items:
        if item.verdict is Verdict.UNDECIDED:
            found.setdefault(item.what, []).append(item.name)
    reasons = [remark.message for remark in verdict.reasons]
    return reasons + [spoken(ABOUT_ITEM, item=joint.join(names), what=what) for what, names in found.items()]


def _about_the_verdict(record: CheckRecord, say: Sentences) -> Iterator[tuple[str, str]]:
    verdict, between = record.verdict, say("values.sentences")
    yield "why", with_days(between.join(open_points(verdict, say("values.joint"))), say)
    yield "notices", with_days(between.join(remark.message for remark in verdict.notices), say)
    if verdict.not_tested:
        items = say("values.joint").join(item.zh for item in verdict.not_tested)
        yield "not_tested", say("values.not_tested", items=items)


def _afterwards(record: CheckRecord, say: Sentences) -> Iterator[tuple[str, str]]:
    fact = record.fact
    yield "fuel", _fuel(record, say)
    yield "action", fact.action
    if fact.retest_by is not None:
        yield "retest_by", say("values.retest", day=say.day(fact.retest_by))
    elif record.verdict.verdict is Verdict.FAIL:
        yield "retest_by", say("values.no_retest")
    if record.follow_up is not None:
        yield "follow_up", record.follow_up.standing.state.zh
    yield "earlier", earlier(record, say)
    yield "note", fact.note
    yield "law", _law(record, say)


def _fuel(record: CheckRecord, say: Sentences) -> str:
    form_no, batch = record.fact.fuel_form_no, record.fuel
    if batch is None:
        return say("values.fuel_unknown", form_no=form_no) if form_no else ""
    conclusion = batch.conclusion.zh if batch.conclusion else say("values.fuel_pending")
    product = f"{batch.product.zh} {batch.grade}".rstrip()
    return say("values.fuel", form_no=batch.form_no, product=product, conclusion=conclusion)


def _law(record: CheckRecord, say: Sentences) -> str:
    return "".join(
        say("law.line", n=number, basis=marked(note.basis, note.confidence), text=note.text)
        for number, note in enumerate(legal_notes(record), start=1)
    )
