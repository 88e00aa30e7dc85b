"""The end of the chain that an evaluation rests on, as every paper and answer states it."""

from fuelcheck.standing.evaluation import Head
from fuelcheck.store.session import View


def head(view: View) -> Head:
    """The last act that the view knows of."""
    last = view.head
    if last.moment is None:
        raise AssertionError("a division without an act has no policy either")
    return Head(view.division, last.n, last.moment, last.hash)
