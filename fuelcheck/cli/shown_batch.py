"""The record of a batch as a person reads it: head, reports, results as judged, verdicts, history."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from fuelcheck.cli.desk import china_text
from fuelcheck.cli.history_terms import happened
from fuelcheck.cli.shown_life import life_lines, paper_lines, sealed_lines
from fuelcheck.cli.shown_standard import CONFIDENCE_COLOURS, confidence_word, item_name
from fuelcheck.language import _, current, say
from fuelcheck.law.standards import LimitKind
from fuelcheck.rules.verdicts import BatchVerdict, ItemVerdict
from fuelcheck.standing.batch_record import BatchRecord, ReportRecord, notice_message
from fuelcheck.store.versions import Step
from fuelcheck.words import Conclusion, ReportState, Unit, Verdict, Word

NARROW = 70
"""Below this width results stand below each other instead of in a table."""

_VERDICTS = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.UNDECIDED: "yellow"}
_CONCLUSIONS = {Conclusion.PASS: "green", Conclusion.FAIL: "bold red"}
_STATES = {ReportState.STANDS: "green", ReportState.CORRECTED: "yellow", ReportState.RESULTS_ONLY: "yellow"}
_VALID = (ReportState.STANDS, ReportState.CORRECTED, ReportState.RESULTS_ONLY)
_TOLD = (Verdict.FAIL, Verdict.UNDECIDED)


def show(record: BatchRecord, console: Console | None = None) -> None:
    """Print the record of a batch."""
    screen = console or Console(highlight=False)
    for part in _parts(record, narrow=screen.width < NARROW):
        screen.print(part)


def _parts(record: BatchRecord, *, narrow: bool) -> Iterator[RenderableType]:
    yield from _head(record)
    yield _title(_("Life"))
    yield from life_lines(record.evidence)
    yield from paper_lines(record.evidence)
    yield _title(_("Reports"))
    yield from _reports(record)
    if record.verdict is not None:
        yield from _results(record, record.verdict, narrow)
    yield from _verdicts(record)
    if record.notices:
        yield _title(_("Notices"))
        yield from (Text(f"{notice.id}  {notice_message(notice)}", style="yellow") for notice in record.notices)
    yield _title(_("History"))
    yield from _history(record)


def _head(record: BatchRecord) -> Iterator[Text]:
    batch, site = record.batch, record.site
    label = " ".join(filter(None, (batch.form_no, word(batch.product), batch.grade)))
    yield Text(f"{label}  {batch.sampled_on}", style="bold")
    if batch.void:
        why = {"day": batch.voided_on or "—", "reason": batch.void_reason or "—"}
        yield Text(say(_("void since {day}: {reason}"), **why), style="bold red")
    yield Text(f"{site.name} ({site.code})  {word(site.kind)}  {word(site.ownership)}  {site.township}")
    drawn = {"samplers": "、".join(batch.samplers), "where": record.drawn_from or "—"}
    yield Text(say(_("Drawn by {samplers} from {where}"), **drawn))
    yield from sealed_lines(record.evidence)
    if record.beside:
        yield Text(say(_("On the same visit: {forms}"), forms=", ".join(record.beside)))
    yield Text(say(_("Laboratory: {laboratory}"), laboratory=batch.laboratory or "—"))
    yield _counting(record)
    programme = record.programme
    shown = f"{programme.title} ({programme.id})" if programme else _("none")
    yield Text(say(_("Programme: {programme}"), programme=shown))
    if batch.note:
        yield Text(batch.note, style="dim")


def _counting(record: BatchRecord) -> Text:
    day = record.batch.reported_on
    if record.batch.void:
        return Text(_("It counts for nothing"))
    if day is None:
        return Text(_("In progress: no valid report with a day"), style="yellow")
    return Text(say(_("Reported: it counts by {day}"), day=day))


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _reports(record: BatchRecord) -> Iterator[Text]:
    """Each report; what it found, too, unless that stands below with our verdict on it."""
    for report in record.reports:
        yield _report(report)
        if report.results and (record.verdict is None or report is not _last_valid(record)):
            yield Text("   " + "; ".join(f"{x.item} {x.value} {x.unit}".rstrip() for x in report.results), style="dim")
    if not record.reports:
        yield Text(_("none yet"), style="dim")


def _last_valid(record: BatchRecord) -> ReportRecord | None:
    return next((report for report in reversed(record.reports) if report.state in _VALID), None)


def _report(report: ReportRecord) -> Text:
    text = Text(f"{report.n}  {report.report_no or '—'}  {report.reported_on or '—'}  ")
    if report.conclusion:
        text.append(word(report.conclusion), style=_CONCLUSIONS[report.conclusion])
    if report.failed_items:
        text.append(f" ({report.failed_items})")
    text.append("  " + word(report.state), style=_STATES.get(report.state, "dim"))
    if report.corrects is not None:
        what = _("in the place of report {n}") if report.replaces else _("corrects report {n}")
        text.append("  " + say(what, n=report.corrects))
    if report.why:
        text.append(f"  {report.why}", style="dim")
    return text


def _results(record: BatchRecord, verdict: BatchVerdict, narrow: bool) -> Iterator[RenderableType]:
    basis = " ".join(filter(None, (verdict.standard, verdict.phase))) or _("no standard")
    yield _title(say(_("Results by {standard}"), standard=basis))
    if narrow:
        yield from map(_line, verdict.items)
    else:
        yield _table(verdict.items)
    if verdict.not_tested and "incomplete" not in verdict.codes:  # that reason lists them
        names = ("、" if current() == "zh" else "; ").join(_name(record, key) for key in verdict.not_tested)
        yield Text(say(_("Not tested: {items}"), items=names), style="dim")


def _table(items: tuple[ItemVerdict, ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for title in (_("Item"), _("Measured"), _("Limit"), _("Verdict"), _("Confidence")):
        table.add_column(title, overflow="fold")
    for item in items:
        table.add_row(item.name, f"{item.value} {item.unit}".strip(), _limit(item), _verdict(item), _surety(item))
    return table


def _line(item: ItemVerdict) -> Text:
    text = Text(f"{item.name}  {item.value} {item.unit}".rstrip())
    if item.limit is not None:
        text.append(f"  [{_limit(item)}]")
    return text.append("  ").append_text(_verdict(item)).append("  ").append_text(_surety(item))


def _limit(item: ItemVerdict) -> str:
    if item.limit is None:
        return "—"
    signs = item.limit.replace("<=", "≤").replace(">=", "≥")
    return signs if any(limit.kind is LimitKind.TEXT for limit in item.limits) else f"{signs} {_unit(item)}".rstrip()


def _unit(item: ItemVerdict) -> str:
    unit = item.standard_unit
    if unit is None or unit is Unit.NONE:
        return ""
    return unit.zh if current() == "zh" else unit.value


def _verdict(item: ItemVerdict) -> Text:
    return Text(word(item.verdict), style=_VERDICTS.get(item.verdict, "dim"))


def _surety(item: ItemVerdict) -> Text:
    if item.confidence is None:
        return Text("")
    return Text(confidence_word(item.confidence), style=CONFIDENCE_COLOURS[item.confidence])


def _name(record: BatchRecord, key: str) -> str:
    item = record.standard.item(key) if record.standard else None
    return item_name(item) if item else key


def _verdicts(record: BatchRecord) -> Iterator[Text]:
    """The laboratory's conclusion beside our verdict, and every sentence that a person must know."""
    conclusion, verdict = record.batch.conclusion, record.verdict
    yield _title(_("Conclusion"))
    signed = Text(_("Laboratory") + ": ")
    signed.append(word(conclusion) if conclusion else "—", style=_CONCLUSIONS[conclusion] if conclusion else "dim")
    yield signed
    if verdict is None:
        yield Text(_("Ours") + ": " + _("nothing to judge"))
        return
    ours = Text(_("Ours") + ": ").append(word(verdict.verdict), style=_VERDICTS[verdict.verdict])
    yield ours.append(f"  {verdict.sentence}")
    if record.differs:
        yield Text(
            _("The two contradict each other: compare the results with the report before anything is sent. "
              "The laboratory's signed conclusion is the legal one"), style="bold red",
        )  # fmt: skip
    for remark in (*verdict.reasons, *verdict.beside):
        yield Text(f"· {remark.message}", style="yellow")
    for item in verdict.items:
        if item.verdict in _TOLD:
            yield Text(f"· {item.sentence}", style=_VERDICTS[item.verdict])
        if item.hint:
            yield Text(f"· {item.hint}", style="yellow")


def _history(record: BatchRecord) -> Iterator[Text]:
    """One line for what an act did to the batch, its reports or its results."""
    seen: set[tuple[int, str, str]] = set()
    for step in record.history:
        if (step.n, step.noun, step.kind) in seen:
            continue
        seen.add((step.n, step.noun, step.kind))
        what = _counting_moved(step) or happened(step)
        words = (str(step.n), china_text(step.moment), step.who, what, step.reason or "")
        yield Text("  ".join(filter(None, words)))


def _counting_moved(step: Step) -> str | None:
    """What became of the batch's counting day, where a report changed nothing else of the batch."""
    if step.noun != "batch" or step.before is None or [column for column, _old, _new in step.fields] != ["reported_on"]:
        return None
    ((_column, _old, day),) = step.fields
    return say(_("batch counts by {day}"), day=day) if day else _("batch in progress again")


def word(value: Word) -> str:
    """A word of a closed list in the tongue in use."""
    return value.zh if current() == "zh" else value.value.replace("_", " ")
