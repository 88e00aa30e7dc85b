"""What is worth a look in the register of vehicles."""

from dataclasses import replace
from datetime import date

import pytest

from fuelcheck.faults import SENTENCES
from fuelcheck.language import say, use
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.vehicle_notices import vehicle_notices
from fuelcheck.words import Energy, Stage, VehicleCategory

TODAY = date(2025, 6, 30)
VIN, OTHER_VIN = "LZZ5CLSB9GA000001", "LFWSRXRJ4H1F00002"
TRUCK = VehicleFact("豫C12345", VehicleCategory.TRUCK, Energy.DIESEL, "large_car", VIN, stage=Stage.FOUR)


def found(*vehicles: VehicleFact, day: date = TODAY, about: list[int] | None = None) -> list[tuple[str, int]]:
    notices = vehicle_notices(vehicles, day, about)
    assert all(say(SENTENCES[one.notice.code], **dict(one.notice.values)) for one in notices)
    return [(one.notice.code, one.place) for one in notices]


def test_a_vehicle_like_most_gives_no_notice() -> None:
    assert found(TRUCK) == []


@pytest.mark.parametrize(
    ("registered", "hint"),
    [
        (date(2007, 5, 1), "可能为国二及以下"),
        (date(2013, 6, 30), "可能为国三"),
        (date(2013, 9, 1), "国三或国四，须查证"),
        (date(2015, 1, 1), "可能为国四及以上"),
    ],
)
def test_a_truck_whose_stage_nobody_knows_with_the_hint_of_its_day(registered: date, hint: str) -> None:
    ((_, notice),) = vehicle_notices([replace(TRUCK, stage=None, registered_on=registered)], TODAY)

    with use("zh"):
        assert (notice.code, str(dict(notice.values)["hint"])) == ("truck-stage-hint", hint)


@pytest.mark.parametrize(
    "vehicle",
    [
        replace(TRUCK, stage=None, registered_on=date(2013, 9, 1)),
        replace(TRUCK, plate="豫CD12345", energy=Energy.PLUG_IN),
        replace(TRUCK, plate="豫C12345", plate_kind="embassy"),
    ],
)
def test_an_english_sentence_holds_no_chinese_word(vehicle: VehicleFact) -> None:
    for one in vehicle_notices([vehicle], TODAY):
        with use("en"):
            said = say(SENTENCES[one.notice.code], **dict(one.notice.values))
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in said.replace(vehicle.plate, ""))


def test_without_a_day_there_is_no_hint() -> None:
    assert found(replace(TRUCK, stage=None)) == [("truck-stage-unknown", 0)]


@pytest.mark.parametrize(
    "other",
    [{"category": VehicleCategory.BUS}, {"energy": Energy.BATTERY}, {"scrapped_on": date(2024, 1, 1)}],
)
def test_the_stage_is_asked_of_trucks_that_burn_and_are_here(other: dict[str, object]) -> None:
    assert found(replace(TRUCK, stage=None, **other)) == []


def test_a_wrong_check_digit_is_said_with_the_vin() -> None:
    ((_, notice),) = vehicle_notices([replace(TRUCK, vin=VIN[:8] + "8" + VIN[9:])], TODAY)

    assert (notice.code, notice.noun, notice.row) == ("vin-check-digit", "vehicle", "豫C12345 LZZ5CLSB8GA000001")


@pytest.mark.parametrize(
    ("plate", "energy", "codes"),
    [
        ("豫CD12345", Energy.BATTERY, []),
        ("豫CD12345", Energy.PLUG_IN, ["plate-letter-energy"]),
        ("豫CF12345", Energy.BATTERY, ["plate-letter-energy"]),
        ("豫CF12345", Energy.FUEL_CELL, []),
        ("豫C12345", Energy.BATTERY, []),
    ],
)
def test_the_letter_of_a_new_energy_plate(plate: str, energy: Energy, codes: list[str]) -> None:
    car = VehicleFact(plate, VehicleCategory.OFFICIAL, energy)

    assert [code for code, _ in found(car)] == codes


@pytest.mark.parametrize("plate", ["豫0312345", "粤Z1234港", "AB12345", "XYZ"])
def test_a_rare_plate_is_looked_at(plate: str) -> None:
    assert found(replace(TRUCK, plate=plate)) == [("plate-unusual", 0)]


def test_what_is_replaced_must_be_known_by_plate_or_vin() -> None:
    old = replace(TRUCK, scrapped_on=date(2025, 1, 1))
    new = VehicleFact("豫CD12345", VehicleCategory.TRUCK, Energy.BATTERY)

    assert found(old, replace(new, replaces=old.plate)) == found(old, replace(new, replaces=VIN)) == []
    assert found(old, replace(new, replaces="豫C99999")) == [("replaces-unknown", 1)]


def test_a_registration_still_to_come() -> None:
    ahead = replace(TRUCK, registered_on=date(2025, 7, 1))

    assert found(ahead) == [("registered-ahead", 0)]
    assert found(ahead, day=date(2025, 7, 1)) == []


def test_two_vehicles_with_one_plate_on_the_same_day() -> None:
    first = replace(TRUCK, registered_on=date(2015, 1, 1), scrapped_on=date(2025, 3, 1))
    second = replace(TRUCK, vin=OTHER_VIN, registered_on=date(2025, 3, 1))

    assert found(first, second) == []
    assert found(first, replace(second, registered_on=date(2025, 2, 28))) == [("plate-twice", 1)]
    assert found(first, replace(second, registered_on=None)) == [("plate-twice", 1)]
    assert found(first, replace(second, registered_on=None, plate_kind="small_car")) == []


def test_only_what_was_asked_about_is_said() -> None:
    unknown = replace(TRUCK, plate="豫C54321", vin="", stage=None)

    assert found(unknown, replace(unknown, plate="豫C54322"), about=[1]) == [("truck-stage-unknown", 1)]


def test_an_answer_stays_whatever_else_the_register_learns() -> None:
    first, later = (
        vehicle_notices([replace(TRUCK, stage=None, owner=owner)], TODAY)[0].notice.id for owner in ("", "恒通运输")
    )

    assert first == later
