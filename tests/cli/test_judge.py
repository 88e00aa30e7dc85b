"""``judge``: a laboratory's workbook in, verdicts out; no store, and no exit code by the verdict."""

import json
import subprocess
import sys

import pytest

from tests.laboratory import HEADER, laboratory_book, sent
from tests.ledgers.desk import write_csv, write_xlsx

PLAIN = ("抽样单编号", "检验项目", "结果", "单位", "产品", "牌号", "抽样日期", "执行标准", "站点类别")
DIESEL = ("车用柴油", "0", "2025-03-09")
PROMISED = {"form_no", "product", "grade", "standard", "phase", "verdict", "complete", "items", "not_tested", "reasons"}
PROMISED_OF_ITEMS = {"item", "value", "unit", "limit", "verdict", "confidence", "reason"}


@pytest.fixture
def judged(fuelcheck, tmp_path):
    """The JSON of rows under the plain header."""

    def run(*rows, options=()):
        path = write_csv(tmp_path / "results.csv", [PLAIN, *rows])
        return json.loads(fuelcheck("judge", path, "--json", *options).out)

    return run


def test_every_batch_of_a_laboratory_s_workbook_gets_the_verdict_that_it_must_get(fuelcheck, tmp_path):
    batches = sent(200)
    said = fuelcheck("judge", laboratory_book(tmp_path / "lab.xlsx", batches), "--json")
    found = json.loads(said.out)

    assert said.code == 0
    assert [(one["form_no"], one["verdict"]) for one in found] == [(one.form_no, one.verdict) for one in batches]
    assert [len(one["items"]) for one in found] == [len(one.lines) for one in batches]
    assert all(one.keys() >= PROMISED for one in found)
    assert all(item.keys() >= PROMISED_OF_ITEMS for one in found for item in one["items"])


def test_every_verdict_is_defended_sentence_by_sentence(fuelcheck, tmp_path):
    batches = sent(30)
    said = fuelcheck("judge", laboratory_book(tmp_path / "lab.xlsx", batches), "--json")
    for one in json.loads(said.out):
        assert len(one["sentences"]) == 1 + len(one["items"])
        assert all(item["sentence"] and item["confidence"] for item in one["items"] if item["limit"])


def test_what_was_not_read_is_said_and_not_in_the_data(fuelcheck, tmp_path):
    said = fuelcheck("judge", laboratory_book(tmp_path / "lab.xlsx", sent(2)), "--json")

    assert isinstance(json.loads(said.out), list)
    assert "受检单位" in said.err
    assert "row 13 skipped: here the table ends" in said.err
    assert "序号" in HEADER
    assert "序号" not in said.err


def test_the_example_of_the_contract(judged):
    (batch,) = judged(("A1", "sulfur", "35", "mg/kg", *DIESEL))
    (item,) = batch["items"]

    assert {key: batch[key] for key in ("form_no", "product", "grade", "standard", "phase", "verdict", "complete")} == {
        "form_no": "A1", "product": "diesel", "grade": "0", "standard": "GB 19147-2016", "phase": "VI",
        "verdict": "fail", "complete": False,
    }  # fmt: skip
    assert {key: item[key] for key in PROMISED_OF_ITEMS} == {
        "item": "sulfur", "value": "35", "unit": "mg/kg", "limit": "<= 10", "verdict": "fail",
        "confidence": "confirmed", "reason": None,
    }  # fmt: skip
    assert "ash" in batch["not_tested"]


def test_the_label_stands_in_one_row_of_the_batch(judged):
    (batch,) = judged(("A1", "硫含量", "6", "mg/kg", *DIESEL), ("A1", "闪点", "66"))

    assert (batch["verdict"], [item["value"] for item in batch["items"]]) == ("pass", ["6", "66"])


def test_an_item_that_nobody_knows_is_open_and_no_fault(judged):
    (batch,) = judged(("A1", "气味", "正常", "", *DIESEL))

    assert (batch["verdict"], batch["items"][0]["reason"]) == ("undecided", "item-unknown")


def test_a_stroke_is_a_test_that_was_not_made(judged):
    (batch,) = judged(("A1", "硫含量", "6", "mg/kg", *DIESEL), ("A1", "灰分", "—"))

    assert [(item["item"], item["value"], item["verdict"]) for item in batch["items"]] == [
        ("sulfur", "6", "pass"), ("ash", "—", "not_tested"),
    ]  # fmt: skip
    assert "ash" in batch["not_tested"]


def test_with_a_programme_what_it_asks_for_must_have_been_tested(judged):
    row = ("A1", "硫含量", "6", "mg/kg", *DIESEL)

    assert judged(row)[0]["verdict"] == "pass"
    (batch,) = judged(row, options=("--programme", "yichuan-2025-example"))
    assert (batch["verdict"], batch["reasons"]) == ("undecided", ["incomplete"])


def test_the_kind_of_site_decides_whether_there_are_days_to_replace_the_stock(judged):
    row = ("A1", "蒸气压", "70", "kPa", "车用汽油", "92", "2025-05-08", "")

    assert judged((*row, "加油站"))[0]["items"][0]["reason"] == "season-window"
    assert judged((*row, "油库"))[0]["verdict"] == "fail"


def test_the_office_s_own_limits_go_before_those_of_the_package(judged, monkeypatch, tmp_path):
    from fuelcheck.law.load import find_standards

    ((text, _),) = find_standards("GB 19147-2016", None)
    row = ("A1", "凝点", "5", "℃", *DIESEL)
    assert judged(row)[0]["verdict"] == "fail"
    (tmp_path / "standards").mkdir()
    own = text.replace("GB/T 510", "GB/T 510-2018")
    (tmp_path / "standards" / "gb-19147-2016-vi.toml").write_text(own, encoding="utf-8")
    monkeypatch.setenv("FUELCHECK_DATA", str(tmp_path))

    assert judged(row)[0]["items"][0]["method"] == "GB/T 510-2018"


