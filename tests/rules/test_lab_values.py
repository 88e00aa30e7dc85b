"""Published results of real laboratories: each is judged, and agrees with its printed verdict or is explained.

Twice: by the limit that the page itself prints, which needs no law, and by the standards held here.
``tests/data/cn_lab_values/ORIGIN.md`` says where the rows come from.
"""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from fuelcheck.law.standards import Item, Limit
from fuelcheck.rules.holding import held, said
from fuelcheck.rules.measured import read
from fuelcheck.rules.rounding import INFINITY
from fuelcheck.words import Confidence, Unit, Verdict
from tests.rules.fuels import batch

TABLE = Path(__file__).parents[1] / "data" / "cn_lab_values" / "lab_values.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = {row["id"]: row for row in csv.DictReader(file)}

PRINTED = {
    "不合格": Verdict.FAIL, "nevyhověl": Verdict.FAIL, "nevyhovujúca": Verdict.FAIL, "failed": Verdict.FAIL,
    "符合": Verdict.PASS,
}  # fmt: skip
UNITS = {"°C": Unit.CELSIUS, "kPa": Unit.KILOPASCAL, "% V/V": Unit.VOLUME_PERCENT, "% m/m": Unit.MASS_PERCENT}
WITH_TOLERANCE = {"LV056": "≤61,8"}
"""Limits that the page prints as limit + tolerance, added by hand."""
OTHER_UNIT = {"LV010": "mg"}
"""The page prints an incomplete unit: ours asks a person; with the unit that the limit has it agrees."""

ITEMS = {
    "闪点(闭口)": "闪点(闭口)", "硫含量": "硫含量", "flash point": "闪点",
    "bod vzplanutí": "闪点", "bod vzplanutí P. M.": "闪点", "ethanol": "乙醇含量", "celkový obsah kyslíku": "氧含量",
    "oktanové číslo motorovou metodou": "马达法辛烷值",
    "tlak par": "蒸气压", "tlak pár": "蒸气压", "tlak pár podľa Reida": "蒸气压", "síra": "硫含量",
}  # fmt: skip

FOREIGN = "held against the law of another country, whose limit is another"
BEFORE = "sampled before any standard that is held here was in force"
UNDATED = "the page prints no day, and the day decides the standard"
NOT_OURS = "no product of our standards"
EXPLAINED: dict[str, tuple[str, date | None, Verdict, str]] = {
    "LV001": ("other_fuel", date(2010, 5, 15), Verdict.UNDECIDED, NOT_OURS + ": 轻柴油"),
    "LV004": ("other_fuel", date(2010, 5, 15), Verdict.UNDECIDED, NOT_OURS + ": 轻柴油"),
    "LV009": ("diesel", date(2016, 3, 31), Verdict.UNDECIDED, BEFORE),
    "LV010": ("diesel", None, Verdict.UNDECIDED, UNDATED),
    "LV017": ("gasoline", date(2012, 6, 30), Verdict.UNDECIDED, BEFORE),
    "LV019": ("gasoline", date(2014, 6, 30), Verdict.UNDECIDED, BEFORE),
    "LV020": ("diesel", date(2014, 6, 30), Verdict.UNDECIDED, BEFORE),
    "LV023": ("diesel", date(2013, 12, 15), Verdict.UNDECIDED, BEFORE),
    "LV024": ("diesel", date(2019, 1, 15), Verdict.UNDECIDED, "no grade, and 48 meets the coldest grades' 45"),
    "LV030": ("gasoline", None, Verdict.UNDECIDED, UNDATED),
    "LV031": ("gasoline", None, Verdict.UNDECIDED, UNDATED),
    "LV035": ("gasoline", date(2020, 7, 15), Verdict.UNDECIDED, "MON has no limit of its own here, only within AKI"),
    "LV036": ("diesel", date(2025, 1, 13), Verdict.UNDECIDED, "no grade, and 50 meets the colder grades' limits"),
    "LV037": ("gasoline", date(2024, 11, 13), Verdict.UNDECIDED, "ethanol has no limit in our petrol, oxygen has"),
    "LV038": ("gasoline", date(2024, 11, 13), Verdict.FAIL, "agrees"),
    "LV039": ("gasoline", date(2025, 6, 3), Verdict.PASS, FOREIGN + ": 60.9 there, 65 here"),
    "LV045": ("other_fuel", date(2024, 2, 21), Verdict.UNDECIDED, NOT_OURS + ": LPG"),
    "LV046": ("other_fuel", date(2024, 2, 21), Verdict.UNDECIDED, NOT_OURS + ": LPG"),
    "LV056": ("gasoline", date(2011, 7, 1), Verdict.UNDECIDED, BEFORE),
    "LV060": ("gasoline", date(2015, 7, 1), Verdict.UNDECIDED, BEFORE),
    "LV065": ("gasoline", None, Verdict.UNDECIDED, UNDATED),
}
"""Of each row: our product, the day, our verdict of a batch with that one result, and why it is no other."""


