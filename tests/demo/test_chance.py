"""Chance is the same for the same thing, and other for another."""

from fuelcheck.demo.chance import chance


def test_the_same_thing_has_the_same_chance() -> None:
    assert chance(2025, "fleet").random() == chance(2025, "fleet").random()


def test_seed_and_thing_both_decide() -> None:
    assert len({chance(seed, about).random() for seed in (1, 2) for about in ("fleet", "checks")}) == 4
