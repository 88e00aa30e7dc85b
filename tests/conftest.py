"""What all tests share: a fresh database, SQLite unless FUELCHECK_TEST_POSTGRES names a server."""

import os
from uuid import uuid4

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings

import fuelcheck as fc
from fuelcheck.language import choose
from tests.cast import POLICY, REVIEWER, Clock, County

settings.register_profile(
    "fuelcheck", deadline=None, derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
settings.load_profile("fuelcheck")

POSTGRES = os.environ.get("FUELCHECK_TEST_POSTGRES", "")


@pytest.fixture(autouse=True)
def _english_by_default():
    """Messages are compared in English; a test of Chinese ones says so."""
    choose("en")


@pytest.fixture
def database_url(tmp_path):
    """The URL of an empty database of its own."""
    if not POSTGRES:
        yield f"sqlite:///{tmp_path / 'county.db'}"
        return
    name = f"t{uuid4().hex}"
    admin = sa.create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield sa.make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def clock():
    """A clock that a test can set."""
    return Clock()


@pytest.fixture
def county(database_url, tmp_path, clock):
    """The county of the cast, founded with its first policy, still without a site."""
    with fc.open_store(database_url, create=True, clock=clock) as store:
        fc.init(store, policy=POLICY, by=REVIEWER)
        yield County(store, tmp_path, clock)
