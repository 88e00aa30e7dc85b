"""``batch``: the record of a batch, and the laboratory's reports entered at the terminal."""

import json
import re

import pytest

from fuelcheck.cli.batch import NoResult, read_result
from tests.cast import results, write_csv

REPORT = ("batch", "report", "A2", "--day", "2025-12-28", "--by", "王敏")


@pytest.fixture
def lab(office, tmp_path):
    """The office, with a failing result of the batch that the laboratory passed."""
    found = write_csv(tmp_path / "lab.csv", results("A1", 硫含量="35 mg/kg", 灰分="/"))
    assert office("import", found, "--by", "王敏").code == 0
    return office


def shown(fuelcheck, form_no="A2"):
    return json.loads(fuelcheck("batch", "show", form_no, "--as-of", "2026-01-31", "--json").out)


def test_a_record_reads_from_the_label_to_the_history(lab):
    said = lab("batch", "show", "A1")

    assert said.code == 0
    assert [line for line in said.out.splitlines() if line in {"Reports", "Conclusion", "Notices", "History"}] == [
        "Reports", "Conclusion", "Notices", "History"
    ]  # fmt: skip
    assert "A1 diesel 0  2025-03-09" in said.out
    assert re.search(r"^sulfur content +35 mg/kg +≤ 10 mg/kg +fail +confirmed *$", said.out, re.MULTILINE)
    assert "The two contradict each other" in said.out


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(lab, monkeypatch, width):
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("FUELCHECK_LANG", "zh")
    said = lab("batch", "show", "A1")

    assert max(cell_len(line) for line in said.out.splitlines()) <= width


def test_a_report_is_entered_with_its_results(lab):
    said = lab(
        *REPORT, "--report-no", "W7", "--conclusion", "合格", "--result", "硫含量=8 mg/kg", "--result", "水分=痕迹"
    )
    record = shown(lab)

    assert (said.code, record["reported_on"], record["conclusion"]) == (0, "2025-12-28", "pass")
    assert [(r["item"], r["value"], r["unit"]) for r in record["reports"][0]["results"]] == [
        ("水分", "痕迹", None), ("硫含量", "8", "mg/kg")
    ]  # fmt: skip


def test_corrected_replaced_and_withdrawn_in_order(lab):
    assert lab(*REPORT, "--conclusion", "pass").code == 0
    assert (
        lab(*REPORT, "--conclusion", "fail", "--corrects", "1", "--reason", "笔误", "--failed-items", "硫含量").code
        == 0
    )
    assert lab(*REPORT, "--conclusion", "fail", "--replaces", "2", "--reason", "盖错章").code == 0
    assert lab("batch", "withdraw", "A2", "--report", "3", "--reason", "结果有误", "--by", "王敏").code == 0

    assert [report["state"] for report in shown(lab)["reports"]] == ["stands", "replaced", "withdrawn"]
    out = lab("batch", "show", "A2", "--as-of", "2026-01-31").out
    assert "in the place of report 2" in out
    assert "report withdrawn  结果有误" in out


def test_a_correction_is_called_one_in_the_history_and_after_its_withdrawal(lab):
    assert lab(*REPORT, "--conclusion", "pass").code == 0
    assert lab(*REPORT, "--conclusion", "fail", "--corrects", "1").code == 2
    assert lab(*REPORT, "--conclusion", "fail", "--corrects", "1", "--reason", "笔误").code == 0
    assert lab("batch", "withdraw", "A2", "--report", "2", "--reason", "结果有误", "--by", "王敏").code == 0
    out = lab("batch", "show", "A2", "--as-of", "2026-01-31").out

    assert "corrects report 1" in out
    assert "correcting report  笔误" in out
    assert "report corrected" not in out


def test_a_failure_without_items_is_taken_and_said(lab):
    said = lab(*REPORT, "--conclusion", "fail")

    assert said.code == 0
    assert "does not say on which items" in said.err


def test_results_are_entered_before_their_report(lab):
    assert lab("batch", "results", "A2", "硫含量=8 mg/kg", "--by", "王敏").code == 0
    record = shown(lab)

    assert (record["reports"][0]["state"], record["reported_on"]) == ("results_only", None)
    assert lab("batch", "results", "A2", "硫含量=9 mg/kg", "--by", "王敏").code == 2
    assert lab("batch", "results", "A2", "硫含量=9 mg/kg", "--by", "王敏", "--reason", "笔误").code == 0


def test_a_withdrawal_needs_a_reason(lab):
    assert lab("batch", "withdraw", "A1", "--by", "王敏").code == 2
    assert lab("batch", "withdraw", "A1", "--by", "王敏", "--reason", "作废").code == 0

    out = lab("batch", "show", "A1").out
    assert "In progress" in out
    assert "batch in progress again  作废" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "B9"), "There is no batch B9"),
        (("report", "A2", "--day", "2025-12-19", "--conclusion", "pass"), "before the batch A2 was sampled"),
        (("report", "A2", "--day", "28.12.2025", "--conclusion", "pass"), "--day is 28.12.2025"),
        (("report", "A2", "--day", "2025-12-28", "--conclusion", "ok"), "ok is no conclusion"),
        (("report", "A2", "--day", "2025-12-28", "--conclusion", "pass", "--result", "8"), "8 is no result"),
        (("withdraw", "A2", "--reason", "x"), "nothing to withdraw"),
    ],
)
def test_wrong_use_is_told(office, words, told):
    said = office("batch", *words)

    assert (said.code, said.out) == (2, "")
    assert told in said.err


@pytest.mark.parametrize(
    ("option", "read"),
    [
        ("硫含量=35 mg/kg", ("硫含量", "35", "mg/kg")),
        ("硫含量＝ <3 mg/kg", ("硫含量", "<3", "mg/kg")),
        ("苯含量=< 0.1 % (v/v)", ("苯含量", "< 0.1", "% (v/v)")),
        ("铜片腐蚀=1a", ("铜片腐蚀", "1a", "")),
        ("水分=没 检 出", ("水分", "没 检 出", "")),
        ("烟度=1.2 BSU", ("烟度", "1.2", "BSU")),
    ],
)
def test_a_result_is_read_as_it_is_written(option, read):
    assert read_result(option) == read


@pytest.mark.parametrize("option", ["", "=3", "硫含量", "硫含量= "])
def test_what_is_no_result_is_refused(option):
    with pytest.raises(NoResult, match="allowed"):
        read_result(option)
