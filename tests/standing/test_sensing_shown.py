"""JSON of what remote sensing says of a vehicle."""

from datetime import datetime

from fuelcheck.rules.remote_sensing import SensedPass, judge_passes
from fuelcheck.standing.sensing_shown import sensed_object
from fuelcheck.words import Pollutant
from tests.rules.roadside.law import LAW

FIRST, SECOND = datetime(2025, 3, 1, 9), datetime(2025, 3, 9, 9)


def test_a_vehicle_carries_the_passes_that_say_it() -> None:
    passes = [SensedPass("豫C12345", at, True, {Pollutant.OPACITY: "35"}) for at in (FIRST, SECOND)]
    (vehicle,) = judge_passes(passes, LAW.sensing[0])
    shown = sensed_object(vehicle, {("豫C12345", "", FIRST): "一号点"})
    (exceeded,) = shown["exceeded"]

    assert (shown["plate"], shown["plate_colour"], shown["over"], shown["suspected"]) == ("豫C12345", None, True, [])
    assert (exceeded["pollutant"], exceeded["limit"], exceeded["unit"]) == ("opacity", "<= 30", "%")
    assert [(one["passed_at"], one["place"], one["value"]) for one in exceeded["passes"]] == [
        ("2025-03-01T09:00:00", "一号点", "35"), ("2025-03-09T09:00:00", None, "35"),
    ]  # fmt: skip
