"""The fewest visits by brute force: every set of visits is tried, smallest first."""

from itertools import product

from fuelcheck.rules.needs import Need
from fuelcheck.rules.roster import Roster
from fuelcheck.words import DIESEL_GRADES, MOTOR_FUELS, PETROL_GRADES, Product, SiteKind

UREA = frozenset({Product.UREA})


def stock(roster: Roster, code: str) -> tuple[int, int]:
    """Fuel and urea batches that one visit could draw."""
    site = roster.sites[code]
    if not site.products:
        return (0, 1) if site.kind is SiteKind.UREA_VENDOR else (2, 0)
    return len(set(site.products) & {*PETROL_GRADES, *DIESEL_GRADES}), int("urea" in site.products)


def closed_by(visits: list[str], needs: list[Need], roster: Roster, cap: int) -> bool:
    """Whether some way of drawing batches at these visits closes all needs."""
    fuel = next((need for need in needs if need.sites is None and need.quota.products <= MOTOR_FUELS), None)
    urea = next((need for need in needs if need.sites is None and need.quota.products == UREA), None)
    fuel_number, urea_number = fuel.number if fuel else 0, urea.number if urea else 0
    states = {(0, 0, frozenset[str]())}
    for code in visits:
        site, (most_fuel, most_urea) = roster.sites[code], stock(roster, code)
        draws = [
            (f, u) for f, u in product(range(most_fuel + 1), range(most_urea + 1)) if 0 < f + u <= cap
        ]  # fmt: skip
        states = {
            (
                min(fuel_number, got + f) if fuel and (not fuel.quota.kinds or site.kind in fuel.quota.kinds) else got,
                min(urea_number, got_urea + u),
                covered | {code} if f else covered,
            )
            for got, got_urea, covered in states
            for f, u in draws
        }
    return any(
        got == fuel_number
        and got_urea == urea_number
        and all(len(covered & set(need.sites)) >= need.number for need in needs if need.sites is not None)
        for got, got_urea, covered in states
    )


def fewest(needs: list[Need], roster: Roster, cap: int) -> int:
    """The size of a smallest plan in the fewest rounds; the needs must be within reach."""
    codes = sorted(code for codes in roster.groups.values() for code in codes)
    rounds = 1
    while True:
        plans = sorted(product(range(rounds + 1), repeat=len(codes)), key=sum)
        for plan in plans:
            if closed_by([c for c, n in zip(codes, plan, strict=True) for _ in range(n)], needs, roster, cap):
                return sum(plan)
        rounds += 1
