"""A store that an earlier release made is brought to this one with its evidence whole.

``schema_0001.sql`` is a store as the release with schema 0001 left it: an import of two sites and
two batches, dumped by SQLite.
"""

import sqlite3
from pathlib import Path

import pytest

import fuelcheck as fc
from fuelcheck.library import audit_acts, audit_history, upgrade_store, verify_audit
from fuelcheck.store.engine import SCHEMA

DUMP = Path(__file__).with_name("schema_0001.sql")


@pytest.fixture
def url(tmp_path):
    file = tmp_path / "older.db"
    connection = sqlite3.connect(file)
    connection.executescript(DUMP.read_text(encoding="utf-8"))
    connection.close()
    return f"sqlite:///{file}"


@pytest.fixture
def older(url):
    upgrade_store(url)
    with fc.open_store(url) as store:
        yield store


def test_it_is_refused_until_it_is_upgraded_and_a_copy_is_kept(url):
    with pytest.raises(fc.FuelcheckError, match="upgrade"):
        fc.open_store(url)
    before, after, kept = upgrade_store(url)

    assert (before, after) == ("0001", SCHEMA)
    assert kept is not None
    assert kept.is_file()


def test_rows_that_have_got_columns_since_still_fit_their_versions(older):
    assert verify_audit(older) == []


def test_a_row_changed_past_the_services_is_still_found(older, url):
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    connection.execute("UPDATE batch SET programme = 'none' WHERE form_no = 'A1'")
    connection.commit()
    connection.close()

    assert [(f.code, f.row) for f in verify_audit(older)] == [("row-changed", "A1")]


def test_its_past_is_read_with_the_new_columns_empty(older):
    first = audit_acts(older)[-1]
    then = fc.quota_report(older, year=2025, known_at=first.moment)

    assert [row.batch.form_no for row in then.ledger] == ["A1", "A2"]


def test_its_import_can_be_taken_back(older):
    import_ = audit_acts(older, kind="import")[0]
    fc.undo_import(older, import_.id, reason="测试", by="李娜")

    assert fc.quota_report(older, year=2025).ledger == ()
    assert audit_history(older, "A1")[-1].kind == "undone"
    assert verify_audit(older) == []
