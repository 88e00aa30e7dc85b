"""On-board diagnosis, the devices behind the engine, and the urea: a state found, held against what is demanded.

A fault, a missing or changed device and an empty urea tank fail (Air Law art. 112 and 114). Poor urea
is what a refractometer says: a screening, after which a laboratory decides. What nobody looked at is
not tested.
"""

from collections.abc import Iterator
from dataclasses import replace

from fuelcheck.law.roadside import RoadsideLaw, UreaScreening
from fuelcheck.rules.roadside.bench import Bench, number
from fuelcheck.rules.roadside.record import Check
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict
from fuelcheck.words import CheckItem, UreaState, Verdict, Word

STATES = (CheckItem.OBD, CheckItem.AFTERTREATMENT, CheckItem.UREA)


def equipment_items(bench: Bench, law: RoadsideLaw) -> Iterator[CheckItemVerdict]:
    """The verdicts on the states that were written down, and on the urea that was only screened."""
    screened = _screened(bench.check, law.screening(bench.day))
    for item, state in bench.check.states():
        if item is CheckItem.UREA and state is UreaState.OK and screened is not None:
            continue
        yield _held(item, state, bench)
    if screened is not None and bench.check.urea in (None, UreaState.OK):
        yield _by_screening(screened, bench)


def _held(item: CheckItem, state: Word, bench: Bench) -> CheckItemVerdict:
    demand = bench.standard.demand(item, bench.day)
    if demand is None:
        return CheckItemVerdict(item, state.value, Verdict.NO_LIMIT, "no-limit")
    verdict = demand.verdict(state.value)
    return CheckItemVerdict(
        item, state.value, verdict, f"{item.value}-{state.value}".replace("_", "-"), limit=demand.demanded,
        confidence=demand.confidence, clause=demand.clause, sources=bench.sources(demand.sources),
        formal=state is not UreaState.POOR,
    )  # fmt: skip


def _by_screening(found: tuple[UreaState | None, str], bench: Bench) -> CheckItemVerdict:
    state, shown = found
    verdict = _held(CheckItem.UREA, state or UreaState.OK, bench)
    if state is None:
        verdict = replace(verdict, verdict=Verdict.UNDECIDED, code="reading-unreadable")
    elif state is UreaState.OK:
        verdict = replace(verdict, code="urea-screened")
    return replace(verdict, value=shown, formal=False)


def _screened(check: Check, screening: UreaScreening | None) -> tuple[UreaState | None, str] | None:
    """What the refractometer says, with what it showed; no state where that cannot be read, None without it."""
    shown = {"mass_percent": check.urea_mass_percent.strip(), "refraction": check.urea_refraction.strip()}
    given = {quantity: written for quantity, written in shown.items() if written}
    if screening is None or not given:
        return None
    written = ";".join(given.values())
    within = []
    for quantity, one in given.items():
        value, band = number(one), screening.band(quantity)
        if value is None or band is None:
            return None, written
        within.append(band.low <= value <= band.high)
    return (UreaState.OK if all(within) else UreaState.POOR), written
