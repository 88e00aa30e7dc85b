"""What a brought vehicle becomes in the store: one row, a version for each act, its history by plate and VIN."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.library import answer_notice, audit_history, open_vehicle_notices, vehicle_history, vehicles
from fuelcheck.services.known import ledger_rows
from fuelcheck.services.notices import UnknownNotice
from fuelcheck.services.undoing import BuiltUpon
from fuelcheck.standing.vehicle_record import UnknownVehicle
from fuelcheck.words import SheetKind
from tests.cast import CLERK

VIN = "LZZ5CLSB9GA000001"


def truck(plate="豫C12345", **other):
    return {"号牌号码": plate, "用途": "货车", "能源": "柴油"} | other


def kinds(county, called):
    return [step.kind for step in audit_history(county.store, called)]


def rows(county):
    with county.store.reading() as view:
        return list(ledger_rows(view, SheetKind.VEHICLES))


def test_each_event_of_a_vehicle_is_recorded_as_what_it_is(county):
    county.take([truck()])
    county.take([truck(注册日期="2015-01-01", 车架号=VIN)])
    county.take([truck(转入日期="2016-01-01")])
    county.take([truck(转出日期="2025-01-01")])
    county.take([truck(注销日期="2025-06-01", 排放标准="国三")])
    county.take([truck(能源="天然气", 车架号=VIN)], update=True, reason="登记证书")

    assert kinds(county, "豫C12345") == ["registered", "filled", "moved_in", "moved_out", "scrapped", "amended"]
    assert kinds(county, VIN) == kinds(county, "豫c·12345")


def test_several_rows_about_one_vehicle_are_one_version(county):
    county.take([truck(车架号=VIN)], [truck(排放标准="国三")])

    (row,) = rows(county)
    assert (row["vin"], row["stage"]) == (VIN, "3")
    assert kinds(county, VIN) == ["registered"]
    assert fc.verify_audit(county.store) == []


def test_the_same_file_twice_changes_nothing(county):
    ledger = [truck(车架号=VIN), truck("豫CD12345", 能源="纯电动", 用途="公交车", 豁免原因="应急")]
    county.take(ledger)

    assert county.bring(ledger).import_id is None


def test_an_export_brought_again_changes_nothing_here_and_makes_the_same_elsewhere(county, tmp_path):
    county.take([
        truck(车架号=VIN, 注册日期="2012-01-01", 注销日期="2025-03-01"),
        truck("豫C12345", 注册日期="2025-03-05", 能源="插电式", 豁免原因="应急", 更新自=VIN, 乡镇="城关镇"),
    ])  # fmt: skip
    for name in ("all.xlsx", "all.csv"):
        fc.export_sheets(county.store, [SheetKind.VEHICLES], tmp_path / name)
        again = fc.import_ledgers(county.store, [tmp_path / name], by=CLERK)
        assert (again.accepted, again.import_id) == (True, None)
    assert [row["exemption"] for row in rows(county)].count("应急车辆") == 1


def test_a_conflict_is_refused_until_it_is_settled_with_a_reason(county):
    county.take([truck("豫C12345", 车架号=VIN)])
    answer = county.bring([truck("豫C54321", 车架号=VIN)])

    assert [conflict.code for conflict in answer.brought.conflicts] == ["plate-changed"]
    county.take([truck("豫C54321", 车架号=VIN)], update=True, reason="补换号牌")
    assert [row["plate"] for row in rows(county)] == ["豫C54321"]
    assert kinds(county, "豫C12345") == ["registered", "amended"]


def test_a_dry_run_says_what_would_change_and_changes_nothing(county):
    answer = county.bring([truck()], dry_run=True)

    assert [row.state for row in answer.brought.rows] == ["new"]
    assert [notice.code for notice in answer.brought.notices] == ["truck-stage-unknown"]
    assert rows(county) == []


def test_an_import_is_taken_back_if_nothing_was_built_on_it(county):
    first = county.take([truck()])
    second = county.take([truck(注销日期="2025-03-01")])

    with pytest.raises(BuiltUpon):
        fc.undo_import(county.store, first, reason="导错", by=CLERK)
    fc.undo_import(county.store, second, reason="导错", by=CLERK)
    fc.undo_import(county.store, first, reason="导错", by=CLERK)
    assert rows(county) == []
    assert kinds(county, "豫C12345") == ["registered", "scrapped", "undone", "undone"]


def test_the_fleet_of_a_day_and_as_it_was_known_at_a_moment(county):
    county.take([truck(注册日期="2015-01-01"), truck("豫CD12345", 能源="纯电动", 用途="公交车", 区域="县城区")])
    then = county.now
    county.take([truck(注销日期="2025-03-01")])

    def plates(**wanted):
        return [vehicle.plate for vehicle in vehicles(county.store, as_of=date(2025, 6, 30), **wanted)]

    assert plates() == ["豫CD12345"]
    assert plates(known_at=then) == ["豫C12345", "豫CD12345"]
    assert plates(category="bus", energy="battery", area="urban") == ["豫CD12345"]
    assert plates(category="taxi") == plates(stage="6") == plates(owner="恒通") == []


def test_the_record_of_a_vehicle_is_found_by_plate_and_vin(county):
    county.take([truck(车架号=VIN)])

    for called in (VIN, "豫C·12345"):
        record = vehicle_history(county.store, called)
        assert [vehicle.vin for vehicle in record.vehicles] == [VIN]
        assert [step.kind for step in record.steps] == ["registered"]
        assert record.checks == ()
    with pytest.raises(UnknownVehicle):
        vehicle_history(county.store, "豫C99999")


def test_notices_about_vehicles_stay_open_until_they_are_answered(county):
    answer = county.bring([truck(车架号=VIN[:8] + "8" + VIN[9:], 排放标准="国三")])
    (notice,) = open_vehicle_notices(county.store)

    assert [(one.code, one.row) for one in answer.brought.notices] == [("vin-check-digit", 2)]
    answer_notice(county.store, notice.id, "进口车", by=CLERK)
    assert open_vehicle_notices(county.store) == ()
    with pytest.raises(UnknownNotice):
        answer_notice(county.store, "000000000000", "…", by=CLERK)
