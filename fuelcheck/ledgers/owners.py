"""Ownership (所有制): who controls the holder of the business licence, not the sign over the forecourt."""

import re

from fuelcheck.ledgers.cells import BadCell, Cell, plain
from fuelcheck.ledgers.terms import listed
from fuelcheck.words import Ownership

_BY_SIGN = re.compile("加盟|合资|控股|联营|租赁")
"""Words that name a contract, not the party that holds more than half."""

_known = listed(
    tuple(Ownership),
    "unknown-ownership",
    {
        Ownership.PRIVATE: (
            "民企",
            "民营企业",
            "社会",
            "社会站",
            "社会加油站",
            "私营",
            "私营企业",
            "个体",
            "个体工商户",
        ),
        Ownership.COLLECTIVE: ("集体企业", "集体所有制", "供销社", "农机"),
        Ownership.SINOPEC: ("中国石化",),
        Ownership.PETROCHINA: ("中国石油",),
        Ownership.OTHER_STATE: ("中海油", "中国海油", "中化", "延长", "延长石油"),
        Ownership.FOREIGN: ("外商独资", "外资企业"),
    },
)

_SIGNS = (
    (Ownership.SINOPEC, re.compile("中国?石化|中国石油化工")),
    (Ownership.PETROCHINA, re.compile("中石油|中国石油(?!化工)")),
    (Ownership.OTHER_STATE, re.compile("中国?海油|中国海洋石油|中化(?!工)|延长(?:石油|壳牌)")),
    (Ownership.FOREIGN, re.compile("壳牌|道达尔|埃克森|美孚|碧辟")),
)


def ownership(cell: Cell) -> str:
    """Ownership by its term or a synonym that can mean one thing only."""
    if _BY_SIGN.search(plain(cell)):
        raise BadCell("ownership-by-sign")
    return _known(cell)


def propose_ownership(name: str) -> Ownership | None:
    """What a station's name lets one suppose: a proposal to a person, never a fact.

    None where the name carries no known sign, or two (a joint venture).

    >>> propose_ownership("中国石化(康健加油站)").value
    'sinopec'
    >>> propose_ownership("申隆石化双城加油站") is None
    True
    """
    signs = [owner for owner, sign in _SIGNS if sign.search(plain(name))]
    return signs[0] if len(signs) == 1 else None
