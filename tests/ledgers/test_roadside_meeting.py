"""Rows of 路检 against what is known: batches, drivers who are asked for and not told, doubtful plates, doubles."""

from pathlib import Path
from typing import Any

import pytest

from fuelcheck.ledgers.brought import Brought
from fuelcheck.ledgers.known import Known
from fuelcheck.rules.masking import HIDDEN
from tests.cast import Row, road_check, write_csv
from tests.ledgers.desk import brought

HELD = {
    "record_no": "R1", "plate": "豫C12345", "plate_colour": "yellow", "checked_at": "2025-03-09T09:10:00+08:00",
    "driver": "欧阳**", "status": "valid",
}  # fmt: skip


def known(name: str = "欧阳长河", **cells: str) -> Known:
    return Known(roadside_checks={"R1": HELD | cells}, is_driver=lambda record_no, written: written == name)


@pytest.fixture
def bring(tmp_path: Path) -> Any:
    def run(*rows: Row, known: Known | None = None) -> Brought:
        return brought(write_csv(tmp_path / "台账.csv", rows), known=known)

    return run


def notices(answer: Brought) -> list[tuple[str, int | None]]:
    return [(notice.code, notice.row) for notice in answer.notices]


def test_the_recorded_driver_takes_the_form_of_the_store(bring: Any) -> None:
    (row,) = bring(road_check("R1"), known=known()).rows

    assert (row.values["driver"], "driver" in (*row.fills, *row.changes)) == ("欧阳**", False)


def test_a_name_padded_with_a_space_is_the_same_name(bring: Any) -> None:
    (row,) = bring(road_check("R1", 驾驶人="张 三"), known=known("张三", driver="张*")).rows

    assert row.values["driver"] == "张*"


def test_another_driver_is_a_conflict(bring: Any) -> None:
    (conflict,) = bring(road_check("R1", 驾驶人="张三"), known=known()).conflicts

    assert (conflict.value, conflict.values["old"], conflict.values["new"]) == ("张*", "欧阳**", "张*")


def test_a_mask_of_the_recorded_driver_says_nothing_new(bring: Any) -> None:
    answer = bring(road_check("R1", 驾驶人="欧阳**"), known=known())

    assert (answer.conflicts, notices(answer)) == ((), [])


def test_a_mask_of_somebody_unknown_is_not_read(bring: Any) -> None:
    answer = bring(road_check("R2", "2025-03-10", 驾驶人="张*"), known=known())

    assert ["driver" in row.values for row in answer.rows] == [False]
    assert notices(answer) == [("driver-masked", 2)]


def test_an_erased_name_is_not_taken_again(bring: Any) -> None:
    erased = Known(roadside_checks={"R1": HELD | {"driver": HIDDEN}}, is_driver=lambda record_no, name: None)
    answer = bring(road_check("R1"), known=erased)

    assert (answer.conflicts, notices(answer)) == ((), [("driver-erased", 2)])
    assert answer.rows[0].values["driver"] == HIDDEN


def test_a_colour_that_the_plate_cannot_have_is_told(bring: Any) -> None:
    answer = bring(road_check("R2", 号牌颜色="绿"), road_check("R3", "2025-03-10", 号牌号码="豫CD12345", 号牌颜色="蓝"))

    assert [code for code, _ in notices(answer)] == ["plate-other-colour"] * 2
    assert answer.accepted


def test_the_same_passing_under_two_numbers_is_told(bring: Any) -> None:
    answer = bring(road_check("R2"), road_check("R3", "2025-03-10"), road_check("R4", "2025-03-10"), known=known())

    assert notices(answer) == [("check-twice", 2), ("check-twice", 4)]
    assert [notice.values["other"] for notice in answer.notices] == ["R1", "R3"]


def test_a_void_check_is_no_double(bring: Any) -> None:
    assert notices(bring(road_check("R2"), known=known(status="void"))) == []


def test_what_was_told_once_is_not_told_again(bring: Any) -> None:
    twice = Known(
        roadside_checks={"R1": HELD, "R2": HELD | {"record_no": "R2", "plate_colour": "green"}},
        is_driver=lambda record_no, name: True,
    )

    assert notices(bring(road_check("R1"), road_check("R2", 号牌颜色="绿"), known=twice)) == []


def test_one_number_with_other_content_is_a_fault(bring: Any) -> None:
    answer = bring(road_check("R1"), road_check("R1", 号牌号码="豫C99999"))

    assert [(fault.code, fault.row) for fault in answer.faults] == [("duplicate-record-no", 3)]


def test_faults_of_a_name_show_its_mask(bring: Any) -> None:
    (fault,) = bring(road_check("R1", 驾驶人="张\x07三")).faults

    assert (fault.code, fault.value) == ("control-character", HIDDEN)
