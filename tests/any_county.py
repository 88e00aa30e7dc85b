"""Small counties drawn at random, as rows of the ledgers that a clerk would bring."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.cast import Row

KINDS = ("加油站", "加油站", "加油点", "油库", "生产企业", "尿素销售点", "企业自用点")
OWNERS = ("民营", "民营", "集体", "中石化", "中石油", "其他国有", "外资")
FUELS = (
    ("车用汽油", "92"),
    ("车用乙醇汽油", "95"),
    ("车用柴油", "0"),
    ("车用柴油", "-10"),
    ("车用尿素", ""),
    ("普通柴油", ""),
)
TASKS = ("", "", "", "县级", "市级", "省级", "国家")
PURPOSES = ("", "", "", "监督抽检", "专项", "投诉举报", "风险监测")
TEAMS = ("李娜、赵强", "赵强、李娜", "孙丽、周强")
TURNS = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 31), date(2025, 12, 31), date(2026, 1, 1)]

days = st.sampled_from(TURNS) | st.dates(date(2024, 11, 1), date(2026, 2, 28))
as_of_days = st.sampled_from(TURNS[1:]) | st.dates(date(2025, 1, 1), date(2026, 3, 31))
maybe_days = st.none() | days

# What a clerk may write into a free cell, with all that a spreadsheet or a reader could stumble over.
notes = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from("=+-@'\"，,;；、 油枪号"), max_size=8
)


@st.composite
def site_rows(draw: st.DrawFn, codes: tuple[str, ...]) -> list[Row]:
    """A row for each code; a closing day is later than the opening day."""
    rows = []
    for code in codes:
        opened, closed = draw(maybe_days), draw(maybe_days)
        if opened and closed and closed <= opened:
            closed = opened + timedelta(days=draw(st.integers(1, 200)))
        rows.append({
            "站点编号": code, "名称": f"{code}站", "类别": draw(st.sampled_from(KINDS)),
            "所有制": draw(st.sampled_from(OWNERS)), "乡镇": "白沙镇",
            "开业日期": _iso(opened), "停业日期": _iso(closed), "备注": draw(notes),
        })  # fmt: skip
    return rows


@st.composite
def change_rows(draw: st.DrawFn, codes: tuple[str, ...]) -> list[Row]:
    """Up to four dated changes, each site, day and matter once."""
    found = {}
    for _ in range(draw(st.integers(0, 4))):
        code, day, what = (
            draw(st.sampled_from(codes)),
            draw(days),
            draw(st.sampled_from(("停业", "恢复营业", "所有制"))),
        )
        value = draw(st.sampled_from(OWNERS)) if what == "所有制" else ""
        found[code, day, what] = {"站点编号": code, "变更日期": _iso(day), "变更事项": what, "变更后": value}
    return list(found.values())


@st.composite
def batch_row(draw: st.DrawFn, form_no: str, codes: tuple[str, ...]) -> Row:
    """One batch in any state."""
    day = draw(days)
    product, grade = draw(st.sampled_from(FUELS))
    reported = day + timedelta(days=draw(st.integers(0, 70))) if draw(st.booleans()) else None
    return {
        "抽样单编号": form_no, "抽样日期": _iso(day), "站点编号": draw(st.sampled_from(codes)),
        "产品": product, "牌号": grade, "抽样人员": draw(st.sampled_from(TEAMS)),
        "任务来源": draw(st.sampled_from(TASKS)), "抽样类别": draw(st.sampled_from(PURPOSES)),
        "报告编号": f"W{form_no}" if reported else "", "报告日期": _iso(reported),
        "检验结论": draw(st.sampled_from(("合格", "不合格"))) if reported else "",
        "状态": draw(st.sampled_from(("", "", "", "有效", "作废"))), "备注": draw(notes),
    }  # fmt: skip


@st.composite
def ledgers(draw: st.DrawFn, most_batches: int = 14) -> tuple[list[Row], list[Row], list[Row]]:
    """Rows of 站点, 站点变更 and 抽样."""
    codes = tuple(f"S{n}" for n in range(1, draw(st.integers(1, 5)) + 1))
    batches = [draw(batch_row(f"A{n}", codes)) for n in range(1, draw(st.integers(0, most_batches)) + 1)]
    return draw(site_rows(codes)), draw(change_rows(codes)), batches


def filled(*sheets: list[Row]) -> list[list[Row]]:
    """Those sheets that have rows: an empty ledger is no file."""
    return [rows for rows in sheets if rows]


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
