"""What a purchase plan would do to the vehicle targets: "40 buses in May, these 12 replaced".

The plan's vehicles stand beside the register's as facts that are not yet true, and the same
evaluation counts them. A vehicle whose place is taken is taken as scrapped on the day on which
the new ones come. The register itself is not touched.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, in_fleet
from fuelcheck.rules.target_status import Targets
from fuelcheck.rules.targets import evaluate_targets
from fuelcheck.rules.year import month_end
from fuelcheck.words import Area, Energy, Stage, VehicleCategory

_SEPARATORS = str.maketrans("", "", " ·.-")


@dataclass(frozen=True, slots=True)
class Purchase:
    """One line of a plan: ``count`` vehicles that come on the last day of ``month`` (any day of it).

    ``replaces`` names by plate or VIN the vehicles that go on that day; ``count`` 0: they only go.
    """

    category: VehicleCategory
    count: int
    month: date
    energy: Energy
    area: Area | None = None
    replaces: tuple[str, ...] = ()
    stage: Stage | None = None
    owner: str = ""

    @property
    def day(self) -> date:
        """The day on which they come."""
        return month_end(self.month)


@dataclass(frozen=True, slots=True)
class Planned:
    """The vehicles as they would be, and the names under ``replaces`` that are none or several of the fleet."""

    vehicles: tuple[VehicleFact, ...]
    not_found: tuple[str, ...]
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """The targets on ``day``, without the plan and with it."""

    day: date
    without: Targets
    with_plan: Targets
    not_found: tuple[str, ...]
    ambiguous: tuple[str, ...]


def plan_effect(
    policy: Policy, as_of: date, vehicles: Iterable[VehicleFact], plan: Sequence[Purchase], on: date | None = None
) -> PlanEffect:
    """What ``plan`` would change by the end of ``on``: without it the plan's last day, but not before ``as_of``."""
    known = tuple(vehicles)
    day = on or max([as_of, *(purchase.day for purchase in plan)])
    planned = with_purchases(known, plan)
    return PlanEffect(
        day,
        evaluate_targets(policy, day, known),
        evaluate_targets(policy, day, planned.vehicles),
        planned.not_found,
        planned.ambiguous,
    )


def with_purchases(vehicles: Iterable[VehicleFact], plan: Sequence[Purchase]) -> Planned:
    """The vehicles with those of ``plan`` beside them and the replaced ones scrapped."""
    facts = list(vehicles)
    named = _by_name(facts)
    not_found: list[str] = []
    ambiguous: list[str] = []
    for purchase in plan:
        for name in purchase.replaces:
            here = [n for n in named.get(_folded(name), []) if in_fleet(facts[n], purchase.day)]
            if len(here) == 1:
                facts[here[0]] = replace(facts[here[0]], scrapped_on=purchase.day)
            else:
                (ambiguous if here else not_found).append(name)
    new = [fact for number, purchase in enumerate(plan, 1) for fact in _bought(number, purchase)]
    return Planned((*facts, *new), tuple(not_found), tuple(ambiguous))


def _bought(number: int, purchase: Purchase) -> list[VehicleFact]:
    """The vehicles of a line; their plates say that they are planned."""
    return [
        VehicleFact(
            plate=f"PLAN-{number}-{n}",
            category=purchase.category,
            energy=purchase.energy,
            stage=purchase.stage,
            area=purchase.area,
            owner=purchase.owner,
            registered_on=purchase.day,
            replaces=purchase.replaces[n - 1] if n <= len(purchase.replaces) else "",
        )
        for n in range(1, purchase.count + 1)
    ]


def _by_name(facts: Sequence[VehicleFact]) -> dict[str, list[int]]:
    """Places in ``facts`` by plate and by VIN."""
    named: dict[str, list[int]] = {}
    for place, fact in enumerate(facts):
        for name in {_folded(fact.plate), _folded(fact.vin)} - {""}:
            named.setdefault(name, []).append(place)
    return named


def _folded(name: str) -> str:
    """A plate or VIN without what people put between its parts."""
    return unicodedata.normalize("NFKC", name).translate(_SEPARATORS).upper()
