"""What the pages after the first say: pace, months, townships, products, basis, data."""

from collections.abc import Iterable
from datetime import date

from fuelcheck.law.values import Policy, QuotaKind
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.figures import Cell, Rate
from fuelcheck.reports.front import conclusion_of
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.status import LineStatus, Status
from fuelcheck.rules.year import QuotaYear
from fuelcheck.standing.evaluation import LastDocument, MonthCount, QuotaReport
from fuelcheck.words import MOTOR_FUELS

MONTH_FIELDS = ("motor_fuel", "cumulative", "expected", "urea", "pending", "failed")
_SUMMED = {"motor_fuel", "urea", "pending", "failed"}
TOWNSHIP_FIELDS = (
    "township", "stations", "covered", "private", "private_covered", "rate", "motor_fuel", "urea", "failed",
)  # fmt: skip
PRODUCT_FIELDS = ("product", "batches", "passed", "failed", "rate")
REPLACED_FIELDS = (
    "name", "now_required", "now_achieved", "then_required", "then_achieved", "then_shortfall", "then_conclusion",
)  # fmt: skip
_BESIDE = ("higher_level_batches", "recheck_batches", "monitoring_batches", "other_fuel_batches")


def year_of(status: Status) -> QuotaYear:
    """The quota year that a status speaks of."""
    return QuotaYear.of(status.policy.year_starts, status.year)


def motor_fuel_line(status: Status) -> LineStatus | None:
    """The quota that the pace speaks of: motor-fuel batches."""
    return next(
        (q for q in status.quotas if q.quota.kind is QuotaKind.BATCHES and q.quota.products & MOTOR_FUELS), None
    )


def pace_text(report: QuotaReport, say: Sentences) -> str:
    """How the batches stand against the even line, and what stands beside the quotas."""
    return "".join((_pace(report, say), _heap(report, say), _beside(report.status, say)))


def _pace(report: QuotaReport, say: Sentences) -> str:
    line, pace = motor_fuel_line(report.status), report.pace
    if line is None:
        return ""
    ahead = pace.achieved - pace.expected
    against = "even" if ahead == 0 else "ahead" if ahead > 0 else "behind"
    first = say(
        "pace.line", as_of=say.day(report.status.as_of), expected=pace.expected, achieved=pace.achieved,
        against=say(f"pace.{against}", n=abs(ahead)),
    )  # fmt: skip
    if line.met:
        return first + say("pace.reached", required=line.required)
    if pace.meets_on is None:
        return first + say("pace.never")
    return first + say("pace.meets", day=say.day(pace.meets_on), required=line.required)


def _heap(report: QuotaReport, say: Sentences) -> str:
    if not report.pace.december_heap:
        return ""
    last, of = report.months[-1], sum(month.motor_fuel for month in report.months)
    return say("pace.heap", month=last.month.month, rate=Rate(last.motor_fuel, of).text, n=last.motor_fuel, of=of)


def _beside(status: Status, say: Sentences) -> str:
    beside = status.beside
    pieces = [say(f"pace.{name}", n=getattr(beside, name)) for name in _BESIDE if getattr(beside, name)]
    text = say("pace.beside", pieces="、".join(pieces)) if pieces else ""
    if beside.combined_population:
        rate = Rate(beside.combined_covered, beside.combined_population)
        text += say(
            "pace.combined", rate=rate.text, covered=beside.combined_covered, population=beside.combined_population
        )
    if beside.stations_under_no_quota:
        text += say("pace.no_quota", n=beside.stations_under_no_quota)
    return text


def month_rows(report: QuotaReport, say: Sentences) -> list[tuple[Cell, ...]]:
    """What was done by month, a column each and their sum; months that have not begun: —."""
    known = {month.month: month for month in report.months if month.month <= report.status.as_of}
    months = year_of(report.status).months()
    return [
        (say(f"pace.heads.{field}"), *(_of(known.get(month), field) for month in months), _sum(known.values(), field))
        for field in MONTH_FIELDS
    ]


def month_heads(report: QuotaReport, say: Sentences) -> list[str]:
    """The headings over ``month_rows``."""
    months = (say("pace.heads.month", month=month.month) for month in year_of(report.status).months())
    return [say("pace.heads.what"), *months, say("pace.heads.total")]


def _of(month: MonthCount | None, field: str) -> int | None:
    return None if month is None else int(getattr(month, field))


def _sum(months: Iterable[MonthCount], field: str) -> int | None:
    return sum(getattr(month, field) for month in months) if field in _SUMMED else None


