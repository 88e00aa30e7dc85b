"""The life of a batch as the store holds it: what the rules are told of it."""

from collections.abc import Iterator
from datetime import date

from fuelcheck.rules.life import Event, Handover, Lived, Recheck, Reported
from fuelcheck.store.rows import content, contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.words import BatchStatus, BatchStep, Conclusion, Purpose


def life_of(view: View, batch: Content, as_of: date = date.max, *, four_eyes: bool = False) -> Lived:
    """What is stored of a batch's life by the end of ``as_of``; ``batch`` is its row."""
    form_no, until = batch["form_no"], as_of.isoformat()
    return Lived(
        sampled_on=date.fromisoformat(batch["sampled_on"]),
        sealed=batch["seal_test"] is not None,
        void_on=_day(batch["voided_on"]),
        handovers=tuple(
            _handover(row, until) for row in _of(view, "delivery", form_no) if row["delivered_on"] <= until
        ),
        report=_reported(view, form_no, until),
        events=tuple(_event(row) for row in _of(view, "batch_event", form_no) if row["happened_on"] <= until),
        rechecks=tuple(sorted(_rechecks(view, form_no, until), key=lambda one: (one.on, one.form_no))),
        void=batch["status"] == BatchStatus.VOID,
        four_eyes=four_eyes,
    )


def _of(view: View, noun: str, form_no: str) -> Iterator[Content]:
    return contents(view.connection, noun, view.division, form_no=form_no)


def _handover(row: Content, until: str) -> Handover:
    answered = row["received_on"] if row["received_on"] and row["received_on"] <= until else None
    return Handover(date.fromisoformat(row["delivered_on"]), _day(answered), row["refused"] is not None)


def _event(row: Content) -> Event:
    return Event(BatchStep(row["step"]), date.fromisoformat(row["happened_on"]), row["report_n"])


def _reported(view: View, form_no: str, until: str) -> Reported | None:
    """The last valid report that had come by the day."""
    valid = [
        row for row in _of(view, "report", form_no)
        if row["withdrawn"] is None and _came(row) and (row["reported_on"] or "") <= until
    ]  # fmt: skip
    if not valid:
        return None
    last = valid[-1]
    return Reported(
        last["n"], _day(last["reported_on"]), Conclusion(last["conclusion"]) if last["conclusion"] else None
    )


def _came(report: Content) -> bool:
    """Whether the report itself has come, and not results only."""
    return any(report[cell] is not None for cell in ("report_no", "reported_on", "conclusion"))


def _rechecks(view: View, form_no: str, until: str) -> Iterator[Recheck]:
    """The new samples that were drawn after correction, as far as they were reported with a conclusion."""
    later = contents(view.connection, "batch", view.division, follows=form_no, purpose=Purpose.RECHECK.value)
    for row in list(later):
        found = None if row["status"] == BatchStatus.VOID else _reported(view, row["form_no"], until)
        if found is not None and found.conclusion is not None:
            day = found.on or date.fromisoformat(row["sampled_on"])
            yield Recheck(row["form_no"], day, found.conclusion)


def batch_life(view: View, form_no: str, as_of: date = date.max, *, four_eyes: bool = False) -> Lived | None:
    """The same by form number; None if there is no such batch."""
    row = content(view.connection, "batch", view.division, form_no=form_no)
    return None if row is None else life_of(view, row, as_of, four_eyes=four_eyes)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
