"""The desk of a county with a site or two, batches, a visit, vehicles and checks on the road."""

import pytest
from argon2 import PasswordHasher

from fuelcheck.services import passwords
from tests.api.desk import Desk
from tests.api.ledgers import bring_all


@pytest.fixture
def quick(monkeypatch):
    """Argon2 with the least that it can do."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: hasher)
    passwords._nobodys_hash.cache_clear()
    yield
    passwords._nobodys_hash.cache_clear()


@pytest.fixture
def desk(county, quick, database_url, tmp_path):
    """The desk of the county, its ledgers brought."""
    bring_all(county)
    return Desk(county, database_url, tmp_path)
