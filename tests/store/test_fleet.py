"""The register of vehicles as the rules read it: one statement, then and now, by every name it ever had."""

from datetime import date

import pytest
import sqlalchemy as sa

from fuelcheck.store.fleet import ids_named, vehicles, vehicles_by_id
from fuelcheck.words import Area, Combustion, Energy, Stage, StageSource, VehicleCategory

VIN = "LZZ5CLSB9GA000001"
ROW = {
    "号牌号码": "豫C12345", "号牌颜色": "黄", "车架号": VIN, "车辆类型": "重型货车", "用途": "渣土车", "能源": "天然气",
    "燃烧方式": "稀薄燃烧", "排放阶段": "国五", "阶段依据": "随车清单", "区域": "县城区", "乡镇": "城关街道",
    "所有人": "恒通运输", "注册日期": "2015-01-01", "转入日期": "2016-01-01", "转出日期": "2024-01-01",
    "注销日期": "2025-01-01", "更新自": "豫C54321", "豁免原因": "应急",
}  # fmt: skip


@pytest.fixture
def read(county):
    """What a function of the store says of the county."""

    def of(function, *arguments, known_at=None):
        with county.store.reading(known_at=known_at) as view:
            return function(view.connection, view.division, *arguments)

    return of


def test_every_cell_of_a_vehicle_reaches_the_rules(county, read):
    county.take([ROW])

    (fact,) = read(vehicles)
    assert fact.key == ("豫C12345", "large_car", VIN)
    assert (fact.category, fact.energy, fact.combustion) == (
        VehicleCategory.MUCK_TRUCK, Energy.GAS, Combustion.LEAN,
    )  # fmt: skip
    assert (fact.stage, fact.stage_source, fact.area) == (Stage.FIVE, StageSource.CERTIFICATE, Area.URBAN)
    assert (fact.vehicle_type, fact.township, fact.owner) == ("重型货车", "城关街道", "恒通运输")
    assert (fact.registered_on, fact.scrapped_on) == (date(2015, 1, 1), date(2025, 1, 1))
    assert (fact.moved_in_on, fact.moved_out_on) == (date(2016, 1, 1), date(2024, 1, 1))
    assert (fact.replaces, fact.exemption) == ("豫C54321", "emergency")


def test_what_nobody_knows_stays_unknown(county, read):
    county.take([{"号牌号码": "豫C12345", "用途": "货车", "能源": "柴油"}])

    (fact,) = read(vehicles)
    assert (fact.vin, fact.plate_kind, fact.stage, fact.area, fact.registered_on) == ("", "", None, None, None)


def test_one_statement_reads_them_all(county):
    county.take([{"号牌号码": f"豫C1234{n}", "用途": "货车", "能源": "柴油"} for n in range(5)])
    said = []
    with county.store.reading() as view:
        sa.event.listen(view.connection, "before_cursor_execute", lambda *given: said.append(given[2]))
        assert len(vehicles_by_id(view.connection, view.division)) == 5
    assert len(said) == 1


def test_the_past_is_read_by_the_same_statement(county, read):
    county.take([ROW | {"注销日期": ""}])
    then = county.now
    county.take([ROW])

    assert [vehicle.scrapped_on for vehicle in read(vehicles, known_at=then)] == [None]
    assert [vehicle.scrapped_on for vehicle in read(vehicles)] == [date(2025, 1, 1)]


def test_a_vehicle_is_found_by_every_plate_and_vin_that_it_had(county, read):
    county.take([ROW])
    county.take([ROW | {"号牌号码": "豫C99999"}], update=True, reason="补换号牌")

    (id_,) = read(ids_named, VIN)
    assert read(ids_named, "豫C12345") == read(ids_named, "豫C99999") == (id_,)
    assert read(ids_named, "豫C54321") == read(ids_named, "豫C1234%") == read(ids_named, "豫C1234_") == ()
