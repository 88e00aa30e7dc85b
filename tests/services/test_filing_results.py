"""Results brought by a ledger: to which report they go, what they leave alone, and how they go again."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.judging import judge_files
from fuelcheck.library import audit_history
from fuelcheck.services.known import known, ledger_rows
from fuelcheck.services.undoing import BuiltUpon
from fuelcheck.store.rows import contents
from fuelcheck.words import SheetKind
from tests.cast import CLERK, LABORATORY, REVIEWER, SHUNDA, XINYUAN, batch, results, sites, write_csv

DAY = "2025-03-09"
FOUND = results("A1", 硫含量="8 mg/kg", 灰分="/")


@pytest.fixture
def rows(county):
    def of(noun):
        with county.store.reading() as view:
            return list(contents(view.connection, noun, view.division))

    return of


@pytest.fixture
def undo(county):
    def take_back(id_):
        fc.undo_import(county.store, id_, reason="导错", by=REVIEWER)

    return take_back


def test_results_belong_to_the_report_of_their_batch(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")], FOUND)

    assert [(r["form_no"], r["n"], r["item"], r["value"], r["unit"]) for r in rows("result")] == [
        ("A1", 1, "灰分", "/", None), ("A1", 1, "硫含量", "8", "mg/kg")
    ]  # fmt: skip
    assert [step.kind for step in audit_history(county.store, "A1") if step.noun == "result"] == ["recorded"] * 2


def test_results_that_come_first_make_a_bare_report_and_the_batch_stays_in_progress(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA)])
    county.take(FOUND)

    (bare,) = rows("report")
    assert (bare["n"], bare["report_no"], bare["reported_on"], bare["conclusion"]) == (1, None, None, None)
    assert county.status().line("motor_fuel_batches").in_progress == 1
    assert county.report().notices == ()


def test_a_later_row_of_samples_fills_the_bare_report(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA)], FOUND)
    county.take([batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")])

    (filled,), (sampled,) = rows("report"), rows("batch")
    assert (filled["n"], filled["report_no"], sampled["reported_on"]) == (1, "WA1", "2025-03-20")
    kinds = [step.kind for step in audit_history(county.store, "A1") if step.noun == "report"]
    assert kinds == ["recorded", "reported"]
    assert county.status().line("motor_fuel_batches").achieved == 1


def test_the_same_results_leave_no_act_and_others_are_settled_with_a_reason(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA)], FOUND)
    assert county.bring(FOUND).import_id is None
    assert not county.bring(results("A1", 硫含量="9 mg/kg")).accepted
    county.take(results("A1", 硫含量="9 mg/kg"), update=True, reason="笔误")

    assert {r["item"]: r["value"] for r in rows("result")} == {"灰分": "/", "硫含量": "9"}
    assert fc.verify_audit(county.store) == []


def test_after_a_correction_results_go_to_the_corrected_report(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")], FOUND)
    fc.add_report(
        county.store, "A1", by=CLERK, reported_on=date(2025, 4, 2), conclusion="pass", corrects=1, reason="笔误",
        results=[("硫含量", "9", "mg/kg")],
    )  # fmt: skip
    assert county.bring(results("A1", 硫含量="9 mg/kg")).import_id is None
    county.take(results("A1", 水分="痕迹"))

    assert [(r["n"], r["item"]) for r in rows("result")] == [(1, "灰分"), (1, "硫含量"), (2, "水分"), (2, "硫含量")]


def test_a_second_name_of_an_item_is_a_conflict_and_in_one_file_a_fault(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA)], FOUND)
    again = county.bring(results("A1", 总硫含量="8 mg/kg"))
    other = county.bring(results("A1", sulfur="35 mg/kg"))
    twice = county.bring(results("A1", 水分="痕迹", 水含量="无"))

    assert (again.import_id, len(other.brought.conflicts), other.accepted) == (None, 1, False)
    assert [fault.code for fault in twice.brought.faults] == ["duplicate-row"]
    assert [r["item"] for r in rows("result")] == ["灰分", "硫含量"]


def test_results_for_a_void_batch_are_a_fault_and_recorded_ones_may_stand_in_a_file_again(county):
    county.take(sites(), [batch("A1", DAY, SHUNDA)], FOUND)
    county.take([batch("A1", DAY, SHUNDA, 状态="作废", 作废原因="封样破损")])
    answer = county.bring(results("A1", 水分="痕迹"))

    assert [fault.code for fault in answer.brought.faults] == ["void-batch"]
    assert "封样破损" in answer.brought.faults[0].message
    assert county.bring(FOUND).accepted


def test_a_value_brought_again_with_its_own_unit_drops_the_old_one(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA)], FOUND)
    county.take(results("A1", 硫含量="0.0030%"), update=True, reason="笔误")

    assert [(r["value"], r["unit"]) for r in rows("result") if r["item"] == "硫含量"] == [("0.0030%", None)]


def test_a_dry_run_files_nothing(county, rows):
    county.take(sites(), [batch("A1", DAY, SHUNDA)])
    answer = county.bring(FOUND, dry_run=True)

    assert [sheet.new for sheet in answer.brought.sheets] == [2]
    assert rows("result") == rows("report") == []


def test_what_contradicts_the_laboratory_is_said_when_results_come_alone(county):
    county.take(sites(), [batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")])
    answer = county.bring(results("A1", 硫含量="35 mg/kg"))

    assert [(n.code, n.row) for n in answer.brought.notices] == [("verdict-differs", 2)]


def test_an_export_can_be_judged_without_a_store_and_brought_again(county, tmp_path):
    county.take(sites(), [batch("A1", DAY, SHUNDA, 执行标准="GB 19147-2016", 报告日期="2025-03-20")], FOUND)
    fc.export_sheets(county.store, ["results"], tmp_path / "out.csv")
    with county.store.reading() as view:
        (_, sulphur) = ledger_rows(view, SheetKind.RESULTS)

    assert sulphur == {
        "form_no": "A1", "item": "硫含量", "value": "8", "unit": "mg/kg", "note": "", "product": "diesel",
        "grade": "0", "sampled_on": DAY, "standard": "GB 19147-2016", "site_kind": "station",
    }  # fmt: skip
    assert fc.import_ledgers(county.store, [tmp_path / "out.csv"], by=CLERK).import_id is None
    (judged,) = judge_files([tmp_path / "out.csv"]).batches
    assert (judged.verdict.verdict, judged.verdict.standard) == ("pass", "GB 19147-2016")


def test_an_export_is_as_known_at_a_moment(county):
    county.take(sites(), [batch("A1", DAY, SHUNDA)], FOUND)
    then = county.now
    county.take(results("A1", 硫含量="9 mg/kg"), update=True, reason="笔误")
    with county.store.reading(known_at=then) as view:
        assert [row["value"] for row in ledger_rows(view, SheetKind.RESULTS)] == ["/", "8"]


def test_an_import_is_told_the_results_of_its_own_batches_alone(county):
    drawn = [batch("001", DAY, SHUNDA), batch("A2", DAY, XINYUAN)]
    county.take(sites(), drawn, results("001", 水分="无"), results("A2", 水分="无"))
    with county.store.reading() as view:
        assert known(view).results == {}
        assert known(view, {"1", "B9"}).results == {"001": {"水分": ("无", "", "")}}


def test_an_import_of_results_can_be_taken_back_with_its_bare_report(county, rows, undo):
    county.take(sites(), [batch("A1", DAY, SHUNDA)])
    undo(county.take(FOUND))

    assert rows("result") == rows("report") == []
    assert fc.verify_audit(county.store) == []


def test_samples_whose_results_came_later_are_not_taken_back(county, undo):
    county.take(sites())
    drawn = county.take([batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")])
    county.take(FOUND)

    with pytest.raises(BuiltUpon, match="result"):
        undo(drawn)


def test_a_bare_report_that_others_filled_is_not_taken_back(county, undo):
    county.take(sites(), [batch("A1", DAY, SHUNDA)])
    first = county.take(FOUND)
    county.take(results("A1", 水分="无"))

    with pytest.raises(BuiltUpon, match="水分"):
        undo(first)


def test_a_report_of_an_import_is_not_taken_back_under_one_that_corrects_it(county, undo):
    county.take(sites(), [batch("A1", DAY, SHUNDA)])
    reported = county.take([batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")])
    fc.add_report(
        county.store, "A1", by=CLERK, reported_on=date(2025, 4, 2), conclusion="pass", corrects=1, reason="笔误"
    )

    with pytest.raises(BuiltUpon, match="report"):
        undo(reported)


def test_an_import_larger_than_one_portion_is_taken_back_whole(county, rows, undo):
    forms = [f"K{n:03}" for n in range(410)]
    ledger = [batch(form, DAY, SHUNDA, 检验机构=LABORATORY) for form in forms]
    found = [row for form in forms for row in results(form, **{f"项目{n}": str(n) for n in range(10)})]
    county.take(sites())
    undo(county.take(ledger, found))

    assert rows("result") == rows("batch") == rows("visit") == []
    assert fc.verify_audit(county.store) == []


def test_a_batch_without_a_programme_column_says_nothing_of_one(county, rows, tmp_path):
    county.take(sites(), [batch("A1", DAY, SHUNDA), batch("A2", DAY, SHUNDA, 产品="车用尿素", 实施细则="无")])
    assert [(r["form_no"], r["programme"]) for r in rows("batch")] == [("A1", None), ("A2", "none")]

    fc.export_sheets(county.store, ["samples"], tmp_path / "out.csv")
    assert "无" in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert fc.import_ledgers(county.store, [tmp_path / "out.csv"], by=CLERK).import_id is None


def test_results_under_headers_of_their_own_come_by_a_mapping(county, rows, tmp_path):
    county.take(sites(), [batch("A1", DAY, SHUNDA)])
    file = write_csv(tmp_path / "lab.csv", [{"Sample": "A1", "Parameter": "水分", "Found": "-"}])
    mapping = tmp_path / "lab.toml"
    columns = {"Sample": "form_no", "Parameter": "item", "Found": "value"}
    lines = "\n".join(f'{header} = "{name}"' for header, name in columns.items())
    mapping.write_text(f'kind = "results"\n[columns]\n{lines}\n', encoding="utf-8")
    for _ in range(2):
        answer = fc.import_ledgers(county.store, [file], by=CLERK, mapping=str(mapping))
        assert answer.accepted

    assert answer.import_id is None
    assert [(r["form_no"], r["value"]) for r in rows("result")] == [("A1", "-")]