def printed_limit(row: dict[str, str]) -> str:
    """The printed limit as we write limits: 不低于55, ≤31,1mg/kg."""
    written = WITH_TOLERANCE.get(row["id"], row["limit_printed"])
    for words, sign in (("maximální hodnota|max\\.", "≤"), ("minimální hodnota|min\\.|at least", "≥")):
        written = re.sub(words, sign, written)
    return re.sub(r"\(.*\)", "", written).replace(" ", "")


def by_the_printed_limit(row: dict[str, str], unit: str) -> Verdict:
    limit = read(printed_limit(row))
    assert limit.interval is not None, row["limit_printed"]
    low, high = (None if abs(edge.number) == INFINITY else edge.number for edge in limit.interval)
    allowed = Limit((), None, low, high, None, Confidence.CONFIRMED, ())
    of = Item("x", "x", "x", (), UNITS.get(row["unit_printed"], Unit.MILLIGRAM_PER_KILOGRAM if unit else Unit.NONE), (),
              None, None, None, None, (allowed,))  # fmt: skip
    what = said(read(row["value_printed"]), of, (unit,), None)
    return held(what, allowed, of, None).verdict if not hasattr(what, "verdict") else what.verdict


@pytest.mark.parametrize("row", [row for row in ROWS.values() if row["limit_printed"]], ids=lambda row: row["id"])
def test_by_its_own_printed_limit_every_result_agrees_with_its_printed_verdict(row):
    unit = row["unit_printed"]
    if row["id"] in OTHER_UNIT:
        assert unit == OTHER_UNIT[row["id"]]
        assert by_the_printed_limit(row, unit) is Verdict.UNDECIDED
        unit = "mg/kg"

    assert by_the_printed_limit(row, unit) is PRINTED[row["verdict_printed"]]


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row["id"])
def test_by_the_standards_held_here_every_result_agrees_or_is_explained(row):
    product, day, expected, why = EXPLAINED[row["id"]]
    grade = re.sub(r"\D*(-?\d+)?.*", r"\1", row["grade"]) or None
    verdict = batch(product, grade, {ITEMS[row["item"]]: (row["value_printed"], row["unit_printed"])}, day=day)

    assert verdict.verdict is expected, (why, verdict.codes)
    assert why == "agrees" or expected is not PRINTED[row["verdict_printed"]], "what agrees needs no explanation"


@pytest.mark.parametrize("id_", ["LV001", "LV004", "LV009", "LV017", "LV019", "LV020"])
def test_drawn_today_as_our_products_they_would_be_judged_as_printed(id_):
    """The old light diesel as vehicle diesel, Taiwan's petrol and diesel by the limits of the mainland."""
    row = ROWS[id_]
    product = "gasoline" if "汽油" in row["product"] else "diesel"
    line = {row["item"]: (row["value_printed"], row["unit_printed"])}
    (item,) = batch(product, row["grade"] or None, line, day=date(2025, 3, 9)).items

    assert item.verdict is PRINTED[row["verdict_printed"]]


def test_every_row_is_looked_at():
    assert EXPLAINED.keys() == ROWS.keys()
    assert len(ROWS) == 21
