"""Answering notices (答复提示): a person says what a notice is about; it leaves the annex."""

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.standing.fleet_notices import fleet_notice_ids
from fuelcheck.standing.open_notices import notice_ids
from fuelcheck.store.acts import Act
from fuelcheck.store.rows import content
from fuelcheck.store.session import View


class UnknownNotice(FuelcheckError):
    """There is no notice of that id."""

    code = "unknown-notice"
    sentence = N_("There is no notice {id}; those that wait for an answer are listed by: fuelcheck notice list")


def answer(act: Act, notice: str, text: str) -> None:
    """Record a person's answer to the notice of that id, or put a new one in its place; UnknownNotice."""
    view = View(act.connection, act.division, act.head)
    if notice not in notice_ids(view) and notice not in fleet_notice_ids(view):
        raise UnknownNotice(id=notice)
    row = {"notice": notice, "text": text}
    before = content(act.connection, "answer", act.division, notice=notice)
    if before is None:
        act.create("answer", row, kind="answered")
    elif before != row:
        act.amend("answer", before, row)
