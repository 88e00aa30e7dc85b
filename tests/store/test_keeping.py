"""A backup can be opened, verified and restored; nothing is overwritten."""

import pytest
import sqlalchemy as sa

from fuelcheck.store import keeping, upgrading
from fuelcheck.store.engine import NewerSchema
from fuelcheck.store.rows import contents
from fuelcheck.store.session import Store
from tests.store.conftest import DIVISION


@pytest.fixture
def copied(store, add, database_url, tmp_path):
    add("S1")
    target = tmp_path / "copy.db"
    return target, keeping.backup(database_url, target)


def test_a_backup_is_a_store_with_the_same_head(store, copied):
    target, heads = copied

    with store.reading() as view, Store(f"sqlite:///{target}") as copy, copy.reading() as there:
        assert there.head == view.head
        assert [(h.division, h.n, h.hash) for h in heads] == [(DIVISION, view.head.n, view.head.hash)]


def test_a_backup_is_never_overwritten(copied, database_url):
    with pytest.raises(keeping.AlreadyThere):
        keeping.backup(database_url, copied[0])


def test_a_restored_store_holds_the_same_rows(store, copied, tmp_path):
    url = f"sqlite:///{tmp_path / 'new' / 'county.db'}"
    heads = keeping.restore(copied[0], url)

    with Store(url) as restored, restored.reading() as there, store.reading() as here:
        assert list(contents(there.connection, "site", DIVISION)) == list(contents(here.connection, "site", DIVISION))
        assert there.head.hash == heads[0].hash


def test_a_store_is_never_overwritten_by_a_restore(copied, database_url):
    with pytest.raises(keeping.AlreadyThere):
        keeping.restore(copied[0], database_url)


def test_a_backup_that_was_tampered_with_is_not_used(copied, tmp_path):
    with sa.create_engine(f"sqlite:///{copied[0]}").begin() as connection:
        connection.execute(sa.text("UPDATE site SET name = '乙'"))

    with pytest.raises(keeping.BadBackup, match="S1"):
        keeping.restore(copied[0], f"sqlite:///{tmp_path / 'other.db'}")


def test_upgrading_a_store_of_this_release_changes_nothing(store, database_url):
    before, after, kept = keeping.upgrade(database_url)

    assert before == after
    assert kept is None


def test_a_restore_that_broke_off_is_begun_again(copied, tmp_path):
    url = f"sqlite:///{tmp_path / 'half.db'}"
    upgrading.create(url)  # all that a restore has committed until its very end

    assert keeping.restore(copied[0], url) == copied[1]


def test_what_an_older_store_left_beside_adds_nothing_to_a_restored_one(copied, tmp_path):
    for ending in ("-wal", "-journal"):
        (tmp_path / f"new.db{ending}").write_bytes(copied[0].read_bytes())

    assert keeping.restore(copied[0], f"sqlite:///{tmp_path / 'new.db'}") == copied[1]


def test_a_store_of_a_newer_release_is_not_touched_by_an_upgrade(store, database_url):
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerSchema):
        keeping.upgrade(database_url)
