"""Published sampling notices: every cell is read, and the printed counts and rates are computed again.

The notices are tables for the public, not ledgers; the words in them are those of ledgers.
"""

import csv
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from fuelcheck.ledgers import cells, fuels, terms
from fuelcheck.ledgers.cells import BadCell, is_empty
from fuelcheck.ledgers.columns import SAMPLES
from fuelcheck.ledgers.directory import Sites
from fuelcheck.ledgers.owners import propose_ownership

NOTICES = Path(__file__).parent.parent / "data" / "notices"


def rows(name: str) -> list[dict[str, str]]:
    with (NOTICES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FAILED = rows("failed_samples.csv")
TOTALS = rows("totals.csv")


@pytest.mark.parametrize("row", FAILED, ids=lambda row: f"{row['notice']}-{row['no']}")
def test_every_product_of_the_notices_is_read(row: dict[str, str]) -> None:
    meant = {"车用柴油": "diesel", "车用汽油": "gasoline", "車用汽油": "gasoline", "普通柴油": "other_fuel"}
    assert fuels.product(row["product"]) == meant[row["product"]]


@pytest.mark.parametrize("row", FAILED, ids=lambda row: f"{row['notice']}-{row['no']}")
def test_every_grade_is_read_or_refused_as_one_that_no_standard_has_any_more(row: dict[str, str]) -> None:
    meant = {"0号(V)": "0", "92号(V)": "92", "95号(V)": "95", "92号": "92", "-10号": "-10", "0号": "0"}
    if row["grade"] in meant:
        assert fuels.grade(row["grade"]) == meant[row["grade"]]
        return
    assert row["grade"] in {"90號", "93號", "97號"}
    with pytest.raises(BadCell) as refused:
        fuels.grade(row["grade"])
    assert refused.value.code == "bad-grade"


@pytest.mark.parametrize("row", FAILED, ids=lambda row: f"{row['notice']}-{row['no']}")
def test_grade_and_product_in_one_cell_say_the_same(row: dict[str, str]) -> None:
    together = f"{row['grade']}{row['product']}"
    try:
        apart = fuels.product(row["product"]), fuels.grade(row["grade"])
    except BadCell:
        with pytest.raises(BadCell):
            fuels.carried_grade(together)
        return
    assert (fuels.product(together), fuels.carried_grade(together)) == apart


@pytest.mark.parametrize("row", FAILED, ids=lambda row: f"{row['notice']}-{row['no']}")
def test_conclusions_items_and_strokes_are_read(row: dict[str, str]) -> None:
    assert terms.conclusion(row["verdict"]) == "fail"
    assert is_empty(row["brand"])
    assert cells.text_unless_none(row["failed_items"]) == row["failed_items"]
    assert is_empty(row["measured"])
    assert is_empty(row["limit"])


def test_a_delivery_day_beside_its_label_is_no_bare_day() -> None:
    for row in FAILED:
        if not is_empty(row["date_or_batch"]):
            parse = SAMPLES.column("sampled_on").parse
            with pytest.raises(BadCell):
                parse(row["date_or_batch"])
            assert parse(row["date_or_batch"].removeprefix("进货日期:")).startswith("2017-09-")


def test_every_station_is_found_by_its_name_however_it_is_spaced() -> None:
    names = sorted({row["station"] for row in FAILED})
    sites = Sites()
    for n, name in enumerate(names):
        sites.add(f"S{n}", (name,))
    assert [sites.find(f" {name[:4]} {name[4:]}").code for name in names] == [f"S{n}" for n in range(len(names))]


def test_no_station_of_the_notices_is_taken_for_a_brand_s() -> None:
    assert {propose_ownership(row["station"]) for row in FAILED} == {None}


def counted(notice: str, product: str | None = None) -> tuple[int, int]:
    """Distinct stations and failing samples of a notice's table."""
    there = [row for row in FAILED if row["notice"] == notice and product in (None, row["product"])]
    return len({row["station"] for row in there}), len(there)


def test_a_station_with_two_failing_products_is_one_station_and_two_samples() -> None:
    assert counted("JN2016") == (11, 12)


@pytest.mark.parametrize(
    "row", [r for r in TOTALS if r["fail"] and r["notice"] == "JN2016"], ids=lambda row: row["group"]
)
def test_the_printed_failures_of_a_whole_table_are_those_of_its_rows(row: dict[str, str]) -> None:
    product = None if row["group"] == "全部" else row["group"]
    assert counted("JN2016", product)[1] == int(row["fail"]) == int(row["batches"]) - int(row["pass"])


def test_the_parts_of_a_notice_add_up_to_its_whole() -> None:
    for notice in ("JN2016", "SJZ2020"):
        whole = next(row for row in TOTALS if row["notice"] == notice and row["group"] == "全部")
        parts = [row for row in TOTALS if row["notice"] == notice and row["group"].startswith(("车用", "普通"))]
        for column in ("batches", "fail"):
            assert sum(int(row[column]) for row in parts) == int(whole[column])


def agreement(good: int, total: int, stated: str) -> str:
    """How a printed rate comes from its counts: ``rounded``, ``cut``, ``both`` alike, or ``contradicts``."""
    printed = Decimal(stated.removesuffix("%"))
    rate = Decimal(100 * good) / total
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    rounded, cut = rate.quantize(step, ROUND_HALF_UP), rate.quantize(step, ROUND_DOWN)
    if rounded == cut == printed:
        return "both"
    return "rounded" if printed == rounded else "cut" if printed == cut else "contradicts"


@pytest.mark.parametrize(
    ("notice", "group", "how"),
    [
        ("JN2016", "全部", "both"),
        ("JN2016", "车用汽油", "both"),
        ("JN2016", "车用柴油", "rounded"),
        ("JN2016", "普通柴油", "rounded"),
        ("JN2016", "加油站全部样品合格", "both"),
        ("SJZ2020", "全部", "both"),
        ("SJZ2020", "车用乙醇汽油", "rounded"),
        ("SJZ2020", "车用柴油", "cut"),
    ],
)
def test_a_printed_rate_is_told_rounded_or_cut(notice: str, group: str, how: str) -> None:
    row = next(row for row in TOTALS if (row["notice"], row["group"]) == (notice, group))
    if group == "加油站全部样品合格":
        good, total = int(row["stations"]), int(TOTALS[1]["stations"])
    else:
        good, total = int(row["batches"]) - int(row["fail"]), int(row["batches"])
    assert agreement(good, total, row["stated_rate"]) == how


def test_a_rate_that_fits_neither_way_contradicts_its_counts() -> None:
    assert agreement(566, 585, "97.6%") == "contradicts"
