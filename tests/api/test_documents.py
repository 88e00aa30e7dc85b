"""Issued documents: listed, given to the byte; anybody may ask whether one is genuine, and learns nothing else."""

from io import BytesIO

import pytest

from fuelcheck.library import issue_quota_report
from fuelcheck.reports.paper import Paper
from tests.cast import REVIEWER, YEAR_END


@pytest.fixture
def issued(desk):
    report = desk.county.report(YEAR_END)
    number, content = issue_quota_report(desk.county.store, report, ".xlsx", Paper(), by=REVIEWER)
    return number, content, report.head.hash


def genuine(desk, number, code):
    answer = desk.ask(f"/documents/{number}/check", role=None, query_string={"code": code})
    assert answer.status_code == 200
    assert answer.json.keys() == {"genuine"}
    return answer.json["genuine"]


def file_genuine(desk, number, content):
    data = {"files": (BytesIO(content), "报告.xlsx")}
    answer = desk.ask(f"/documents/{number}/check", "POST", role=None, data=data)
    assert answer.json.keys() == {"genuine"}
    return answer.json["genuine"]


def test_the_bytes_are_those_that_were_issued(desk, issued):
    number, content, _ = issued
    answer = desk.ask(f"/documents/{number}")

    assert answer.data == content
    assert answer.headers["Content-Disposition"] == f"attachment; filename={number}.xlsx"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_the_list_names_number_day_and_hash(desk, issued):
    row = desk.items("/documents")[0]

    assert (row["number"], row["as_of"], row["kind"]) == (issued[0], "2025-12-31", "quota")
    assert "evaluation" not in row


def test_number_and_printed_head_are_genuine_with_or_without_label_in_full_or_in_part(desk, issued):
    number, _, head = issued
    bare = head.removeprefix("sha256:")

    assert genuine(desk, number, head)
    assert genuine(desk, number.lower(), bare.upper())
    assert genuine(desk, number, bare[:16])


def test_too_few_digits_other_digits_and_other_numbers_are_not(desk, issued):
    number, _, head = issued
    bare = head.removeprefix("sha256:")

    assert not genuine(desk, number, bare[:15])
    assert not genuine(desk, number, "0" * 64)
    assert not genuine(desk, number, number)
    assert not genuine(desk, "FC-0000000000", head)


def test_the_file_itself_is_genuine_and_one_with_another_byte_is_not(desk, issued):
    number, content, _ = issued

    assert file_genuine(desk, number, content)
    assert not file_genuine(desk, number, content + b"\n")
    assert not file_genuine(desk, "FC-0000000000", content)
    assert not file_genuine(desk, number, b"")


def test_the_report_is_a_pdf_unless_a_workbook_is_asked_for(desk):
    asked = {"query_string": {"as_of": "2025-12-31", "period": "month", "number": "伊市监报〔2026〕1号"}}
    workbook = desk.ask(
        "/quotas/2025/report",
        headers={"Accept": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        **asked,
    )
    pdf = desk.ask("/quotas/2025/report", **asked)

    assert workbook.data.startswith(b"PK")
    assert pdf.data.startswith(b"%PDF")
    assert desk.ask("/quotas/2025/report", headers={"Accept": "text/html"}, **asked).status_code == 406
