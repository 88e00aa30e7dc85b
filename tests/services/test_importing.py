"""One command, one transaction, one act; what the answer says."""

import hashlib
import json

import pytest

import fuelcheck as fc
from fuelcheck.errors import FuelcheckError
from fuelcheck.library import NoMapping, ReasonNeeded, audit_acts, audit_history
from fuelcheck.store.rows import contents
from fuelcheck.words import SheetKind
from tests.cast import CLERK, SHUNDA, XINYUAN, batch, change, sites, visit, write_csv


def imports(county):
    return [act.id for act in audit_acts(county.store, kind="import")]


def test_an_import_is_one_act_with_many_versions(county):
    id_ = county.take(sites(SHUNDA), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])

    (act,) = audit_acts(county.store, kind="import")
    assert (act.id, act.who, act.kind, act.reason) == (id_, CLERK, "import", None)
    assert act.versions == len(["site", "visit", "batch", "report", "import"])


def test_samples_may_name_sites_of_the_same_command_whatever_the_order_of_the_files(county):
    answer = county.bring([batch("A1", "2025-03-09", SHUNDA)], [visit(XINYUAN, "2025-03-09", "无货")], sites())

    assert answer.accepted
    assert [sheet.kind for sheet in answer.brought.sheets] == [SheetKind.SAMPLES, SheetKind.VISITS, SheetKind.SITES]


def test_a_fault_anywhere_changes_nothing_anywhere(county):
    answer = county.bring(sites(), [batch("A1", "2025-03-09", "S999")])

    assert not answer.accepted
    assert [(fault.code, fault.row, fault.value) for fault in answer.brought.faults] == [("unknown-site", 2, "S999")]
    assert imports(county) == []
    assert county.report().site_names == {}


def test_a_rehearsal_says_what_would_change_and_changes_nothing(county):
    county.take(sites())
    answer = county.bring([batch("A1", "2025-03-09", SHUNDA)], dry_run=True)

    assert answer.accepted
    assert answer.import_id is None
    assert [row.state for row in answer.brought.rows] == ["new"]
    assert len(imports(county)) == 1


def test_the_same_file_again_leaves_no_act(county):
    county.take(sites())
    again = county.bring(sites())

    assert again.accepted
    assert again.import_id is None
    assert [sheet.same for sheet in again.brought.sheets] == [len(sites())]
    assert len(imports(county)) == 1


def test_the_names_and_hashes_of_the_files_are_kept(county):
    file = county.ledger(sites())
    fc.import_ledgers(county.store, [file], by=CLERK)

    with county.store.reading() as view:
        (entry,) = contents(view.connection, "ledger_import", view.division)
    assert json.loads(entry["files"]) == {file.name: hashlib.sha256(file.read_bytes()).hexdigest()}
    assert entry["undone_by"] is None


def test_the_answer_is_the_object_of_the_contract(county):
    county.take(sites())
    answer = county.bring([batch("A1", "2025-03-09", SHUNDA), batch("A2", "2025-03-09", "S999")]).as_json()

    assert list(answer) == ["accepted", "import_id", "sheets", "faults", "notices", "conflicts"]
    assert (answer["accepted"], answer["import_id"]) == (False, None)
    sheet = answer["sheets"][0]
    assert {key: sheet[key] for key in ("kind", "rows", "new", "filled", "changed", "same", "skipped")} == {
        "kind": "samples", "rows": 2, "new": 0, "filled": 0, "changed": 0, "same": 0, "skipped": 0,
    }  # fmt: skip
    (fault,) = answer["faults"]
    assert list(fault) == ["code", "file", "sheet", "row", "column", "value", "message"]
    assert (fault["code"], fault["row"], fault["column"]) == ("unknown-site", 3, "站点编号")


def test_a_conflict_is_refused_until_a_person_settles_it(county):
    county.take(sites(SHUNDA, 地址="大同街1号"))
    refused = county.bring(sites(SHUNDA, 地址="大同街2号"))
    settled = county.bring(sites(SHUNDA, 地址="大同街2号"), update=True, reason="门牌更换")

    assert [conflict.code for conflict in refused.brought.conflicts] == ["differs"]
    assert not refused.accepted
    assert settled.accepted
    assert [act.reason for act in audit_acts(county.store, kind="import")] == [None, "门牌更换"]


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_an_update_needs_a_reason_before_anything_is_read(county, reason):
    with pytest.raises(ReasonNeeded):
        county.bring(sites(), update=True, reason=reason)


def test_missing_form_numbers_come_out_the_same_again(county):
    county.take(sites())
    nameless = [{**batch("", "2025-03-09", SHUNDA), "抽样单编号": ""} for _ in range(2)]
    nameless[1]["牌号"] = "-10"
    first = county.bring(nameless, number_missing="YC")
    again = county.bring(nameless, number_missing="YC")

    assert [row.key for row in first.brought.rows] == [(f"YC-{SHUNDA}-20250309-D0",), (f"YC-{SHUNDA}-20250309-D-10",)]
    assert again.import_id is None


