"""All tables of a command together: against each other, against the store, month after month."""

from pathlib import Path

import pytest

from fuelcheck.ledgers.bring import Brought, bring, read_tables
from fuelcheck.ledgers.known import Known
from fuelcheck.words import SheetKind
from tests.ledgers.desk import (
    SAMPLE_HEADER,
    SAMPLES,
    SITES,
    TOWNSHIPS,
    Rows,
    after,
    brought,
    codes,
    county,
    places,
    write_csv,
    write_xlsx,
)

SOLD = ("S001", "2025-05-01", "所有制", "中石化", "转让")
RENAMED = ("S001", "2025-06-01", "更名", "新顺达加油站", "")


def with_sample(tmp_path: Path, *cells: object, **more: Rows) -> Brought:
    """The county with one sample whose cells differ: (column, value, column, value, …)."""
    header = [*SAMPLE_HEADER, "抽样类别", "原抽样单编号", "任务来源", "状态"]
    row: list[object] = [*SAMPLES[0], "", "", "", ""]
    for column, value in zip(cells[::2], cells[1::2], strict=True):
        row[header.index(str(column))] = value
    return brought(county(tmp_path, samples=[row, *SAMPLES[1:]], samples_header=header, **more))


def test_a_tidy_county_is_taken_whole(tmp_path: Path) -> None:
    answer = brought(county(tmp_path, changes=[SOLD], visits=[("D01", "2025-04-01", "无货", "张三、李四", "")]))
    assert (answer.accepted, answer.notices) == (True, ())
    assert [(one.kind, one.rows, one.new) for one in answer.sheets] == [
        (SheetKind.SITES, 3, 3),
        (SheetKind.SITE_CHANGES, 1, 1),
        (SheetKind.SAMPLES, 3, 3),
        (SheetKind.VISITS, 1, 1),
    ]
    assert {row.state for row in answer.rows} == {"new"}
    first = next(row for row in answer.rows if row.kind is SheetKind.SAMPLES)
    assert (first.row, first.key) == (2, ("A1",))
    assert first.values == {
        "form_no": "A1",
        "sampled_on": "2025-03-09",
        "site_code": "S001",
        "product": "diesel",
        "grade": "0",
        "samplers": "张三;李四",
        "report_no": "W1",
        "reported_on": "2025-03-20",
        "conclusion": "pass",
    }


def test_samples_may_name_sites_of_another_file_of_the_command(tmp_path: Path) -> None:
    samples = write_csv(tmp_path / "a.csv", [SAMPLE_HEADER, *SAMPLES])
    assert codes(brought(samples)) == {"unknown-site"}
    assert brought(samples, county(tmp_path, samples=())).accepted


@pytest.mark.parametrize("name", ["顺达加油站", "顺达 加油站", "老顺达", "新顺达加油站"])
def test_a_site_is_found_by_its_name_former_name_or_changed_name(tmp_path: Path, name: str) -> None:
    header = ("站点编号", "名称", "类别", "所有制", "乡镇", "曾用名")
    sheets = {
        "站点": [header, (*SITES[0], "老顺达"), *((*site, "") for site in SITES[1:])],
        "站点变更": [("站点编号", "变更日期", "变更事项", "变更后", "原因"), RENAMED],
        "抽样": [SAMPLE_HEADER, ("A1", "2025-03-09", name, *SAMPLES[0][3:])],
    }
    answer = brought(write_xlsx(tmp_path / "book.xlsx", sheets))
    assert answer.accepted
    assert answer.rows[-1].values["site_code"] == "S001"


def test_a_number_that_lost_its_zeros_meets_its_site_and_that_is_said(tmp_path: Path) -> None:
    sites = [("001", *SITES[0][1:]), ("002", *SITES[1][1:])]
    samples = [("A1", "2025-03-09", 1.0, *SAMPLES[0][3:]), ("A2", "2025-03-09", 1.0, *SAMPLES[1][3:])]
    answer = brought(county(tmp_path, sites=sites, samples=samples))
    assert answer.accepted
    assert {row.values["site_code"] for row in answer.rows if row.kind is SheetKind.SAMPLES} == {"001"}
    (notice,) = answer.notices
    assert (notice.code, notice.row, notice.value) == ("code-by-number", 2, "1")
    assert notice.values == {"code": "001", "rows": "2, 3", "count": 2}
    assert notice.message == "1 was read as 001, the only code of that number; rows: 2, 3 (2 in all)"


