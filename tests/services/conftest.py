"""People of the cast who sign in, with passwords that are hashed quickly."""

import pytest
from argon2 import PasswordHasher

from fuelcheck.library import add_user
from fuelcheck.services import passwords
from fuelcheck.services.people import Person
from fuelcheck.words import Department, Role
from tests.cast import REVIEWER

ADMIN, CLERK, PASSWORD = "zhang", "wangmin", "Diesel-2025"


@pytest.fixture
def quick(monkeypatch):
    """Argon2 with the least that it can do: a test hashes dozens of times."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: hasher)
    passwords._nobodys_hash.cache_clear()
    yield
    passwords._nobodys_hash.cache_clear()


@pytest.fixture
def staffed(county, quick):
    """The county with an administrator and a clerk of the market supervision department."""
    people = (
        Person(ADMIN, "张建国", Role.ADMINISTRATOR),
        Person(CLERK, "王敏", Role.RECORDER, Department.MARKET_SUPERVISION),
    )
    for person in people:
        add_user(county.store, person, by=REVIEWER, password=PASSWORD)
    return county
