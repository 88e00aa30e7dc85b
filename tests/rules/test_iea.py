"""Real fleets of countries: as many electric buses and trucks as the stock says, and the published share comes out.

``tests/data/iea/ORIGIN.md`` says where the figures come from.
"""

import csv
from datetime import date
from decimal import Context, Decimal
from pathlib import Path

import pytest

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.targets import evaluate_targets
from fuelcheck.words import Energy, VehicleCategory
from tests.rules.fleets import share_target, with_targets

CATEGORIES = {"Buses": VehicleCategory.BUS, "Trucks": VehicleCategory.TRUCK}
ENERGIES = {"battery": Energy.BATTERY, "plug_in": Energy.PLUG_IN, "fuel_cell": Energy.FUEL_CELL}
TWO_FIGURES = Context(prec=2)
MOST = 60_000
"""Vehicles that a test writes out."""


def rows():
    file = Path(__file__).parents[1] / "data" / "iea" / "stock.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if whole_fleet(row) <= MOST]


def electric(row):
    return sum(int(row[name]) for name in ENERGIES)


def whole_fleet(row):
    return round(electric(row) * 100 / Decimal(row["share_percent"]))


def fleet_of(row):
    energies = [energy for name, energy in ENERGIES.items() for _ in range(int(row[name]))]
    energies += [Energy.DIESEL] * (whole_fleet(row) - len(energies))
    return [VehicleFact(f"{row['region']}{n}", CATEGORIES[row["mode"]], energy) for n, energy in enumerate(energies)]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['region']}-{row['mode']}-{row['year']}")
def test_the_share_of_a_country_is_the_published_one(row):
    policy = with_targets(share_target("0.90", CATEGORIES[row["mode"]]))

    (status,) = evaluate_targets(policy, date(int(row["year"]), 12, 31), fleet_of(row)).lines

    assert status.numerator == electric(row)
    percent = Decimal(100 * status.numerator) / status.denominator
    assert TWO_FIGURES.plus(percent) == Decimal(row["share_percent"])
    assert status.met is False
