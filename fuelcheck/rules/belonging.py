"""Which programme (实施细则) a batch belongs to: the one that it names, else that of its year.

A programme is the county's own: without a name a batch belongs to it only if the county ordered
it (an empty task counts as county) and if the programme samples its product. Where the county
has two programmes in a year, nothing is guessed: the batch belongs to none until it names one.
"""

from collections.abc import Sequence

from fuelcheck.law.standards import Programme
from fuelcheck.rules.facts import BatchFact
from fuelcheck.words import Purpose, Task

NO_PROGRAMME = "none"
"""What a batch states that belongs to none."""


def programme_of(batch: BatchFact, programmes: Sequence[Programme]) -> Programme | None:
    """The programme that the batch belongs to; None: none, or one that is not registered."""
    if batch.programme:
        return next((one for one in programmes if one.id == batch.programme), None)
    if batch.task not in (None, Task.COUNTY) or batch.purpose is Purpose.MONITORING:
        return None
    fitting = [
        one for one in programmes if one.year == batch.sampled_on.year and one.items_for(batch.product) is not None
    ]
    return fitting[0] if len(fitting) == 1 else None
