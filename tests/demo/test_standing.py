"""By the county's own policy the invented year is nearly done, and not quite."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from fuelcheck.demo import sites, year
from fuelcheck.law.load import find_policy, read_policy
from fuelcheck.rules.facts import BatchFact, Facts, MonthTally, Tally
from fuelcheck.rules.quotas import evaluate
from fuelcheck.rules.status import LineStatus

Line = tuple[int, int, int, int]


def facts(seed: int) -> Facts:
    county = sites.build(rng := Random(seed))
    batches = [b for b in year.build(rng, county).batches if not b.void]
    return Facts(
        sites=tuple(site.fact for site in county.sites),
        changes=county.changes,
        tallies=tuple(Tally(*key, *counts) for key, counts in counted(batches, by_month=False).items()),
        months=tuple(MonthTally(*key, *counts) for key, counts in counted(batches, by_month=True).items()),
    )


def counted(batches: list[BatchFact], by_month: bool) -> dict[tuple[object, ...], tuple[int, int]]:
    reported: Counter[tuple[object, ...]] = Counter()
    pending: Counter[tuple[object, ...]] = Counter()
    for b in batches:
        month = (b.sampled_on.replace(day=1),) if by_month else ()
        (pending if b.reported_on is None else reported)[b.site, *month, b.product, b.task, b.purpose] += 1
    return {key: (reported[key], pending[key]) for key in reported | pending}


def figures(line: LineStatus) -> Line:
    return line.required, line.achieved, line.in_progress, line.shortfall


@pytest.mark.parametrize("seed", [2025, 5, 99])
def test_the_lines_of_the_status(seed: int) -> None:
    text, path = find_policy("yichuan-2024-15", None)
    status = evaluate(read_policy(text, str(path)), 2025, date(2025, 12, 31), facts(seed))

    assert {line.quota.id: figures(line) for line in status.quotas} == {
        "motor_fuel_batches": (159, 152, 9, 7),
        "private_coverage": (61, 60, 0, 1),
        "sinopec_rate": (2, 2, 0, 0),
        "petrochina_rate": (1, 2, 0, 0),
        "urea_batches": (10, 10, 0, 0),
        "depot_monthly": (36, 35, 0, 1),
    }
    assert len(status.line("private_coverage").left_uncovered) == 1
    assert status.line("depot_monthly").missing == (("D02", date(2025, 8, 1)),)
    assert (status.beside.higher_level_batches, status.beside.recheck_batches) == (3, 1)
