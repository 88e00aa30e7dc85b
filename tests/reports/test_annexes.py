"""Annexes hold the evaluation's rows, typed, under their numbers."""

from datetime import date

import pytest

from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annexes import annexes_of
from fuelcheck.reports.sentences import sentences
from fuelcheck.standing.evaluation import QuotaReport

SAY = sentences("quota")


@pytest.fixture(scope="module")
def annexes(nearly_done: QuotaReport) -> dict[str, Annex]:
    return {annex.key: annex for annex in annexes_of(nearly_done, SAY)}


def test_annexes_are_numbered_by_their_place(annexes: dict[str, Annex]) -> None:
    assert [annex.number for annex in annexes.values()] == list(range(1, 14))


def test_every_row_has_a_cell_for_every_field(annexes: dict[str, Annex]) -> None:
    assert all(len(row) == len(annex.fields) for annex in annexes.values() for row in annex.rows)


def test_every_field_has_a_heading(annexes: dict[str, Annex]) -> None:
    assert all(field.heading(SAY) for annex in annexes.values() for field in annex.fields)


def test_stations_to_sample_show_the_visits_that_found_them_shut(annexes: dict[str, Annex]) -> None:
    assert "2025-04-09停业；2025-09-17无货" in [row[-1] for row in annexes["to_sample"].rows]


def test_the_plan_says_whether_it_is_proved(annexes: dict[str, Annex], nearly_done: QuotaReport) -> None:
    plan = nearly_done.status.plan
    assert len(annexes["plan"].rows) == len(plan.visits)
    assert ("已达到理论下限" in annexes["plan"].note) == (len(plan.visits) == plan.lower_bound)


def test_a_depot_month_without_a_sample_is_marked(annexes: dict[str, Annex]) -> None:
    marks = [row[4:] for row in annexes["depots"].rows]
    assert sum(row.count("缺") for row in marks) == 1
    assert sum(row.count("√") for row in marks) == 23


def test_the_ledger_lists_all_batches_with_what_became_of_them(
    annexes: dict[str, Annex], nearly_done: QuotaReport
) -> None:
    ledger = annexes["ledger"]
    assert [row[1] for row in ledger.rows] == [row.batch.form_no for row in nearly_done.ledger]
    assert {row[-1] for row in ledger.rows} == {"计入", "在检", "不计入", "作废"}
    assert all(isinstance(row[2], date) for row in ledger.rows)


def test_an_empty_task_is_printed_as_not_filled(annexes: dict[str, Annex]) -> None:
    places = [field.name for field in annexes["ledger"].fields]
    assert "未填" in {row[places.index("task")] for row in annexes["ledger"].rows}


def test_changes_are_told_in_the_words_of_the_trade(annexes: dict[str, Annex]) -> None:
    first, second, third = annexes["changes"].rows
    assert first[5] == "产品：车用汽油→车用乙醇汽油；牌号：95→92"
    assert second[3:5] == ("批次 YC25-0902", "作废")
    assert third[3:5] == ("站点变更 S144 2025-11-20 停业", "补录")
    assert "第QR7K-2M4P号文件" in annexes["changes"].note


def test_annexes_of_many_columns_lie_across_and_show_each_of_them_once(annexes: dict[str, Annex]) -> None:
    across = {key: annex for key, annex in annexes.items() if annex.stacked}
    assert list(across) == ["failing", "flagged", "ledger"]
    for annex in across.values():
        named = [name for group in annex.stacked for name in group]
        assert sorted(named) == sorted(field.name for field in annex.fields)
