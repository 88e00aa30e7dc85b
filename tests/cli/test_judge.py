"""``judge``: a laboratory's workbook in, verdicts out; no store, and no exit code by the verdict."""

import json
import subprocess
import sys
from io import StringIO

import pytest
from openpyxl import load_workbook
from rich.console import Console

from fuelcheck.cli.shown_judgement import show
from fuelcheck.judging import judge_files
from tests.laboratory import CONCLUDED, HEADER, joined_book, laboratory_book, sent, wide_book
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
    assert "   fail  sulfur content  35 mg/kg  limit ≤ 10 mg/kg  [confirmed]  (SH/T 0689)" in lines
    assert "      sulfur content: 35 mg/kg is more than the limit ≤ 10 mg/kg allows" in lines
    assert any(line.startswith("   undecided  flash point") and "59.6 ℃  limit ≥ 60 °C" in line for line in lines)
    assert any(line.startswith("   not tested: ") and "; ash; " in line for line in lines)
    assert any(line.startswith("A2  diesel 0  2025-03-09  pass") for line in lines)
    assert lines[-1].startswith("2 batches: 1 pass, 1 fail, 0 undecided; 2 not completely tested")
    assert said.out.count("2018年第1号修改单") == 1


def test_a_pass_is_defended_item_by_item_for_a_few_batches_and_on_request(fuelcheck, tmp_path):
    few = [(f"A{n}", "硫含量", "3", "mg/kg", *DIESEL) for n in range(5)]
    many = write_csv(tmp_path / "many.csv", [PLAIN, *few, ("A9", "硫含量", "3", "mg/kg", *DIESEL)])
    told = "   pass  sulfur content  3 mg/kg"

    assert fuelcheck("judge", write_csv(tmp_path / "few.csv", [PLAIN, *few])).out.count(told) == 5
    assert fuelcheck("judge", many).out.count(told) == 0
    assert fuelcheck("judge", many, "-v").out.count(told) == fuelcheck("judge", many, "--verbose").out.count(told) == 6
    assert "--verbose" in fuelcheck("judge", "--help").out


def test_a_limit_that_nobody_has_confirmed_is_marked(fuelcheck, tmp_path):
    rows = [PLAIN, ("A1", "闪点", "40", "℃", "车用柴油", "-20", "2025-03-09")]
    said = fuelcheck("judge", write_csv(tmp_path / "results.csv", rows))

    assert "(1 of 1 limits used are not confirmed)" in said.out
    assert "limit ≥ 50 °C  [memory]" in said.out


def test_only_limits_that_a_result_was_held_against_are_counted_as_used(fuelcheck, tmp_path):
    rows = [PLAIN, ("A1", "闪点", "40", "℃", "车用柴油", "-20", "2025-03-09"), ("A1", "灰分", "未检", "%")]
    said = fuelcheck("judge", write_csv(tmp_path / "results.csv", rows))

    assert "(1 of 1 limits used are not confirmed)" in said.out


def test_the_clause_stands_beside_the_method_where_it_is_known(fuelcheck, tmp_path):
    rows = [PLAIN, ("A1", "硫含量", "35", "mg/kg", "车用乙醇汽油（E10）", "92", "2025-03-09")]
    said = fuelcheck("judge", write_csv(tmp_path / "results.csv", rows))

    assert "(SH/T 0689; 表3)" in said.out


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


def test_the_empty_sheet_can_be_had(founded, tmp_path):
    assert founded("template", "results", "-o", tmp_path / "form.csv").code == 0
    assert (tmp_path / "form.csv").read_text("utf-8-sig").strip().split(",") == [
        "抽样单编号", "检验项目", "结果", "单位", "产品", "牌号", "抽样日期", "执行标准", "站点类别", "备注",
    ]  # fmt: skip


