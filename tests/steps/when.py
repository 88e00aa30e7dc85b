"""当: the few things that an office does: bring, correct, take back, ask."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import when

import fuelcheck as fc
from tests.cast import CHINA, CLERK, County
from tests.steps.sentences import attempt, batches_of, sentence, sites_of


@pytest.fixture
def brought() -> list[Path]:
    """The ledgers that were brought, in order."""
    return []


@when(sentence("统计{year:d}年度截至{as_of:Day}的完成情况"), target_fixture="outcome")
def asked(county: County, year: int, as_of: date) -> Any:
    return attempt(county.report, as_of, year)


@when(sentence("按{day:Day}当时所知，统计{year:d}年度截至{as_of:Day}的完成情况"), target_fixture="outcome")
def asked_as_known(county: County, day: date, year: int, as_of: date) -> Any:
    return attempt(county.report, as_of, year, known_at=datetime.combine(day, datetime.max.time(), CHINA))


@when("导入抽样台账", target_fixture="outcome")
def samples_brought(county: County, imports: list[str], brought: list[Path], datatable: list[list[str]]) -> Any:
    brought.append(county.ledger(batches_of(datatable)))
    return _bring(county, imports, brought[-1])


@when("导入站点台账", target_fixture="outcome")
def sites_brought(county: County, imports: list[str], brought: list[Path], datatable: list[list[str]]) -> Any:
    brought.append(county.ledger(sites_of(datatable)))
    return _bring(county, imports, brought[-1])


@when("再次导入同一台账", target_fixture="outcome")
def brought_again(county: County, imports: list[str], brought: list[Path]) -> Any:
    return _bring(county, imports, brought[-1])


@when(sentence("以“{reason:Text}”为由更正抽样台账"), target_fixture="outcome")
def corrected(county: County, imports: list[str], datatable: list[list[str]], reason: str) -> Any:
    return _bring(county, imports, county.ledger(batches_of(datatable)), update=True, reason=reason)


@when(sentence("以“{reason:Text}”为由撤销最后一次导入"), target_fixture="outcome")
def last_taken_back(county: County, imports: list[str], reason: str) -> Any:
    return attempt(fc.undo_import, county.store, imports[-1], reason=reason, by=CLERK)


@when(sentence("以“{reason:Text}”为由撤销倒数第二次导入"), target_fixture="outcome")
def last_but_one_taken_back(county: County, imports: list[str], reason: str) -> Any:
    return attempt(fc.undo_import, county.store, imports[-2], reason=reason, by=CLERK)


def _bring(county: County, imports: list[str], file: Path, **options: Any) -> Any:
    answer = attempt(fc.import_ledgers, county.store, [file], by=CLERK, **options)
    if getattr(answer, "import_id", None):
        imports.append(answer.import_id)
    return answer
