"""Annexes about sites: whom to sample, a plan for it, depots by month, who left uncovered."""

from fuelcheck.reports.annex import ROW, Annex, Field, numbered
from fuelcheck.reports.figures import shown
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.facts import VisitFact
from fuelcheck.rules.year import QuotaYear
from fuelcheck.standing.evaluation import QuotaReport

CODE = Field("code")
NAME = Field("name", wraps=True)
KIND = Field("kind", "center")
OWNERSHIP = Field("ownership", "center")
TOWNSHIP = Field("township")


def to_sample(report: QuotaReport, say: Sentences) -> Annex:
    """Private stations still to be sampled, with the visits that brought no sample."""
    fields = (ROW, CODE, NAME, KIND, OWNERSHIP, TOWNSHIP, Field("pending", "center"), Field("visits", wraps=True))
    rows = numbered(
        (
            row.site.code, row.site.name, row.site.kind.zh, row.site.ownership.zh, row.site.township,
            say("annexes.yes") if row.pending else None,
            "；".join(_visit(visit, say) for visit in row.visits) or None,
        )
        for row in report.to_sample
    )  # fmt: skip
    return Annex("to_sample", fields, rows)


def plan(report: QuotaReport, say: Sentences) -> Annex:
    """The fewest visits that close every quota, with the bound that proves it."""
    status = report.status
    found = status.plan
    fields = (ROW, CODE, NAME, Field("batches", "right"), Field("closes", wraps=True))
    rows = numbered(
        (
            visit.site, report.site_names.get(visit.site, ""), visit.batches,
            "、".join(status.policy.quota(id_).name for id_ in visit.closes),
        )
        for visit in found.visits
    )  # fmt: skip
    sentence = "proven" if len(found.visits) == found.lower_bound else "note"
    note = say(
        f"annexes.plan.{sentence}",
        most=status.policy.batches_per_visit, bound=found.lower_bound, visits=len(found.visits),
    )  # fmt: skip
    if found.if_pending_reported < len(found.visits):
        note += say("annexes.plan.pending", visits=found.if_pending_reported)
    return Annex("plan", fields, rows, note)


def depots(report: QuotaReport, say: Sentences) -> Annex:
    """Each depot and producer with the state of each month of the quota year."""
    year = QuotaYear.of(report.status.policy.year_starts, report.status.year)
    heads = [say("pace.heads.month", month=month.month) for month in year.months()]
    fields = (ROW, CODE, NAME, KIND, *(Field(f"month_{n}", "center", head=head) for n, head in enumerate(heads)))
    states = say.words("annexes")
    rows = numbered(
        (row.site.code, row.site.name, row.site.kind.zh, *(states[state] for state in row.months))
        for row in report.depots
    )
    return Annex("depots", fields, rows, say("annexes.depots.note"))


def left_uncovered(report: QuotaReport, say: Sentences) -> Annex:
    """Stations that closed within the year and had never been sampled in it."""
    fields = (
        ROW, CODE, NAME, KIND, OWNERSHIP, TOWNSHIP, Field("closed_on", "center"), Field("recorded", "center"),
    )  # fmt: skip
    rows = numbered(
        (
            row.site.code, row.site.name, row.site.kind.zh, row.site.ownership.zh, row.site.township,
            row.site.closed_on, row.recorded,
        )
        for row in report.left_uncovered
    )  # fmt: skip
    return Annex("left_uncovered", fields, rows)


def _visit(visit: VisitFact, say: Sentences) -> str:
    return say("annexes.visit", day=shown(visit.visited_on), outcome=visit.outcome.zh)
