"""Rules about several cells of one row; each names the column that is to blame.

A rule sees what the row will say once it is filed: the file's cells, and the store's where
the file's are empty. It is asked once for each distinct combination of values.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fuelcheck.ledgers import cells, owners, vehicle_checks
from fuelcheck.ledgers.cells import BadCell, Parser
from fuelcheck.ledgers.draft import Canonical, Draft
from fuelcheck.ledgers.known import Values
from fuelcheck.ledgers.roadside_columns import ROADSIDE_CHECKS
from fuelcheck.words import GRADES_OF, Change, CheckKind, Conclusion, Product, Purpose, SheetKind

Check = Callable[..., BadCell | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of the columns ``needs`` (in this order); its fault stands in ``blames``."""

    needs: tuple[str, ...]
    blames: str
    check: Check


def grade_suits(product: str, grade: str) -> BadCell | None:
    """Petrol and diesel need a grade of theirs; urea has none (GB 17930, GB 18351, GB 19147)."""
    grades = GRADES_OF.get(product, ())
    if grades and not grade:
        return BadCell("grade-missing", allowed="、".join(grades))
    if (grades or product == Product.UREA) and grade and grade not in grades:
        return BadCell("grade-unsuited", product=Product(product).zh, allowed="、".join(grades) or "—")
    return None


def report_after_sampling(sampled_on: str, reported_on: str) -> BadCell | None:
    """A report is not dated before the sampling."""
    return BadCell("report-before-sampling", sampled_on=sampled_on) if "" < reported_on < sampled_on else None


def conclusion_with_report(report_no: str, reported_on: str, conclusion: str) -> BadCell | None:
    """A report says whether the batch passed."""
    if (report_no or reported_on) and not conclusion:
        return BadCell("conclusion-missing", allowed=f"{Conclusion.PASS.zh}、{Conclusion.FAIL.zh}")
    return None


def recheck_follows(purpose: str, form_no: str, follows: str) -> BadCell | None:
    """A recheck (复查) names the batch that failed, which is another one."""
    if purpose == Purpose.RECHECK and not follows:
        return BadCell("follows-missing")
    return BadCell("follows-itself") if follows and follows == form_no else None


def closed_after_opened(opened_on: str, closed_on: str) -> BadCell | None:
    """The first day on which a site no longer sold is later than the one on which it opened."""
    return BadCell("closed-before-opened", opened_on=opened_on) if "" < closed_on <= opened_on else None


def police_on_the_road(kind: str, police_unit: str) -> BadCell | None:
    """On the road only the police stop a vehicle (Air Law art. 53); where it is kept nobody need."""
    if kind == CheckKind.OWNER_VISIT or police_unit:
        return None
    return BadCell("police-unit-missing", visit=CheckKind.OWNER_VISIT.zh, kind=ROADSIDE_CHECKS.column("kind").zh)


def retest_after_check(checked_at: str, retest_by: str) -> BadCell | None:
    """A re-test is not due before the check."""
    day = checked_at[:10]
    return BadCell("retest-before-check", checked_on=day) if "" < retest_by < day else None


RULES: Mapping[SheetKind, tuple[Rule, ...]] = {
    SheetKind.SITES: (Rule(("opened_on", "closed_on"), "closed_on", closed_after_opened),),
    SheetKind.SAMPLES: (
        Rule(("product", "grade"), "grade", grade_suits),
        Rule(("sampled_on", "reported_on"), "reported_on", report_after_sampling),
        Rule(("report_no", "reported_on", "conclusion"), "conclusion", conclusion_with_report),
        Rule(("purpose", "form_no", "follows"), "follows", recheck_follows),
    ),
    SheetKind.VEHICLES: (
        Rule(("plate", "energy"), "energy", vehicle_checks.energy_suits),
        Rule(("energy", "combustion"), "combustion", vehicle_checks.combustion_of_gas),
        Rule(("registered_on", "moved_in_on"), "moved_in_on", vehicle_checks.moved_in_after_registration),
        Rule(("registered_on", "moved_in_on", "moved_out_on"), "moved_out_on", vehicle_checks.moved_out_after_arrival),
        Rule(("moved_out_on", "scrapped_on"), "moved_out_on", vehicle_checks.moved_out_before_end),
        Rule(("registered_on", "moved_in_on", "scrapped_on"), "scrapped_on", vehicle_checks.scrapped_last),
        Rule(("vin", "replaces"), "replaces", vehicle_checks.replaces_another),
    ),
    SheetKind.ROADSIDE_CHECKS: (
        Rule(("kind", "police_unit"), "police_unit", police_on_the_road),
        Rule(("checked_at", "retest_by"), "retest_by", retest_after_check),
    ),
}


def check(draft: Draft, stored: list[Values | None]) -> None:
    """Ask every rule of the sheet about every row; ``stored`` holds the store's row or None."""
    known = any(row is not None for row in stored)
    for rule in RULES.get(draft.table.declared.kind, ()):
        columns = [draft.column(name) for name in rule.needs]
        if known:
            columns = [_with_stored(values, name, stored) for values, name in zip(columns, rule.needs, strict=True)]
        rows = list(zip(*columns, strict=True))
        refused = {values: bad for values in set(rows) if None not in values and (bad := rule.check(*values))}
        for row, values in enumerate(rows) if refused else ():
            if values in refused:
                draft.refuse(row, rule.blames, refused[values])


def _with_stored(values: Canonical, name: str, stored: list[Values | None]) -> Canonical:
    return [
        old.get(name, "") if value == "" and old is not None else value
        for value, old in zip(values, stored, strict=True)
    ]


def require(draft: Draft, excused: frozenset[str]) -> None:
    """Refuse empty cells of required columns; for ownership with what the site's name suggests."""
    for column in draft.table.declared.columns:
        values = draft.column(column.name)
        if not column.required or column.name in excused or column.name not in draft.columns or "" not in values:
            continue
        for row, value in enumerate(values):
            if value == "":
                draft.refuse(row, column.name, _missing(draft, row, column.name))


def _missing(draft: Draft, row: int, name: str) -> BadCell:
    site = draft.column("name")[row] if name == "ownership" else None
    proposed = owners.propose_ownership(site) if site else None
    return BadCell("ownership-missing", proposed=proposed.zh, name=site) if proposed else BadCell("missing-cell")


def read_changes(draft: Draft, township: Parser) -> None:
    """Read what a site changed to by what changed: an ownership, a township, a name, or nothing."""
    parsers: dict[str, Parser] = {
        Change.OWNERSHIP: owners.ownership,
        Change.TOWNSHIP: township,
        Change.NAME: cells.text,
    }
    pairs = list(zip(draft.column("what"), draft.column("value"), strict=True))
    read: dict[tuple[str | None, str | None], str | None] = {}
    refused: dict[tuple[str | None, str | None], BadCell] = {}
    for what, value in set(pairs):
        try:
            read[what, value] = _changed_to(what, value, parsers)
        except BadCell as bad:
            read[what, value], refused[what, value] = None, bad
    draft.columns["value"] = [read[pair] for pair in pairs]
    for row, pair in enumerate(pairs) if refused else ():
        if pair in refused:
            draft.refuse(row, "value", refused[pair])


def _changed_to(what: str | None, value: str | None, parsers: Mapping[str, Parser]) -> str | None:
    if not what or value is None:
        return value
    if what in parsers:
        if not value:
            raise BadCell("missing-cell")
        return parsers[what](value)
    if value and value != Change(what).zh:
        raise BadCell("value-unexpected", what=Change(what).zh)
    return ""
