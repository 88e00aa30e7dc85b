"""What our own judging says of the batches in a store, beside the laboratories' conclusions.

The law is that registered for the division, with the limits that it confirmed; results are those
of the last report that stood by the day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fuelcheck.law.standards import Programme, Standard
from fuelcheck.rules.belonging import programme_of
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.judging import Judge
from fuelcheck.rules.reported import Sample
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.store import facts, law
from fuelcheck.store.session import View
from fuelcheck.words import SiteKind

Judgements = Mapping[str, BatchVerdict]
"""By form number; a batch without results is not among them."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdicts on some batches beside the law that they rest on.

    ``standards`` are empty where no batch has results: nothing was to be judged. ``names`` are
    the names of their items.
    """

    verdicts: Judgements
    standards: tuple[Standard, ...]
    names: Names
    programmes: tuple[Programme, ...]

    def standard_of(self, verdict: BatchVerdict) -> Standard | None:
        """The standard that a verdict was given by; None where there was none."""
        named = (verdict.standard, verdict.phase)
        return next((one for one in self.standards if (one.id, one.phase) == named), None)


def judged(view: View, batches: Iterable[BatchFact], kinds: Mapping[str, SiteKind], as_of: date = date.max) -> Judged:
    """The verdict on each of the batches that has results, void ones left out, beside the division's law.

    ``kinds`` are those of the sites by code; results are those that had come by the end of ``as_of``.
    """
    programmes = law.programmes(view.connection, view.division)
    valid = [batch for batch in batches if not batch.void]
    days = [batch.sampled_on for batch in valid]
    results = facts.results(view.connection, view.division, min(days), max(days), as_of) if days else {}
    if not results:
        return Judged({}, (), Names(()), programmes)
    standards = law.standards(view.connection, view.division)
    court = Judge(standards)
    verdicts = {
        batch.form_no: court.judge(
            _sample(batch, kinds.get(batch.site)), results[batch.form_no], programme_of(batch, programmes)
        )
        for batch in valid
        if batch.form_no in results
    }
    return Judged(verdicts, standards, Names(standards), programmes)


def _sample(batch: BatchFact, kind: SiteKind | None) -> Sample:
    return Sample(
        batch.product, batch.grade or None, batch.sampled_on, kind, batch.standard or None, dict(batch.claims),
        batch.form_no,
    )  # fmt: skip
