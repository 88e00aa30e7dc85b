"""Filing checked ledger rows into the store: which table rows each becomes, and as what it is recorded.

A ledger row of 抽样 is a batch, its visit and its report; the visit follows from site, day
and samplers, so that the same ledger in any order makes the same visits, and finds those that
were recorded on the spot. A row of 检验结果 is
a line of the batch's last valid report; where no report has come yet, of a bare one, which
has no day and no conclusion and leaves the batch in progress.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from fuelcheck.ledgers.columns import REPORT_COLUMNS
from fuelcheck.rules.reports import counting_day, next_number
from fuelcheck.rules.units import unit_kept
from fuelcheck.services.known import report_fact, reports_by_form, standing
from fuelcheck.store.acts import Act, columns_of
from fuelcheck.store.rows import content, contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.words import BatchStatus, Outcome

Values = Mapping[str, str]
"""The filled cells of a ledger row, canonical."""

_BATCH_CELLS = frozenset(columns_of("batch")) - {"visit_id", "year", "reported_on"}
_ON_THE_SPOT = ("note", "started_at", "ended_at", "longitude", "latitude", "datum")
"""What was recorded of a visit besides site, day and samplers; it stays with a batch whose head is corrected."""


class Filing:
    """Turns ledger rows into changes of one open act."""

    def __init__(self, act: Act) -> None:
        view = View(act.connection, act.division, act.head)
        self._act = act
        self._sites = {r["code"]: r for r in contents(act.connection, "site", act.division)}
        self._visits = {r["id"]: r for r in contents(act.connection, "visit", act.division)}
        self._ids = {_team(r): r["id"] for r in self._visits.values()}
        self._batches = {r["form_no"]: r for r in contents(act.connection, "batch", act.division)}
        self._reports = reports_by_form(view)
        self._on_visit = Counter(r["visit_id"] for r in self._batches.values())
        self._left: set[str] = set()
        self.state = "new"
        """Of the row under way; one that changes amends, though another cell of it was empty."""

    def site(self, values: Values) -> None:
        """File a row of 站点; a closing day that was empty is recorded as a closing."""
        cells = {c: values[c] for c in values if c != "site_code"}
        before = self._sites.get(values["site_code"])
        if before is None:
            after = _row("site", {"code": values["site_code"], **cells})
            self._act.create("site", after)
        else:
            after = before | cells
            closed = before["closed_on"] is None and after["closed_on"] is not None
            self._amend("site", before, after, "closed" if closed else None)
        self._sites[values["site_code"]] = after

    def site_change(self, values: Values) -> None:
        """File a row of 站点变更."""
        key = {c: values[c] for c in ("site_code", "effective_on", "what")}
        before = next(contents(self._act.connection, "site_change", self._act.division, **key), None)
        if before is None:
            self._act.create("site_change", _row("site_change", values), kind="recorded")
        else:
            self._amend("site_change", before, before | dict(values))

    def visit(self, values: Values) -> None:
        """File a row of 未抽到样品: one visit to a site on a day with that outcome."""
        known_by = (values["site_code"], values["visited_on"], values["outcome"])
        id_ = self._ids.get((*known_by, None)) or self._name(*known_by)
        before = self._visits.get(id_)
        if before is None:
            row = _row("visit", {"id": id_, **values})
            self._act.create("visit", row, kind="recorded")
        else:
            row = before | dict(values)
            self._amend("visit", before, row)
        self._visits[id_] = row

    def sample(self, values: Values) -> None:
        """File a row of 抽样: visit, batch and report, each after what it refers to."""
        before = self._batches.get(values["form_no"])
        old_visit = self._visits[before["visit_id"]] if before else None
        visit = self._visit_of({**_visit_cells(before, old_visit), **values}, old_visit)
        report = self._report(values)
        after = _batch(before, values, visit)
        after["reported_on"] = self._counting_day(values["form_no"], report)
        if before is None:
            self._act.create("batch", after, kind="sampled")
        else:
            self._amend("batch", before, after, _batch_kind(before, after))
        if report is not None:
            self._file_report(report)
        self._move(before, after)

    def result(self, values: Values) -> None:
        """File a row of 检验结果 to the last valid report of its batch."""
        form_no = values["form_no"]
        report = standing(self._reports.get(form_no, ())) or self._bare_report(form_no)
        if self.state == "new":
            self._act.create("result", _row("result", {**values, "n": report["n"]}), kind="recorded")
            return
        key = {"form_no": form_no, "n": report["n"], "item": values["item"]}
        before = content(self._act.connection, "result", self._act.division, **key)
        if before is not None:
            unit = unit_kept(values.get("value", ""), values.get("unit"), before["unit"])
            self._amend("result", before, before | dict(values) | {"unit": unit})

    def close(self) -> None:
        """Take away the visits that amendments left without a batch: known only when all rows are filed."""
        for id_ in sorted(self._left):
            if not self._on_visit[id_] and not self._is_proved(id_):
                self._act.remove("visit", self._visits.pop(id_))

    def _is_proved(self, id_: str) -> bool:
        """Whether photographs of the visit are held."""
        return content(self._act.connection, "attachment", self._act.division, visit_id=id_) is not None

    def _visit_of(self, cells: Values, held: Content | None) -> str:
        """The batch's own visit where the cells agree with it, else that team's on the spot, else a new one."""
        team = (cells["site_code"], cells["sampled_on"], Outcome.SAMPLED.value, cells["samplers"])
        if held is not None and _team(held) == team:
            return str(held["id"])
        id_ = self._ids.get(team)
        if id_ is None:
            id_ = self._ids[team] = self._name(*team)
            seen = {column: held[column] for column in _ON_THE_SPOT} if held else {}
            row = _row("visit", {
                "id": id_, "site_code": cells["site_code"], "visited_on": cells["sampled_on"],
                "outcome": Outcome.SAMPLED.value, "samplers": cells["samplers"], **seen,
            })  # fmt: skip
            self._act.create("visit", row, kind="recorded")
            self._visits[id_] = row
        return id_

    def _report(self, values: Values) -> Content | None:
        """The last valid report, with the cells of the row; a new one where there is none."""
        cells = {c: values[c] for c in REPORT_COLUMNS if c in values}
        reports = self._reports.get(values["form_no"], [])
        last = standing(reports)
        if last is not None:
            return last | cells
        return new_report(values["form_no"], reports, cells) if cells else None

    def _bare_report(self, form_no: str) -> Content:
        bare = new_report(form_no, self._reports[form_no], {})
        self._file_report(bare)
        return bare

    def _file_report(self, report: Content) -> None:
        reports = self._reports[report["form_no"]]
        before = next((row for row in reports if row["n"] == report["n"]), None)
        if before is None:
            self._act.create("report", report, kind="recorded" if is_bare(report) else "reported")
        else:
            self._amend("report", before, report, "reported" if is_bare(before) else None)
        reports[:] = [row for row in reports if row["n"] != report["n"]] + [report]

    def _counting_day(self, form_no: str, report: Content | None) -> str | None:
        """The batch's counting day once that report is filed."""
        rows = {row["n"]: row for row in self._reports.get(form_no, ())}
        if report is not None:
            rows[report["n"]] = report
        return day_text(counting_day(map(report_fact, rows.values())))

    def _amend(self, noun: str, before: Content, after: Content, kind: str | None = None) -> None:
        if before != after:
            filled = self.state != "changed" and all(before[c] is None for c in after if before[c] != after[c])
            self._act.amend(noun, before, after, kind=kind or ("filled" if filled else "amended"))

    def _move(self, before: Content | None, after: Content) -> None:
        """Keep count of the batches on each visit."""
        if before is not None and before["visit_id"] == after["visit_id"]:
            return
        self._on_visit[after["visit_id"]] += 1
        if before is not None:
            self._on_visit[before["visit_id"]] -= 1
            self._left.add(before["visit_id"])

    def _name(self, *parts: str) -> str:
        return str(uuid5(NAMESPACE_OID, "\x1f".join((self._act.division, *parts))))


