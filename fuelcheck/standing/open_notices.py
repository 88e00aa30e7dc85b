"""The notices about the year's batches that nobody has answered; derived anew each time."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from fuelcheck import language
from fuelcheck.faults import SENTENCES
from fuelcheck.rules.facts import BatchFact, ChangeFact, SiteFact
from fuelcheck.rules.notices import Inspector, Laboratory, Notice, notices
from fuelcheck.standing.asked import Asked
from fuelcheck.standing.evaluation import NoticeRow
from fuelcheck.store import facts, registers, tallies
from fuelcheck.store.session import View
from fuelcheck.words import Product

LOOK_BACK = timedelta(days=190)
"""Half a year and a little: a batch of a higher level before the year may be too near to one in it."""


def open_notices(view: View, asked: Asked) -> tuple[NoticeRow, ...]:
    """The open notices, by code, day and form number."""
    before = facts.batches(
        view.connection, view.division, asked.year.first - LOOK_BACK, asked.year.first - timedelta(days=1), asked.as_of
    )
    found = _found(view, (*before, *(row.batch for row in asked.ledger)), asked.facts.sites, asked.facts.changes)
    answered = registers.answered(view.connection, view.division)
    ours = {row.batch.form_no for row in asked.ledger}
    return tuple(_row(n) for n in found if n.row in ours and n.id not in answered)


def notice_ids(view: View) -> frozenset[str]:
    """The ids of all notices about batches of whatever year, answered or not."""
    connection, division = view.connection, view.division
    batches = tuple(facts.batches(connection, division, date.min, date.max, date.max))
    found = _found(view, batches, tallies.sites(connection, division), tallies.changes(connection, division))
    return frozenset(notice.id for notice in found)


def notices_among(view: View, forms: Collection[str], first: date, last: date) -> tuple[Notice, ...]:
    """The open notices about the batches of those form numbers, which were sampled from ``first`` to ``last``."""
    connection, division = view.connection, view.division
    batches = facts.batches(connection, division, first - LOOK_BACK, last + LOOK_BACK, date.max)
    found = _found(view, batches, tallies.sites(connection, division), tallies.changes(connection, division))
    answered = registers.answered(connection, division)
    return tuple(n for n in found if n.row in forms and n.id not in answered)


def _found(
    view: View, batches: Iterable[BatchFact], sites: Iterable[SiteFact], changes: Iterable[ChangeFact]
) -> tuple[Notice, ...]:
    people = registers.inspectors(view.connection, view.division)
    return notices(batches, sites, changes, _laboratories(view), [Inspector(n, day) for n, day in people.items()])


def _laboratories(view: View) -> list[Laboratory]:
    entered = registers.laboratories(view.connection, view.division)
    return [Laboratory(n, frozenset(map(Product, products)), until) for n, (until, products) in entered.items()]


def _row(notice: Notice) -> NoticeRow:
    return NoticeRow(notice.id, notice.code, notice.noun, notice.row, notice.values, _chinese(notice))


def _chinese(notice: Notice) -> str:
    """An annex is always Chinese, whatever tongue the screen speaks."""
    with language.use("zh"):
        return language.say(SENTENCES[notice.code], **dict(notice.values))