def test_the_same_batches_get_the_same_verdicts_in_every_layout(fuelcheck, tmp_path):
    batches = sent(200)
    books = [make(tmp_path / f"{make.__name__}.xlsx", batches) for make in (laboratory_book, wide_book, joined_book)]
    long, wide, joined = (json.loads(fuelcheck("judge", book, "--json").out) for book in books)

    assert [(one["form_no"], one["verdict"]) for one in wide] == [(one.form_no, one.verdict) for one in batches]
    assert [one["items"] for one in wide] == [one["items"] for one in long] == [one["items"] for one in joined]
    assert [one["laboratory"] for one in wide] == [("fail" if one.verdict == "fail" else "pass") for one in batches]
    assert [one["laboratory"] for one in long] == [None] * 200


def test_a_conclusion_contrary_to_the_verdict_is_flagged_for_a_person_and_a_program(fuelcheck, tmp_path, monkeypatch):
    monkeypatch.setitem(CONCLUDED, "fail", "合格")
    book = joined_book(tmp_path / "book.xlsx", sent(4))
    found = json.loads(fuelcheck("judge", book, "--json").out)
    said = fuelcheck("judge", book)

    assert [(one["verdict"], one["laboratory"], one["differs"]) for one in found[2:]] == [
        ("pass", "pass", False), ("fail", "pass", True),
    ]  # fmt: skip
    assert "   The laboratory concluded pass, we fail: look again before a notice goes out" in said.out.splitlines()
    assert "1 contrary to the laboratory" in said.out


def test_a_verdict_that_decides_nothing_contradicts_nobody(fuelcheck, tmp_path):
    found = json.loads(fuelcheck("judge", joined_book(tmp_path / "book.xlsx", sent(8)), "--json").out)

    assert (found[7]["verdict"], found[7]["laboratory"], found[7]["differs"]) == ("undecided", "pass", False)


def test_a_sampled_batch_without_results_is_said_and_not_in_the_data(fuelcheck, tmp_path):
    said = fuelcheck("judge", joined_book(tmp_path / "book.xlsx", sent(5), without=["A001"]), "--json")

    assert [one["form_no"] for one in json.loads(said.out)] == ["A000", "A002", "A003", "A004"]
    assert "book.xlsx 抽样, row 3 [抽样单编号]: A001: no results, so it was not judged" in said.err


def test_samples_and_results_may_be_two_files(fuelcheck, tmp_path):
    samples = [PLAIN[:1] + PLAIN[4:7], ("A1", *DIESEL)]
    results = [PLAIN[:4], ("A1", "硫含量", "6", "mg/kg")]
    files = [write_csv(tmp_path / "a.csv", samples), write_csv(tmp_path / "b.csv", results)]

    assert json.loads(fuelcheck("judge", *files, "--json").out)[0]["verdict"] == "pass"


def test_a_row_of_limits_is_said_to_have_been_skipped(fuelcheck, tmp_path):
    said = fuelcheck("judge", wide_book(tmp_path / "book.xlsx", sent(3)))

    assert "row 4 skipped: says what is demanded or how it is tested, not what was found" in said.err


def test_unknown_headers_are_read_by_a_mapping(fuelcheck, tmp_path):
    rows = [("样号", "油", "号", "日", "测项", "测得"), ("A1", "车用柴油", "0", "2025-03-09", "硫含量", "35")]
    (tmp_path / "map.toml").write_text(
        'kind = "results"\n[columns]\n"样号" = "form_no"\n"油" = "product"\n"号" = "grade"\n"日" = "sampled_on"\n'
        '"测项" = "item"\n"测得" = "value"\n',
        encoding="utf-8",
    )
    path = write_csv(tmp_path / "results.csv", rows)

    assert fuelcheck("judge", path).code == 2
    (batch,) = json.loads(fuelcheck("judge", path, "--map", tmp_path / "map.toml", "--json").out)
    assert batch["verdict"] == "fail"
    assert fuelcheck("judge", path, "--map", tmp_path / "other.toml").code != 0


