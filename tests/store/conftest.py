"""A store with one division and a site, and a clock that a test can set."""

from datetime import UTC, datetime, timedelta

import pytest

from fuelcheck.store.session import Store
from fuelcheck.store.upgrading import create

DIVISION = "410329"


class Clock:
    """A clock that goes on by a second at each look, and can be set."""

    def __init__(self):
        self.now = datetime(2025, 1, 2, 8, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(database_url, clock):
    create(database_url)
    with Store(database_url, clock) as store:
        with store.act("init", "张建国", division=DIVISION, new_division=True) as act:
            act.create("division", {
                "division": DIVISION, "name": "伊川县", "instance": "i", "algorithm": "sha256", "example": 0,
            })  # fmt: skip
        yield store


def site(code="S1", **other):
    """A whole row of the site table."""
    row = dict.fromkeys((
        "former_names", "brand", "uscc", "licence_no", "address", "longitude", "latitude", "datum", "opened_on",
        "closed_on", "products", "risk_class", "note",
    ))  # fmt: skip
    return (
        row
        | {"code": code, "name": f"{code}站", "kind": "station", "ownership": "private", "township": "白沙镇"}
        | other
    )


@pytest.fixture
def add(store):
    """Adds a site in an act of its own; returns its row."""

    def add_site(code="S1", **other):
        row = site(code, **other)
        with store.act("enter", "李娜") as act:
            act.create("site", row)
        return row

    return add_site
