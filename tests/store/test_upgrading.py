"""Migrations make exactly the tables that the models declare, and every other version is refused."""

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from fuelcheck.store.engine import SCHEMA, BadUrl, NewerSchema, WrongSchema, durable_mode, sqlite_module
from fuelcheck.store.session import Store
from fuelcheck.store.upgrading import alembic_config, create


def test_the_release_names_the_newest_migration():
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == SCHEMA


def test_the_migrations_make_what_the_models_declare(database_url):
    create(database_url)
    with Store(database_url) as store, store.engine.connect() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.check(config)  # raises where models and tables differ

        assert sa.inspect(connection).has_table("act")


def test_making_a_store_twice_leaves_it_as_it_is(store, add, database_url):
    add("S1")
    create(database_url)

    with store.reading() as view:
        assert view.head.n == 2


@pytest.mark.parametrize(("found", "error"), [("0000", WrongSchema), ("9999", NewerSchema)])
def test_another_schema_is_refused_with_what_to_do(store, found, error):
    with store.engine.begin() as connection:
        connection.execute(sa.text(f"UPDATE alembic_version SET version_num = '{found}'"))
    with pytest.raises(error, match=r"upgrade|install"):
        store.check()


def test_sqlite_runs_in_the_durable_mode_of_its_library(store):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("SQLite's settings")
    with store.engine.connect() as connection:
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar()
        foreign_keys = connection.exec_driver_sql("PRAGMA foreign_keys").scalar()

    wanted, level = durable_mode(sqlite_module())
    assert (journal, synchronous, foreign_keys) == (wanted, {"FULL": 2, "EXTRA": 3}[level], 1)


def test_a_file_name_is_no_database_url_and_the_answer_says_what_is():
    with pytest.raises(BadUrl, match="sqlite:///FILE"):
        Store("county.db")


def test_a_password_in_what_is_no_url_is_not_told():
    with pytest.raises(BadUrl) as refused:
        Store("postgresql//u:geheim@127.0.0.1/x")
    assert "geheim" not in str(refused.value)
