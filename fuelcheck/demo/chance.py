"""Chance that is the same whenever it is asked: for the same seed and the same thing the same sequence."""

from random import Random


def chance(seed: int, *about: object) -> Random:
    """The chance that decides about one thing; what else is decided does not move it."""
    return Random("/".join(map(str, (seed, *about))))  # noqa: S311 - an example, not a secret
