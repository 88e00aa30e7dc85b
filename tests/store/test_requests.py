"""The same act sent twice is done once; another one under its id is refused; the hash stays with the act."""

import pytest

from fuelcheck.store.requests import ActIdTaken, AlreadyActed
from fuelcheck.store.verifying import verify
from tests.store.conftest import DIVISION, site

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
ONE, OTHER = "1" * 64, "2" * 64


@pytest.fixture
def enter(store):
    def send(code, request, id_=ID):
        with store.act("enter", "李娜", id=id_, request=request) as act:
            act.create("site", site(code))
        return act.entry

    return send


def codes(store):
    with store.reading() as view:
        assert verify(view.connection, DIVISION) == []
        return [row[0] for row in view.connection.exec_driver_sql("SELECT code FROM site ORDER BY code")]


def test_the_same_request_gets_the_first_answer(store, enter):
    first = enter("S1", ONE)
    with pytest.raises(AlreadyActed) as again:
        enter("S1", ONE)

    assert again.value.entry == first
    assert codes(store) == ["S1"]


def test_another_request_under_the_id_is_refused_with_both_hashes(store, enter):
    enter("S1", ONE)
    with pytest.raises(ActIdTaken, match=f"{ONE}.*{OTHER}"):
        enter("S2", OTHER)
    assert codes(store) == ["S1"]


def test_an_act_without_a_request_keeps_its_id_to_itself(store, enter):
    enter("S1", None)
    with pytest.raises(ActIdTaken):
        enter("S1", ONE)


def test_what_failed_may_be_sent_again(store, enter):
    with pytest.raises(KeyError), store.act("enter", "李娜", id=ID, request=ONE) as act:
        act.create("site", {})
    assert enter("S1", ONE).n == 2


def test_a_request_that_changed_nothing_keeps_no_id(store, enter):
    with store.act("enter", "李娜", id=ID, request=ONE):
        pass
    assert enter("S1", OTHER).id == ID


def test_an_open_act_has_no_entry_and_a_closed_one_its_own(store):
    with store.act("enter", "李娜") as act:
        act.create("site", site("S1"))
        assert act.entry is None
    with store.reading() as view:
        assert (act.entry.n, act.entry.hash) == (view.head.n, view.head.hash)