def test_a_code_that_lost_its_zeros_meets_its_own_row_in_the_store(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path, sites=[("001", *SITES[0][1:])], samples=())))
    answer = brought(county(tmp_path, sites=[(1.0, *SITES[0][1:])] * 2, samples=()), known=known)
    assert (answer.sheets[0].same, [(n.code, n.row, n.values["rows"]) for n in answer.notices]) == (
        2,
        [("code-by-number", 2, "2, 3")],
    )


def test_code_and_name_of_a_site_must_agree(tmp_path: Path) -> None:
    header = ("站点编号", "受检单位", *SAMPLE_HEADER[:2], *SAMPLE_HEADER[3:])
    rows = [
        ("S001", "顺达加油站", "A1", "2025-03-09", *SAMPLES[0][3:]),
        ("S001", "中国石化城关加油站", "A2", "2025-03-09", *SAMPLES[0][3:]),
        ("S9", "顺达加油站", "A3", "2025-03-09", *SAMPLES[0][3:]),
        ("", "顺达加油站", "A4", "2025-03-09", *SAMPLES[0][3:]),
        ("S001", "外号", "A5", "2025-03-09", *SAMPLES[0][3:]),
    ]
    answer = brought(county(tmp_path, samples=rows, samples_header=header))
    assert places(answer) == {("site-differs", 3, "受检单位"), ("unknown-site", 4, "站点编号")}


def test_of_several_names_of_a_site_one_must_be_known(tmp_path: Path) -> None:
    header = ("受检单位", "加油站名称", *SAMPLE_HEADER[:2], *SAMPLE_HEADER[3:])
    rest = SAMPLES[0][3:]
    rows = [("某石油公司", "顺达加油站", "A1", "2025-03-09", *rest), ("某石油公司", "某站", "A2", "2025-03-09", *rest)]
    assert places(brought(county(tmp_path, samples=rows, samples_header=header))) == {("unknown-site", 3, "受检单位")}


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (("报告日期", "2025-03-08"), ("report-before-sampling", "报告日期")),
        (("检验结论", ""), ("conclusion-missing", "检验结论")),
        (("牌号", ""), ("grade-missing", "牌号")),
        (("牌号", "92"), ("grade-unsuited", "牌号")),
        (("产品", "-10#车用柴油"), ("grade-differs", "牌号")),
        (("产品", "车用尿素"), ("grade-unsuited", "牌号")),
        (("抽样类别", "复查"), ("follows-missing", "原抽样单编号")),
        (("抽样类别", "复查", "原抽样单编号", "B9"), ("unknown-follows", "原抽样单编号")),
        (("抽样类别", "复查", "原抽样单编号", "A1"), ("follows-itself", "原抽样单编号")),
        (("抽样类别", "复检"), ("retest-is-no-row", "抽样类别")),
        (("抽样人员", "张三;张三"), ("one-sampler", "抽样人员")),
        (("站点编号", ""), ("missing-cell", "站点编号")),
        (("产品", "93#"), ("bad-grade", "产品")),
        (("产品", "车用柴油", "牌号", "0#汽油"), ("product-differs", "牌号")),
        (("产品", "0#车用柴油", "牌号", "车用尿素"), ("product-differs", "牌号")),
        (("产品", "车用汽油", "牌号", "92#车用乙醇汽油（E10）"), ("product-differs", "牌号")),
        (("产品", "车用汽油", "牌号", "92#(E10)"), ("product-differs", "牌号")),
        (("产品", "车用乙醇汽油", "牌号", "92#车用汽油"), ("product-differs", "牌号")),
        (("产品", "车用柴油", "牌号", "0#普通柴油"), ("product-differs", "牌号")),
        (("产品", "其他燃料", "牌号", "车用尿素"), ("product-differs", "牌号")),
        (("产品", "92#车用柴油", "牌号", ""), ("grade-unsuited", "牌号")),
    ],
)
def test_a_fault_names_the_cell_whose_row_states_it(
    tmp_path: Path, cells: tuple[str, ...], fault: tuple[str, str]
) -> None:
    answer = with_sample(tmp_path, *cells)
    assert places(answer) == {(fault[0], 2, fault[1])}
    assert answer.faults[0].message


