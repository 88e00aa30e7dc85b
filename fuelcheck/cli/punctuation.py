"""What stands between the words of a list, in the tongue in use: the catalogue knows it."""

from collections.abc import Iterable

from fuelcheck.language import _


def listed(words: Iterable[str]) -> str:
    """Names beside each other; in English some hold commas, hence the semicolon."""
    return _("; ").join(words)


def listed_shortly(words: Iterable[str]) -> str:
    """Short words beside each other, such as grades."""
    return _(", ").join(words)