def test_the_faulty_cells_of_a_refused_workbook_come_back_marked(fuelcheck, tmp_path):
    header = ("抽样单编号", "样品名称", "规格型号", "抽样日期", "硫含量 mg/kg", "闪点/℃")
    rows = [("一览表",), header, ("A1", "汽油", "92", "2025-3", 6, 66), ("A2", *DIESEL, 6, 66)]
    path = write_xlsx(tmp_path / "results.xlsx", {"一": rows})
    said = fuelcheck("judge", path, "--annotated", tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx")["一"]

    assert (said.code, f"Written: {tmp_path / 'out.xlsx'}" in said.err) == (2, True)
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["B3", "D3"]


def test_one_remark_of_a_whole_sheet_stands_at_its_header(fuelcheck, tmp_path):
    rows = [("一览表",), ("抽样单编号", "硫含量", "闪点"), ("", "mg/kg", "℃"), ("A1", 6, 66)]
    path = write_xlsx(tmp_path / "results.xlsx", {"一": rows})
    fuelcheck("judge", path, "--annotated", tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx")["一"]

    assert [cell.row for row in sheet.iter_rows() for cell in row if cell.comment] == [3]


def test_what_speaks_against_the_programme_is_said_once_each_with_counts(fuelcheck, tmp_path):
    rows = [
        PLAIN, ("A1", "硫含量", "6", "mg/kg", *DIESEL), ("A2", "硫含量", "6", "mg/kg", "车用柴油", "0", "2024-12-30"),
    ]  # fmt: skip
    path = write_csv(tmp_path / "results.csv", rows)
    options = ("--programme", "yichuan-2025-example")
    said = fuelcheck("judge", path, *options, "--division", "410300")

    warnings = [line for line in said.err.splitlines() if line.startswith("Warning: ")]
    assert len(warnings) == 3
    assert "is an example" in warnings[0]
    assert "is of 410329, not of 410300: 2 batches" in warnings[1]
    assert "is of 2025; 1 of 2 batches were sampled in another year (2024)" in warnings[2]
    assert "not of" not in fuelcheck("judge", path, *options, "--division", "410329").err
    assert "not of" not in fuelcheck("judge", path, *options).err
    assert "Warning" not in fuelcheck("judge", path).err


def test_a_batch_of_which_nothing_could_be_judged_is_not_said_to_have_no_failing_item(judged):
    unknown = judged(("A1", "气味", "正常", "", *DIESEL))[0]["sentence"]
    in_part = judged(("A1", "气味", "正常", "", *DIESEL), ("A1", "硫含量", "6", "mg/kg"))[0]["sentence"]

    assert unknown == "Nothing could be judged, so a person must decide (1 open points)"
    assert in_part == "No item fails, but a person must decide (1 open points)"


def test_the_same_result_twice_is_one_result(judged):
    (batch,) = judged(("A1", "硫含量", "6", "mg/kg", *DIESEL), ("A1", "硫", "6", "mg/kg"))

    assert [(item["item"], item["value"]) for item in batch["items"]] == [("sulfur", "6")]


def test_what_the_programme_still_asks_for_is_listed_once(fuelcheck, tmp_path):
    path = write_csv(tmp_path / "results.csv", [PLAIN, ("A1", "硫含量", "6", "mg/kg", *DIESEL)])

    assert fuelcheck("judge", path, "--programme", "yichuan-2025-example").out.count("cetane index") == 1
    assert fuelcheck("judge", path).out.count("cetane index") == 1


def test_on_a_terminal_a_long_line_hangs_under_its_beginning(tmp_path):
    path = write_csv(tmp_path / "results.csv", [PLAIN, ("A1", "硫含量", "6", "mg/kg", *DIESEL)])
    screen = Console(file=StringIO(), width=40, force_terminal=True, color_system=None)
    show(judge_files([path]), screen)
    lines = screen.file.getvalue().splitlines()

    assert max(map(len, lines)) <= 40
    tested = next(n for n, line in enumerate(lines) if line.startswith("   not tested: "))
    assert lines[tested + 1].startswith("   ")
    assert any(line.startswith("· ") and len(line.strip()) > 10 for line in lines)
