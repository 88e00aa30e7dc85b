"""``import``, ``undo``, ``export``, ``template``: what they say, and on which stream."""

import json
import subprocess
import sys
from io import BytesIO

import pytest
from openpyxl import load_workbook

from fuelcheck.words import STORED_SHEETS
from tests.cast import SHUNDA, XINYUAN, batch, results, sites, write_csv


@pytest.fixture
def ledger(tmp_path):
    """A CSV file of some rows."""

    def of(*rows, name="ledger.csv"):
        return write_csv(tmp_path / name, rows)

    return of


def test_the_answer_of_an_import_is_the_object_of_the_contract(founded, ledger):
    said = founded("import", ledger(*sites()), "--json")
    answer = json.loads(said.out)

    assert said.code == 0
    assert answer["accepted"] is True
    assert answer["import_id"]
    assert {**answer["sheets"][0], "skipped_rows": [], "unknown_columns": [], "hidden": False} == {
        "file": "ledger.csv", "sheet": "", "kind": "sites", "rows": 10, "new": 10, "filled": 0, "changed": 0, "same": 0,
        "skipped": 0, "skipped_rows": [], "unknown_columns": [], "hidden": False,
    }  # fmt: skip
    assert (answer["faults"], answer["notices"], answer["conflicts"]) == ([], [], [])


def test_a_file_that_changes_nothing_is_taken_without_an_id(founded, ledger):
    founded("import", ledger(*sites()))
    again = json.loads(founded("import", ledger(*sites()), "--json").out)

    assert (again["accepted"], again["import_id"], again["sheets"][0]["same"]) == (True, None, 10)
    assert "Nothing new" in founded("import", ledger(*sites())).err


def test_every_fault_is_named_by_row_and_column_and_nothing_is_changed(office, ledger):
    head = office("audit", "head").out
    file = ledger(
        batch("B1", "2025-03-09", "S999"), batch("B2", "2025.3", SHUNDA), batch("B3", "2025-03-09", SHUNDA, 产品="汽油")
    )
    said = office("import", file, "--json")
    faults = json.loads(said.out)["faults"]

    assert said.code == 2
    assert [(fault["code"], fault["row"], fault["column"], fault["value"]) for fault in faults] == [
        ("unknown-site", 2, "站点编号", "S999"), ("day-without-day", 3, "抽样日期", "2025.3"),
        ("ambiguous-petrol", 4, "产品", "汽油"),
    ]  # fmt: skip
    assert all(fault["message"] and fault["file"] == "ledger.csv" for fault in faults)
    assert office("audit", "head").out == head


def test_people_read_faults_on_stdout_and_the_outcome_on_stderr(office, ledger):
    said = office("import", ledger(batch("B1", "2025-03-09", "S999")))

    assert "ledger.csv" in said.out
    assert "row 2 [站点编号]" in said.out
    assert said.err == "Refused: 1 faults, 0 conflicts. Nothing was changed.\n"


def test_a_conflict_is_shown_with_how_to_settle_it(office, ledger):
    file = ledger(batch("A1", "2025-03-10", SHUNDA, 报告日期="2025-03-20"))
    refused = office("import", file)
    settled = office("import", file, "--update", "--reason", "笔误", "--by", "王敏")

    assert (refused.code, settled.code) == (2, 0)
    assert "2025-03-09 → 2025-03-10" in refused.out
    assert "--update --reason" in refused.err
    assert "笔误" in office("audit", "list").out


def test_a_rehearsal_lists_the_rows_that_would_change(office, ledger):
    head = office("audit", "head").out
    file = ledger(batch("A2", "2025-12-20", XINYUAN, 报告日期="2026-01-05"), batch("B1", "2025-12-21", SHUNDA))
    said = office("import", file, "--dry-run")

    assert said.code == 0
    assert "2  filled  A2" in said.out
    assert "3  new  B1" in said.out
    assert office("audit", "head").out == head
    assert json.loads(office("import", file, "--dry-run", "--json").out)["import_id"] is None


def test_a_rehearsal_of_a_refused_file_has_exit_code_2(office, ledger):
    assert office("import", ledger(batch("B1", "2025-03-09", "S999")), "--dry-run").code == 2


