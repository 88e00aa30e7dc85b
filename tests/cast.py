"""One county that every test knows: its sites, its people, and ledgers for it in a line each.

Rows are written as a clerk writes them, under the headers of the ledgers, into small CSV
files that go through the public import. What a row leaves out takes the cast's default.
"""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fuelcheck as fc

if TYPE_CHECKING:
    from fuelcheck.rules.status import Status
    from fuelcheck.services.importing import Answer
    from fuelcheck.standing.evaluation import QuotaReport
    from fuelcheck.store.session import Store

CHINA = timezone(timedelta(hours=8))
POLICY = "yichuan-2024-15"
CLERK, REVIEWER = "王敏", "张建国"
SAMPLERS = "李娜;赵强"
LABORATORY = "豫西油品检验中心"
DRIVER = "欧阳长河"
YEAR, YEAR_END = 2025, date(2025, 12, 31)

Row = Mapping[str, str]


def _site(code: str, name: str, kind: str, ownership: str, township: str) -> Row:
    return {"站点编号": code, "名称": name, "类别": kind, "所有制": ownership, "乡镇": township}


SITES = (
    _site("S001", "顺达加油站", "加油站", "民营", "白沙镇"),
    _site("S002", "鑫源加油站", "加油站", "民营", "鸦岭镇"),
    _site("S003", "平等供销社加油点", "加油点", "集体", "平等乡"),
    _site("S101", "中国石化城关加油站", "加油站", "中石化", "城关街道"),
    _site("S201", "中国石油彭婆加油站", "加油站", "中石油", "彭婆镇"),
    _site("S301", "中海油高山加油站", "加油站", "其他国有", "高山镇"),
    _site("D01", "中国石化伊川油库", "油库", "中石化", "水寨镇"),
    _site("P01", "洛南石化厂", "生产企业", "民营", "葛寨镇"),
    _site("U01", "佰通尿素经营部", "尿素销售点", "民营", "江左镇"),
    _site("Y01", "河滨运输公司自用点", "企业自用点", "民营", "河滨街道"),
)
CODES = {row["名称"]: row["站点编号"] for row in SITES}
SHUNDA, XINYUAN, COOPERATIVE, SINOPEC, PETROCHINA, CNOOC, DEPOT, PRODUCER, UREA_VENDOR, OWN_USE = CODES.values()