def test_a_person_reads_each_batch_with_what_fails_and_how_sure_the_limit_is(fuelcheck, tmp_path):
    rows = (
        ("A1", "硫含量", "35", "mg/kg", *DIESEL), ("A1", "闪点", "59.6", "℃"),
        ("A2", "硫含量", "3", "mg/kg", *DIESEL),
    )  # fmt: skip
    said = fuelcheck("judge", write_csv(tmp_path / "results.csv", [PLAIN, *rows]))
    lines = said.out.splitlines()

    assert said.code == 0
    assert lines[0].startswith("A1  diesel 0  2025-03-09  fail  GB 19147-2016 VI")
    assert "   fail  sulfur content  35 mg/kg  limit <= 10  [confirmed]" in lines
    assert "      sulfur content: 35 mg/kg is more than the limit ≤ 10 mg/kg allows" in lines
    assert any(line.startswith("   undecided  flash point") and "59.6 ℃  limit >= 60" in line for line in lines)
    assert any(line.startswith("   not tested: ") and "; ash; " in line for line in lines)
    assert any(line.startswith("A2  diesel 0  2025-03-09  pass") for line in lines)
    assert lines[-1].startswith("2 batches: 1 pass, 1 fail, 0 undecided; 2 not completely tested")
    assert said.out.count("2018年第1号修改单") == 1


def test_a_limit_that_nobody_has_confirmed_is_marked(fuelcheck, tmp_path):
    rows = [PLAIN, ("A1", "闪点", "40", "℃", "车用柴油", "-20", "2025-03-09")]
    said = fuelcheck("judge", write_csv(tmp_path / "results.csv", rows))

    assert "(1 of 1 limits used are not confirmed)" in said.out
    assert "limit >= 50  [memory]" in said.out


def test_a_file_with_faults_is_refused_with_all_of_them(fuelcheck, tmp_path):
    rows = [PLAIN, ("A1", "硫含量", "6", "", "汽油", "92", "2025-3"), ("A2", "硫含量", "6", "", "车用柴油", "0", "")]
    said = fuelcheck("judge", path := write_csv(tmp_path / "results.csv", rows))

    assert said.code == 2
    assert "row 2 [产品]" in said.out
    assert "row 2 [抽样日期]" in said.out
    assert "row 3 [抽样日期]: 抽样日期 must be filled in" in said.out
    assert "Nothing was judged" in said.err
    refusal = json.loads(fuelcheck("judge", path, "--json").out)
    assert refusal["accepted"] is False
    assert [(fault["code"], fault["row"]) for fault in refusal["faults"]] == [
        ("ambiguous-petrol", 2), ("day-without-day", 2), ("missing-cell", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("words", [("missing.xlsx",), (), ("results.csv", "--programme", "henan-1999")])
def test_wrong_use_is_refused(fuelcheck, tmp_path, words):
    write_csv(tmp_path / "results.csv", [PLAIN, ("A1", "硫含量", "6", "", *DIESEL)])

    assert fuelcheck("judge", *words).code == 2


def test_it_needs_no_store_and_loads_none(tmp_path):
    path = laboratory_book(tmp_path / "lab.xlsx", sent(3))
    script = (
        "import sys; from fuelcheck.cli.start import main; code = main(['judge', sys.argv[1], '--json'])\n"
        "print(code, *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True,
        env={"FUELCHECK_DATA": str(tmp_path), "HOME": str(tmp_path), "PATH": "", "PYTHONPATH": "."},
    )  # fmt: skip
    code, *loaded = done.stderr.splitlines()[-1].split()

    assert code == "0"
    assert not {"sqlmodel", "sqlalchemy", "fuelcheck.store", "reportlab"} & set(loaded)
    assert not list(tmp_path.glob("*.db"))


def test_an_import_refuses_results_and_says_where_they_belong(founded, tmp_path):
    said = founded("import", laboratory_book(tmp_path / "lab.xlsx", sent(2)), "--by", "a", "--json")
    (fault,) = json.loads(said.out)["faults"]

    assert (said.code, fault["code"], fault["sheet"]) == (2, "results-are-judged", "检验结果汇总")
    assert "fuelcheck judge" in fault["message"]


def test_results_beside_other_ledgers_are_not_silently_left_out_of_an_import(founded, tmp_path):
    visits = [("站点编号", "日期", "情况"), ("S001", "2025-08-12", "停业")]
    results = [PLAIN, ("A1", "硫含量", "6", "", *DIESEL)]
    said = founded("import", write_xlsx(tmp_path / "book.xlsx", {"一": visits, "二": results}), "--by", "a", "--json")

    assert said.code == 2
    assert ("results-are-judged", "二") in {(f["code"], f["sheet"]) for f in json.loads(said.out)["faults"]}


def test_the_empty_sheet_can_be_had_and_a_store_has_none_to_give(founded, tmp_path):
    assert founded("template", "results", "-o", tmp_path / "form.csv").code == 0
    assert (tmp_path / "form.csv").read_text("utf-8-sig").strip().split(",") == [
        "抽样单编号", "检验项目", "结果", "单位", "产品", "牌号", "抽样日期", "执行标准", "站点类别", "备注",
    ]  # fmt: skip
    said = founded("export", "results", "-o", tmp_path / "out.csv")
    assert (said.code, "sites, site_changes, samples, visits" in said.err) == (2, True)