def test_skipped_rows_are_listed_by_number(office, ledger):
    file = ledger(
        batch("B1", "2025-03-09", SHUNDA), {"抽样单编号": "合计", "产品": "1批次"}, {"抽样单编号": "制表：王敏"}
    )

    said = office("import", file)
    assert said.code == 0
    assert "row 3 skipped" in said.out
    assert "row 4 skipped" in said.out


def test_the_faulty_workbook_can_be_had_back_with_its_cells_marked(office, ledger, tmp_path):
    said = office("import", ledger(batch("B1", "2025-03-09", "S999")), "--annotated", tmp_path / "marked.xlsx")
    sheet = load_workbook(tmp_path / "marked.xlsx").worksheets[0]
    comments = [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]

    assert said.code == 2
    assert any("S999" in comment for comment in comments)


def test_missing_numbers_can_be_made(office, ledger):
    said = office("import", ledger({**batch("", "2025-03-09", SHUNDA), "抽样单编号": ""}), "--number-missing", "YC")

    assert said.code == 0
    assert office("audit", "show", f"YC-{SHUNDA}-20250309-D0").code == 0


def test_what_was_imported_can_be_taken_back_once(office, ledger):
    id_ = json.loads(office("import", ledger(batch("B1", "2025-03-09", SHUNDA)), "--json").out)["import_id"]
    done, again = office("undo", id_, "--reason", "导错"), office("undo", id_, "--reason", "导错")

    assert (done.code, again.code) == (0, 2)
    assert id_ in done.err
    assert "already taken back" in again.err


def test_an_import_that_others_build_on_is_not_taken_back(office):
    (line,) = json.loads(office("audit", "list", "--kind", "import", "--json").out)
    office("import", "nix.csv")
    assert office("undo", line["id"], "--reason", "x").code == 0


def test_an_exported_workbook_changes_nothing_when_brought_again(office, tmp_path):
    said = office("export", "-o", tmp_path / "all.xlsx")
    again = json.loads(office("import", tmp_path / "all.xlsx", "--json").out)

    assert said.code == 0
    assert said.out == ""
    assert [sheet["kind"] for sheet in again["sheets"]] == list(STORED_SHEETS)
    assert (again["accepted"], again["import_id"]) == (True, None)


def test_results_are_brought_alone_and_counted_like_any_sheet(office, tmp_path):
    found = write_csv(tmp_path / "lab.csv", results("A1", 硫含量="8 mg/kg", 灰分="/"))
    first, second = (json.loads(office("import", found, "--by", "a", "--json").out) for _ in range(2))

    (sheet,) = first["sheets"]
    assert (first["accepted"], sheet["kind"], sheet["new"], sheet["same"]) == (True, "results", 2, 0)
    assert (second["import_id"], second["sheets"][0]["same"]) == (None, 2)


def test_a_sheet_can_be_exported_as_csv(office, tmp_path):
    office("export", "samples", "-o", tmp_path / "samples.csv")
    lines = (tmp_path / "samples.csv").read_text("utf-8-sig").splitlines()

    assert lines[0].startswith("抽样单编号,抽样日期,站点编号,产品,牌号")
    assert len(lines) == 3


def stdout_of(*words):
    command = [sys.executable, "-c", "from fuelcheck.cli import run; run()", *words, "-o", "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_one_sheet_goes_to_stdout_as_csv_and_several_as_a_workbook(office, tmp_path):
    office("export", "samples", "-o", tmp_path / "samples.csv")
    office("export", "-o", tmp_path / "all.xlsx")

    assert stdout_of("export", "samples") == (tmp_path / "samples.csv").read_bytes()
    assert stdout_of("export") == (tmp_path / "all.xlsx").read_bytes()
    assert load_workbook(BytesIO(stdout_of("template", "visits"))).sheetnames[0] == "未抽到样品"
    assert not (tmp_path / "-").exists()


def test_templates_need_no_store(fuelcheck, tmp_path):
    said = fuelcheck("template", "sites,samples", "-o", tmp_path / "forms.xlsx")

    assert said.code == 0
    assert load_workbook(tmp_path / "forms.xlsx").sheetnames[:2] == ["站点", "抽样"]


def test_people_who_wait_for_a_long_ledger_see_a_bar(office, ledger, monkeypatch):
    monkeypatch.setattr("fuelcheck.cli.ledgers.LONG", 1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    said = office("import", ledger(batch("B1", "2025-03-09", SHUNDA)))

    assert said.code == 0
    assert "Taken" in said.err
