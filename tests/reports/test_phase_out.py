"""The phase-out list: what is to go, unknown and gone apart, by township and owner."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook

from fuelcheck.reports.paper import Paper
from fuelcheck.reports.phase_out import write_pdf, write_workbook
from fuelcheck.reports.phase_out_annexes import phase_out_annexes
from fuelcheck.reports.phase_out_words import notes_of as zero_notes
from fuelcheck.reports.phase_out_words import paragraph, target_rows, township_rows, zero_lines
from fuelcheck.reports.sentences import sentences
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.standing.target_report import TargetReport
from fuelcheck.words import Area, Energy, Stage, VehicleCategory
from tests.reports import fleet
from tests.reports.conftest import PAPER, pages
from tests.reports.county import policy

SAY = sentences("phase-out")
TRUCK = VehicleFact(
    "豫C10001", VehicleCategory.TRUCK, Energy.DIESEL, stage=Stage.THREE, owner="甲公司", township="白沙镇",
    registered_on=date(2011, 5, 1),
)  # fmt: skip


def pdf_of(report: TargetReport, paper: Paper = PAPER) -> bytes:
    file = BytesIO()
    write_pdf(report, file, paper)
    return file.getvalue()


@pytest.fixture(scope="module")
def ordinary() -> TargetReport:
    return fleet.ordinary()


@pytest.fixture(scope="module")
def printed(ordinary: TargetReport) -> str:
    return "".join(pages(pdf_of(ordinary)))


@pytest.fixture(scope="module")
def book(ordinary: TargetReport) -> Workbook:
    file = BytesIO()
    write_workbook(ordinary, file, PAPER)
    return openpyxl.load_workbook(file)


def small(*trucks: VehicleFact) -> TargetReport:
    return fleet.report_of(trucks, example=False)


def test_only_what_was_scrapped_counts_as_phased_out() -> None:
    report = small(
        TRUCK,
        replace(TRUCK, plate="豫C10002", scrapped_on=date(2025, 3, 1)),
        replace(TRUCK, plate="豫C10003", moved_out_on=date(2025, 3, 1)),
        replace(TRUCK, plate="豫C10004", scrapped_on=date(2025, 3, 1), stage=None),
    )
    text = paragraph(report, SAY)

    assert "应淘汰而尚未淘汰的在册车辆1辆" in text
    assert "2025年1月1日以来已注销1辆，计为淘汰；转出本县1辆，不再在册，但不计为淘汰。" in text
    assert "另有1辆注销或转出时排放阶段或燃烧方式不明" in text
    assert target_rows(report, zero_notes(policy()), SAY)[0][:7] == ("国三及以下柴油货车淘汰", 1, 0, 0, 0, 1, 1)


def test_without_any_vehicle_the_register_is_to_be_checked_first() -> None:
    text = paragraph(small(), SAY)

    assert "应先核对台账是否齐全" in text
    assert "没有排放阶段或燃烧方式不明" not in text


def test_a_vehicle_of_unknown_stage_stands_apart_with_its_hint() -> None:
    report = small(replace(TRUCK, stage=None), replace(TRUCK, plate="豫C2", stage=None, registered_on=date(2013, 9, 1)))
    annexes = {annex.key: annex for annex in phase_out_annexes(report, SAY)}

    hints = {row[3]: row[-1] for row in annexes["unknown"].rows}
    assert hints == {"豫C10001": "疑似应淘汰；可能为国三", "豫C2": "国三或国四，须查证"}
    assert annexes["to_go"].rows == ()
    assert "单独列出，其中疑似应淘汰1辆" in paragraph(report, SAY)


def test_a_stage_that_was_only_estimated_is_marked_and_explained(ordinary: TargetReport) -> None:
    to_go = phase_out_annexes(ordinary, SAY)[0]
    assert "国三（推定）" in {row[7] for row in to_go.rows}
    assert "办理淘汰前应先查证" in to_go.note


def test_a_vehicle_of_no_known_area_is_listed_where_the_task_has_an_area() -> None:
    zero = next(target for target in policy().targets if target.id == "old_diesel_trucks")
    urban = replace(policy(), targets=(replace(zero, area=Area.URBAN),), measures=())
    report = fleet.report_of([TRUCK], example=False, under=urban)
    annexes = {annex.key: annex for annex in phase_out_annexes(report, SAY)}
    assert [row[3] for row in annexes["unplaced"].rows] == ["豫C10001"]
    assert "另有1辆使用区域不明" in paragraph(report, SAY)


def test_lists_go_by_township_in_the_policys_order_then_owner() -> None:
    report = small(
        replace(TRUCK, plate="豫C1", township=""),
        replace(TRUCK, plate="豫C2", owner="乙公司"),
        replace(TRUCK, plate="豫C3"),
        replace(TRUCK, plate="豫C4", township="城关街道"),
        replace(TRUCK, plate="豫C5", owner=""),
    )
    assert [row[3] for row in phase_out_annexes(report, SAY)[0].rows] == ["豫C4", "豫C2", "豫C3", "豫C5", "豫C1"]


def test_townships_add_up_to_the_whole(ordinary: TargetReport) -> None:
    *rows, total = township_rows(ordinary, SAY)
    assert [sum(int(str(row[n])) for row in rows) for n in range(1, 5)] == list(total[1:])
    assert total[1] == sum(len(line.left) for line in zero_lines(ordinary))


def test_every_vehicle_of_the_lists_is_printed(ordinary: TargetReport, printed: str) -> None:
    text = "".join(printed.split())
    rows = [
        row for line in zero_lines(ordinary) for row in (*line.left, *line.unknown, *line.scrapped, *line.moved_out)
    ]
    assert [row.vehicle.plate for row in rows if row.vehicle.plate not in text] == []
    assert [row.vehicle.vin for row in rows if row.vehicle.vin not in text] == []
    assert "示例数据" in text
    assert "〓" not in text


def test_it_says_where_to_look_an_unknown_stage_up(printed: str) -> None:
    assert "排放阶段依次查看随车清单" in printed
    assert "不得仅凭注册日期认定淘汰" in printed


def test_a_county_without_vehicles_has_an_empty_list() -> None:
    text = "".join(pages(pdf_of(fleet.empty(), Paper())))
    assert "没有应淘汰、不明或本年度内注销、转出的车辆" in text
    assert "豁免车辆：无" in text


def test_a_policy_without_such_targets_is_told_to_have_none() -> None:
    plain = replace(policy(), targets=(), measures=())
    assert "没有规定淘汰目标" in "".join(pages(pdf_of(fleet.report_of([], example=False, under=plain), Paper())))


def test_the_workbook_has_the_same_lists(ordinary: TargetReport, book: Workbook) -> None:
    assert book.sheetnames[:4] == ["淘汰任务进展", "乡镇", "口径说明", "数据核对"]
    assert len(book.sheetnames) == 4 + len(phase_out_annexes(ordinary, SAY))
    plates = [cell.value for cell in book["附件1 国三及以下柴油货车淘汰：尚余车辆"]["D"][3:]]
    assert {row.vehicle.plate for row in zero_lines(ordinary)[0].left} <= set(plates)


def test_the_same_list_is_the_same_file(ordinary: TargetReport) -> None:
    assert pdf_of(ordinary) == pdf_of(ordinary)