@pytest.mark.parametrize(
    "cells",
    [
        ("报告日期", "2025-03-09"),
        ("报告日期", "", "报告编号", ""),
        ("报告日期", ""),
        ("牌号", "", "产品", "0#车用柴油"),
        ("检验结论", "", "报告日期", "", "报告编号", ""),
        ("抽样类别", "复查", "原抽样单编号", "A3"),
        ("产品", "普通柴油"),
        ("产品", "车用尿素", "牌号", "10kg/桶"),
        ("产品", "车用尿素", "牌号", "车用尿素溶液"),
        ("产品", "车用柴油", "牌号", "0#柴油"),
        ("产品", "车用汽油", "牌号", "92#汽油"),
        ("产品", "车用乙醇汽油", "牌号", "92#汽油"),
        ("产品", "车用乙醇汽油", "牌号", "92#(E10)"),
        ("产品", "普通柴油", "牌号", "0#普通柴油"),
        ("状态", "作废"),
    ],
)
def test_these_are_no_faults(tmp_path: Path, cells: tuple[str, ...]) -> None:
    assert with_sample(tmp_path, *cells).faults == ()


def test_a_contradiction_between_product_and_grade_names_both_cells(tmp_path: Path) -> None:
    (fault,) = with_sample(tmp_path, "产品", "92#车用汽油", "牌号", "92#（E10）").faults
    assert fault.value == "92#（E10）"
    assert fault.message == "牌号 says 92#（E10）, 产品 says 92#车用汽油: both cells must name the same product"


def test_a_followed_form_may_stand_in_the_store_or_in_another_sheet(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path)))
    header = [*SAMPLE_HEADER, "抽样类别", "原抽样单编号"]
    rows = [("A9", "2025-06-01", *SAMPLES[0][2:6], "", "", "", "复查", "A3")]
    assert brought(county(tmp_path, sites=(), samples=rows, samples_header=header), known=known).accepted


@pytest.mark.parametrize(
    ("opened", "closed", "fault"),
    [
        ("2020-01-01", "2020-01-01", True),
        ("2020-01-01", "2019-12-31", True),
        ("2020-01-01", "2099-01-01", False),
        ("", "2020-01-01", False),
    ],
)
def test_a_site_closes_after_it_opened(tmp_path: Path, opened: str, closed: str, fault: bool) -> None:
    rows = [("站点编号", "名称", "类别", "所有制", "乡镇", "开业日期", "停业日期"), (*SITES[0], opened, closed)]
    expected = {("closed-before-opened", 2, "停业日期")} if fault else set()
    assert places(brought(write_csv(tmp_path / "a.csv", rows))) == expected


def test_a_rule_looks_at_what_the_store_holds_where_the_file_is_silent(tmp_path: Path) -> None:
    header = ("站点编号", "名称", "类别", "所有制", "乡镇")
    known = after(brought(write_csv(tmp_path / "a.csv", [(*header, "开业日期"), (*SITES[0], "2024-01-01")])))
    later = write_csv(tmp_path / "b.csv", [(*header, "停业日期"), (*SITES[0], "2023-01-01")])
    assert codes(brought(later, known=known)) == {"closed-before-opened"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("S001", "2025-05-01", "所有制", "租赁", ""), ("ownership-by-sign", "变更后")),
        (("S001", "2025-05-01", "所有制", "", ""), ("missing-cell", "变更后")),
        (("S001", "2025-05-01", "乡镇", "月球", ""), ("unknown-township", "变更后")),
        (("S001", "2025-05-01", "停业", "民营", ""), ("value-unexpected", "变更后")),
        (("S009", "2025-05-01", "停业", "", ""), ("unknown-site", "站点编号")),
        (("S001", "5月1日", "停业", "", ""), ("day-without-year", "变更日期")),
        (("S001", "2025-05-01", "电话", "", ""), ("unknown-change", "变更事项")),
    ],
)
def test_a_change_says_what_changed_to_what(tmp_path: Path, change: tuple[str, ...], fault: tuple[str, str]) -> None:
    assert places(brought(county(tmp_path, changes=[change]))) == {(fault[0], 2, fault[1])}