def township_rows(report: QuotaReport, say: Sentences) -> list[tuple[Cell, ...]]:
    """A row for each township and the sum last, in the order of ``TOWNSHIP_FIELDS``."""
    rows = [
        (
            t.township, t.stations, t.covered, t.private, t.private_covered, Rate(t.private_covered, t.private),
            t.motor_fuel, t.urea, t.failed,
        )
        for t in report.townships
    ]  # fmt: skip
    if not rows:
        return []
    stations, covered, private, private_covered, _, fuel, urea, failed = map(_added, list(zip(*rows, strict=True))[1:])
    rate = Rate(private_covered, private)
    return [
        *rows,
        (say("townships.total"), stations, covered, private, private_covered, rate, fuel, urea, failed),
    ]


def _added(column: Iterable[object]) -> int:
    return sum(cell for cell in column if isinstance(cell, int))


def product_rows(report: QuotaReport, say: Sentences) -> list[tuple[Cell, ...]]:
    """A row for each product and the sum last, in the order of ``PRODUCT_FIELDS``."""
    counts = [(p.product.zh, p.batches, p.failed) for p in report.products]
    total = (say("results.total"), sum(c[1] for c in counts), sum(c[2] for c in counts))
    return [
        (name, batches, batches - failed, failed, Rate(failed, batches)) for name, batches, failed in [*counts, total]
    ]


def results_text(report: QuotaReport, annexes: Iterable[Annex], say: Sentences) -> str:
    """What stands out at the laboratories: contradicted and late batches; empty where there are none."""
    numbers = {annex.key: annex.number for annex in annexes}
    text = ""
    if report.flagged:
        waiting = sum(not one.answer for one in report.flagged)
        text = say("results.flagged", n=len(report.flagged), annex=numbers["flagged"], open=waiting)
    if report.overdue:
        text += say("results.overdue", n=len(report.overdue), annex=numbers["overdue"])
    return text


def basis_text(status: Status, say: Sentences) -> str:
    """The policy, whether it has expired, who leads and who helps."""
    text = policy_text(status.policy, status.as_of, say)
    lead = "、".join(dict.fromkeys(name for quota in status.policy.quotas for name in quota.lead))
    helps = "、".join(dict.fromkeys(name for quota in status.policy.quotas for name in quota.cooperate))
    if not lead:
        return text
    return text + say("basis.responsible_with" if helps else "basis.responsible", lead=lead, cooperate=helps)


def policy_text(policy: Policy, as_of: date, say: Sentences) -> str:
    """The policy and how long it holds, or that it has expired."""
    paper = policy.document
    expired = policy.expired_on(as_of) is not None
    sentence = "basis.expired" if expired else "basis.valid_until" if paper.valid_until else "basis.valid"
    return say(
        sentence, title=paper.title, number=paper.number, issuer=paper.issuer, issued=say.day(paper.issued_on),
        until=_day(paper.valid_until, say), as_of=say.day(as_of),
    )  # fmt: skip


def _day(day: date | None, say: Sentences) -> str:
    return say.day(day) if day else ""


def replaced_text(report: QuotaReport, say: Sentences) -> str:
    """Which earlier policy was replaced within the year; empty if none was."""
    if report.replaced is None:
        return ""
    old = report.replaced.policy.document
    return say("basis.replaced", year=report.status.year, title=old.title, number=old.number)


def replaced_rows(now: Status, then: Status, say: Sentences) -> list[tuple[Cell, ...]]:
    """The figures under the new policy beside those under the old one, by quota id."""
    new = {line.quota.id: line for line in now.quotas}
    old = {line.quota.id: line for line in then.quotas}
    return [_pair(new.get(id_), old.get(id_), say) for id_ in dict.fromkeys([*new, *old])]


def _pair(new: LineStatus | None, old: LineStatus | None, say: Sentences) -> tuple[Cell, ...]:
    named = new or old
    return (
        named.quota.name if named else "",
        *((new.required, new.achieved) if new else (None, None)),
        *((old.required, old.achieved, old.shortfall, conclusion_of(old, say)) if old else (None,) * 4),
    )


def listed(annexes: Iterable[Annex], last: LastDocument | None, say: Sentences) -> list[str]:
    """One line for each annex; an empty one is said to be empty here and nowhere else."""
    return [_listed(annex, last, say) for annex in annexes]


def _listed(annex: Annex, last: LastDocument | None, say: Sentences) -> str:
    title = annex.title(say)
    if annex.rows:
        return say("annexes.listed", n=annex.number, title=title, count=annex.count, unit=annex.unit(say))
    unknown = annex.key == "changes" and last is None
    return say("annexes.no_document" if unknown else "annexes.listed_none", n=annex.number, title=title)
