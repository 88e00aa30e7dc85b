"""The notices about the year's batches that nobody has answered; derived anew each time."""

from datetime import timedelta

from fuelcheck import language
from fuelcheck.faults import SENTENCES
from fuelcheck.rules.notices import Inspector, Laboratory, Notice, notices
from fuelcheck.standing.asked import Asked
from fuelcheck.standing.evaluation import NoticeRow
from fuelcheck.store import facts, registers
from fuelcheck.store.session import View
from fuelcheck.words import Product

LOOK_BACK = timedelta(days=190)
"""Half a year and a little: a batch of a higher level before the year may be too near to one in it."""


def open_notices(view: View, asked: Asked) -> tuple[NoticeRow, ...]:
    """The open notices, by code, day and form number."""
    connection, division = view.connection, view.division
    before = facts.batches(
        connection, division, asked.year.first - LOOK_BACK, asked.year.first - timedelta(days=1), asked.as_of
    )
    found = notices(
        (*before, *(row.batch for row in asked.ledger)), asked.facts.sites, asked.facts.changes,
        _laboratories(view), [Inspector(n, until) for n, until in registers.inspectors(connection, division).items()],
    )  # fmt: skip
    answered = registers.answered(connection, division)
    ours = {row.batch.form_no for row in asked.ledger}
    return tuple(_row(n) for n in found if n.row in ours and n.id not in answered)


def _laboratories(view: View) -> list[Laboratory]:
    entered = registers.laboratories(view.connection, view.division)
    return [Laboratory(n, frozenset(map(Product, products)), until) for n, (until, products) in entered.items()]


def _row(notice: Notice) -> NoticeRow:
    return NoticeRow(notice.id, notice.code, notice.noun, notice.row, notice.values, _chinese(notice))


def _chinese(notice: Notice) -> str:
    """An annex is always Chinese, whatever tongue the screen speaks."""
    with language.use("zh"):
        return language.say(SENTENCES[notice.code], **dict(notice.values))
