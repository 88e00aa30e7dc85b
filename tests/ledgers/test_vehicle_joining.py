"""Which vehicle a row means: by VIN, by plate and kind, by the days on which it came and left; doubts are refused."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuelcheck.ledgers.give import give
from fuelcheck.words import SheetKind
from tests.ledgers.desk import brought, codes, places
from tests.ledgers.fleet import NOTHING, OTHER_VIN, VIN, bring_vehicles, filed, states, stored, vehicle


def test_the_same_row_twice_is_one_vehicle_and_says_nothing_new(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(车架号=VIN))

    assert len(known.vehicles) == 1
    assert states(bring_vehicles(tmp_path, vehicle(车架号=VIN), known=known)) == ["same"]


def test_a_vin_is_new_information_about_the_vehicle_of_that_plate(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle())
    answer = bring_vehicles(tmp_path, vehicle(车架号=VIN), known=known)

    assert [(row.state, row.fills) for row in answer.rows] == [("filled", ("vin",))]
    assert filed(answer, known).vehicles.keys() == known.vehicles.keys()


def test_a_row_without_vin_is_the_vehicle_of_that_plate(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(车架号=VIN))
    answer = bring_vehicles(tmp_path, vehicle(排放标准="国三"), known=known)

    assert [(row.state, row.fills) for row in answer.rows] == [("filled", ("stage",))]


def test_another_plate_for_the_same_vin_is_a_conflict_that_asks(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle("豫C12345", 车架号=VIN))
    row = vehicle("豫C54321", 车架号=VIN)
    answer = bring_vehicles(tmp_path, row, known=known)
    updated = bring_vehicles(tmp_path, row, known=known, update=True)

    assert [conflict.code for conflict in answer.conflicts] == ["plate-changed"]
    assert [row.changes for row in updated.rows] == [(("plate", "豫C12345", "豫C54321"),)]


def test_another_vin_under_a_plate_that_is_still_borne_is_a_doubt(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(车架号=VIN))
    answer = bring_vehicles(tmp_path, vehicle(车架号=OTHER_VIN), known=known)

    assert places(answer) == {("vehicle-other-vin", 2, "车架号")}
    assert "核对" in answer.faults[0].message
    assert VIN in answer.faults[0].message


def test_a_person_may_decide_that_it_is_another_vehicle(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(车架号=VIN))
    row = vehicle(车架号=OTHER_VIN, 核对="另一车")
    answer = bring_vehicles(tmp_path, row, known=known)

    assert states(answer) == ["new"]
    assert states(bring_vehicles(tmp_path, row, known=filed(answer, known))) == ["same"]


def test_a_person_may_decide_that_it_is_the_same_and_then_updates(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(车架号=VIN))
    row = vehicle(车架号=OTHER_VIN, 核对="同一车")
    answer = bring_vehicles(tmp_path, row, known=known)
    updated = bring_vehicles(tmp_path, row, known=known, update=True)

    assert [(one.code, one.column) for one in answer.conflicts] == [("differs", "车架号")]
    assert [row.key for row in updated.rows] == [(next(iter(known.vehicles)),)]


def test_another_vehicle_without_vin_is_made_once(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(注册日期="2015-01-01"))
    row = vehicle(注册日期="2020-01-01", 核对="另一车")
    answer = bring_vehicles(tmp_path, row, known=known)

    assert states(answer) == ["new"]
    assert states(bring_vehicles(tmp_path, row, known=filed(answer, known))) == ["same"]


def test_it_is_no_other_vehicle_if_the_vin_is_known_under_another_plate(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle("豫C12345", 车架号=VIN))
    answer = bring_vehicles(tmp_path, vehicle("豫C54321", 车架号=VIN, 核对="另一车"), known=known)

    assert places(answer) == {("vehicle-of-that-vin", 2, "核对")}


def test_there_must_be_a_vehicle_to_be_the_same_as(tmp_path: Path) -> None:
    assert codes(bring_vehicles(tmp_path, vehicle(核对="同一车"))) == {"vehicle-unknown"}


@pytest.mark.parametrize("left", ["注销日期", "转出日期"])
def test_the_plate_of_a_vehicle_that_left_is_the_next_ones(tmp_path: Path, left: str) -> None:
    gone = vehicle(注册日期="2012-01-01", **{left: "2025-03-01"})
    following = vehicle(注册日期="2025-03-05", 能源="纯电动")
    known = stored(tmp_path, gone)
    answer = bring_vehicles(tmp_path, following, known=known)
    both = filed(answer, known)

    assert states(answer) == ["new"]
    assert len(both.vehicles) == 2
    assert states(bring_vehicles(tmp_path, gone, following, known=both)) == ["same", "same"]


def test_leaving_and_the_next_vehicle_may_come_in_one_file_in_any_order(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle())
    rows = [vehicle(注销日期="2025-03-01"), vehicle(注册日期="2025-03-05", 车架号=VIN)]
    one = bring_vehicles(tmp_path, *rows, known=known)
    other = bring_vehicles(tmp_path, *reversed(rows), known=known)

    assert sorted(states(one)) == ["filled", "new"]
    assert filed(one, known) == filed(other, known)


def test_a_vin_for_the_plate_of_a_vehicle_that_left_is_a_doubt_without_a_day(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(注销日期="2025-03-01"))

    assert codes(bring_vehicles(tmp_path, vehicle(车架号=VIN), known=known)) == {"vehicle-gone"}


def test_an_older_list_brought_again_after_the_scrapping_says_nothing_new(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(注销日期="2025-03-01"))

    assert states(bring_vehicles(tmp_path, vehicle(), known=known)) == ["same"]


def test_another_energy_under_the_plate_of_a_vehicle_that_left_is_a_doubt(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(注销日期="2025-03-01"))

    assert codes(bring_vehicles(tmp_path, vehicle(能源="纯电动"), known=known)) == {"vehicle-gone"}


def test_another_day_of_registration_is_a_doubt(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(注册日期="2015-01-01"))

    assert codes(bring_vehicles(tmp_path, vehicle(注册日期="2020-01-01"), known=known)) == {"vehicle-other-day"}


def test_leaving_before_the_known_one_came_is_a_doubt_unless_the_arrival_is_told(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(注册日期="2020-05-01"))

    assert codes(bring_vehicles(tmp_path, vehicle(注销日期="2019-01-01"), known=known)) == {"vehicle-left-before"}
    earlier = vehicle(注册日期="2010-01-01", 注销日期="2019-01-01")
    assert states(bring_vehicles(tmp_path, earlier, known=known)) == ["new"]


def test_the_same_text_on_a_blue_and_a_yellow_plate_are_two_vehicles(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(号牌种类="大型汽车"), vehicle(号牌颜色="蓝"))

    assert [row["plate_kind"] for row in known.vehicles.values()] == ["large_car", "small_car"]


def test_a_row_that_fits_both_is_refused_naming_them(tmp_path: Path) -> None:
    known = stored(
        tmp_path,
        vehicle(号牌种类="大型汽车", 注册日期="2015-01-01"),
        vehicle(号牌颜色="蓝", 注册日期="2016-01-01"),
    )
    answer = bring_vehicles(tmp_path, vehicle(排放标准="国五"), known=known)

    assert places(answer) == {("vehicle-ambiguous", 2, "号牌号码")}
    assert {"2015-01-01", "2016-01-01"} <= set(answer.faults[0].message.replace("；", " ").replace(".", " ").split())


def test_two_lists_of_one_command_complete_each_other(tmp_path: Path) -> None:
    answer = bring_vehicles(tmp_path, vehicle(车架号=VIN), vehicle(排放标准="国三"), vehicle(车架号=VIN))
    held = filed(answer)

    assert sorted(states(answer)) == ["filled", "new"]
    assert [sheet.same for sheet in answer.sheets] == [1]
    assert [(row["vin"], row["stage"]) for row in held.vehicles.values()] == [(VIN, "3")]


def test_two_rows_of_one_command_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    answer = bring_vehicles(tmp_path, vehicle(车架号=VIN, 排放标准="国三"), vehicle(车架号=VIN, 排放标准="国四"))

    assert places(answer) == {("lists-differ", 3, "排放标准")}


fleets = st.lists(
    st.fixed_dictionaries(
        {"号牌号码": st.just("豫C12345"), "用途": st.sampled_from(("公交", "货车")), "能源": st.just("柴油")},
        optional={
            "车架号": st.sampled_from((VIN, OTHER_VIN)),
            "号牌颜色": st.sampled_from(("黄", "蓝")),
            "车辆类型": st.sampled_from(("重型自卸货车", "小型普通客车")),
            "注册日期": st.sampled_from(("2012-01-01", "2025-03-05")),
            "注销日期": st.sampled_from(("2025-03-01", "2025-12-01")),
            "核对": st.sampled_from(("同一车", "另一车")),
            "备注": st.sampled_from(("甲", "乙")),
        },
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fleets, st.data())
def test_what_was_taken_and_written_back_changes_nothing(
    tmp_path: Path, rows: list[dict[str, str]], data: st.DataObject
) -> None:
    known = NOTHING
    for row in rows:
        answer = bring_vehicles(tmp_path, row, known=known)
        known = filed(answer, known) if answer.accepted else known
    if not known.vehicles:
        return
    order = data.draw(st.permutations(list(known.vehicles.values())))
    give({SheetKind.VEHICLES: order}, path := tmp_path / "again.csv")
    again = brought(path, known=known)

    assert again.accepted, [fault.message for fault in (*again.faults, *again.conflicts)]
    assert set(states(again)) == {"same"}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fleets, st.data())
def test_the_order_of_rows_makes_no_other_vehicles(
    tmp_path: Path, rows: list[dict[str, str]], data: st.DataObject
) -> None:
    one = bring_vehicles(tmp_path, *rows)
    other = bring_vehicles(tmp_path, *data.draw(st.permutations(rows)))

    assert one.accepted == other.accepted
    assert not one.accepted or filed(one).vehicles == filed(other).vehicles
