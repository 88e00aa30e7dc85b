"""Rows of 路检 in the store: a version each, the driver's name apart; the same month after month."""

import json

import pytest

import fuelcheck as fc
from fuelcheck.library import audit_history
from fuelcheck.library.checks import check_record, check_record_in_full
from fuelcheck.services.known import ledger_rows
from fuelcheck.store.rows import contents
from fuelcheck.words import SheetKind
from tests.cast import DRIVER, REVIEWER, batch, clean_check, road_check, sites


@pytest.fixture
def rows(county):
    def held():
        with county.store.reading() as view:
            return list(contents(view.connection, "roadside_check", view.division))

    return held


def kinds(county, record_no):
    return [step.kind for step in audit_history(county.store, record_no)]


def test_a_check_is_a_row_with_one_version(county, rows):
    county.take([road_check("R1")])
    (row,) = rows()

    assert (row["record_no"], row["checked_on"], row["plate"]) == ("R1", "2025-03-09", "豫C12345")
    assert row["driver"].startswith("hmac-sha256:")
    assert kinds(county, "R1") == ["recorded"]


def test_the_same_ledger_again_changes_nothing(county, rows):
    county.take([road_check("R1"), clean_check("R2")])
    before = rows()
    answer = county.bring([road_check("R1"), clean_check("R2")])

    assert (answer.accepted, answer.import_id, rows()) == (True, None, before)
    assert answer.brought.notices == ()


def test_a_cell_that_was_empty_is_filled(county):
    county.take([road_check("R1", 驾驶人="", 车辆类型="")])
    county.take([road_check("R1", 车辆类型="H11")])

    assert kinds(county, "R1") == ["recorded", "filled"]
    assert check_record_in_full(county.store, "R1").driver == DRIVER


def test_another_driver_is_a_conflict_that_names_nobody(county):
    county.take([road_check("R1")])
    answer = county.bring([road_check("R1", 驾驶人="张大海")])
    told = json.dumps(answer.as_json(), ensure_ascii=False)

    assert [conflict.column for conflict in answer.brought.conflicts] == ["驾驶人"]
    assert "欧阳**" in told
    assert "张**" in told
    assert not [name for name in (DRIVER, "张大海") if name in told]


def test_a_correction_of_the_driver_is_taken_with_a_reason_and_can_be_taken_back(county, rows):
    county.take([road_check("R1")])
    before = rows()
    id_ = county.take([road_check("R1", 驾驶人="张大海")], update=True, reason="登记错误")
    assert check_record_in_full(county.store, "R1").driver == "张大海"

    fc.undo_import(county.store, id_, reason="原来没错", by=REVIEWER)

    assert (rows(), check_record_in_full(county.store, "R1").driver) == (before, DRIVER)
    assert fc.verify_audit(county.store) == []


def test_what_was_known_then_has_the_driver_of_then(county):
    county.take([road_check("R1")])
    then = county.now
    county.take([road_check("R1", 驾驶人="张大海")], update=True, reason="登记错误")

    assert check_record_in_full(county.store, "R1", known_at=then).driver == DRIVER
    assert check_record(county.store, "R1").driver == "张**"


def test_an_import_taken_back_takes_the_names_with_it(county, rows):
    id_ = county.take([road_check("R1")])
    fc.undo_import(county.store, id_, reason="导错台账", by=REVIEWER)

    assert rows() == []
    assert fc.verify_audit(county.store) == []
    with county.store.reading() as view:
        assert view.connection.exec_driver_sql("SELECT COUNT(*) FROM personal").scalar() == 0


def test_a_rehearsal_leaves_no_name_behind(county, rows):
    assert county.bring([road_check("R1")], dry_run=True).accepted

    with county.store.reading() as view:
        assert view.connection.exec_driver_sql("SELECT COUNT(*) FROM personal").scalar() == 0


def test_the_batch_of_the_tank_must_be_known(county):
    county.take(sites(), [batch("A1", "2025-03-09", "S001")])
    answer = county.bring([road_check("R1", 油样抽样单编号="A1"), road_check("R2", 油样抽样单编号="A9")])
    together = county.bring([batch("A9", "2025-03-09", "S001")], [road_check("R2", 油样抽样单编号="A9")])

    assert [(f.code, f.row) for f in answer.brought.faults] == [("unknown-form-no", 3)]
    assert together.accepted


def test_an_import_of_a_batch_cannot_be_taken_back_once_a_check_names_it(county):
    id_ = county.take(sites(), [batch("A1", "2025-03-09", "S001")])
    county.take([road_check("R1", 油样抽样单编号="A1")])

    with pytest.raises(fc.FuelcheckError, match="roadside_check R1"):
        fc.undo_import(county.store, id_, reason="导错台账", by=REVIEWER)


def test_a_check_on_the_road_needs_two_officers_and_the_police(county):
    answer = county.bring([road_check("R1", 公安单位=""), road_check("R2", 执法人员="李娜")])
    visit = county.bring([road_check("R1", 检查类型="入户", 公安单位="")])

    assert [(f.code, f.row) for f in answer.brought.faults] == [("police-unit-missing", 2), ("one-sampler", 3)]
    assert visit.accepted


def test_a_void_record_comes_back_as_it_went_out(county, tmp_path):
    county.take([road_check("R1", 状态="作废", 作废原因="号牌写错")])
    fc.export_sheets(county.store, ["roadside_checks"], tmp_path / "out.xlsx", in_full=True)
    answer = fc.import_ledgers(county.store, [tmp_path / "out.xlsx"], by=REVIEWER)

    assert (answer.accepted, answer.import_id) == (True, None)
    with county.store.reading() as view:
        (row,) = ledger_rows(view, SheetKind.ROADSIDE_CHECKS)
    assert (row["status"], row["void_reason"], row["driver"]) == ("void", "号牌写错", "欧阳**")


@pytest.mark.parametrize("in_full", [False, True])
def test_an_export_is_the_same_ledger_masked_or_not(county, tmp_path, in_full):
    county.take([road_check("R1"), clean_check("R2", 驾驶人="")])
    file = tmp_path / "out.csv"
    fc.export_sheets(county.store, ["roadside_checks"], file, in_full=in_full)

    assert (DRIVER in file.read_text("utf-8-sig")) is in_full
    assert fc.import_ledgers(county.store, [file], by=REVIEWER).import_id is None
