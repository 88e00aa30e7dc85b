"""What the rules are told of a batch's life is what the store holds by the day."""

from datetime import date

import fuelcheck as fc
from fuelcheck.rules.life import Handover, Recheck, Reported
from fuelcheck.standing.life import batch_life
from tests.cast import CLERK, SHUNDA, batch, results, sites
from tests.sampling import drawn, visited


def lived(county, form_no="A1", **options):
    with county.store.reading() as view:
        return batch_life(view, form_no, **options)


def test_a_batch_that_is_not_there_has_no_life(county):
    assert lived(county) is None


def test_hand_overs_are_answered_once_the_day_has_come(county):
    county.take(sites())
    fc.record_visit(county.store, visited(drawn("A1")), by=CLERK)
    fc.deliver_sample(county.store, "A1", by=CLERK, day=date(2025, 3, 10))
    fc.receive_sample(county.store, "A1", by=CLERK, day=date(2025, 3, 12))

    assert lived(county, as_of=date(2025, 3, 9)).handovers == ()
    assert lived(county, as_of=date(2025, 3, 11)).handovers == (Handover(date(2025, 3, 10)),)
    assert lived(county).handovers == (Handover(date(2025, 3, 10), date(2025, 3, 12)),)


def test_results_alone_are_no_report_and_a_withdrawn_one_is_none(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA)], results("A1", 硫含量="8 mg/kg"))
    assert lived(county).report is None
    fc.add_report(county.store, "A1", by=CLERK, reported_on=date(2025, 3, 20), conclusion="pass")
    assert lived(county).report == Reported(1, date(2025, 3, 20), "pass")
    fc.withdraw_report(county.store, "A1", reason="有误", by=CLERK)

    assert lived(county).report is None


def test_a_recheck_is_the_batch_that_follows_with_a_conclusion(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20", 检验结论="不合格")])
    recheck = {"抽样类别": "复查", "原抽样单编号": "A1"}
    county.take([
        batch("R1", "2025-05-08", SHUNDA, **recheck, 报告日期="2025-05-12", 检验结论="不合格"),
        batch("R2", "2025-06-08", SHUNDA, **recheck),
    ])  # fmt: skip

    assert lived(county).rechecks == (Recheck("R1", date(2025, 5, 12), "fail"),)
