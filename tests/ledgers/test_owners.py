"""Ownership: who controls the licence holder; a name is only ground for a proposal."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.owners import ownership, propose_ownership
from fuelcheck.words import Ownership

SHANGHAI = Path(__file__).parent.parent / "data" / "shanghai" / "stations.csv"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("社会", "private"),
        ("私营", "private"),
        ("个体", "private"),
        ("供销社", "collective"),
        ("农机", "collective"),
        ("中海油", "other_state"),
        ("中化", "other_state"),
        ("延长", "other_state"),
        ("中国石化", "sinopec"),
        ("petrochina", "petrochina"),
    ],
)
def test_synonyms_that_mean_one_thing_are_understood(written: str, value: str) -> None:
    assert ownership(written) == value


@pytest.mark.parametrize("written", ["加盟", "合资", "控股", "联营", "租赁", "中石化加盟", "租赁经营"])
def test_a_contract_does_not_say_who_controls(written: str) -> None:
    with pytest.raises(BadCell) as refused:
        ownership(written)
    assert refused.value.code == "ownership-by-sign"


@pytest.mark.parametrize("written", ["国有", "壳牌", "公司"])
def test_other_words_are_refused(written: str) -> None:
    with pytest.raises(BadCell) as refused:
        ownership(written)
    assert refused.value.code == "unknown-ownership"


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("中国石化(康健加油站)", Ownership.SINOPEC),
        ("中石化城关站", Ownership.SINOPEC),
        ("中国石油化工股份有限公司", Ownership.SINOPEC),
        ("中国石油(锦友加油站)", Ownership.PETROCHINA),
        ("中国海油(吴中路加油站)", Ownership.OTHER_STATE),
        ("壳牌加油站", Ownership.FOREIGN),
        ("申隆石化双城加油站", None),
        ("上海星城石油第三加油站", None),
        ("中化道达尔加油站", None),
        ("中国石化壳牌加油站", None),
        ("延长路加油站", None),
    ],
)
def test_a_name_suggests_an_owner_or_nothing(name: str, proposed: Ownership | None) -> None:
    assert propose_ownership(name) is proposed


def test_the_stations_of_shanghai_are_told_apart_by_their_signs() -> None:
    with SHANGHAI.open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert Counter(map(propose_ownership, names)) == {
        Ownership.SINOPEC: 14,
        Ownership.PETROCHINA: 10,
        Ownership.OTHER_STATE: 4,
        None: 15,
    }
