"""假如: what the county is, what has been recorded, and what day it is."""

from dataclasses import dataclass
from datetime import date

import pytest
from pytest_bdd import given

import fuelcheck as fc
from fuelcheck.law.load import find_policy
from fuelcheck.library import add_policy
from fuelcheck.reports.paper import Paper
from tests.cast import POLICY, REVIEWER, County, Row, batch, batches, change, sites, stations, visit
from tests.steps.sentences import batches_of, rows, sentence, sites_of


@dataclass
class Issued:
    """A document that was issued, and what it was made of."""

    number: str
    file: bytes
    as_of: date
    year: int


@pytest.fixture
def imports() -> list[str]:
    """The ids of the imports that were taken, in order."""
    return []


@given("伊川县按伊政办〔2024〕15号开展抽检")
def founded(county: County) -> None:
    assert [p.id for p in fc.library.registered_policies(county.store)] == [POLICY]


@given(sentence("今天是{day:Day}"))
def today_is(county: County, day: date) -> None:
    county.clock.set(day)


@given(sentence('辖区内有站点"{names:Names}"'))
def sites_by_name(county: County, names: list[str]) -> None:
    county.take(sites(*names))


@given("辖区内有站点")
def sites_by_table(county: County, datatable: list[list[str]]) -> None:
    county.take(sites_of(datatable))


@given(sentence("辖区内有{number:d}座{owner}加油站"), target_fixture="stations_of_owner")
def many_stations(county: County, number: int, owner: str) -> list[Row]:
    made = stations(number, owner)
    if made:
        county.take(made)
    return made


@given(sentence("其中{number:d}座已抽检"))
def some_sampled(county: County, stations_of_owner: list[Row], number: int) -> None:
    chosen = stations_of_owner[:number]
    if chosen:
        county.take([batch(f"B{s['站点编号']}", "2025-04-08", s["站点编号"], 报告日期="2025-04-18") for s in chosen])


@given(sentence('"{site}"已有{number:d}个出具报告的批次'))
def reported_batches(county: County, site: str, number: int) -> None:
    if number:
        county.take(batches(number, site))


@given(sentence('"{site}"已有{number:d}个出具报告的尿素批次'))
def reported_urea(county: County, site: str, number: int) -> None:
    county.take(batches(number, site, 产品="车用尿素"))


@given("抽样台账已录入")
@given("抽样台账已补充")
def samples_recorded(county: County, imports: list[str], datatable: list[list[str]]) -> None:
    imports.append(county.take(batches_of(datatable)))


@given(sentence("抽样台账已更正，原因“{reason:Text}”"))
def samples_corrected(county: County, imports: list[str], datatable: list[list[str]], reason: str) -> None:
    imports.append(county.take(batches_of(datatable), update=True, reason=reason))


@given("站点变更台账已录入")
def changes_recorded(county: County, datatable: list[list[str]]) -> None:
    county.take([
        change(row["站点"], row["变更日期"], row["变更事项"], row.get("变更后", "")) for row in rows(datatable)
    ])  # fmt: skip


@given("未抽到样品台账已录入")
def visits_recorded(county: County, datatable: list[list[str]]) -> None:
    county.take([visit(row["站点"], row["日期"], row["情况"]) for row in rows(datatable)])


@given(sentence("已印发{year:d}年度截至{as_of:Day}的报告"), target_fixture="issued")
def report_issued(county: County, year: int, as_of: date) -> Issued:
    number, file = fc.issue_quota_report(county.store, county.report(as_of, year), ".pdf", Paper(), by=REVIEWER)
    return Issued(number, file, as_of, year)


@given("又登记了一份文件")
def another_policy(county: County, datatable: list[list[str]]) -> None:
    (paper,) = rows(datatable)
    text, _ = find_policy(POLICY, None)
    for old, new in (
        (f'id = "{POLICY}"', 'id = "yichuan-2025-example"'),
        ('number = "伊政办〔2024〕15号"', f'number = "{paper["文号"]}"'),
        ("issued_on = 2024-09-30", f"issued_on = {paper['印发日期']}"),
        ("valid_from = 2024-09-30", f"valid_from = {paper['印发日期']}"),
        ("valid_until = 2025-09-30", ""),
        ("required = 159", f"required = {paper['车用汽柴油批次']}"),
    ):
        assert old in text
        text = text.replace(old, new)
    file = county.folder / "example.toml"
    file.write_text(text, encoding="utf-8")
    add_policy(county.store, str(file), by=REVIEWER)
