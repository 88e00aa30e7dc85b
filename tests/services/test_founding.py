"""Founding a division and registering its policies."""

import pytest

import fuelcheck as fc
from fuelcheck.law.load import UnknownPolicy, find_policy, standard_files
from fuelcheck.library import ReasonNeeded, add_policy, audit_acts, open_store, registered_policies
from fuelcheck.services.founding import AlreadyFounded, ForeignPolicy, OtherText
from fuelcheck.store.session import NothingFounded
from fuelcheck.toml.text import FileRefused
from tests.cast import POLICY, REVIEWER


@pytest.fixture
def changed(county):
    """The shipped policy with another number of batches, as a file under the same id."""
    text, _ = find_policy(POLICY, None)
    file = county.folder / "changed.toml"
    file.write_text(text.replace("required = 159", "required = 160"), encoding="utf-8")
    return str(file)


def test_founding_is_the_first_act(county):
    (act,) = audit_acts(county.store)

    assert (act.n, act.kind, act.who) == (1, "init", REVIEWER)
    assert act.versions == len(["division", "policy", *standard_files()])


def test_a_division_is_founded_once(county):
    with pytest.raises(AlreadyFounded, match="410329"):
        fc.init(county.store, policy=POLICY, by=REVIEWER)
    assert len(audit_acts(county.store)) == 1


def test_a_policy_of_another_division_is_refused(database_url):
    with open_store(database_url, create=True) as store:
        with pytest.raises(ForeignPolicy, match="410328"):
            fc.init(store, policy=POLICY, division="410328", by=REVIEWER)
        with pytest.raises(NothingFounded):
            registered_policies(store)


def test_a_broken_standard_of_the_office_founds_nothing(database_url, tmp_path):
    (tmp_path / "standards").mkdir()
    (tmp_path / "standards" / "own.toml").write_text("id = ", encoding="utf-8")
    with open_store(database_url, create=True) as store:
        with pytest.raises(FileRefused, match=r"own\.toml"):
            fc.init(store, policy=POLICY, by=REVIEWER, data=tmp_path)
        assert store.divisions() == []


def test_a_policy_of_another_division_is_not_registered_either(county):
    text, _ = find_policy(POLICY, None)
    file = county.folder / "neighbour.toml"
    file.write_text(text.replace("410329", "410328"), encoding="utf-8")

    with pytest.raises(ForeignPolicy, match="410328"):
        add_policy(county.store, str(file), by=REVIEWER)


def test_an_unknown_policy_is_refused_with_those_that_are_known(county):
    with pytest.raises(UnknownPolicy, match=POLICY):
        add_policy(county.store, "yichuan-1999-1", by=REVIEWER)


def test_the_same_policy_again_leaves_no_act(county):
    add_policy(county.store, POLICY, by=REVIEWER)

    assert len(audit_acts(county.store)) == 1


def test_an_edited_file_changes_no_figure_until_it_is_registered_again(county, changed):
    with pytest.raises(OtherText):
        add_policy(county.store, changed, by=REVIEWER)
    assert county.status().line("motor_fuel_batches").required == 159


def test_another_text_of_the_same_policy_needs_a_reason_and_then_counts(county, changed):
    with pytest.raises(ReasonNeeded):
        add_policy(county.store, changed, by=REVIEWER, update=True)
    then = county.now
    add_policy(county.store, changed, by=REVIEWER, update=True, reason="更正笔误")

    assert county.status().line("motor_fuel_batches").required == 160
    assert county.status(known_at=then).line("motor_fuel_batches").required == 159


def test_the_office_s_own_policies_go_before_the_package_s(database_url, tmp_path):
    text, _ = find_policy(POLICY, None)
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / f"{POLICY}.toml").write_text(text.replace("159", "170"), encoding="utf-8")
    with open_store(database_url, create=True) as store:
        policy = fc.init(store, policy=POLICY, by=REVIEWER, data=tmp_path)

    assert policy.quota("motor_fuel_batches").required == 170


def test_a_store_keeps_several_divisions_apart(county):
    text, _ = find_policy(POLICY, None)
    file = county.folder / "neighbour.toml"
    file.write_text(text.replace("410329", "410328").replace("伊川县", "邻县"), encoding="utf-8")
    fc.init(county.store, policy=str(file), by=REVIEWER)

    assert county.store.divisions() == ["410328", "410329"]
    assert [len(audit_acts(county.store, division=code)) for code in county.store.divisions()] == [1, 1]
    assert fc.verify_audit(county.store, division="410328") == []