def _row(noun: str, cells: Mapping[str, object]) -> Content:
    empty: Content = dict.fromkeys(columns_of(noun))
    return empty | dict(cells)


def _team(visit: Content) -> tuple[str, str, str, str | None]:
    """By what a visit is known in ledgers; who came is part of it only where a sample was drawn."""
    drawn = visit["outcome"] == Outcome.SAMPLED
    return visit["site_code"], visit["visited_on"], visit["outcome"], visit["samplers"] if drawn else None


def _visit_cells(batch: Content | None, visit: Content | None) -> dict[str, str]:
    if batch is None or visit is None:
        return {}
    return {"site_code": batch["site_code"], "sampled_on": batch["sampled_on"], "samplers": visit["samplers"]}


def new_report(form_no: str, reports: Iterable[Content], cells: Mapping[str, object]) -> Content:
    """The row of the next report of a batch."""
    number = next_number(map(report_fact, reports))
    return _row("report", {"form_no": form_no, "n": number, **cells})


def is_bare(report: Content) -> bool:
    """Whether only results have come, and nothing of the report itself."""
    return all(report[c] is None for c in REPORT_COLUMNS)


def day_text(day: date | None) -> str | None:
    """A day as rows hold it."""
    return None if day is None else day.isoformat()


def _batch(before: Content | None, values: Values, visit: str) -> Content:
    cells = {c: values[c] for c in values if c in _BATCH_CELLS}
    if before and before["status"] == BatchStatus.VOID and cells.get("status") == BatchStatus.VALID:
        before = before | {"void_reason": None, "voided_on": None}  # what stands again was not declared void
    row = (before or _row("batch", {"status": BatchStatus.VALID.value})) | cells
    return row | {"visit_id": visit, "year": int(row["sampled_on"][:4])}


def _batch_kind(before: Content, after: Content) -> str | None:
    if before["status"] != after["status"]:
        return "voided" if after["status"] == BatchStatus.VOID else "restored"
    if before["reported_on"] is None and after["reported_on"] is not None:
        changed = {c for c in after if before[c] != after[c]}
        return "reported" if changed == {"reported_on"} else None
    return None
