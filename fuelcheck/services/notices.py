"""Answering notices (答复提示): a person says what a notice is about; it leaves the annex."""

from fuelcheck.store.acts import Act
from fuelcheck.store.rows import content


def answer(act: Act, notice: str, text: str) -> None:
    """Record a person's answer to the notice of that id, or put a new one in its place."""
    row = {"notice": notice, "text": text}
    before = content(act.connection, "answer", act.division, notice=notice)
    if before is None:
        act.create("answer", row, kind="answered")
    elif before != row:
        act.amend("answer", before, row)
