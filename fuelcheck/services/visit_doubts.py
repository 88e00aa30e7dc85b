"""What speaks against a visit or a batch beyond the rules of ledgers: seals, form numbers, places, times, claims."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from fuelcheck.faults import Remark
from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.known import Known
from fuelcheck.rules.item_names import Names
from fuelcheck.services.known import ledger_rows
from fuelcheck.services.visit_fields import BATCH, SEALS, Body, Fault, claims_text, field_fault
from fuelcheck.store.acts import Act
from fuelcheck.store.law import programmes, registered_standards
from fuelcheck.store.rows import content, contents
from fuelcheck.store.session import View
from fuelcheck.words import SheetKind

Cells = Mapping[str, str]


def known_here(act: Act, follows: Iterable[object], but: str = "") -> Known:
    """What fields are checked against: sites with their history, programmes, the batches that are followed.

    Not all batches of the division, as an import needs them: a visit is recorded in no time at the
    millionth batch, too. ``but`` is the batch itself, which follows none of itself.
    """
    view = View(act.connection, act.division, act.head)
    named = {str(form_no) for form_no in follows if form_no} - {but}
    return Known(
        sites={row["site_code"]: row for row in ledger_rows(view, SheetKind.SITES)},
        site_changes={
            (row["site_code"], row["effective_on"], row["what"]): row
            for row in ledger_rows(view, SheetKind.SITE_CHANGES)
        },
        samples={form_no: {} for form_no in named if _has_batch(act, form_no)},
        programmes=tuple(programme.id for programme in programmes(act.connection, act.division)),
    )


def spot_doubts(spot: Cells, day: str) -> Iterator[Fault]:
    """Two halves of a position; times of one day and in order."""
    if ("longitude" in spot) != ("latitude" in spot):
        yield Fault("/latitude" if "longitude" in spot else "/longitude", Remark("half-position"))
    started, ended = spot.get("started_at", ""), spot.get("ended_at", "")
    if started and ended and ended < started:
        yield Fault("/ended_at", Remark("ended-before-started", values={"started_at": started}))
    for name in ("started_at", "ended_at"):
        if day and name in spot and not spot[name].startswith(day):
            yield Fault(f"/{name}", Remark("not-on-that-day", value=spot[name], values={"visited_on": day}))


def batch_doubts(act: Act, rows: Sequence[Cells]) -> Iterator[Fault]:
    """Form numbers and seals that are used already, in the store or in this visit; for rows in the body's order."""
    seen: dict[str, str] = {}
    for place, row in enumerate(rows):
        pointer, form_no = f"/batches/{place}", row["form_no"]
        if _has_batch(act, form_no):
            yield field_fault(f"{pointer}/form_no", BATCH.column("form_no"), BadCell("form-no-taken"), form_no)
        yield from seal_doubts(act, row, form_no, pointer)
        for name in SEALS:
            if name in row and seen.setdefault(row[name], form_no) != form_no:
                yield _taken(f"{pointer}/{name}", name, row[name], seen[row[name]])


def seal_doubts(act: Act, row: Cells, form_no: str, pointer: str = "") -> Iterator[Fault]:
    """Two seals or none, each other than the other one, and on no other batch."""
    test, retained = (row.get(name, "") for name in SEALS)
    if bool(test) != bool(retained):
        yield Fault(f"{pointer}/{SEALS[1] if test else SEALS[0]}", Remark("other-seal-missing"))
    elif test and test == retained:
        yield field_fault(f"{pointer}/{SEALS[1]}", BATCH.column(SEALS[1]), BadCell("same-seal"), retained)
    for name in SEALS:
        other = _sealed_by(act, row[name], form_no) if row.get(name) else None
        if other is not None:
            yield _taken(f"{pointer}/{name}", name, row[name], other)


def read_claims(act: Act, body: Body, pointer: str) -> tuple[str | None, list[Fault]]:
    """The station's claims by the keys of the registered standards' items; None where there is none."""
    claims = body.get("claims")
    if not claims:
        return None, []
    if not isinstance(claims, Mapping) or not all(isinstance(limit, str) for limit in claims.values()):
        return None, [Fault(pointer, Remark("wrong-type", column="claims"))]
    names = Names(registered_standards(act.connection, act.division))
    found = {item: names.find(item, None).meant for item in claims}
    unknown = [
        Fault(pointer, Remark("unknown-claim-item", value=item)) for item, meant in found.items() if meant is None
    ]
    known = {meant.key: claims[item].strip() for item, meant in found.items() if meant is not None}
    return claims_text(known), unknown


def _sealed_by(act: Act, seal: str, form_no: str) -> str | None:
    """The other batch on which that seal is."""
    for column in SEALS:
        for other in contents(act.connection, "batch", act.division, **{column: seal}):
            if other["form_no"] != form_no:
                return str(other["form_no"])
    return None


def _taken(pointer: str, name: str, seal: str, other: str) -> Fault:
    return field_fault(pointer, BATCH.column(name), BadCell("seal-taken", form_no=other), seal)


def _has_batch(act: Act, form_no: str) -> bool:
    return content(act.connection, "batch", act.division, form_no=form_no) is not None
