"""Results of the last valid report of each batch, read in portions, and the reports before it."""

from datetime import date

import fuelcheck as fc
from fuelcheck.store import results as stored
from tests.cast import CLERK, REVIEWER, SHUNDA, batch, results, sites


def test_results_are_those_of_the_last_valid_report(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")], results("A1", 水分="有"))
    corrected = {
        "reported_on": date(2025, 4, 2),
        "conclusion": "pass",
        "results": [("水分", "无")],
        "corrects": 1,
        "reason": "笔误",
    }
    fc.add_report(county.store, "A1", by=CLERK, **corrected)
    with county.store.reading() as view:
        (line,) = stored.all_results(view.connection, view.division)
        assert list(stored.earlier_reports(view.connection, view.division)) == [
            ("A1", "WA1", "2025-03-20", "pass", None)
        ]
    fc.withdraw_report(county.store, "A1", 2, reason="盖错章", by=REVIEWER)
    with county.store.reading() as view:
        (back,) = stored.all_results(view.connection, view.division)

    assert (line.item, line.value, line.product, line.site_kind) == ("水分", "无", "diesel", "station")
    assert back.value == "有"


def test_results_of_more_batches_than_one_statement_takes_are_all_there(county, monkeypatch):
    monkeypatch.setattr(stored, "PORTION", 2)
    forms = [f"A{n}" for n in range(5)]
    found = [row for form in forms for row in results(form, 水分="无")]
    county.take(sites(), [batch(form, "2025-03-09", SHUNDA) for form in forms], found)
    with county.store.reading() as view:
        lines = list(stored.results_of(view.connection, view.division, forms[:4]))

    assert [line.form_no for line in lines] == forms[:4]
