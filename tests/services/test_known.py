"""The store in the words of the ledgers: what an export gives and an import is compared with."""

import pytest

from fuelcheck.services.known import known, ledger_rows
from fuelcheck.words import SheetKind
from tests.cast import SHUNDA, XINYUAN, batch, change, sites, visit


@pytest.fixture
def rows(county):
    county.take(
        sites(SHUNDA, XINYUAN),
        [change(SHUNDA, "2025-07-01", "所有制", "中石化")],
        [visit(XINYUAN, "2025-08-12", "停业")],
        [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20", 检验结论="不合格", 不合格项目="硫含量")],
    )

    def of(kind):
        with county.store.reading() as view:
            return list(ledger_rows(view, kind))

    return of


def test_a_batch_stands_beside_its_team_and_its_report(rows):
    (row,) = rows(SheetKind.SAMPLES)

    assert {name: row[name] for name in ("form_no", "site_code", "samplers", "report_no", "reported_on")} == {
        "form_no": "A1", "site_code": SHUNDA, "samplers": "李娜;赵强", "report_no": "WA1", "reported_on": "2025-03-20",
    }  # fmt: skip
    assert (row["conclusion"], row["failed_items"], row["status"], row["task"]) == ("fail", "硫含量", "valid", "")


def test_a_visit_that_brought_a_sample_is_no_row_of_its_own(rows):
    (row,) = rows(SheetKind.VISITS)

    assert (row["site_code"], row["outcome"], row["samplers"]) == (XINYUAN, "closed", "")


def test_a_site_is_stated_as_it_was_before_its_first_change(rows):
    assert [row["ownership"] for row in rows(SheetKind.SITES)] == ["private", "private"]
    assert [row["value"] for row in rows(SheetKind.SITE_CHANGES)] == ["sinopec"]


def test_an_import_is_compared_with_the_newest_policy_s_townships(county, rows):
    with county.store.reading() as view:
        held = known(view)

    assert len(held.townships) == 15
    assert set(held.samples) == {"A1"}
    assert set(held.site_changes) == {(SHUNDA, "2025-07-01", "ownership")}