class Clock:
    """A clock that goes on by a second at each look, and can be set."""

    def __init__(self) -> None:
        self.now = datetime(2024, 12, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def set(self, day: date) -> None:
        """It is nine in the morning of that day in China; a clock does not go back."""
        self.now = max(self.now, datetime(day.year, day.month, day.day, 9, tzinfo=CHINA).astimezone(UTC))


class County:
    """A founded county in a real store, and short words for what a test does to it."""

    def __init__(self, store: "Store", folder: Path, clock: Clock, division: str | None = None) -> None:
        self.store, self.folder, self.clock, self.division = store, folder, clock, division
        self._files = 0

    def bring(self, *ledgers: Sequence[Row], by: str = CLERK, **options: Any) -> "Answer":
        """Bring ledgers in one command, taken or not."""
        files = [self.ledger(rows) for rows in ledgers]
        return fc.import_ledgers(self.store, files, by=by, **{"division": self.division, **options})

    def take(self, *ledgers: Sequence[Row], **options: Any) -> str:
        """Bring ledgers that must be taken; returns the import's id."""
        answer = self.bring(*ledgers, **options)
        refusals = [*answer.brought.faults, *answer.brought.conflicts]
        assert answer.accepted, [remark.message for remark in refusals]
        return answer.import_id or ""

    def ledger(self, rows: Sequence[Row]) -> Path:
        """A CSV file with those rows."""
        self._files += 1
        return write_csv(self.folder / f"台账{self._files}.csv", rows)

    def status(self, as_of: date = YEAR_END, year: int = YEAR, known_at: datetime | None = None) -> "Status":
        """Where the quotas stand, at the year's end unless a day is named."""
        return fc.quota_status(self.store, year=year, as_of=as_of, known_at=known_at, division=self.division)

    def report(self, as_of: date = YEAR_END, year: int = YEAR, **options: Any) -> "QuotaReport":
        """The same with all annexes."""
        return fc.quota_report(self.store, year=year, as_of=as_of, division=self.division, **options)

    @property
    def now(self) -> datetime:
        """The moment of the newest act."""
        with self.store.reading(self.division) as view:
            moment = view.head.moment
        assert moment is not None
        return moment


def sites(*names: str, **other: str) -> list[Row]:
    """Rows of 站点 of the cast, by name or code; all of them if none is named."""
    return [{**row, **other} for row in SITES if not names or {row["名称"], row["站点编号"]} & set(names)]


def stations(number: int, ownership: str) -> list[Row]:
    """So many stations of one owner that have no names of their own."""
    return [
        _site(f"{ownership}{n:02}", f"{ownership}第{n}加油站", "加油站", ownership, "吕店镇")
        for n in range(1, number + 1)
    ]


def batch(form_no: str, sampled_on: str, site: str, **other: str) -> Row:
    """A row of 抽样: diesel, drawn by two of the cast, unless it says otherwise.

    A report day means a report that passed, unless the row says otherwise.
    """
    row = {
        "抽样单编号": form_no,
        "抽样日期": sampled_on,
        "站点编号": CODES.get(site, site),
        "抽样人员": SAMPLERS,
        **other,
    }
    if "产品" not in row:
        row |= {"产品": "车用柴油", "牌号": row.get("牌号") or "0"}
    if row.get("报告日期"):
        row = {"报告编号": f"W{form_no}", "检验结论": "合格", **{column: text for column, text in row.items() if text}}
    return row


def batches(number: int, site: str, prefix: str = "K", day: str = "2025-03-10", **other: str) -> list[Row]:
    """So many reported batches of one site and day."""
    return [batch(f"{prefix}{n:03}", day, site, 报告日期=day, **other) for n in range(1, number + 1)]


def results(form_no: str, **found: str) -> list[Row]:
    """Rows of 检验结果 of one batch: by item the result, with its unit behind a space."""
    return [
        {"抽样单编号": form_no, "检验项目": item, "结果": value, "单位": unit}
        for item, (value, _, unit) in ((item, text.partition(" ")) for item, text in found.items())
    ]


def change(site: str, effective_on: str, what: str, value: str = "") -> Row:
    """A row of 站点变更."""
    return {"站点编号": CODES.get(site, site), "变更日期": effective_on, "变更事项": what, "变更后": value}


def visit(site: str, visited_on: str, outcome: str, **other: str) -> Row:
    """A row of 未抽到样品."""
    return {"站点编号": CODES.get(site, site), "日期": visited_on, "情况": outcome, **other}


def road_check(record_no: str, checked_at: str = "2025-03-09 09:10", **other: str) -> Row:
    """A row of 路检: a truck too smoky on the road, ordered to be repaired, unless it says otherwise."""
    return {
        "记录编号": record_no, "检查时间": checked_at, "地点": "G207 白沙站", "执法单位": "生态环境局、交警大队",
        "公安单位": "交警一中队", "执法人员": SAMPLERS, "号牌号码": "豫C12345", "号牌颜色": "黄", "驾驶人": DRIVER,
        "检测方法": "自由加速", "读数": "1.3;1.4;1.5", "检定有效期": "2025-12-31", "处理": "责令维修",
        "复检期限": "2025-03-23", **other,
    }  # fmt: skip


def clean_check(record_no: str, checked_at: str = "2025-03-09 10:00", **other: str) -> Row:
    """The same of one that passed."""
    passed = {"号牌号码": "豫C67890", "读数": "0.8;0.9;0.8", "处理": "放行", "复检期限": "", "驾驶人": "李大山"}
    return road_check(record_no, checked_at, **{**passed, **other})


def write_csv(path: Path, rows: Sequence[Row]) -> Path:
    """The rows under all the headers that any of them names."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.DictWriter(file, headers, restval="")
        out.writeheader()
        out.writerows(rows)
    return path
