"""``report`` and ``document``: rendering changes nothing, issuing keeps the very bytes."""

import json
import subprocess
import sys
from io import BytesIO

import pypdf
import pytest

ASK = ("report", "quota", "--year", "2025", "--as-of", "2025-12-31")


def text_of(file):
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(file)).pages)


def test_the_same_arguments_give_the_same_bytes_and_no_act(office, tmp_path):
    head = office("audit", "head").out
    for name in ("one.pdf", "two.pdf", "one.xlsx", "two.xlsx"):
        said = office(*ASK, "--printed-at", "2026-01-05T09:00:00", "-o", tmp_path / name)
        assert (said.code, said.out) == (0, "")
        assert name in said.err

    for kind in ("pdf", "xlsx"):
        assert (tmp_path / f"one.{kind}").read_bytes() == (tmp_path / f"two.{kind}").read_bytes()
    assert office("audit", "head").out == head


def test_a_report_can_go_to_stdout(office, database_url, tmp_path):
    office(*ASK, "-o", tmp_path / "file.pdf")
    command = [sys.executable, "-c", "from fuelcheck.cli import run; run()", *ASK, "-o", "-"]
    done = subprocess.run(command, capture_output=True)

    assert done.returncode == 0
    assert done.stdout == (tmp_path / "file.pdf").read_bytes()


def test_the_day_of_printing_is_the_day_that_is_asked_about(office, tmp_path):
    office("report", "quota", "--year", "2025", "--printed-at", "2025-11-05T09:00:00", "-o", tmp_path / "r.pdf")

    text = text_of((tmp_path / "r.pdf").read_bytes())
    assert "2025年11月5日" in text.replace(" ", "")


def test_the_office_s_number_is_printed_and_none_is_invented(office, tmp_path):
    for name, number in (("with.pdf", ("--number", "伊市监〔2026〕1号")), ("without.pdf", ())):
        office(*ASK, *number, "-o", tmp_path / name)
    texts = [text_of((tmp_path / name).read_bytes()) for name in ("with.pdf", "without.pdf")]

    assert "伊市监〔2026〕1号" in texts[0]
    assert "〔2026〕" not in texts[1]


@pytest.fixture
def issued(office, tmp_path):
    """An issued document: its file and its number."""
    said = office(*ASK, "--issue", "--by", "张建国", "--printed-at", "2026-01-05", "-o", tmp_path / "q.pdf")
    assert said.code == 0
    (document,) = json.loads(office("document", "list", "--json").out)
    assert document["number"] in said.err
    return tmp_path / "q.pdf", document["number"]


def test_an_issued_document_is_shown_to_the_byte(office, issued, tmp_path):
    file, number = issued
    said = office("document", "show", number, "-o", tmp_path / "again.pdf")

    assert said.code == 0
    assert (tmp_path / "again.pdf").read_bytes() == file.read_bytes()
    assert number in text_of(file.read_bytes())


def test_a_file_is_a_document_or_it_is_not(office, issued, tmp_path):
    file, number = issued
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(file.read_bytes().replace(b"%%EOF", b"%%EOE"))
    yes, no = office("document", "check", file), office("document", "check", changed)

    assert (yes.code, no.code) == (0, 1)
    assert number in yes.out
    assert "no document" in no.out
    assert json.loads(office("document", "check", changed, "--json").out) == {"issued": False, "document": None}
    assert json.loads(office("document", "check", file, "--json").out)["document"]["number"] == number


def test_a_list_states_day_office_number_and_moment(office, issued):
    (document,) = json.loads(office("document", "list", "--json").out)

    assert (document["year"], document["as_of"], document["period"]) == (2025, "2025-12-31", "year")
    assert document["printed_at"] == "2026-01-05T23:59:59+08:00"
    assert document["number"] in office("document", "list").out


def test_without_documents_the_list_is_empty_and_says_so(office):
    said = office("document", "list")

    assert (said.code, said.out) == (0, "")
    assert "No document" in said.err


def test_an_issued_document_verifies_with_its_evidence(office, issued):
    assert office("audit", "verify").code == 0


@pytest.mark.parametrize("place", ["no/such/q.pdf", "."])
def test_nothing_is_issued_where_the_file_could_not_be_written(office, place):
    said = office(*ASK, "--issue", "-o", place)

    assert said.code == 3
    assert place in said.err
    assert json.loads(office("document", "list", "--json").out) == []
