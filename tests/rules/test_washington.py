"""A real fleet, county by county: as many vehicles as the count says, and the published shares come out.

``tests/data/washington/ORIGIN.md`` says where the counts come from.
"""

import csv
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.targets import evaluate_targets, reached
from fuelcheck.words import Energy, VehicleCategory
from tests.rules.fleets import share_target, with_targets

FOLDER = Path(__file__).parents[1] / "data" / "washington"
CATEGORIES = {"Passenger": VehicleCategory.OTHER, "Truck": VehicleCategory.TRUCK}
LARGEST = 9000
HALF_A_DIGIT = Decimal("0.00005")


def table(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COUNTS, SHARES = table("counts.csv"), table("shares.csv")
SMALL = [row for row in COUNTS if int(row["total"]) < LARGEST]


def fleet_of(row):
    category = CATEGORIES[row["use"]]
    battery, plug_in, total = (int(row[key]) for key in ("battery", "plug_in", "total"))
    energies = [Energy.BATTERY] * battery + [Energy.PLUG_IN] * plug_in
    energies += [Energy.GASOLINE] * (total - len(energies))
    return [VehicleFact(f"{row['county']}{n}", category, energy) for n, energy in enumerate(energies)]


@pytest.mark.parametrize("row", SMALL, ids=lambda row: f"{row['county']}-{row['use']}-{row['date']}")
def test_a_small_county_written_out_has_its_counts(row):
    policy = with_targets(share_target("0.01", CATEGORIES[row["use"]]))
    day = datetime.strptime(row["date"], "%B %d %Y").date()

    (status,) = evaluate_targets(policy, day, fleet_of(row)).lines

    new, total = int(row["battery"]) + int(row["plug_in"]), int(row["total"])
    assert (status.numerator, status.denominator, len(status.left)) == (new, total, total - new)
    assert status.met is (Decimal(new) / total >= Decimal("0.01"))


@pytest.mark.parametrize("row", SHARES, ids=lambda row: f"{row['use']}-{row['date']}")
def test_the_shares_of_all_counties_are_the_published_ones(row):
    same = [count for count in COUNTS if (count["date"], count["use"]) == (row["date"], row["use"])]
    new = sum(int(count["battery"]) + int(count["plug_in"]) for count in same)
    total = sum(int(count["total"]) for count in same)
    percent = Decimal(row["share_percent"])

    assert (new, total) == (int(row["new_energy"]), int(row["total"]))
    assert reached((percent - HALF_A_DIGIT) / 100, new, total)
    assert not reached((percent + 2 * HALF_A_DIGIT) / 100, new, total)
