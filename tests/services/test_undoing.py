"""Taking an import back: every row as it was, unless something was built on it."""

import pytest

import fuelcheck as fc
from fuelcheck.library import ReasonNeeded, audit_acts, audit_history
from fuelcheck.services.undoing import AlreadyUndone, BuiltUpon, NoImport
from fuelcheck.store.rows import contents
from tests.cast import CLERK, REVIEWER, SHUNDA, XINYUAN, batch, change, sites, visit

NOUNS = ("site", "site_change", "visit", "batch", "report")


@pytest.fixture
def held(county):
    """Everything that the ledgers brought, as the store holds it."""

    def all_rows():
        with county.store.reading() as view:
            return {noun: list(contents(view.connection, noun, view.division)) for noun in NOUNS}

    return all_rows


@pytest.fixture
def undo(county):
    def take_back(id_, reason="导错台账"):
        fc.undo_import(county.store, id_, reason=reason, by=REVIEWER)

    return take_back


REPORTED = {"报告日期": "2025-03-20"}
LATER = (
    [batch("A1", "2025-03-09", SHUNDA, **REPORTED)],
    [batch("A1", "2025-03-09", SHUNDA, 状态="作废")],
    [batch("A2", "2025-03-09", SHUNDA, 产品="车用尿素")],
    [batch("A2", "2025-03-11", XINYUAN, **REPORTED)],
    [change(SHUNDA, "2025-08-01", "停业")],
    [visit(XINYUAN, "2025-08-01", "无货")],
    sites(SHUNDA, 停业日期="2025-08-01"),
    sites(SHUNDA, 曾用名="顺发加油站"),
)


@pytest.mark.parametrize("later", LATER, ids=range(len(LATER)))
def test_an_undone_import_leaves_every_row_as_it_was(county, held, undo, later):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA)])
    before = held()
    id_ = county.take(later)
    assert held() != before
    undo(id_)

    assert held() == before
    assert fc.verify_audit(county.store) == []


def test_an_undone_correction_puts_the_old_values_and_the_old_visit_back(county, held, undo):
    county.take(sites(), [batch("A1", "2025-03-01", SHUNDA, **REPORTED), batch("A2", "2025-03-02", SHUNDA)])
    before = held()
    id_ = county.take(
        [batch("A1", "2025-03-02", SHUNDA, **REPORTED), batch("A2", "2025-03-05", XINYUAN)],
        update=True, reason="日期填错",
    )  # fmt: skip
    undo(id_)

    assert held() == before


def test_undoing_is_an_act_with_its_own_reason(county, undo):
    id_ = county.take(sites(SHUNDA))
    undo(id_, "不是本县的站")

    act = audit_acts(county.store)[-1]
    assert (act.kind, act.who, act.reason) == ("undo", REVIEWER, "不是本县的站")
    assert [step.kind for step in audit_history(county.store, SHUNDA)] == ["created", "undone"]


def test_imports_can_be_taken_back_one_after_the_other_from_the_last(county, held, undo):
    ids = [county.take(sites()), *(county.take(later) for later in LATER[:3])]
    for id_ in reversed(ids):
        undo(id_)

    assert not any(held().values())


def test_an_undone_import_can_be_brought_again(county, undo):
    undo(county.take(sites()))

    assert county.bring(sites()).import_id is not None


BUILT = {
    "a report on its batch": [batch("A1", "2025-03-09", SHUNDA, **REPORTED)],
    "a recheck that follows its batch": [
        batch("A2", "2025-06-09", XINYUAN, 抽样类别="复查", 原抽样单编号="A1"),
    ],
    "another batch on its visit": [batch("A2", "2025-03-09", SHUNDA, 产品="车用尿素")],
    "a visit at its site": [visit(XINYUAN, "2025-08-01", "无货")],
    "a change of its site": [change(XINYUAN, "2025-08-01", "停业")],
}


@pytest.mark.parametrize("later", BUILT.values(), ids=BUILT.keys())
def test_an_import_on_which_something_was_built_is_not_taken_back(county, held, undo, later):
    id_ = county.take(sites(), [batch("A1", "2025-03-09", SHUNDA)])
    county.take(later)
    before = held()

    with pytest.raises(BuiltUpon) as refused:
        undo(id_)
    assert id_ in str(refused.value)
    assert held() == before


def test_what_other_imports_brought_does_not_stand_in_the_way(county, held, undo):
    county.take(sites())
    id_ = county.take([batch("A1", "2025-03-09", SHUNDA)])
    county.take([batch("A2", "2025-03-09", XINYUAN)])
    undo(id_)

    assert [row["form_no"] for row in held()["batch"]] == ["A2"]


def test_an_import_is_taken_back_once(county, undo):
    id_ = county.take(sites())
    undo(id_)

    with pytest.raises(AlreadyUndone):
        undo(id_)


def test_an_id_that_is_no_import_is_refused(county, undo):
    founding = audit_acts(county.store)[0].id
    for id_ in ("abc", founding):
        with pytest.raises(NoImport):
            undo(id_)


@pytest.mark.parametrize("reason", ["", "  "])
def test_taking_back_needs_a_reason(county, undo, reason):
    id_ = county.take(sites())

    with pytest.raises(ReasonNeeded):
        undo(id_, reason)


def test_an_undone_batch_is_listed_in_the_next_document(county, undo):
    from fuelcheck.reports.paper import Paper

    county.take(sites())
    id_ = county.take([batch("A1", "2025-03-09", SHUNDA, **REPORTED)])
    fc.issue_quota_report(county.store, county.report(), ".pdf", Paper(), by=CLERK)
    undo(id_)

    assert [(row.noun, row.row, row.kind) for row in county.report().changes if row.noun == "batch"] == [
        ("batch", "A1", "undone")
    ]
