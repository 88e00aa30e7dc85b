"""The whole report: its text, its pages, its bytes."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from fuelcheck.china import CHINA
from fuelcheck.reports.fonts import Role, house_font
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.outlines import FontFile, face_for
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.quota import write_pdf
from fuelcheck.standing.evaluation import QuotaReport
from tests.reports import county
from tests.reports.conftest import PAPER, pages, rendered


def test_every_name_and_number_of_the_ledger_can_be_found(stressed: QuotaReport, pages_of_stressed: list[str]) -> None:
    text = "".join("".join(pages_of_stressed).split())
    assert [row.site.name for row in stressed.ledger if row.site.name not in text] == []
    assert [row.batch.form_no for row in stressed.ledger if row.batch.form_no not in text] == []
    assert [row.batch.report_no for row in stressed.ledger if row.batch.report_no not in text] == []


def test_rare_characters_are_found_by_another_reader_too(stressed: QuotaReport) -> None:
    document = pypdfium2.PdfDocument(rendered(stressed))
    text = "".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    assert [character for character in county.RARE + "〔〕㎡" if character not in text] == []


def test_nothing_is_missing_a_glyph(pages_of_stressed: list[str], pages_of_nearly_done: list[str]) -> None:
    assert not any("〓" in page for page in (*pages_of_stressed, *pages_of_nearly_done))


def test_the_same_report_on_the_same_paper_is_the_same_file(
    nearly_done: QuotaReport, pdf_of_nearly_done: bytes
) -> None:
    assert rendered(nearly_done, PAPER) == pdf_of_nearly_done


def test_what_the_cache_held_before_changes_no_byte(
    nearly_done: QuotaReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf_of_nearly_done: bytes
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_args, **_kwargs: str(tmp_path))
    letters = Letters()
    letters.prepare([(role, "龘龖䲟" + county.RARE) for role in Role])
    letters.close()
    assert rendered(nearly_done, PAPER) == pdf_of_nearly_done


def test_another_hash_seed_changes_no_byte(face_cache: Path, tmp_path: Path) -> None:
    files = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.pdf"
        script = (
            "import platformdirs, sys; platformdirs.user_cache_dir = lambda *a, **k: sys.argv[1]\n"
            "from fuelcheck.reports.quota import write_pdf\n"
            "from tests.reports import county\n"
            "write_pdf(county.untouched(), sys.argv[2])"
        )
        command = [sys.executable, "-c", script, str(face_cache.parent), str(target)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."})
        files.append(target.read_bytes())
    assert files[0] == files[1]


def test_every_page_of_an_example_county_says_so(pages_of_nearly_done: list[str]) -> None:
    assert all("示例数据" in page for page in pages_of_nearly_done)


def test_a_real_county_is_not_called_an_example(pages_of_stressed: list[str]) -> None:
    assert not any("示例数据" in page for page in pages_of_stressed)


def test_pages_are_numbered(pages_of_nearly_done: list[str]) -> None:
    assert [n for n, page in enumerate(pages_of_nearly_done, start=1) if f"— {n} —" not in page] == []


def test_the_first_page_holds_all_that_is_signed(pages_of_nearly_done: list[str], nearly_done: QuotaReport) -> None:
    first = pages_of_nearly_done[0]
    words = (
        "示市监〔2026〕3号",
        "伊川县环境污染防治攻坚战领导小组办公室：",
        "填报单位（盖章）：",
        "负责人：",
        "审核人：",
        "填表人：",
        "联系电话：",
        "日期：2026年1月5日",
    )
    assert [word for word in words if word not in first] == []
    assert all(line.quota.name in first for line in nearly_done.status.quotas)


def test_nothing_is_invented_where_the_office_gave_nothing(pages_of_untouched: list[str]) -> None:
    text = "".join(pages_of_untouched)
    assert "打印" not in text
    assert "文件编号" not in text
    assert "日期：2" not in text


@pytest.mark.parametrize("words", ["抽检进度", "各乡镇（街道）抽检情况"])
def test_the_second_page_has_the_chart_and_the_townships(pages_of_nearly_done: list[str], words: str) -> None:
    assert words in pages_of_nearly_done[1]


def test_further_pages_of_an_annex_repeat_its_name_and_head(pages_of_nearly_done: list[str]) -> None:
    ledger = [page for page in pages_of_nearly_done if "附件13" in page and "抽检批次台账" in page][1:]
    further = [page for page in ledger if "（续）" in page]
    assert len(further) > 5
    assert all("抽样单编号" in page and "检验机构" in page for page in further)


def test_an_empty_annex_has_no_page(pages_of_untouched: list[str]) -> None:
    assert "附件6" not in "".join(pages_of_untouched)
    assert any("检验不合格批次：无" in page for page in pages_of_untouched)


def test_the_file_describes_itself(pdf_of_nearly_done: bytes) -> None:
    reader = PdfReader(BytesIO(pdf_of_nearly_done))
    about = reader.metadata
    assert about is not None
    assert about.title == "伊川县市场监督管理局关于2025年度成品油质量监督抽检任务完成情况的报告"
    assert about.author == "伊川县市场监督管理局"
    assert about.creation_date == datetime(2026, 1, 5, 9, 0, tzinfo=CHINA)
    assert reader.root_object["/Lang"] == "zh-CN"


def test_bookmarks_lead_to_sections_and_annexes(pdf_of_nearly_done: bytes) -> None:
    titles = [entry.title for entry in PdfReader(BytesIO(pdf_of_nearly_done)).outline if not isinstance(entry, list)]
    assert "一、抽检进度" in titles
    assert "附件13 抽检批次台账" in titles


def test_all_fonts_are_embedded(pdf_of_nearly_done: bytes) -> None:
    for page in PdfReader(BytesIO(pdf_of_nearly_done)).pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_the_head_of_the_audit_chain_and_the_check_code_are_printed(pages_of_nearly_done: list[str]) -> None:
    text = "".join(pages_of_nearly_done)
    assert county.HASH in text
    assert "https://fuel.example.org/d/QR7K-2M4P" in text


def test_an_unknown_character_is_printed_as_a_geta_and_reported(untouched: QuotaReport) -> None:
    first, *others = untouched.to_sample
    strange = replace(first, site=replace(first.site, name="奇怪\ue001加油站"))
    told: list[str] = []
    file = BytesIO()
    write_pdf(replace(untouched, to_sample=(strange, *others)), file, talk=told.append)
    text = "".join(pages(file.getvalue()))
    assert "奇怪〓加油站" in text
    assert "〓表示现有字库没有的字：U+E001。" in text
    assert any("U+E001" in line for line in told)


def test_the_offices_font_is_used_character_by_character(untouched: QuotaReport, tmp_path: Path) -> None:
    sans = face_for(FontFile(house_font(Role.FIRST).path), "伊川县", tmp_path / "cache")
    assert sans is not None
    (tmp_path / "正文.ttf").write_bytes(sans.data)
    text = "".join(pages(rendered(untouched, Paper(fonts=tmp_path))))
    assert untouched.to_sample[0].site.name in text
    assert "〓" not in text


def test_a_path_is_written_too(untouched: QuotaReport, tmp_path: Path) -> None:
    target = tmp_path / "报告.pdf"
    write_pdf(untouched, target)
    assert target.read_bytes().startswith(b"%PDF")


def test_the_telephone_that_the_office_gives_stands_in_the_signature_block(pages_of_nearly_done: list[str]) -> None:
    assert "联系电话：0379-00000000" in "".join(pages_of_nearly_done[0].split())
