"""Filing checked ledger rows into the store: which table rows each becomes, and as what it is recorded.

A ledger row of 抽样 is a batch, its visit and its report; the visit follows from site, day
and samplers, so that the same ledger in any order makes the same visits.
"""

from collections import Counter
from collections.abc import Mapping
from uuid import NAMESPACE_OID, uuid5

from fuelcheck.services.known import standing_reports
from fuelcheck.store.acts import Act, columns_of
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.words import BatchStatus, Outcome

Values = Mapping[str, str]
"""The filled cells of a ledger row, canonical."""

_BATCH_CELLS = frozenset(columns_of("batch")) - {"visit_id", "year", "reported_on"}
_REPORT_CELLS = ("report_no", "reported_on", "conclusion", "failed_items")


class Filing:
    """Turns ledger rows into changes of one open act."""

    def __init__(self, act: Act) -> None:
        view = View(act.connection, act.division, act.head)
        self._act = act
        self._sites = {r["code"]: r for r in contents(act.connection, "site", act.division)}
        self._visits = {r["id"]: r for r in contents(act.connection, "visit", act.division)}
        self._batches = {r["form_no"]: r for r in contents(act.connection, "batch", act.division)}
        self._reports = standing_reports(view)
        self._on_visit = Counter(r["visit_id"] for r in self._batches.values())
        self._left: set[str] = set()
        self.settles = False
        """Whether the row under way settles a conflict: then it amends, though a cell was empty."""

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
        id_ = self._name(values["site_code"], values["visited_on"], values["outcome"])
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
        visit = self._visit_of({**_visit_cells(before, old_visit), **values})
        standing = self._reports.get(values["form_no"], [])
        report = _report(standing, values)
        after = _batch(before, values, visit)
        after["reported_on"] = [*standing[:-1], report][0]["reported_on"] if report else None
        if before is None:
            self._act.create("batch", after, kind="sampled")
        else:
            self._amend("batch", before, after, _batch_kind(before, after))
        if report is not None:
            self._file_report(standing, report)
        self._move(before, after)

    def close(self) -> None:
        """Take away the visits that amendments left without a batch: known only when all rows are filed."""
        for id_ in sorted(self._left):
            if not self._on_visit[id_]:
                self._act.remove("visit", self._visits.pop(id_))

    def _visit_of(self, cells: Values) -> str:
        id_ = self._name(cells["site_code"], cells["sampled_on"], Outcome.SAMPLED, cells["samplers"])
        if id_ not in self._visits:
            row = _row("visit", {
                "id": id_, "site_code": cells["site_code"], "visited_on": cells["sampled_on"],
                "outcome": Outcome.SAMPLED.value, "samplers": cells["samplers"],
            })  # fmt: skip
            self._act.create("visit", row, kind="recorded")
            self._visits[id_] = row
        return id_

    def _file_report(self, standing: list[Content], report: Content) -> None:
        if standing:
            self._amend("report", standing[-1], report)
        else:
            self._act.create("report", report, kind="reported")

    def _amend(self, noun: str, before: Content, after: Content, kind: str | None = None) -> None:
        if before != after:
            filled = not self.settles and all(before[c] is None for c in after if before[c] != after[c])
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


def _visit_cells(batch: Content | None, visit: Content | None) -> dict[str, str]:
    if batch is None or visit is None:
        return {}
    return {"site_code": batch["site_code"], "sampled_on": batch["sampled_on"], "samplers": visit["samplers"]}


def _report(standing: list[Content], values: Values) -> Content | None:
    """The last report that stands, with the cells of the row; a new one where there is none."""
    cells = {c: values[c] for c in _REPORT_CELLS if c in values}
    if standing:
        return standing[-1] | cells
    return _row("report", {"form_no": values["form_no"], "n": 1, **cells}) if cells else None


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
