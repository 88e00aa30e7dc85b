"""The driver's copy (当事人联) of a check: what was found, what to do now, whom to ask. No law degree needed."""

from collections.abc import Iterator

from fuelcheck.reports.check_facts import plate, when
from fuelcheck.reports.check_findings import item_name, label, marked, screening_rows
from fuelcheck.reports.legal_notes import legal_notes
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict
from fuelcheck.standing.check_record import CheckRecord
from fuelcheck.words import Verdict


def copy_facts(record: CheckRecord, say: Sentences) -> str:
    """When, where, which vehicle, which record."""
    fact = record.fact
    return say(
        "copy.facts" if fact.place else "copy.facts_nowhere", when=when(record, say), where=fact.place,
        plate=plate(record, say), vehicle_type=fact.check.vehicle_type, record_no=record.fact.record_no,
    )  # fmt: skip


def copy_result(record: CheckRecord, say: Sentences) -> str:
    """The verdict in a word."""
    return say("copy.result", label=label(record, say))


def copy_lines(record: CheckRecord, say: Sentences) -> list[str]:
    """What failed, what to do, by which law."""
    return list(_lines(record, say))


def _lines(record: CheckRecord, say: Sentences) -> Iterator[str]:
    fact, verdict = record.fact, record.verdict.verdict
    if fact.void:
        yield say("copy.void")
        return
    if verdict is Verdict.FAIL:
        failed = [_failed(item, say) for item in record.verdict.items if item.formal and item.verdict is Verdict.FAIL]
        yield say("copy.failed_all", items=say("values.sentences").join(failed))
    by_a_day = verdict is Verdict.FAIL and fact.retest_by is not None
    day = say.day(fact.retest_by) if fact.retest_by else ""
    yield say("copy.fail_by" if by_a_day else f"copy.{verdict.value}", day=day)
    if fact.action:
        yield say("copy.action", action=fact.action.rstrip("。；，"))
    if screening_rows(record, say):
        yield say("copy.screening")
    if notes := legal_notes(record):
        yield say("copy.law", bases=say("values.sentences").join(marked(note.basis, note.confidence) for note in notes))


def _failed(item: CheckItemVerdict, say: Sentences) -> str:
    name = item_name(item, say)
    if item.unit is None:
        return name
    return say("copy.failed", item=name, value=item.value_shown, limit=item.limit_shown)
