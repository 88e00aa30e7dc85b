"""The evaluation of the vehicle targets, put together from a real store."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

import fuelcheck as fc
from fuelcheck.law.load import find_policy
from fuelcheck.library import add_policy
from fuelcheck.rules.policies import BeforeFirstPolicy
from fuelcheck.rules.purchase_plan import Purchase
from fuelcheck.words import Area, Energy, ListedFor, StageHint, VehicleCategory
from tests.cast import CLERK, POLICY, REVIEWER
from tests.standing.fleet import COMPANY, FLEET, STRONG, vehicle

AUTUMN = date(2025, 10, 31)


@pytest.fixture
def fleet(county):
    county.take(list(FLEET))
    return county


def report(county, as_of=AUTUMN, **options):
    return fc.targets_report(county.store, as_of=as_of, **options)


def line(told, id_):
    return next(one for one in told.lines if one.target.id == id_)


def test_a_line_holds_the_figures_and_the_vehicles_behind_them(fleet):
    bus = line(report(fleet), "bus_new_energy")

    assert (bus.status.numerator, bus.status.denominator, bus.status.met) == (2, 3, False)
    assert [(row.vehicle.plate, row.vehicle.owner, row.why) for row in bus.left] == [
        ("豫C10001", COMPANY, ListedFor.NOT_NEW_ENERGY)
    ]
    assert [(row.vehicle.plate, row.why, row.exemption) for row in bus.exempt] == [
        ("豫C10002", ListedFor.EXEMPT, "应急车辆")
    ]
    assert bus.progress.owners[0].owner == COMPANY
    assert bus.progress.forecast.day == date(2025, 12, 31)


def test_the_phase_out_list_has_those_to_go_then_the_suspected_then_the_others(fleet):
    listed = [
        (one.target.id, one.row.vehicle.plate, one.row.why, one.row.hint, one.row.suspected)
        for one in report(fleet).phase_out
    ]

    assert listed == [
        ("old_diesel_trucks", "豫C40001", ListedFor.TO_GO, None, False),
        ("old_diesel_trucks", "豫C40002", ListedFor.STAGE_UNKNOWN, StageHint.THREE, True),
        ("old_diesel_trucks", "豫C40003", ListedFor.STAGE_UNKNOWN, StageHint.LOOK_UP, False),
    ]


def test_a_gas_truck_of_unknown_combustion_is_listed_for_that(county):
    county.take([vehicle("豫C50001", "物流车", "天然气", 排放阶段="国五", 所有人=STRONG)])
    (one,) = report(county).phase_out

    assert (one.target.id, one.row.why, one.row.suspected) == (
        "lean_burn_gas_trucks", ListedFor.COMBUSTION_UNKNOWN, True,
    )  # fmt: skip


def test_of_two_vehicles_that_bore_one_plate_only_the_one_in_the_fleet_is_listed(county):
    county.take([vehicle("豫C10001", "公交", "柴油", 注册日期="2010-01-01", 注销日期="2019-01-01")])
    county.take([vehicle("豫C10001", "公交", "汽油", 核对="另一车")])
    (row,) = line(report(county), "bus_new_energy").left

    assert row.vehicle.registered_on == date(2020, 3, 1)


def test_vehicles_whose_area_nobody_knows_are_listed_apart(fleet):
    told = report(fleet)
    freight = line(told, "urban_freight_new_energy")

    assert [(row.vehicle.plate, row.why) for row in freight.unplaced] == [("豫C40003", ListedFor.AREA_UNKNOWN)]
    assert ("target-area-unknown", 1) in [(one.code, len(one.vehicles)) for one in told.notices]


def test_notices_are_in_chinese_for_the_annex(fleet):
    (notice,) = [one for one in report(fleet).notices if one.code == "target-suspected"]

    assert notice.values == {"target": "国三及以下柴油货车淘汰", "count": 1}
    assert notice.message.startswith("国三及以下柴油货车淘汰")


def test_open_notices_about_single_vehicles_stand_beside_in_the_manner_of_the_quotas(fleet):
    about = {one.code for one in report(fleet).register_notices}

    assert "truck-stage-hint" in about or "truck-stage-unknown" in about


def test_before_the_first_policy_nothing_is_counted(fleet):
    with pytest.raises(BeforeFirstPolicy):
        report(fleet, date(2024, 9, 29))


def test_what_was_not_recorded_then_is_not_counted(fleet):
    then = fleet.now
    fleet.take([vehicle("豫CD20003", "公交", "纯电动")])

    assert line(report(fleet, known_at=then), "bus_new_energy").status.denominator == 3
    assert line(report(fleet), "bus_new_energy").status.denominator == 4


def test_reported_figures_are_held_against_the_measures_as_known_then(fleet):
    then = fleet.now
    fc.report_measure(fleet.store, "clean_transport_share", year=2025, value="80%", source="县交通运输局", by=CLERK)
    told = {one.measure.id: one.met for one in report(fleet).measures}

    assert told["clean_transport_share"] is True
    assert told["road_freight_share"] is None
    assert all(one.met is None for one in report(fleet, known_at=then).measures)


def test_the_head_names_the_last_act_that_was_looked_at(fleet):
    head = report(fleet).head

    assert (head.division, head.n) == ("410329", 2)
    assert head.hash.startswith("sha256:")


def test_a_policy_that_took_over_within_the_year_stands_beside_with_the_old_figures(fleet, tmp_path):
    text, _ = find_policy(POLICY, None)
    newer = tmp_path / "later.toml"
    newer.write_text(
        text.replace(POLICY, "yichuan-later").replace("2024-09-30", "2025-06-01").replace("2025-09-30", "2026-05-31"),
        "utf-8",
    )
    add_policy(fleet.store, newer, by=REVIEWER)
    told = report(fleet)

    assert (told.policy.id, told.replaced.policy.id) == ("yichuan-later", POLICY)
    assert told.replaced.line("bus_new_energy").numerator == 2


def test_a_plan_is_shown_without_touching_the_figures(fleet):
    plan = [Purchase(VehicleCategory.BUS, 1, date(2025, 12, 1), Energy.BATTERY, Area.URBAN, ("豫C10001",))]
    told = report(fleet, plan=plan)

    assert told.plan.day == date(2025, 12, 31)
    assert told.plan.with_plan.line("bus_new_energy").met is True
    assert line(told, "bus_new_energy").status.met is False
    assert report(fleet).plan is None


def test_the_number_of_statements_does_not_grow_with_vehicles(fleet):
    sent = []
    sa.event.listen(fleet.store.engine, "before_cursor_execute", lambda *said: sent.append(said[2]))
    report(fleet)
    few = len(sent)
    fleet.take([vehicle(f"豫CD3{n:04}", "公交", "纯电动", 所有人=COMPANY) for n in range(60)])
    sent.clear()
    report(fleet)

    assert len(sent) == few


def test_the_page_for_officials_names_every_reading_target_and_measure(county):
    page = (Path(__file__).parents[2] / "docs/counting.md").read_text("utf-8")
    policy = report(county).policy
    named = [one.id for one in (*policy.target_readings, *policy.targets, *policy.measures)]

    assert [id_ for id_ in named if f"`{id_}`" not in page] == []
