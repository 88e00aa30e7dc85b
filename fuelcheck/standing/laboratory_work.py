"""What became of the year's batches at the laboratories: what failed, what is contradicted, what is late."""

from collections.abc import Iterator, Mapping
from datetime import date

from fuelcheck.rules.belonging import programme_of
from fuelcheck.rules.failures import Failure, failures
from fuelcheck.rules.laboratory_notices import contract_day, differing
from fuelcheck.standing.asked import Asked
from fuelcheck.standing.evaluation import Failing, Flagged, LedgerRow, Overdue
from fuelcheck.standing.judgements import Judged
from fuelcheck.words import Conclusion

_UNNAMED = (Failure("", None),)


def failing(asked: Asked, judged: Judged) -> tuple[Failing, ...]:
    """Every batch that stands and that the laboratory failed, of whatever level, with what it failed on."""
    rows = (row for row in _standing(asked) if row.batch.conclusion is Conclusion.FAIL)
    return tuple(Failing(row, _failures(row, judged) or _UNNAMED) for row in rows)


def flagged(asked: Asked, judged: Judged, answered: Mapping[str, str]) -> tuple[Flagged, ...]:
    """Every batch that stands and of which laboratory and judging contradict each other, answered or not.

    ``answered`` are the answers by the notice's id.
    """
    return tuple(_flagged(asked, judged, answered))


def _flagged(asked: Asked, judged: Judged, answered: Mapping[str, str]) -> Iterator[Flagged]:
    for row in _standing(asked):
        verdict = judged.verdicts.get(row.batch.form_no)
        notice = differing(row.batch, verdict) if verdict is not None else None
        if verdict is not None and notice is not None:
            yield Flagged(row, verdict, _failures(row, judged) or _UNNAMED, answered.get(notice.id, ""))


def overdue(asked: Asked, judged: Judged) -> tuple[Overdue, ...]:
    """Every batch that stands, is without a report and should have had one before the as-of day.

    By what its programme's contract says; longest over first.
    """
    late = (
        _overdue(asked.as_of, row, due, judged)
        for row in _standing(asked)
        if not _arrived(row) and (due := contract_day(row.batch, judged.programmes)) is not None and due < asked.as_of
    )
    return tuple(sorted(late, key=lambda one: (one.due, one.row.batch.form_no)))


def _overdue(as_of: date, row: LedgerRow, due: date, judged: Judged) -> Overdue:
    programme = programme_of(row.batch, judged.programmes)
    laboratory = row.batch.laboratory or (programme.laboratory if programme is not None else None)
    return Overdue(row, due, (as_of - due).days, laboratory or "")


def _standing(asked: Asked) -> Iterator[LedgerRow]:
    return (row for row in asked.ledger if not row.batch.void)


def _arrived(row: LedgerRow) -> bool:
    """Whether there is a report, be it one without a day: that is a notice of its own."""
    batch = row.batch
    return batch.reported_on is not None or batch.conclusion is not None or bool(batch.report_no)


def _failures(row: LedgerRow, judged: Judged) -> tuple[Failure, ...]:
    verdict = judged.verdicts.get(row.batch.form_no)
    standard = judged.standard_of(verdict) if verdict is not None else None
    return failures(verdict, row.batch.failed_items, judged.names, standard)
