from datetime import date

import pytest

from fuelcheck.law.values import QuotaKind
from fuelcheck.rules.needs import Need, Shelf, shelves, within_reach
from fuelcheck.rules.roster import Roster
from fuelcheck.words import MOTOR_FUELS, Product, SiteKind
from tests.rules.county import closed, quota, site

DAY = date(2025, 10, 20)
UREA = frozenset({Product.UREA})


def shelf(products="", kind=SiteKind.STATION):
    return shelves(Roster.on(DAY, [site("S1", kind=kind, products=products)], []))["S1"]


@pytest.mark.parametrize(
    ("products", "on_sale"),
    [
        ("92 95 0 urea", Shelf(2, 1, 1)),
        ("0 -10", Shelf(0, 2, 0)),
        ("92 92", Shelf(1, 0, 0)),
        ("urea", Shelf(0, 0, 1)),
        ("E10", Shelf(0, 0, 0)),
        ("", Shelf(1, 1, 0)),
    ],
)
def test_a_station_sells_what_its_list_names(products, on_sale):
    assert shelf(products) == on_sale


def test_a_vendor_of_unknown_products_sells_urea():
    assert shelf(kind=SiteKind.UREA_VENDOR) == Shelf(0, 0, 1)


def test_a_quota_accepts_its_own_products():
    full = Shelf(2, 1, 1)
    assert full.batches(MOTOR_FUELS) == 3
    assert full.batches(frozenset({Product.ETHANOL_GASOLINE})) == 2
    assert full.batches(frozenset({Product.DIESEL})) == 1
    assert full.batches(UREA) == 1
    assert full.batches(frozenset({Product.OTHER_FUEL})) == 0


def test_nobody_visits_who_does_not_operate():
    roster = Roster.on(DAY, [site("S1"), site("S2"), site("E1", kind=SiteKind.OWN_USE)], [closed("S2", DAY)])
    assert set(shelves(roster)) == {"S1"}


def test_needs_are_cut_down_to_what_can_be_done():
    roster = Roster.on(DAY, [site("S1"), site("S2", products="urea")], [])
    cover = quota("cover", QuotaKind.SITES, share="1")
    urea = quota("urea", QuotaKind.BATCHES, products=UREA, kinds=frozenset({SiteKind.DEPOT}))
    needs = [Need(cover, 3, ("S1", "S2", "S3")), Need(urea, 4), Need(cover, 0, ("S1",))]
    assert within_reach(needs, roster, shelves(roster)) == [Need(cover, 1, ("S1",))]
