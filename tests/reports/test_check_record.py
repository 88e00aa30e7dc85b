"""The record of a check on paper: one sheet, everything that the law asks for, nothing invented."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from fuelcheck.language import use
from fuelcheck.reports.check_findings import few_readings, formal_rows, open_points, result_rows, screening_rows
from fuelcheck.reports.check_record import write_check_record
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import sentences
from fuelcheck.standing.check_record import CheckRecord
from fuelcheck.words import CheckKind, Stage, UreaState
from tests.reports import checks
from tests.reports.conftest import PAPER, pages
from tests.reports.county import HASH, RARE

SAY = sentences("check")


def paper_of(record: CheckRecord, paper: Paper = PAPER) -> bytes:
    file = BytesIO()
    write_check_record(record, file, paper)
    return file.getvalue()


def text_of(record: CheckRecord, paper: Paper = PAPER) -> str:
    (page,) = pages(paper_of(record, paper))
    return "".join(page.split())


@pytest.fixture(scope="module")
def failing() -> str:
    return text_of(checks.failing())


@pytest.mark.parametrize("name", list(checks.ALL))
def test_every_record_is_one_page(name: str) -> None:
    assert len(PdfReader(BytesIO(paper_of(checks.ALL[name]()))).pages) == 1


def test_even_a_note_without_end_leaves_it_one_page_and_the_signatures_on_it() -> None:
    fact = replace(checks.FACT, note="驾驶人陈述。" * 2000, action="责令维修。" * 900, place="路" * 900)
    text = text_of(checks.record(checks.line(fact)))
    assert "…" in text
    assert "驾驶人签名：" in text
    assert "当事人联" in text


def test_the_head_states_record_office_number_day_place_and_people(failing: str) -> None:
    for words in (
        "伊川县市场监督管理局", "记录编号：LJ20250309-01", "文号：示市监〔2026〕3号", "2025年3月9日09:10",
        "G207与洛栾快速路交叉口（112.43120，34.42100，WGS-84）", "伊川县公安局交通管理大队二中队", "王建军、李晓燕",
        "张三丰",
    ):  # fmt: skip
        assert words in failing


def test_the_vehicle_is_stated_with_how_its_stage_is_known_and_whose_it_is(failing: str) -> None:
    for words in (
        "豫CA1245（黄色）", "LZZ5CLSB9GA000001", "重型自卸货车", "货运", "国五（随车清单）", "2016年5月4日",
        "伊川县示例运输有限公司",
    ):  # fmt: skip
        assert words in failing


def test_each_item_has_readings_mean_limit_verdict_and_a_mark_of_doubt() -> None:
    with use("zh"):
        smoke, _, devices, _ = formal_rows(checks.failing(), SAY)
    assert smoke == (
        "烟度（光吸收系数）",
        "1.3；1.6；1.4",
        "1.43 m⁻¹",
        "≤ 1.2 m⁻¹",
        "不合格",
        "GB 3847-2018 附录A（待核实）",
    )
    assert devices[1:5] == ("篡改", "—", "完好", "不合格")
    assert "待核实" not in devices[5]


def test_all_readings_are_printed_and_the_unit_can_be_copied() -> None:
    text = text_of(checks.stressed())
    assert "1.31；1.72；1.44；1.58；1.61；1.39；1.47；1.66；1.52；1.49" in text
    assert "1.52m⁻¹" in text


def test_a_failure_tells_the_driver_what_to_do_until_when(failing: str) -> None:
    copy = failing.split("沿虚线裁开")[1]
    assert "检查结果：不合格" in copy
    assert "烟度（光吸收系数）1.43m⁻¹，要求≤1.2m⁻¹；排气后处理装置" in copy
    assert "在2025年3月23日前（含当日）到排放检验机构复检合格" in copy
    assert "责令维修并复检" in copy


def test_the_law_is_named_with_a_mark_where_it_is_not_confirmed(failing: str) -> None:
    assert "《大气污染防治法》（2018年修正）第五十三条" in failing
    assert "《河南省大气污染防治条例》第四十五条" in failing
    assert "《行政处罚法》第四十五条（待核实）" in failing


def test_a_province_s_rules_stand_on_no_other_province_s_paper() -> None:
    record = replace(checks.failing(), head=replace(checks.HEAD, division="130529"))
    assert "河南省" not in text_of(record)


def test_two_officers_the_police_and_the_driver_have_places_to_sign(failing: str) -> None:
    assert failing.count("检查人员签名：") == 2
    assert "公安民警签名：" in failing
    assert "本人已看过上述记录" in failing
    assert "驾驶人签名：" in failing


def test_where_a_vehicle_is_kept_no_police_sign() -> None:
    fact = replace(checks.FACT, kind=CheckKind.OWNER_VISIT, police_unit="")
    text = text_of(checks.record(checks.line(fact)))
    assert "柴油车排放入户检查记录" in text
    assert "公安民警签名" not in text


def test_a_clean_check_has_its_own_words() -> None:
    text = text_of(checks.clean())
    assert "柴油车排放路检记录（检查合格）" in text
    assert "可以正常使用" in text
    assert "复检期限" not in text


def test_an_undecided_check_says_that_it_is_no_finding() -> None:
    text = text_of(checks.undecided())
    assert "本次检查未形成结论，不作为判定依据" in text
    assert "本联不是不合格的认定" in text
    assert "检查时已过期" in text
    assert "不合格，本次" not in text


def test_screenings_stand_apart_from_what_decides() -> None:
    record = checks.undecided()
    with use("zh"):
        assert [row[0] for row in formal_rows(record, SAY)] == ["烟度（光吸收系数）", "排气后处理装置"]
        assert [row[:2] for row in screening_rows(record, SAY)] == [("车用尿素", "28.0%")]
    assert "筛查项目（快速筛查只作线索，不作为判定依据）" in text_of(record)


def test_what_was_not_tested_is_said_to_be_no_pass() -> None:
    assert "车载诊断系统（OBD）（未检不等于合格）" in text_of(checks.undecided())


def test_what_is_true_of_several_items_is_said_once() -> None:
    line = checks.one_of_many(13 * 8, checks.MARCH)
    assert len(line.verdict.items) > 3
    with use("zh"):
        assert len(open_points(line.verdict, "、")) == 1


def test_a_void_check_says_so_and_names_no_law() -> None:
    text = text_of(checks.void())
    assert "柴油车排放路检记录（已作废）" in text
    assert "车牌录入错误" in text
    assert "法律依据" not in text


def test_what_nobody_wrote_down_is_missing_and_an_unknown_stage_unknown() -> None:
    text = text_of(checks.bare(), Paper())
    assert text.count("未记录") > 8
    assert "不详" in text
    assert "文件编号" not in text
    assert "打印时间" not in text


def test_a_stage_that_differs_from_the_register_stands_beside_it() -> None:
    fact = replace(checks.FACT, stage=Stage.FOUR)
    assert "国四（检查记录）；车辆登记为国五（随车清单）" in text_of(checks.record(checks.line(fact)))


def test_masked_it_shows_neither_the_driver_nor_a_person_who_owns_the_vehicle() -> None:
    vehicle = replace(checks.VEHICLE, owner="王小明")
    text = text_of(checks.record(checks.line(), driver="张**", driver_in_full=False, vehicle=vehicle))
    assert "张**" in text
    assert "王**" in text
    assert "王小明" not in text
    assert "个人姓名已隐去" in text


def test_a_firm_is_named_on_a_masked_paper_too() -> None:
    text = text_of(checks.record(checks.line(), driver="张**", driver_in_full=False))
    assert "伊川县示例运输有限公司" in text


def test_an_erased_name_is_said_to_be_erased() -> None:
    assert "已依规删除" in text_of(checks.record(checks.line(), driver="", driver_erased=True))


def test_an_issued_record_carries_code_and_head(failing: str) -> None:
    assert HASH in failing
    assert "文件编号QR7K-2M4P" in failing
    assert "第412号操作" in failing


def test_rare_characters_are_printed() -> None:
    text = text_of(checks.stressed())
    assert RARE in text
    assert "〓" not in text
    assert "示例数据" in text


def test_the_fuel_from_the_tank_and_what_was_before_stand_on_it(failing: str) -> None:
    assert "抽样单YC2025-118，车用柴油0号，不合格" in failing
    assert "1次，其中不合格0次；最近一次2025年3月9日，合格。所有人名下其他车辆2次，其中不合格1次" in failing


def test_urea_that_a_quick_test_found_good_is_no_reason_to_doubt() -> None:
    record = checks.record(checks.line(urea=UreaState.OK, urea_mass_percent="32.5", urea_refraction="1.3829"))
    with use("zh"):
        (row,) = screening_rows(record, SAY)
        assert result_rows(record, SAY)[0][0].value.startswith("合格")
    assert row[1] == "32.5%；1.3829"


def test_the_same_record_on_the_same_paper_is_the_same_file(tmp_path: Path) -> None:
    target = tmp_path / "记录.pdf"
    write_check_record(checks.failing(), target, PAPER)
    assert target.read_bytes() == paper_of(checks.failing())


def test_the_reader_s_tongue_changes_no_byte() -> None:
    with use("en"):
        english = paper_of(checks.undecided())
    assert english == paper_of(checks.undecided())


def test_readings_have_one_separator_however_they_were_written() -> None:
    with use("zh"):
        smoke, *_ = formal_rows(checks.record(checks.line(readings=("1.2;1.2", "1.3"))), SAY)
    assert smoke[1] == "1.2；1.2；1.3"


def test_three_readings_stand_on_one_line_more_may_be_broken() -> None:
    with use("zh"):
        assert few_readings(formal_rows(checks.failing(), SAY), SAY)
        assert not few_readings(formal_rows(checks.stressed(), SAY), SAY)
    lines = paper_lines(checks.failing())
    assert any("1.3；1.6；1.4" in line for line in lines)
    assert any("第一百一十二条、第一百一十四条" in line for line in lines)


def paper_lines(record: CheckRecord) -> list[str]:
    (page,) = PdfReader(BytesIO(paper_of(record))).pages
    return page.extract_text().splitlines()


def test_all_days_on_the_paper_have_one_form() -> None:
    text = text_of(checks.undecided())
    assert "检定有效期至2025年1月31日，早于检查日期2025年3月9日" in text
    assert "2025-0" not in text