def test_changes_are_kept_in_canonical_words(tmp_path: Path) -> None:
    changes = [
        ("S001", "2025-05-01", "所有制", "中国石化", ""),
        ("顺达加油站", "2025-06-01", "乡镇", "城关镇", ""),
        ("S001", "2025-07-01", "停业", "停业", ""),
        ("S001", "2099-01-01", "恢复营业", "", ""),
    ]
    answer = brought(county(tmp_path, changes=changes, samples=()))
    assert [(row.key, row.values.get("value")) for row in answer.rows[3:]] == [
        (("S001", "2025-05-01", "ownership"), "sinopec"),
        (("S001", "2025-06-01", "township"), "城关街道"),
        (("S001", "2025-07-01", "closed"), None),
        (("S001", "2099-01-01", "reopened"), None),
    ]


def test_an_empty_ownership_is_asked_for_with_what_the_name_suggests(tmp_path: Path) -> None:
    sites = [("S001", "中国石化鸦岭加油站", "加油站", "", "鸦岭镇"), ("S002", "顺达加油站", "加油站", "", "鸦岭镇")]
    first, second = brought(county(tmp_path, sites=sites, samples=())).faults
    assert (first.code, second.code) == ("ownership-missing", "missing-cell")
    assert "中石化" in first.message


def test_a_row_that_stands_there_twice_is_one_row(tmp_path: Path) -> None:
    answer = brought(county(tmp_path, samples=[*SAMPLES, SAMPLES[0]]))
    assert answer.accepted
    assert (answer.sheets[1].rows, answer.sheets[1].new, answer.sheets[1].same) == (4, 3, 1)
    assert len([row for row in answer.rows if row.key == ("A1",)]) == 1


def test_one_number_for_two_different_rows_is_a_fault_that_names_the_other(tmp_path: Path) -> None:
    answer = brought(
        county(
            tmp_path,
            sites=[*SITES, ("S001", "别的站", "加油站", "民营", "鸦岭镇")],
            samples=[*SAMPLES, ("A1", *SAMPLES[1][1:])],
        )
    )
    assert places(answer) == {("duplicate-site-code", 5, "站点编号"), ("duplicate-form-no", 5, "抽样单编号")}
    assert "row 2" in answer.faults[1].message


def test_two_visits_that_contradict_each_other_are_a_fault(tmp_path: Path) -> None:
    visits = [("S001", "2025-04-01", "停业", "张三、李四", note) for note in ("a", "b")]
    assert codes(brought(county(tmp_path, visits=visits))) == {"duplicate-row"}


def test_the_same_files_a_second_time_change_nothing(tmp_path: Path) -> None:
    book = county(tmp_path, changes=[SOLD, RENAMED], visits=[("D01", "2025-04-01", "无货", "张三、李四", "x")])
    again = brought(book, known=after(brought(book)))
    assert again.accepted
    assert [(one.rows, one.same) for one in again.sheets] == [(3, 3), (2, 2), (3, 3), (1, 1)]
    assert {row.state for row in again.rows} == {"same"}


def test_next_month_s_ledger_fills_in_and_adds(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path)))
    filled = ("A2", *SAMPLES[1][1:6], "W2", "2025-03-25", "未发现不合格")
    answer = brought(county(tmp_path, samples=[SAMPLES[0], filled, ("A4", *SAMPLES[0][1:])]), known=known)
    assert answer.accepted
    assert [(row.key[0], row.state, row.fills) for row in answer.rows if row.kind is SheetKind.SAMPLES] == [
        ("A1", "same", ()),
        ("A2", "filled", ("report_no", "reported_on", "conclusion")),
        ("A4", "new", ()),
    ]


def test_another_value_is_refused_until_it_is_brought_as_a_correction(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path)))
    book = county(tmp_path, samples=[("A1", "2025-03-09", "S001", "车用柴油", "-10#", *SAMPLES[0][5:])])
    refused = brought(book, known=known)
    assert not refused.accepted
    (conflict,) = refused.conflicts
    assert (conflict.code, conflict.row, conflict.column, conflict.value) == ("differs", 2, "牌号", "-10#")
    assert "0 → -10" in conflict.message
    taken = brought(book, known=known, update=True)
    assert (taken.accepted, taken.conflicts) == (True, ())
    assert [(row.state, row.changes) for row in taken.rows if row.kind is SheetKind.SAMPLES] == [
        ("changed", (("grade", "0", "-10"),)),
    ]


