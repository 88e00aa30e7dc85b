"""Which notes on the law a check's record carries, by day, verdict, division and what was found."""

from dataclasses import replace
from datetime import date

from fuelcheck.reports.legal_notes import legal_notes
from fuelcheck.standing.check_record import CheckRecord
from fuelcheck.words import Confidence
from tests.reports import checks


def on_day(day: date) -> CheckRecord:
    fact = replace(checks.FACT, checked_on=day)
    return checks.record(checks.line(fact, checked_on=day))


def bases(record: CheckRecord) -> str:
    return "".join(note.basis for note in legal_notes(record))


def test_the_air_law_gives_way_to_the_code_on_its_day() -> None:
    before, after = bases(on_day(date(2026, 8, 14))), bases(on_day(date(2026, 8, 15)))
    assert "大气污染防治法" in before
    assert "生态环境法典" not in before
    assert "大气污染防治法" not in after
    assert "生态环境法典" in after


def test_what_no_text_confirms_is_marked() -> None:
    code = next(note for note in legal_notes(on_day(date(2026, 9, 1))) if "法典" in note.basis)
    assert code.confidence is Confidence.MEMORY


def test_duties_of_a_failing_vehicle_stand_on_no_clean_paper() -> None:
    assert "第六十条" in bases(checks.failing())
    assert "第六十条" not in bases(checks.clean())
    assert "第六十条" not in bases(checks.undecided())


def test_a_missing_device_has_a_note_of_its_own() -> None:
    assert "第一百一十四条" in bases(checks.failing())
    assert "第一百一十四条" not in bases(checks.record(checks.line(readings=("2", "2", "2"))))


def test_a_province_s_note_holds_there_only() -> None:
    elsewhere = replace(checks.failing(), head=replace(checks.HEAD, division="130529"))
    assert "河南省" in bases(checks.failing())
    assert "河南省" not in bases(elsewhere)


def test_a_void_check_has_none() -> None:
    assert legal_notes(checks.void()) == ()
