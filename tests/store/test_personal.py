"""Personal data: held apart under a keyed hash, found changed, put in or gone; erased for good."""

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.store import personal
from fuelcheck.store.acts import columns_of
from fuelcheck.store.verifying import verify
from tests.store.conftest import DIVISION

SUBJECT = personal.subject_of("roadside_check", "R1")
NAME = "欧阳长河"


def record(**cells):
    """A whole row of a check."""
    filled = {
        "record_no": "R1", "checked_at": "2025-03-09T09:10:00+08:00", "checked_on": "2025-03-09",
        "officers": "李娜;赵强", "plate": "豫C12345", "status": "valid",
    }  # fmt: skip
    return dict.fromkeys(columns_of("roadside_check")) | filled | cells


@pytest.fixture
def held(store):
    """The hash under which a driver's name is held."""
    with store.act("enter", "李娜") as act:
        hash_ = personal.keep(act, SUBJECT, NAME)
        act.create("roadside_check", record(driver=hash_))
    return hash_


@pytest.fixture
def found(store):
    def codes():
        with store.reading() as view:
            return [(finding.code, finding.row) for finding in verify(view.connection, DIVISION)]

    return codes


@pytest.fixture
def tamper(store):
    def run(statement, **values):
        with store.engine.begin() as connection:
            connection.execute(sa.text(statement), values)

    return run


def read(store, hash_):
    with store.reading() as view:
        return personal.value_of(view.connection, DIVISION, SUBJECT, hash_)


def test_a_value_is_found_by_its_hash_alone(store, held, found):
    assert read(store, held) == NAME
    assert read(store, "hmac-sha256:" + "0" * 64) is None
    assert found() == []


def test_the_same_name_has_another_hash_each_time(store, held):
    with store.act("enter", "李娜") as act:
        other = personal.keep(act, personal.subject_of("roadside_check", "R2"), NAME)
        act.create("roadside_check", record(record_no="R2", driver=other))

    assert other != held


@given(st.binary(min_size=1), st.text(), st.text())
def test_under_one_key_only_the_same_value_has_the_same_hash(secret, one, other):
    same = personal.keyed_hash(secret, one) == personal.keyed_hash(secret, other)

    assert same is (one == other)


def test_a_changed_value_is_found_and_not_read(store, held, found, tamper):
    tamper("UPDATE personal SET value = '张三'")

    assert found() == [("personal-changed", SUBJECT)]
    assert read(store, held) is None


def test_a_value_and_key_of_somebody_else_are_found(store, held, found, tamper):
    secret = b"x" * personal.SECRET_BYTES
    tamper(
        "UPDATE personal SET value = '张三', secret = :secret, hash = :hash", secret=secret,
        hash=personal.keyed_hash(secret, "张三"),
    )  # fmt: skip

    assert found() == [("personal-unknown", SUBJECT), ("personal-missing", SUBJECT)]


def test_a_value_that_is_gone_without_an_erasure_is_found(store, held, found, tamper):
    tamper("DELETE FROM personal")

    assert found() == [("personal-missing", SUBJECT)]


def test_a_value_that_was_erased_leaves_everything_whole(store, held, found):
    with store.act("erase", "张建国", reason="保存期满") as act:
        personal.forget(act, SUBJECT)
        act.create("erasure", {"subject": SUBJECT, "rule": "保存期满"}, kind="erased")

    assert read(store, held) is None
    assert found() == []


def test_an_erased_name_is_nowhere_in_the_file(store, held, tmp_path):
    with store.act("erase", "张建国", reason="保存期满") as act:
        personal.forget(act, SUBJECT)
        act.create("erasure", {"subject": SUBJECT, "rule": "保存期满"}, kind="erased")
    store.close()

    for file in tmp_path.glob("county.db*"):
        assert NAME.encode() not in file.read_bytes()


def test_a_damaged_version_is_named_and_stops_nothing(store, held, found, tamper):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("the triggers of SQLite are dropped here")
    tamper("DROP TRIGGER version_no_update")
    tamper("UPDATE version SET content = '{' WHERE noun = 'roadside_check'")

    assert {"version-changed", "personal-unknown"} <= {code for code, _ in found()}
