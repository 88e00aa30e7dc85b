"""Vehicles and targets for the tests of the rules, a line each, and random ones."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from fuelcheck.law.targets import CountedOf, Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.words import Area, Combustion, Energy, Stage, StageSource, VehicleCategory
from tests.rules.county import yichuan

YICHUAN = yichuan()
YEAR_END = date(2025, 12, 31)
BUS, TAXI, TRUCK = VehicleCategory.BUS, VehicleCategory.TAXI, VehicleCategory.TRUCK
LONG_AGO = date(2020, 6, 1)


def vehicle(
    plate: str, category: VehicleCategory = BUS, energy: Energy = Energy.BATTERY, **more: object
) -> VehicleFact:
    """A vehicle of the town, registered long ago."""
    fact = VehicleFact(plate, category, energy, area=Area.URBAN, registered_on=LONG_AGO)
    return replace(fact, **more)  # type: ignore[arg-type]


def many(number: int, new: int, category: VehicleCategory = BUS, **more: object) -> list[VehicleFact]:
    """``number`` vehicles of which ``new`` are battery-electric and the others diesel."""
    return [
        vehicle(f"豫C{n:05}", category, Energy.BATTERY if n < new else Energy.DIESEL, **more) for n in range(number)
    ]


def share_target(share: str, *categories: VehicleCategory, of: CountedOf = CountedOf.STOCK) -> Target:
    """A share of the whole county with nothing but what the rules look at."""
    return Target(
        "share", TargetKind.SHARE, of, "", "", "", ("局",), (), frozenset(categories or (BUS,)), None, Decimal(share),
        None, frozenset(), None, None, frozenset(), date(2025, 12, 31), (),
    )  # fmt: skip


def with_targets(*targets: Target) -> Policy:
    """Yichuan's policy with other targets."""
    return replace(YICHUAN, targets=targets)


days = st.dates(date(2018, 1, 1), date(2027, 12, 31))
maybe_days = st.none() | days
vehicles = st.builds(
    VehicleFact,
    plate=st.text("豫CABD0123456789", min_size=1, max_size=8),
    category=st.sampled_from(VehicleCategory),
    energy=st.sampled_from(Energy),
    combustion=st.none() | st.sampled_from(Combustion),
    stage=st.none() | st.sampled_from(Stage),
    stage_source=st.none() | st.sampled_from(StageSource),
    area=st.none() | st.sampled_from(Area),
    owner=st.sampled_from(["", "县公交公司", "城管局"]),
    registered_on=maybe_days,
    moved_in_on=maybe_days,
    moved_out_on=maybe_days,
    scrapped_on=maybe_days,
    replaces=st.text(max_size=3),
    exemption=st.sampled_from(["", "", "应急", "special_need", "不明"]),
)
fleets = st.lists(vehicles, max_size=12)
