"""What a person should look at in the year's batches: notices, found from the facts alone.

A notice blocks nothing and changes no figure; it stands in the report's annex until somebody has
answered it. Void batches are never remarked upon. Whether a product was sampled too soon rests
on the Product Quality Law 产品质量法 Art. 15 (what a higher level has checked, a lower one does not
check again) and on half a year, the period that Henan's rules name after a higher level's check
(the national period of SAMR Order 18 Art. 8 is unconfirmed): a routine batch of the county less
than six months after a routine batch of a higher level, of the same product at the same site.
That, and the 60 days of a late report, are readings. What concerns the laboratory is looked at in
``laboratory_notices``.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from fuelcheck.law.standards import Programme
from fuelcheck.rules import laboratory_notices
from fuelcheck.rules.facts import BatchFact, ChangeFact, SiteFact
from fuelcheck.rules.noticed import Inspector, Laboratory, Notice, Seen, notice, past
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.words import Product, Purpose, Task

LATE_AFTER = timedelta(days=60)
MONTHS_BETWEEN_LEVELS = 6

_COUNTY = (None, Task.COUNTY)
_ROUTINE = (None, Purpose.ROUTINE)


def notices(
    batches: Iterable[BatchFact],
    sites: Iterable[SiteFact],
    changes: Iterable[ChangeFact] = (),
    laboratories: Iterable[Laboratory] = (),
    inspectors: Iterable[Inspector] = (),
    verdicts: Mapping[str, BatchVerdict] = MappingProxyType({}),
    programmes: Sequence[Programme] = (),
) -> tuple[Notice, ...]:
    """All notices about ``batches``: by what they say, then by sampling day and form number.

    To find batches too soon after a higher level's, ``batches`` must reach six months back; an
    empty register gives no notice. ``verdicts`` are ours by form number, of batches with results.
    """
    valid = sorted((batch for batch in batches if not batch.void), key=lambda b: (b.sampled_on, b.form_no))
    # Operating days are asked batch by batch, so the roster's own day is of no account.
    roster = Roster.on(date.max, sites, changes)
    labs, people = {lab.name: lab for lab in laboratories}, {person.name: person for person in inspectors}
    seen = Seen(roster, labs, people, verdicts, programmes)
    return tuple(found for look in _LOOKS for found in look(valid, seen))


def _duplicates(batches: Sequence[BatchFact], _: Seen) -> Iterator[Notice]:
    """The same site, day, product and grade under two form numbers."""
    first: dict[tuple[str, date, Product, str], str] = {}
    for batch in batches:
        other = first.setdefault((batch.site, batch.sampled_on, batch.product, batch.grade), batch.form_no)
        if other != batch.form_no:
            yield notice("likely-duplicate", batch, (other,), other=other, site=batch.site, day=batch.sampled_on)


def _outside_operating(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    for batch in batches:
        if not seen.roster.operating_on(batch.site, batch.sampled_on):
            yield notice("outside-operating", batch, site=batch.site, day=batch.sampled_on)


def _not_on_sale(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    for batch in batches:
        on_sale = seen.roster.sites[batch.site].products
        item = Product.UREA.value if batch.product is Product.UREA else batch.grade
        if on_sale and item and item not in on_sale and batch.product is not Product.OTHER_FUEL:
            yield notice("not-on-sale", batch, site=batch.site, item=item, on_sale=";".join(on_sale))


def _too_soon(batches: Sequence[BatchFact], _: Seen) -> Iterator[Notice]:
    """A routine batch of the county less than six months after one of a higher level."""
    routine = [batch for batch in batches if batch.purpose in _ROUTINE]
    checked = {(batch.site, batch.product) for batch in routine if batch.task not in _COUNTY}
    routine = [batch for batch in routine if (batch.site, batch.product) in checked]
    # On one day the higher level goes first: no record says who came in the morning.
    routine.sort(key=lambda batch: (batch.sampled_on, batch.task in _COUNTY))
    last: dict[tuple[str, Product], BatchFact] = {}
    for batch in routine:
        if batch.task not in _COUNTY:
            last[batch.site, batch.product] = batch
            continue
        higher = last.get((batch.site, batch.product))
        if higher is not None and batch.sampled_on < _months_later(higher.sampled_on, MONTHS_BETWEEN_LEVELS):
            yield notice(
                "too-soon-after-higher-level", batch, (higher.form_no,),
                other=higher.form_no, other_day=higher.sampled_on, site=batch.site, day=batch.sampled_on,
            )  # fmt: skip


def _late_report(batches: Sequence[BatchFact], _: Seen) -> Iterator[Notice]:
    for batch in batches:
        if batch.reported_on is not None and batch.reported_on - batch.sampled_on > LATE_AFTER:
            days = (batch.reported_on - batch.sampled_on).days
            yield notice("late-report", batch, days=days, limit=LATE_AFTER.days)


def _undated_report(batches: Sequence[BatchFact], _: Seen) -> Iterator[Notice]:
    for batch in batches:
        if batch.reported_on is None and (batch.report_no or batch.conclusion):
            yield notice("undated-report", batch, report=batch.report_no or "–")


def _unknown_sampler(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    for batch in batches if seen.inspectors else ():
        for sampler in batch.samplers:
            person = seen.inspectors.get(sampler)
            if person is None or past(person.valid_until, batch.sampled_on):
                yield notice("unknown-sampler", batch, (sampler,), sampler=sampler, day=batch.sampled_on)


_LOOKS: tuple[Callable[[Sequence[BatchFact], Seen], Iterator[Notice]], ...] = (
    _duplicates,
    _outside_operating,
    _not_on_sale,
    _too_soon,
    _late_report,
    _undated_report,
    _unknown_sampler,
    laboratory_notices.out_of_scope,
    laboratory_notices.expired,
    laboratory_notices.unknown,
    laboratory_notices.item_out_of_scope,
    laboratory_notices.late_for_contract,
    laboratory_notices.verdict_differs,
)


def _months_later(day: date, months: int) -> date:
    """The same day some calendar months later; the last of the month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
