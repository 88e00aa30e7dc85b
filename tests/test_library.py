"""The library as its description promises it: a few lines from ledger to report."""

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

import fuelcheck as fc
from fuelcheck.library import UnknownReportType, audit_head, today
from fuelcheck.reports.paper import Paper
from fuelcheck.store.engine import NoStore
from tests.cast import CHINA, CLERK, POLICY, REVIEWER, SHUNDA, batch, sites, write_csv

YEAR_END = date(2025, 12, 31)


@pytest.fixture
def sampled(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])
    return county


def test_from_ledgers_to_the_report_in_a_few_lines(database_url, tmp_path):
    ledger = write_csv(tmp_path / "book.csv", sites())
    with fc.open_store(database_url, create=True) as store:
        fc.init(store, division="410329", policy=POLICY, by=REVIEWER)
        fc.import_ledgers(store, [ledger], by=CLERK)
        report = fc.quota_report(store, year=2025, as_of=YEAR_END)
        assert report.status.met is False
        assert fc.quota_status(store, year=2025, as_of=YEAR_END) == report.status
        fc.render_quota_report(report, tmp_path / "q.pdf")

    assert (tmp_path / "q.pdf").read_bytes().startswith(b"%PDF")


def test_every_public_name_is_there():
    for name in fc.__all__:
        assert callable(getattr(fc, name))
    assert set(fc.__all__) <= set(dir(fc))
    with pytest.raises(AttributeError, match="no attribute 'judgement'"):
        fc.judgement  # noqa: B018


def test_importing_the_package_loads_nothing_heavy():
    script = "import sys, fuelcheck, fuelcheck.language\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert not {name.partition(".")[0] for name in done.stdout.split()} & {
        "sqlalchemy",
        "sqlmodel",
        "reportlab",
        "rich",
    }


def test_a_store_that_is_not_there_is_made_only_on_request(tmp_path):
    url = f"sqlite:///{tmp_path / 'office' / 'county.db'}"
    with pytest.raises(NoStore):
        fc.open_store(url)
    assert not (tmp_path / "office").exists()
    fc.open_store(url, create=True).close()

    fc.open_store(url).close()


def test_today_is_the_day_in_china(county):
    county.clock.now = datetime(2025, 6, 30, 15, 59, tzinfo=UTC)
    assert today(county.store) == date(2025, 6, 30)

    county.clock.now = datetime(2025, 6, 30, 16, 0, tzinfo=UTC)
    assert today(county.store) == date(2025, 7, 1)


def test_without_a_day_today_is_asked_about(sampled):
    sampled.clock.set(date(2025, 3, 19))
    assert fc.quota_status(sampled.store, year=2025).as_of == date(2025, 3, 19)
    assert fc.quota_status(sampled.store, year=2025).line("motor_fuel_batches").in_progress == 1

    sampled.clock.set(date(2025, 3, 20))
    assert fc.quota_report(sampled.store, year=2025).status.line("motor_fuel_batches").achieved == 1


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".PDF"])
def test_the_same_evaluation_gives_the_same_bytes(sampled, tmp_path, suffix):
    report = sampled.report()
    paper = Paper(
        number="伊市监〔2026〕1号", printed_at=datetime(2026, 1, 5, 9, tzinfo=CHINA), office="县市场监督管理局"
    )
    files = [tmp_path / f"{n}{suffix}" for n in (1, 2)]
    for file in files:
        fc.render_quota_report(report, file, paper)

    assert files[0].read_bytes() == files[1].read_bytes()


def test_rendering_changes_nothing(sampled, tmp_path):
    head = audit_head(sampled.store)
    fc.render_quota_report(sampled.report(), tmp_path / "q.pdf")

    assert audit_head(sampled.store) == head


@pytest.mark.parametrize("name", ["q.docx", "q"])
def test_a_report_in_another_format_is_refused(sampled, tmp_path, name):
    with pytest.raises(UnknownReportType):
        fc.render_quota_report(sampled.report(), tmp_path / name)
    assert not (tmp_path / name).exists()


def test_a_document_may_be_a_workbook(sampled):
    number, file = fc.issue_quota_report(sampled.store, sampled.report(), ".XLSX", Paper(), by=REVIEWER)

    assert number.startswith("FC-")
    assert file.startswith(b"PK")


def test_a_period_that_is_none_is_refused(sampled):
    with pytest.raises(ValueError, match="week"):
        sampled.report(period="week")


def test_reading_and_writing_name_their_division_where_there_are_several(county):
    with pytest.raises(fc.FuelcheckError, match="999999"):
        fc.quota_status(county.store, year=2025, as_of=YEAR_END, division="999999")
    assert fc.quota_status(county.store, year=2025, as_of=YEAR_END, division="410329").met is False


def test_two_people_at_one_store_write_one_chain(sampled, database_url):
    with fc.open_store(database_url, clock=sampled.clock) as other:
        fc.import_ledgers(other, [sampled.ledger([batch("A2", "2025-03-09", SHUNDA, 牌号="-10")])], by=REVIEWER)
        sampled.take([batch("A3", "2025-03-09", SHUNDA, 产品="车用尿素")])

        assert audit_head(other) == audit_head(sampled.store)
        assert fc.quota_status(other, year=2025, as_of=YEAR_END).line("motor_fuel_batches").in_progress == 1
    assert fc.verify_audit(sampled.store) == []


def test_errors_are_sentences_in_the_tongue_in_use(county):
    from fuelcheck.language import use

    with pytest.raises(fc.FuelcheckError) as refused:
        fc.quota_status(county.store, year=2025, as_of=date(2024, 12, 31))
    with use("zh"):
        assert "2024-12-31" in str(refused.value)
        assert any("\u4e00" <= character <= "\u9fff" for character in str(refused.value))
    assert str(refused.value).isascii()
