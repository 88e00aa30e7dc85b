"""How a sentence of a feature is taken apart: days, names in quotation marks, tables of a ledger."""

from collections.abc import Callable
from datetime import date
from typing import Any

from parse import with_pattern
from pytest_bdd import parsers

from fuelcheck.errors import FuelcheckError
from tests.cast import SITES, Row, batch


@with_pattern(r"\d{4}年\d{1,2}月\d{1,2}日")
def _day(text: str) -> date:
    year, month, day = text.removesuffix("日").replace("年", "月").split("月")
    return date(int(year), int(month), int(day))


@with_pattern(r'[^"]*')
def _names(text: str) -> list[str]:
    return [name for name in text.split("、") if name]


@with_pattern(r"[^”]*")
def _text(text: str) -> str:
    return text


def sentence(pattern: str) -> parsers.parse:
    """A step's sentence; ``{x:Day}``, ``{x:Names}`` and ``{x:Text}`` read what our sentences hold."""
    return parsers.parse(pattern, extra_types={"Day": _day, "Names": _names, "Text": _text})


def rows(datatable: list[list[str]]) -> list[Row]:
    """A table of a feature as rows of a ledger."""
    header, *lines = datatable
    return [dict(zip(header, line, strict=True)) for line in lines]


def sites_of(datatable: list[list[str]]) -> list[Row]:
    """Sites of the cast, with what the table says of them besides."""
    known = {row["名称"]: row for row in SITES}
    return [{**known[row["名称"]], **row} for row in rows(datatable)]


def batches_of(datatable: list[list[str]]) -> list[Row]:
    """Rows of 抽样 with the cast's samplers, diesel where no product is named, and passing reports."""
    return [batch(row["抽样单编号"], row["抽样日期"], row["站点"], **_further(row)) for row in rows(datatable)]


def _further(row: Row) -> dict[str, str]:
    named = {"抽样单编号", "抽样日期", "站点"}
    return {header: text for header, text in row.items() if header not in named}


def attempt(doing: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """What comes of it: a value, or the refusal."""
    try:
        return doing(*arguments, **options)
    except FuelcheckError as refusal:
        return refusal
