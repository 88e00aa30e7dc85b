"""The notices about the year's batches that nobody has answered; derived anew each time."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from fuelcheck import language
from fuelcheck.faults import SENTENCES
from fuelcheck.rules.facts import BatchFact, ChangeFact, SiteFact
from fuelcheck.rules.noticed import Inspector, Laboratory, Notice
from fuelcheck.rules.notices import notices
from fuelcheck.standing.asked import Asked
from fuelcheck.standing.evaluation import NoticeRow
from fuelcheck.standing.judgements import Judged, judged
from fuelcheck.store import facts, registers, tallies
from fuelcheck.store.session import View

LOOK_BACK = timedelta(days=190)
"""Half a year and a little: a batch of a higher level before the year may be too near to one in it."""


def open_notices(view: View, asked: Asked, by_us: Judged, answered: Mapping[str, str]) -> tuple[NoticeRow, ...]:
    """The open notices, by code, day and form number; ``answered`` are the answers by id."""
    before = facts.batches(
        view.connection, view.division, asked.year.first - LOOK_BACK, asked.year.first - timedelta(days=1), asked.as_of
    )
    batches = (*before, *(row.batch for row in asked.ledger))
    found = _found(view, batches, asked.facts.sites, asked.facts.changes, by_us)
    ours = {row.batch.form_no for row in asked.ledger}
    return tuple(notice_row(n) for n in found if n.row in ours and n.id not in answered)


def notice_ids(view: View) -> frozenset[str]:
    """The ids of all notices about batches of whatever year, answered or not."""
    connection, division = view.connection, view.division
    batches = tuple(facts.batches(connection, division, date.min, date.max, date.max))
    found = _found_anew(view, batches, batches)
    return frozenset(notice.id for notice in found)


def notices_among(view: View, forms: Collection[str], first: date, last: date) -> tuple[Notice, ...]:
    """The open notices about the batches of those form numbers, which were sampled from ``first`` to ``last``.

    Only their results are judged; the others are there to be compared with.
    """
    connection, division = view.connection, view.division
    batches = tuple(facts.batches(connection, division, first - LOOK_BACK, last + LOOK_BACK, date.max))
    found = _found_anew(view, batches, [batch for batch in batches if batch.form_no in forms])
    answered = registers.answered(connection, division)
    return tuple(n for n in found if n.row in forms and n.id not in answered)


def _found_anew(view: View, batches: Iterable[BatchFact], to_judge: Iterable[BatchFact]) -> tuple[Notice, ...]:
    sites = tallies.sites(view.connection, view.division)
    verdicts = judged(view, to_judge, {site.code: site.kind for site in sites})
    return _found(view, batches, sites, tallies.changes(view.connection, view.division), verdicts)


def _found(
    view: View, batches: Iterable[BatchFact], sites: Iterable[SiteFact], changes: Iterable[ChangeFact], by_us: Judged
) -> tuple[Notice, ...]:
    people = registers.inspectors(view.connection, view.division)
    return notices(
        batches, sites, changes, _laboratories(view, by_us), [Inspector(n, day) for n, day in people.items()],
        by_us.verdicts, by_us.programmes,
    )  # fmt: skip


def _laboratories(view: View, by_us: Judged) -> list[Laboratory]:
    """The register; where it lists a group of items (馏程) every member of it is listed."""
    return [
        laboratory._replace(items=laboratory.items | _members(laboratory.items, by_us))
        for laboratory in registers.laboratories(view.connection, view.division)
    ]


def _members(keys: Iterable[str], by_us: Judged) -> frozenset[str]:
    return frozenset(item.key for key in keys for standard in by_us.standards for item in standard.items_named(key))


def notice_row(notice: Notice) -> NoticeRow:
    """A notice as an annex lists it."""
    return NoticeRow(notice.id, notice.code, notice.noun, notice.row, notice.values, _chinese(notice))


def _chinese(notice: Notice) -> str:
    """An annex is always Chinese, whatever tongue the screen speaks."""
    with language.use("zh"):
        return language.say(SENTENCES[notice.code], **dict(notice.values))
