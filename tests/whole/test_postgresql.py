"""PostgreSQL is a URL away: the same figures, the same order, the same evidence as on SQLite."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

import fuelcheck as fc
from fuelcheck.demo import write_county
from fuelcheck.library import audit_head, backup_store, diagnosis, restore_store
from fuelcheck.standing.shown import quota_object
from fuelcheck.store.session import DatabaseRefused
from tests.whole import evidence, office

pytestmark = pytest.mark.whole

DAY = date(2025, 12, 31)


class Clock:
    """Goes on by a second at each look."""

    def __init__(self):
        self.now = datetime(2026, 1, 5, 1, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    return write_county(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def counties(server, books, tmp_path_factory):
    """The example county on SQLite and on PostgreSQL, one row corrected after the import."""
    urls = (f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'county.db'}", server.database())
    for url in urls:
        with fc.open_store(url, create=True, clock=Clock()) as store:
            fc.init(store, policy=office.POLICY, by="张建国", example=True)
            assert fc.import_ledgers(store, books, by="李娜").accepted
            further = [books[0].with_name(f"{n}.csv") for n in "ab"]
            fc.import_ledgers(store, [office.sites(further[0], ["b-1", "B1", "甲", "b1", "Z 9"])], by="李娜")
            fc.import_ledgers(store, [office.samples(further[1], ["n-1", "N1", "n1"], site="甲")], by="李娜")
    return urls


def seen(url, known_at=None):
    """Everything that a report would say, without the hash of the head: salts make it each store's own."""
    with fc.open_store(url, clock=Clock()) as store:
        report = fc.quota_report(store, year=2025, as_of=DAY, known_at=known_at)
    same_head = replace(report, head=replace(report.head, hash=""))
    return json.dumps(quota_object(report)), repr(same_head)


@pytest.mark.parametrize(
    "known_at", [None, datetime(2026, 1, 5, 1, 0, 3, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)]
)
def test_both_databases_give_the_same_report(counties, known_at):
    here, there = (seen(url, known_at) for url in counties)

    assert here == there


def test_both_databases_export_the_same_rows_in_the_same_order(counties, tmp_path):
    for sheet in ("sites", "site_changes", "samples", "visits"):
        files = [tmp_path / f"{sheet}{n}.csv" for n in range(2)]
        for url, file in zip(counties, files, strict=True):
            with fc.open_store(url) as store:
                fc.export_sheets(store, [sheet], file)
        assert files[0].read_bytes() == files[1].read_bytes()


def test_text_is_ordered_by_code_points_whatever_the_server_speaks(counties):
    """A server made for Chinese or English would put b-1 beside B1: reports would differ from those of SQLite."""
    with fc.open_store(counties[1]) as store, store.engine.connect() as connection:
        columns = connection.execute(sa.text(
            "SELECT table_name, column_name, collation_name FROM information_schema.columns WHERE table_schema ="
            " current_schema() AND data_type IN ('text', 'character varying') AND table_name <> 'alembic_version'"
        )).all()  # fmt: skip
    assert len(columns) > 50
    assert {collation for _, _, collation in columns} == {"C"}


def test_a_reader_sees_one_moment_while_others_record(counties, tmp_path):
    with fc.open_store(counties[1]) as store, store.reading() as view:
        before = view.head.n
        ledger = office.sites(tmp_path / "later.csv", ["Q1"])
        with fc.open_store(counties[1]) as other:
            assert fc.import_ledgers(other, [ledger], by="李娜").import_id
        assert view.connection.scalar(sa.text("SELECT MAX(n) FROM act")) == before
        assert view.connection.scalar(sa.text("SELECT COUNT(*) FROM site WHERE code = 'Q1'")) == 0
    with fc.open_store(counties[1]) as store:
        history = fc.import_ledgers(store, [ledger], by="李娜")
        assert history.import_id is None


def test_a_backup_goes_from_one_database_to_the_other_and_back(counties, server, tmp_path):
    copy, again = tmp_path / "copy.db", tmp_path / "again.db"
    heads = backup_store(counties[1], copy)
    target = server.database()
    assert restore_store(copy, target) == heads
    assert backup_store(target, again) == heads

    assert seen(target) == seen(counties[1]) == seen(f"sqlite:///{copy}") == seen(f"sqlite:///{again}")
    with fc.open_store(counties[1]) as store:
        anchor = audit_head(store)
    evidence.sound(target, [(anchor.n, anchor.hash)])


def test_an_import_is_taken_back(counties, tmp_path):
    with fc.open_store(counties[1]) as store:
        taken = fc.import_ledgers(store, [office.sites(tmp_path / "x.csv", ["X1", "X2"])], by="李娜").import_id
        fc.undo_import(store, taken, reason="笔误", by="李娜")
        with store.reading() as view:
            assert view.connection.scalar(sa.text("SELECT COUNT(*) FROM site WHERE code LIKE 'X_'")) == 0
    evidence.sound(counties[1], ())


def test_a_change_past_the_services_is_named(server, books):
    url = server.database()
    with fc.open_store(url, create=True) as store:
        fc.init(store, policy=office.POLICY, by="张建国")
        fc.import_ledgers(store, books[:1], by="李娜")
        with store.engine.begin() as connection:
            connection.execute(sa.text("UPDATE site SET name = '乙' WHERE code = (SELECT MIN(code) FROM site)"))
        assert [f.code for f in fc.verify_audit(store)] == ["row-changed"]


def test_a_lock_that_is_not_given_is_a_refusal(counties):
    with fc.open_store(counties[1]) as store, store.act("x", "李娜"):
        patient = sa.make_url(counties[1]).update_query_dict({"options": "-c lock_timeout=200"})
        with (
            fc.open_store(patient.render_as_string(hide_password=False)) as other,
            pytest.raises(DatabaseRefused),
            other.act("y", "王强"),
        ):
            pass


def test_a_server_that_would_lose_acts_is_diagnosed(server):
    url = server.database()
    with fc.open_store(url, create=True):
        assert diagnosis(url).problem is None
    server.run(f"ALTER DATABASE {sa.make_url(url).database} SET synchronous_commit = off")
    assert "synchronous_commit" in str(diagnosis(url).problem)


def test_the_command_line_works_on_it_and_says_when_it_is_away(server):
    def run(url, *words):
        command = [sys.executable, "-m", "tests.whole.cli", "--database", url, *words]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")

    url = server.database()
    assert run(url, "quota", "--year", "2025").returncode == 3
    assert run(url, "init", "--policy", office.POLICY).returncode == 0
    assert run(url, "quota", "--year", "2025", "--as-of", "2025-12-31", "--check").returncode == 1
    assert run(url, "audit", "verify").returncode == 0
    assert "fsync" in run(url, "doctor").stdout

    away = run("postgresql+psycopg://postgres@127.0.0.1:9/none", "quota", "--year", "2025")
    assert away.returncode == 3
    assert "Traceback" not in away.stderr
    assert len(away.stderr.strip().splitlines()) <= 3
