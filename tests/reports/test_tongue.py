"""A document is Chinese to the byte, whoever has it printed; talk about it is the person's."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from fuelcheck.language import current, use
from fuelcheck.reports import check_record, check_summary, phase_out, quota, targets, workbook
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.tongue import on_paper, say_to_person
from tests.reports import checks, fleet
from tests.reports.conftest import PAPER

WRITERS: dict[str, tuple[Callable[..., None], Callable[[], Any]]] = {
    "targets.pdf": (targets.write_pdf, fleet.ordinary),
    "targets.xlsx": (targets.write_workbook, fleet.ordinary),
    "phase-out.pdf": (phase_out.write_pdf, fleet.ordinary),
    "phase-out.xlsx": (phase_out.write_workbook, fleet.ordinary),
    "check.pdf": (check_record.write_check_record, checks.failing),
    "undecided-check.pdf": (check_record.write_check_record, checks.undecided),
    "checks.pdf": (check_summary.write_check_summary, checks.summary),
    "checks.xlsx": (check_summary.write_check_workbook, checks.summary),
}


def written(write: Callable[..., None], what: Any, language: str) -> bytes:
    file = BytesIO()
    with use(language):
        write(what, file, PAPER)
    return file.getvalue()


@pytest.mark.parametrize("name", list(WRITERS))
def test_every_document_has_the_same_bytes_in_both_tongues(name: str) -> None:
    write, what = WRITERS[name]
    assert written(write, what(), "en") == written(write, what(), "zh")


@pytest.mark.parametrize("write", [quota.write_pdf, workbook.write_workbook])
def test_so_does_the_quota_report(write: Callable[..., None], nearly_done: Any) -> None:
    assert written(write, nearly_done, "en") == written(write, nearly_done, "zh")


def test_the_terminal_s_language_does_not_reach_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    for language in ("en", "zh"):
        monkeypatch.setenv("FUELCHECK_LANG", language)
        file = BytesIO()
        check_record.write_check_record(checks.failing(), file, PAPER)
        seen.append(file.getvalue())
    assert seen[0] == seen[1]


def test_within_a_document_the_person_is_still_spoken_to_in_their_own_tongue() -> None:
    with use("en"), on_paper():
        assert current() == "zh"
        assert say_to_person("History") == "History"
        with on_paper():
            assert say_to_person("History") == "History"


def test_talk_of_missing_characters_is_the_person_s() -> None:
    said: list[str] = []
    with use("en"), on_paper():
        letters = Letters(talk=said.append)
        letters.prepare([(role, "\ue000") for role in Role])
        letters.close()
    assert any("no font has these characters" in line for line in said)
