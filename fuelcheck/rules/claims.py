"""A station's claims by the items that they are about: the label names them as people do (硫含量).

A claim whose name means no one item decides nothing, and a person is told beside the verdict.
"""

from dataclasses import replace

from fuelcheck.faults import Remark
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.yardstick import Yardstick


def with_claims_by_key(yardstick: Yardstick, names: Names) -> Yardstick:
    """The yardstick with its claims by the keys of items; names that are not understood are told beside."""
    known: dict[str, str] = {}
    told: list[Remark] = []
    for name, claim in yardstick.claims.items():
        meant = names.find(name, yardstick.standard).meant
        if meant is None:
            told.append(Remark("claim-of-unknown-item", value=name, values={"claim": claim}))
        else:
            known[meant.key] = claim
    if not yardstick.claims:
        return yardstick
    return replace(yardstick, claims=known, beside=(*yardstick.beside, *told))