def test_another_level_over_an_empty_cell_is_a_conflict(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path)))
    header = [*SAMPLE_HEADER, "任务来源"]
    book = county(tmp_path, samples=[(*SAMPLES[0], "省级"), (*SAMPLES[1], "县级")], samples_header=header)
    answer = brought(book, known=known)
    assert [(c.code, c.row, c.column) for c in answer.conflicts] == [("default-differs", 2, "任务来源")]
    assert "县级 → 省级" in answer.conflicts[0].message


def test_another_ownership_of_a_known_site_asks_correction_or_change(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path)))
    sold = county(tmp_path, sites=[("S001", "顺达加油站", "加油站", "中石化", "鸦岭镇")], samples=())
    (conflict,) = brought(sold, known=known).conflicts
    assert (conflict.code, conflict.column) == ("correction-or-change", "所有制")
    assert "民营 → 中石化" in conflict.message
    assert "站点变更" in conflict.message


def test_with_the_sale_among_the_changes_either_owner_is_the_same(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path, changes=[SOLD])))
    for owner in ("民营", "中石化"):
        sites = [("S001", "顺达加油站", "加油站", owner, "鸦岭镇")]
        answer = brought(county(tmp_path, sites=sites, samples=()), known=known)
        assert (answer.accepted, answer.sheets[0].same) == (True, 1)
        assert answer.rows[0].values["ownership"] == "private"


def test_the_sale_may_come_in_the_same_command(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path)))
    sites = [("S001", "顺达加油站", "加油站", "中石化", "鸦岭镇")]
    assert brought(county(tmp_path, sites=sites, samples=(), changes=[SOLD]), known=known).accepted


def test_faults_block_and_leave_nothing_new(tmp_path: Path) -> None:
    answer = brought(county(tmp_path, samples=[*SAMPLES, ("A9", "昨天", *SAMPLES[0][2:])]))
    assert not answer.accepted
    assert [(one.rows, one.new, one.same) for one in answer.sheets] == [(3, 0, 0), (4, 0, 0)]


def test_the_answer_is_the_object_of_the_contract(tmp_path: Path) -> None:
    book = write_xlsx(
        tmp_path / "book.xlsx", {"抽样": [SAMPLE_HEADER, ("A1", "2025-03-09", "S999", *SAMPLES[0][3:]), ["小计"]]}
    )
    said = brought(book).as_json()
    assert {**said["sheets"][0], "skipped_rows": None} == {
        "file": "book.xlsx",
        "sheet": "抽样",
        "kind": "samples",
        "rows": 1,
        "new": 0,
        "filled": 0,
        "changed": 0,
        "same": 0,
        "skipped": 1,
        "skipped_rows": None,
        "unknown_columns": [],
        "hidden": False,
    }
    assert said["sheets"][0]["skipped_rows"] == [{"row": 3, "why": "skipped-subtotal", "message": "a subtotal"}]
    (fault,) = said["faults"]
    assert (fault.pop("message") and fault) == {
        "code": "unknown-site",
        "file": "book.xlsx",
        "sheet": "抽样",
        "row": 2,
        "column": "站点编号",
        "value": "S999",
    }
    assert (said["notices"], said["conflicts"]) == ([], [])


def test_a_required_column_that_stands_there_twice_is_one_fault_not_one_a_row(tmp_path: Path) -> None:
    header = ("抽样单编号", "采样日期", "取样日期", *SAMPLE_HEADER[2:])
    rows = [(row[0], row[1], row[1], *row[2:]) for row in SAMPLES]
    assert places(brought(county(tmp_path, samples=rows, samples_header=header))) == {("two-columns", 1, "取样日期")}


def test_progress_is_told_until_all_is_done(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    bring(read_tables([county(tmp_path)]), Known(TOWNSHIPS), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (12, 12)
    assert seen == sorted(seen)


def test_the_collector_is_left_as_it_was(tmp_path: Path) -> None:
    import gc

    brought(county(tmp_path))
    assert gc.isenabled()
