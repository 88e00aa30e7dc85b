"""Acts, versions and the chain, on a real database."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from fuelcheck.store.acts import NotAnId
from fuelcheck.store.engine import NoStore
from fuelcheck.store.rows import content, contents
from fuelcheck.store.session import ChangedMeanwhile, DatabaseRefused, NoDivision, NothingKnown, Store, WhichDivision
from fuelcheck.store.verifying import verify
from fuelcheck.store.versions import acts, of_act, of_row
from tests.store.conftest import DIVISION, site


def test_an_act_writes_row_version_and_head_together(store, add):
    row = add()

    with store.reading() as view:
        assert content(view.connection, "site", DIVISION, code="S1") == row
        assert view.head.n == 2
        assert [s.after for s in of_row(view.connection, DIVISION, "S1")] == [row]
        assert verify(view.connection, DIVISION) == []


def test_raising_inside_an_act_means_that_nothing_happened(store):
    def enter_and_fail():
        with store.act("enter", "李娜") as act:
            act.create("site", site())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        enter_and_fail()

    with store.reading() as view:
        assert list(contents(view.connection, "site", DIVISION)) == []
        assert view.head.n == 1


def test_an_act_that_changes_nothing_leaves_no_trace(store):
    with store.act("enter", "李娜"):
        pass

    with store.reading() as view:
        assert view.head.n == 1


def test_the_moment_never_goes_back_but_the_clock_is_kept(store, clock, add):
    add("S1")
    clock.now -= timedelta(days=3)
    add("S2")

    with store.reading() as view:
        moments = [a.moment for a in acts(view.connection, DIVISION)]
        clocks = [r[0] for r in view.connection.execute(sa.text("SELECT clock FROM act ORDER BY n"))]
    assert moments == sorted(moments)
    assert clocks[-1] < clocks[-2]


def test_amending_and_removing_keep_every_version(store, add):
    row = add()
    with store.act("correct", "李娜", reason="笔误") as act:
        act.amend("site", row, row | {"township": "鸦岭镇"})
    with store.act("remove", "李娜") as act:
        act.remove("site", row | {"township": "鸦岭镇"})

    with store.reading() as view:
        history = of_row(view.connection, DIVISION, "S1")
        assert [s.kind for s in history] == ["created", "amended", "removed"]
        assert history[1].fields == (("township", "白沙镇", "鸦岭镇"),)
        assert history[1].reason == "笔误"
        assert history[2].after is None
        assert verify(view.connection, DIVISION) == []


def test_the_same_act_id_is_never_written_twice(store):
    id_ = "0f8fad5b-d9cb-469f-a165-70867728950e"
    with store.act("enter", "李娜", id=id_) as act:
        act.create("site", site("S1"))

    with pytest.raises(ChangedMeanwhile), store.act("enter", "李娜", id=id_) as act:
        act.create("site", site("S2"))
    with store.reading() as view:
        assert [s.row_id for s in of_act(view.connection, DIVISION, id_)] == ["S1"]


def test_an_act_id_that_is_no_uuid_is_refused(store):
    with pytest.raises(NotAnId), store.act("enter", "李娜", id="abc"):
        pass


def test_acts_and_versions_cannot_be_changed_or_removed_by_sql(store, add):
    add()
    for statement in (
        "UPDATE act SET who = 'x'",
        "DELETE FROM act",
        "UPDATE version SET kind = 'x'",
        "DELETE FROM version",
    ):
        with pytest.raises(sa.exc.DBAPIError), store.engine.begin() as connection:
            connection.execute(sa.text(statement))


def test_a_row_cannot_slip_in_by_replacing_one(store, add):
    add()
    if store.engine.dialect.name != "sqlite":
        pytest.skip("INSERT OR REPLACE is SQLite's")
    with pytest.raises(sa.exc.DBAPIError), store.engine.begin() as connection:
        connection.execute(sa.text("INSERT OR REPLACE INTO act SELECT * FROM act WHERE n = 2"))


def test_the_past_is_read_through_the_same_tables(store, clock, add):
    row = add("S1")
    then = clock.now
    clock.now += timedelta(days=1)
    with store.act("correct", "李娜") as act:
        act.amend("site", row, row | {"township": "鸦岭镇"})
    add("S2")

    with store.reading(known_at=then) as view:
        assert [r["township"] for r in contents(view.connection, "site", DIVISION)] == ["白沙镇"]
        assert view.head.n == 2
    with store.reading() as view:
        assert [r["township"] for r in contents(view.connection, "site", DIVISION)] == ["鸦岭镇", "白沙镇"]


def test_a_moment_before_the_first_act_is_refused_with_the_first_moment(store):
    with pytest.raises(NothingKnown) as refused, store.reading(known_at=datetime(2020, 1, 1, tzinfo=UTC)):
        pass

    assert "2025-01-02" in str(refused.value)


def test_one_division_is_meant_by_itself_and_several_must_be_named(store):
    with pytest.raises(NoDivision), store.reading("999999"):
        pass
    with store.act("init", "张建国", division="410328", new_division=True) as act:
        act.create("division", {
            "division": "410328", "name": "邻县", "instance": "j", "algorithm": "sha256", "example": 0,
        })  # fmt: skip
    with pytest.raises(WhichDivision), store.reading():
        pass
    with store.reading("410328") as view:
        assert view.head.n == 1


def test_a_place_without_a_store_says_how_to_make_one(tmp_path):
    with Store(f"sqlite:///{tmp_path / 'none.db'}") as empty, pytest.raises(NoStore) as refused:
        empty.check()
    assert "fuelcheck init" in str(refused.value)


def test_a_closed_list_is_guarded_by_the_database_too(store):
    with (
        pytest.raises((ValueError, ChangedMeanwhile, DatabaseRefused, sa.exc.StatementError)),
        store.act("x", "李娜") as act,
    ):
        act.create("site", site(kind="castle"))
