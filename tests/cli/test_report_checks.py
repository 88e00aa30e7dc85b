"""``report check`` and ``report checks``: the record as one page, the month's summary, issued or not."""

import json
from io import BytesIO

import openpyxl
import pypdf
import pytest

from tests.cast import CLERK, DRIVER, clean_check, road_check, write_csv

PRINTED = ("--printed-at", "2025-04-02T09:00:00")
MARCH = ("report", "checks", "--month", "2025-03", *PRINTED)


def pages_of(path):
    return [
        "".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(path.read_bytes())).pages
    ]  # fmt: skip


@pytest.fixture
def road(founded, tmp_path):
    rows = [road_check("R1"), clean_check("R2", "2025-03-10 10:00"), clean_check("R3", "2025-04-01")]
    assert founded("import", write_csv(tmp_path / "路检.csv", rows), "--by", CLERK).code == 0
    return founded


def test_a_record_is_one_page_with_the_driver_s_name_and_changes_nothing(road, tmp_path):
    head = road("audit", "head").out
    said = road("report", "check", "R1", *PRINTED, "-o", tmp_path / "r.pdf")

    assert (said.code, said.out) == (0, "")
    assert DRIVER not in said.err
    (page,) = pages_of(tmp_path / "r.pdf")
    for words in ("记录编号：R1", DRIVER, "1.40m⁻¹", "不合格", "当事人联", "2025年3月23日前（含当日）", "逾期未复检"):
        assert words in page
    assert road("audit", "head").out == head


def test_masked_it_has_no_name(road, tmp_path):
    road("report", "check", "R1", "--masked", *PRINTED, "-o", tmp_path / "r.pdf")

    (page,) = pages_of(tmp_path / "r.pdf")
    assert "欧阳**" in page
    assert DRIVER not in page


def test_a_clean_check_has_its_own_paper_and_the_office_s_number(road, tmp_path):
    road("report", "check", "R2", "--number", "伊环检〔2025〕8号", "-o", tmp_path / "r.pdf")

    (page,) = pages_of(tmp_path / "r.pdf")
    assert "（检查合格）" in page
    assert "伊环检〔2025〕8号" in page


def test_the_same_arguments_give_the_same_bytes(road, tmp_path):
    for name in ("one.pdf", "two.pdf", "one.xlsx", "two.xlsx"):
        assert road(*MARCH, "-o", tmp_path / name).code == 0
    road("report", "check", "R1", *PRINTED, "-o", tmp_path / "one")
    road("report", "check", "R1", *PRINTED, "-o", tmp_path / "two")

    for kind in (".pdf", ".xlsx", ""):
        assert (tmp_path / f"one{kind}").read_bytes() == (tmp_path / f"two{kind}").read_bytes()


def test_an_issued_record_is_shown_to_the_byte_and_its_evaluation_names_nobody(road, tmp_path):
    said = road("report", "check", "R1", *PRINTED, "--issue", "--by", CLERK, "-o", tmp_path / "r.pdf")
    (document,) = json.loads(road("document", "list", "--json").out)
    number = document["number"]

    assert number in said.err
    assert (document["kind"], document["year"], document["period"]) == ("check", 2025, "2025-03-09")
    road("document", "show", number, "-o", tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "r.pdf").read_bytes()
    assert number in pages_of(tmp_path / "r.pdf")[0]
    assert road("audit", "verify").code == 0
    assert DRIVER not in road("audit", "show", number).out


def test_the_month_is_added_up_and_no_other_month(road, tmp_path):
    road(*MARCH, "-o", tmp_path / "m.pdf")
    road(*MARCH, "-o", tmp_path / "m.xlsx")

    first = pages_of(tmp_path / "m.pdf")[0]
    assert "共检查柴油车2辆次，其中合格1辆次、不合格1辆次" in first
    assert "逾期未复检1辆次" in first
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert [cell.value for cell in book["总体情况"][5]][:4] == ["合计", 2, 1, 1]


def test_an_issued_summary_is_a_document_of_its_month(road, tmp_path):
    road(*MARCH, "--issue", "--by", CLERK, "-o", tmp_path / "m.xlsx")
    (document,) = json.loads(road("document", "list", "--json").out)

    assert (document["kind"], document["period"], document["as_of"]) == ("checks", "month", "2025-04-02")


def test_a_span_of_days_is_taken_too(road, tmp_path):
    asked = ("report", "checks", "--from", "2025-03-10", "--until", "2025-04-01", *PRINTED)
    assert road(*asked, "--issue", "--by", CLERK, "-o", tmp_path / "m.pdf").code == 0
    (document,) = json.loads(road("document", "list", "--json").out)

    assert document["period"] == "2025-03-10/2025-04-01"
    assert "共检查柴油车2辆次，其中合格2辆次" in pages_of(tmp_path / "m.pdf")[0]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--month", "2025-13"), "2025-13"),
        ((), "--month"),
        (("--month", "2025-03", "--from", "2025-03-01"), "--from"),
        (("--from", "2025-03-01"), "--until"),
        (("--from", "2025-03-02", "--until", "2025-03-01"), "before"),
    ],
)
def test_a_span_that_is_none_is_refused(road, tmp_path, options, word):
    said = road("report", "checks", *options, "-o", tmp_path / "m.pdf")

    assert said.code == 2
    assert word in said.err
    assert not (tmp_path / "m.pdf").exists()


def test_a_record_is_a_pdf_and_must_exist(road, tmp_path):
    workbook = road("report", "check", "R1", "-o", tmp_path / "r.xlsx")
    unknown = road("report", "check", "R9", "-o", tmp_path / "r.pdf")

    assert (workbook.code, unknown.code) == (2, 2)
    assert ".pdf" in workbook.err
    assert "R9" in unknown.err