def test_a_row_of_a_command_may_be_repeated_but_not_contradicted(county):
    county.take(sites())
    same = county.bring([batch("A1", "2025-03-09", SHUNDA)], [batch("A1", "2025-03-09", SHUNDA)])
    other = county.bring([batch("A2", "2025-03-09", SHUNDA)], [batch("A2", "2025-03-10", SHUNDA)])

    assert [(sheet.new, sheet.same) for sheet in same.brought.sheets] == [(1, 0), (0, 1)]
    assert [fault.code for fault in other.brought.faults] == ["duplicate-form-no"]


def test_the_unchanged_site_sheet_after_a_sale_and_a_closing_changes_nothing(county):
    county.take(sites())
    county.take([change(SHUNDA, "2025-07-01", "所有制", "中石化"), change(XINYUAN, "2025-07-01", "停业")])

    assert county.bring(sites()).import_id is None
    assert county.bring(sites(XINYUAN, 停业日期="2025-07-01")).import_id is None


def test_progress_is_told_from_nothing_to_all(county):
    told = []
    county.take(sites(), progress=lambda done, total: told.append((done, total)))

    assert told[-1] == (2 * len(sites()), 2 * len(sites()))
    assert told == sorted(told)


MAPPING = """
kind = "samples"
[columns]
"单号" = "form_no"
"日子" = "sampled_on"
"哪家" = "site_code"
"啥油" = "product"
"号数" = "grade"
"谁抽" = "samplers"
"""


@pytest.fixture
def foreign(county, tmp_path):
    """A ledger under headers that nobody knows, and the mapping that explains them."""
    county.take(sites())
    rows = [{"单号": "A1", "日子": "2025-03-09", "哪家": SHUNDA, "啥油": "车用柴油", "号数": "0", "谁抽": "李娜、赵强"}]
    mapping = tmp_path / "hongyuan.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    return write_csv(tmp_path / "foreign.csv", rows), mapping


def test_a_mapping_is_remembered_under_its_name(county, foreign):
    ledger, mapping = foreign
    first = fc.import_ledgers(county.store, [ledger], by=CLERK, mapping=str(mapping))
    again = fc.import_ledgers(county.store, [ledger], by=CLERK, mapping="hongyuan")

    assert first.accepted, [fault.message for fault in first.brought.faults]
    assert again.accepted
    assert again.import_id is None


def test_a_mapping_that_is_brought_anew_takes_the_place_of_the_old_one(county, foreign):
    ledger, mapping = foreign
    fc.import_ledgers(county.store, [ledger], by=CLERK, mapping=str(mapping))
    mapping.write_text(MAPPING.replace('"谁抽"', '"抽的人"'), encoding="utf-8")
    ledger.write_text(ledger.read_text("utf-8-sig").replace("谁抽", "抽的人").replace("A1", "A2"), encoding="utf-8")
    fc.import_ledgers(county.store, [ledger], by=CLERK, mapping=str(mapping))

    again = fc.import_ledgers(county.store, [ledger], by=CLERK, mapping="hongyuan")
    assert again.accepted
    assert [step.kind for step in audit_history(county.store, "hongyuan")] == ["remembered", "amended"]


def test_a_mapping_of_a_refused_file_is_not_remembered(county, foreign, tmp_path):
    _, mapping = foreign
    fc.import_ledgers(county.store, [tmp_path / "absent.csv"], by=CLERK, mapping=str(mapping))

    with pytest.raises(NoMapping, match="hongyuan"):
        fc.import_ledgers(county.store, [tmp_path / "absent.csv"], by=CLERK, mapping="hongyuan")


def test_a_file_that_is_not_there_is_a_fault_like_any_other(county, tmp_path):
    answer = fc.import_ledgers(county.store, [tmp_path / "absent.xlsx"], by=CLERK)

    assert [(fault.code, fault.file) for fault in answer.brought.faults] == [("missing-file", "absent.xlsx")]


def test_an_import_into_a_store_of_several_divisions_must_name_one(county, tmp_path):
    with pytest.raises(FuelcheckError):
        county.bring(sites(), division="999999")


@pytest.mark.parametrize("dry_run", [True, False])
def test_the_answer_lists_what_a_person_should_look_at_with_its_row(county, dry_run):
    county.take(sites(SHUNDA))
    twice = [batch("A1", "2025-03-09", SHUNDA), batch("A2", "2025-03-09", SHUNDA)]
    answer = county.bring(twice, dry_run=dry_run)

    (notice,) = answer.brought.notices
    assert (notice.code, notice.row, notice.value) == ("likely-duplicate", 3, "A2")
    assert answer.accepted
    assert len(imports(county)) == (1 if dry_run else 2)


def test_a_batch_that_stands_again_keeps_no_void_reason(county):
    void = batch("A1", "2025-03-09", SHUNDA, 状态="作废", 作废原因="封样破损", 作废日期="2025-03-11")
    county.take(sites(SHUNDA), [void])
    county.take([batch("A1", "2025-03-09", SHUNDA, 状态="有效")], update=True, reason="作废有误")

    with county.store.reading() as view:
        (row,) = contents(view.connection, "batch", view.division)
    assert (row["status"], row["void_reason"], row["voided_on"]) == ("valid", None, None)
