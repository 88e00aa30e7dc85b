"""The shipped standards against the table of limits that they were made from, row by row, both ways.

``tests/data/limits.csv`` is the project's own collection of limits (second pass, 2026-11-24) out of
the public texts that each standard's file names under ``sources``; facts only. ``*`` is every grade,
or all year.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from fuelcheck.law.load import read_standard, standard_files
from fuelcheck.law.standards import Item, Limit, Standard
from fuelcheck.toml.text import file_text
from fuelcheck.words import Confidence, Product

TABLE = Path(__file__).parents[1] / "data" / "limits.csv"
STANDARDS = [read_standard(file_text(path), str(path)) for path in standard_files()]
CONDITIONS = {"visual": "目测", "GB/T 511 and GB/T 260": "GB/T 511 + GB/T 260"}

Row = tuple[str, ...]


def rows_of_the_table() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            (
                row["standard"], row["phase"], row["item"], row["name_zh"], row["unit"], row["grade"], row["season"],
                row["kind"], row["low"], row["high"], row["text"], row["decimals"], *methods(row["method"]),
                row["confidence"], row["sources"],
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def methods(written: str) -> tuple[str, str]:
    """The methods, and the one that decides a dispute, as the table writes them in one cell."""
    names, referee = [], ""
    for part in written.split(";"):
        bare = part.replace(" (referee)", "").replace(" (dispute)", "")
        names.append(CONDITIONS.get(bare, bare).replace(" annex ", " 附录"))
        referee = names[-1] if bare != part else referee
    return ";".join(names), referee


def rows_of_the_files() -> Iterator[Row]:
    for standard in STANDARDS:
        for item in standard.items:
            for limit in item.limits:
                for grade in limit.grades or ("*",):
                    yield row_of(standard, item, limit, grade)


def row_of(standard: Standard, item: Item, limit: Limit, grade: str) -> Row:
    return (
        standard.id, standard.phase or "*", item.key, item.name_zh, item.unit, grade, season_of(standard, limit),
        limit.kind, figure(limit.low), figure(limit.high), limit.text or "", figure(limit.decimals),
        ";".join(item.methods), item.referee or "", limit.confidence, ";".join(limit.sources),
    )  # fmt: skip


def season_of(standard: Standard, limit: Limit) -> str:
    for season in standard.seasons:
        if season.id == limit.season:
            (first_month, first_day), (last_month, last_day) = season.starts, season.ends
            return f"{first_month:02}-{first_day:02}/{last_month:02}-{last_day:02}"
    return "*"


def figure(value: object) -> str:
    return "" if value is None else str(value)


def test_every_row_of_the_table_stands_in_the_files_and_nothing_else() -> None:
    table, files = rows_of_the_table(), list(rows_of_the_files())

    assert len(table) == 344
    assert sorted(set(table) - set(files)) == []
    assert sorted(set(files) - set(table)) == []
    assert len(files) == len(table)


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
def test_every_source_of_a_file_is_told_and_every_file_tells_its_own_on_line_one(standard: Standard) -> None:
    first = standard_files()[STANDARDS.index(standard)].read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("# Source: ")
    assert "2026-11-24" in first
    assert all(source.text for source in standard.sources)
    assert standard.comparison is None


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
def test_nothing_is_called_confirmed_without_a_source(standard: Standard) -> None:
    bare = [
        item.key
        for item in standard.items
        for limit in item.limits
        if limit.confidence is not Confidence.MEMORY and not limit.sources
    ]

    assert bare == []


@pytest.mark.parametrize("number", ["GB 17930-2016", "GB 18351-2017"])
def test_the_phases_of_a_petrol_differ_in_olefins_alone(number: str) -> None:
    earlier, later = [standard for standard in STANDARDS if standard.id == number]

    assert [
        one.key for one, other in zip(earlier.items, later.items, strict=True) if one != other
    ] == ["olefins"]  # fmt: skip


def test_a_report_may_give_the_fifteen_impurities_of_urea_in_one_line() -> None:
    (urea,) = [standard for standard in STANDARDS if Product.UREA in standard.products]

    members = urea.items_named("impurity_content")
    assert len(members) == 15
    assert (members[0].name_zh, members[-1].name_zh) == ("碱度(以NH3计)", "钾")


def test_diesel_has_nineteen_items_with_distillation_as_one() -> None:
    (diesel,) = [standard for standard in STANDARDS if Product.DIESEL in standard.products]

    assert len({item.group or item.key for item in diesel.items}) == 19


def test_the_shares_keep_their_basis() -> None:
    bases = {
        (standard.id, item.key): item.unit.basis for standard in STANDARDS for item in standard.items if item.unit.basis
    }
    by_mass = {key for (_, key), basis in bases.items() if basis == "mass"}
    by_volume = {key for (_, key), basis in bases.items() if basis == "volume"}

    assert {"oxygen", "methanol", "other_oxygenates", "polycyclic_aromatics", "sulfur"} <= by_mass
    assert {"ethanol", "benzene", "aromatics", "olefins", "fatty_acid_methyl_ester"} <= by_volume
    assert by_mass & by_volume == {"water"}
