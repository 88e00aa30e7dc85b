"""``report targets`` and ``report phase-out``: rendered without a trace, issued as documents of their own kind."""

import json
from io import BytesIO

import openpyxl
import pypdf
import pytest

from tests.cast import CLERK, write_csv
from tests.standing.fleet import FLEET

ASK = ("--as-of", "2025-10-31")
KINDS = (("targets", "targets"), ("phase-out", "phase_out"))


@pytest.fixture
def fleet(founded, tmp_path):
    """The command line of a county with the cast's vehicles."""
    assert founded("import", write_csv(tmp_path / "车辆.csv", FLEET), "--by", CLERK).code == 0
    return founded


def text_of(path):
    pages = pypdf.PdfReader(BytesIO(path.read_bytes())).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("document", ["targets", "phase-out"])
def test_the_same_arguments_give_the_same_bytes_and_no_act(fleet, tmp_path, document):
    head = fleet("audit", "head").out
    for name in ("one.pdf", "two.pdf", "one.xlsx", "two.xlsx"):
        said = fleet("report", document, *ASK, "--printed-at", "2025-11-05T09:00:00", "-o", tmp_path / name)
        assert (said.code, said.out) == (0, "")

    for kind in ("pdf", "xlsx"):
        assert (tmp_path / f"one.{kind}").read_bytes() == (tmp_path / f"two.{kind}").read_bytes()
    assert fleet("audit", "head").out == head


def test_the_electrification_report_tells_of_the_cast(fleet, tmp_path):
    fleet("report", "targets", *ASK, "--number", "伊商〔2025〕9号", "-o", tmp_path / "t.pdf")

    text = text_of(tmp_path / "t.pdf")
    assert "公交车新能源化66.6%（2/3，要求100%，尚需更新1辆）" in text
    assert "伊商〔2025〕9号" in text


def test_the_phase_out_list_tells_of_the_cast(fleet, tmp_path):
    fleet("report", "phase-out", *ASK, "-o", tmp_path / "p.xlsx")

    book = openpyxl.load_workbook(tmp_path / "p.xlsx")
    to_go, unknown = book.worksheets[4], book.worksheets[6]
    assert [cell.value for cell in to_go["D"][2:]] == ["号牌号码", "豫C40001"]
    assert {cell.value for cell in unknown["D"][3:]} > {"豫C40002", "豫C40003"}


def test_the_day_of_printing_is_the_day_that_is_asked_about(fleet, tmp_path):
    fleet("report", "phase-out", "--printed-at", "2025-11-05T09:00:00", "-o", tmp_path / "p.pdf")

    assert "截至2025年11月5日" in text_of(tmp_path / "p.pdf")


@pytest.mark.parametrize(("document", "kind"), KINDS)
def test_an_issued_document_is_listed_shown_and_known_by_its_bytes(fleet, tmp_path, document, kind):
    file = tmp_path / "d.pdf"
    said = fleet("report", document, *ASK, "--issue", "--by", "张建国", "-o", file)
    (listed,) = json.loads(fleet("document", "list", "--json").out)

    assert said.code == 0
    assert (listed["kind"], listed["year"], listed["period"], listed["as_of"]) == (kind, 2025, "year", "2025-10-31")
    assert listed["number"] in text_of(file)
    fleet("document", "show", listed["number"], "-o", tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == file.read_bytes()
    assert fleet("document", "check", file).code == 0
    assert fleet("audit", "verify").code == 0


def test_the_next_report_tells_what_changed_since_the_issued_one(fleet, tmp_path):
    fleet("report", "targets", *ASK, "--issue", "--by", "张建国", "-o", tmp_path / "first.pdf")
    changed = [{**row, "排放阶段": "国四"} if row["号牌号码"] == "豫C40001" else row for row in FLEET]
    path = write_csv(tmp_path / "车辆二.csv", changed)
    assert fleet("import", path, "--update", "--reason", "随车清单为国四", "--by", CLERK).code == 0
    fleet("report", "targets", *ASK, "-o", tmp_path / "second.pdf")

    text = text_of(tmp_path / "second.pdf")
    assert "排放阶段：国三→国四" in text
    assert "随车清单为国四" in text


def test_a_format_that_is_not_written_is_refused_and_nothing_issued(fleet, tmp_path):
    said = fleet("report", "targets", *ASK, "--issue", "-o", tmp_path / "t.doc")

    assert said.code == 2
    assert json.loads(fleet("document", "list", "--json").out) == []
