"""The year's quotas counted as a clerk would on paper: row by row, day by day, from the ledgers' own words.

Written from the reading in the features, not from the code that it is compared with: no
tallies, no roster, no indexes. It is slow and hard to get wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from tests.cast import Row

MOTOR_FUELS = ("车用汽油", "车用乙醇汽油", "车用柴油")
STATIONS = ("加油站", "加油点")
PRIVATE = ("民营", "集体")


@dataclass(frozen=True)
class Line:
    """One quota, counted."""

    required: int
    achieved: int
    in_progress: int
    missing: tuple[object, ...] = ()
    left_uncovered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ledgers:
    """The rows of three sheets, and the question."""

    sites: Sequence[Row]
    changes: Sequence[Row]
    batches: Sequence[Row]
    year: int
    as_of: date

    def count(self) -> dict[str, Line]:
        """Every line of the county's plan."""
        return {
            "motor_fuel_batches": self._batches(MOTOR_FUELS, STATIONS, 159),
            "private_coverage": self._coverage(),
            "sinopec_rate": self._rate("中石化"),
            "petrochina_rate": self._rate("中石油"),
            "urea_batches": self._batches(("车用尿素",), None, 10),
            "depot_monthly": self._months(),
        }

    def higher_levels(self) -> int:
        """Reported batches of the year that another level ordered."""
        return sum(
            self._of_the_year(b) and self._reported(b) and b["任务来源"] not in ("", "县级") for b in self.batches
        )

    def _batches(self, products: Sequence[str], kinds: Sequence[str] | None, required: int) -> Line:
        rows = [b for b in self._ours() if b["产品"] in products and (kinds is None or self._kind(b) in kinds)]
        reported = sum(map(self._reported, rows))
        return Line(required, reported, len(rows) - reported)

    def _coverage(self) -> Line:
        owed = [s["站点编号"] for s in self.sites if s["类别"] in STATIONS and self._sells(s, self._roster)
                and self._owner(s, self._roster) in PRIVATE]  # fmt: skip
        uncovered = sorted(code for code in owed if not self._covered(code))
        return Line(
            len(owed), len(owed) - len(uncovered), sum(map(self._pending_at, uncovered)), tuple(uncovered),
            tuple(sorted(self._left())),
        )  # fmt: skip

    def _left(self) -> Iterator[str]:
        for site in self.sites:
            if site["类别"] not in STATIONS or self._sells(site, self._roster) or self._covered(site["站点编号"]):
                continue
            sold_on = [day for day in self._days() if self._sells(site, day)]
            if sold_on and self._owner(site, sold_on[-1]) in PRIVATE:
                yield site["站点编号"]

    def _rate(self, owner: str) -> Line:
        theirs = [s["站点编号"] for s in self.sites if s["类别"] in STATIONS and self._sells(s, self._roster)
                  and self._owner(s, self._roster) == owner]  # fmt: skip
        covered = [code for code in theirs if self._covered(code)]
        pending = [code for code in theirs if code not in covered and self._pending_at(code)]
        return Line(ceil(len(theirs) / 10), len(covered), len(pending))

    def _months(self) -> Line:
        due = [(s["站点编号"], last) for s in self.sites if s["类别"] in ("油库", "生产企业")
               for last in self._month_ends() if self._sells(s, last)]  # fmt: skip
        missing = sorted(pair for pair in due if not any(map(self._reported, self._in_month(*pair))))
        pending = [pair for pair in missing if self._in_month(*pair)]
        named = tuple((code, last.replace(day=1)) for code, last in missing)
        return Line(len(due), len(due) - len(missing), len(pending), named)

    def _in_month(self, code: str, last: date) -> list[Row]:
        month = last.isoformat()[:7]
        return [b for b in self._fuel_at(code) if b["抽样日期"][:7] == month]

    def _fuel_at(self, code: str) -> list[Row]:
        return [b for b in self._ours() if b["产品"] in MOTOR_FUELS and b["站点编号"] == code]

    def _covered(self, code: str) -> bool:
        return any(map(self._reported, self._fuel_at(code)))

    def _pending_at(self, code: str) -> bool:
        return bool(self._fuel_at(code))

    def _ours(self) -> list[Row]:
        """Batches of the year that count, or will once they are reported."""
        purposes = ("", "监督抽检", "专项", "投诉举报")
        return [
            b for b in self.batches
            if self._of_the_year(b) and b["任务来源"] in ("", "县级") and b["抽样类别"] in purposes
        ]  # fmt: skip

    def _of_the_year(self, row: Row) -> bool:
        day = date.fromisoformat(row["抽样日期"])
        return row["状态"] != "作废" and day.year == self.year and day <= self.as_of

    def _reported(self, row: Row) -> bool:
        return bool(row["报告日期"]) and row["报告日期"] <= self.as_of.isoformat()

    def _kind(self, row: Row) -> str:
        return next(s["类别"] for s in self.sites if s["站点编号"] == row["站点编号"])

    @property
    def _roster(self) -> date:
        return min(self.as_of, date(self.year, 12, 31))

    def _days(self) -> list[date]:
        first = date(self.year, 1, 1)
        return [first + timedelta(days=n) for n in range((self._roster - first).days + 1)]

    def _month_ends(self) -> list[date]:
        ends = [date(self.year + n // 12, n % 12 + 1, 1) - timedelta(days=1) for n in range(1, 13)]
        return [day for day in ends if day <= self.as_of]

    def _sells(self, site: Row, day: date) -> bool:
        """Closings of a day come before its openings: a site that closes and reopens on one day sells."""
        events = [(c["变更日期"], c["变更事项"] == "恢复营业") for c in self._changes_of(site)
                  if c["变更事项"] in ("停业", "恢复营业")]  # fmt: skip
        events += [(site["停业日期"], False)] if site["停业日期"] else []
        events += [(site["开业日期"], True)] if site["开业日期"] else []
        sells = not site["开业日期"]
        for on, opens in sorted(events):
            if on <= day.isoformat():
                sells = opens
        return sells

    def _owner(self, site: Row, day: date) -> str:
        owner = site["所有制"]
        for change in sorted(self._changes_of(site), key=lambda c: c["变更日期"]):
            if change["变更事项"] == "所有制" and change["变更日期"] <= day.isoformat():
                owner = change["变更后"]
        return owner

    def _changes_of(self, site: Row) -> list[Row]:
        return [c for c in self.changes if c["站点编号"] == site["站点编号"]]
