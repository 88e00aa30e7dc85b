"""Taking an import back (撤销导入): every row as it was before, if nothing was built on it."""

from collections.abc import Iterator

import fuelcheck.store.versions as versions
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store import personal
from fuelcheck.store.acts import Act
from fuelcheck.store.chain import row_id
from fuelcheck.store.rows import content, contents
from fuelcheck.store.types import Content
from fuelcheck.store.versions import Step


class NoImport(FuelcheckError):
    """There is no import of that id."""

    code = "no-import"
    sentence = N_("There is no import {id}; the imports are listed by: fuelcheck audit list --kind import")


class AlreadyUndone(FuelcheckError):
    """The import was taken back before."""

    code = "already-undone"
    sentence = N_("The import {id} was already taken back")


class BuiltUpon(FuelcheckError):
    """Later acts changed or refer to rows of the import."""

    code = "built-upon"
    sentence = N_("The import {id} cannot be taken back, later records build on it: {rows}")


class FollowedSince(BuiltUpon):
    """Steps were recorded after checks of the import."""

    sentence = N_(
        "The import {id} cannot be taken back, later records build on it: {rows}. Steps have followed its checks; take "
        "them back first, the last one first: fuelcheck check retest RECORD_NO --withdraw --reason TEXT"
    )


_REFERRERS = {
    "site": (("site_change", ("site_code",)), ("visit", ("site_code",))),
    "visit": (("batch", ("visit_id",)), ("attachment", ("visit_id",))),
    "batch": (
        ("report", ("form_no",)),
        ("result", ("form_no",)),
        ("batch", ("follows",)),
        ("delivery", ("form_no",)),
        ("batch_event", ("form_no",)),
        ("attachment", ("form_no",)),
        ("roadside_check", ("fuel_form_no",)),
    ),
    "roadside_check": (("retest_event", ("record_no",)), ("attachment", ("record_no",))),
    "report": (("result", ("form_no", "n")),),
}
"""By noun: which rows refer to one of it, by which of their columns."""


def undo_import(act: Act, import_id: str) -> None:
    """Put every row of that import back; NoImport, AlreadyUndone, BuiltUpon."""
    entry = content(act.connection, "ledger_import", act.division, id=import_id)
    if entry is None:
        raise NoImport(id=import_id)
    if entry["undone_by"]:
        raise AlreadyUndone(id=import_id)
    steps = [s for s in versions.of_act(act.connection, act.division, import_id) if s.noun != "ledger_import"]
    built = sorted({*_changed_since(act, steps), *_referred_to(act, steps), *_reported_since(act, steps)})
    if built:
        refusal = FollowedSince if any(row.startswith("retest_event ") for row in built) else BuiltUpon
        raise refusal(id=import_id, rows=", ".join(built[:10]) + (" …" if len(built) > 10 else ""))
    for step in reversed(steps):  # an act is written in portions: what refers to a row goes before it
        _put_back(act, step)
    act.amend("ledger_import", entry, entry | {"undone_by": act.id}, kind="undone")


def _changed_since(act: Act, steps: list[Step]) -> Iterator[str]:
    """Rows that are no longer as the import left them; one that was put back since is as it was."""
    return (f"{s.noun} {s.row_id}" for s in steps if versions.newest(act.connection, act.division, s) != s.after)


def _referred_to(act: Act, steps: list[Step]) -> Iterator[str]:
    ours = {(s.noun, s.row_id) for s in steps}
    for noun, referrers in _REFERRERS.items():
        lost = {s.row_id for s in steps if s.noun == noun and s.before is None}
        if not lost:
            continue
        for child, columns in referrers:
            for row in contents(act.connection, child, act.division):
                key = versions.name_of(child, row)
                if _named(row, columns) in lost and (child, key) not in ours:
                    yield f"{child} {key}"


def _named(row: Content, columns: tuple[str, ...]) -> str | None:
    """The row that those columns name; None where they are empty."""
    return None if row[columns[0]] is None else row_id(tuple(str(row[c]) for c in columns))


def _reported_since(act: Act, steps: list[Step]) -> Iterator[str]:
    """Reports that came after one of ours: the batch's counting day was worked out from all of them."""
    ours = {s.row_id for s in steps if s.noun == "report"}
    last = {s.after["form_no"]: s.after["n"] for s in steps if s.noun == "report" and s.after is not None}
    for row in contents(act.connection, "report", act.division) if last else ():
        key = versions.name_of("report", row)
        if row["n"] > last.get(row["form_no"], row["n"]) and key not in ours:
            yield f"report {key}"


def _put_back(act: Act, step: Step) -> None:
    now: Content | None = step.after
    if step.before is None and now is not None:
        act.remove(step.noun, now, kind="undone")
        if step.noun in personal.FIELDS:
            personal.forget(act, personal.subject_of(step.noun, step.row_id))
    elif now is None and step.before is not None:
        act.create(step.noun, step.before, kind="undone")
    elif now is not None and step.before is not None:
        act.amend(step.noun, now, step.before, kind="undone")
