"""What our own judging says of the batches in a store, beside the laboratories' conclusions.

The law is that registered for the division, with the limits that it confirmed; results are those
of the last report that stood by the day.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from fuelcheck.rules.belonging import programme_of
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.judging import Judge
from fuelcheck.rules.reported import Sample
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.store import facts, law
from fuelcheck.store.session import View
from fuelcheck.words import SiteKind

Judgements = Mapping[str, BatchVerdict]
"""By form number; a batch without results is not among them."""


def judgements(
    view: View, batches: Iterable[BatchFact], kinds: Mapping[str, SiteKind], as_of: date = date.max
) -> Judgements:
    """The verdict on each of the batches that has results; ``kinds`` are those of the sites by code."""
    valid = [batch for batch in batches if not batch.void]
    if not valid:
        return {}
    days = [batch.sampled_on for batch in valid]
    results = facts.results(view.connection, view.division, min(days), max(days), as_of)
    if not results:
        return {}
    court = Judge(law.standards(view.connection, view.division))
    programmes = law.programmes(view.connection, view.division)
    return {
        batch.form_no: court.judge(
            _sample(batch, kinds.get(batch.site)), results[batch.form_no], programme_of(batch, programmes)
        )
        for batch in valid
        if batch.form_no in results
    }


def _sample(batch: BatchFact, kind: SiteKind | None) -> Sample:
    return Sample(
        batch.product, batch.grade or None, batch.sampled_on, kind, batch.standard or None, form_no=batch.form_no
    )
