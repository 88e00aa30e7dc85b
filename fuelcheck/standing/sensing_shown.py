"""The JSON object of a vehicle that remote sensing saw: what its passes say, and which of them say it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fuelcheck.rules.remote_sensing import Exceeded, SensedPass, SensedVehicle

Places = Mapping[tuple[str, str, datetime], str]
"""Where a pass was: by plate, its colour, and moment."""


def sensed_object(vehicle: SensedVehicle, places: Places) -> dict[str, Any]:
    """One object of ``fuelcheck check sensing --json``."""
    return {
        "plate": vehicle.plate, "plate_colour": vehicle.plate_colour or None, "passes": vehicle.passes,
        "valid": vehicle.valid, "over": vehicle.over,
        "exceeded": [_exceeded(one, places) for one in vehicle.exceeded],
        "suspected": [_exceeded(one, places) for one in vehicle.suspected],
    }  # fmt: skip


def _exceeded(one: Exceeded, places: Places) -> dict[str, Any]:
    limit = one.limit
    return {
        "pollutant": limit.pollutant, "limit": f"<= {limit.high:f}", "unit": limit.unit,
        "confidence": limit.confidence, "passes": [_pass(sensed, one, places) for sensed in one.passes],
    }  # fmt: skip


def _pass(sensed: SensedPass, one: Exceeded, places: Places) -> dict[str, Any]:
    place = places.get((sensed.plate, sensed.plate_colour, sensed.passed_at), "")
    return {
        "passed_at": sensed.passed_at.isoformat(), "place": place or None,
        "value": sensed.readings[one.limit.pollutant],
    }  # fmt: skip
