"""The sentences of the quota report are all there, and Chinese."""

from datetime import UTC, date, datetime

import pytest

from fuelcheck.reports.sentences import sentences

SAY = sentences("quota")


def test_a_sentence_is_filled_with_its_fields() -> None:
    assert SAY("front.missing_line", name="车用尿素抽检批次", shortfall=3, unit="批次") == "车用尿素抽检批次差3批次"


def test_days_and_moments_are_written_as_in_prose() -> None:
    assert SAY.day(date(2025, 3, 9)) == "2025年3月9日"
    assert SAY.moment(datetime(2026, 1, 5, 1, 5, tzinfo=UTC)) == "2026年1月5日09:05"


def test_a_word_without_an_entry_is_itself() -> None:
    assert SAY.word("changes", "voided") == "作废"
    assert SAY.word("changes", "of another kind") == "of another kind"


@pytest.mark.parametrize("document", ["quota", "targets", "phase-out"])
def test_every_document_has_the_common_sentences_and_its_own(document: str) -> None:
    say = sentences(document)
    assert say("signature.head") == "负责人"
    assert "记录链校验值" in say("data.head", division="伊川县", n=1, moment="")
    assert say("annexes.changes.title" if document != "phase-out" else "annexes.to_go.title", of="") != ""


def test_a_sentence_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        SAY("front.no_such_sentence")
