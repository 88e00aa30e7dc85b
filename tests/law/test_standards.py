"""What a standard tells about its limits: their shape, their digits, whose they are."""

from decimal import Decimal
from pathlib import Path

import pytest

from fuelcheck.law.load import read_standard
from fuelcheck.law.standards import Limit, LimitKind, Reproducibility, Standard
from fuelcheck.words import Confidence

TEXT = Path(__file__).with_name("some_standard.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def standard() -> Standard:
    return read_standard(TEXT, "some.toml")


def a_limit(low: str | None = None, high: str | None = None, text: str | None = None) -> Limit:
    low_, high_ = (None if end is None else Decimal(end) for end in (low, high))
    return Limit((), None, low_, high_, text, Confidence.MEMORY, ())


@pytest.mark.parametrize(
    ("limit", "kind", "decimals"),
    [
        (a_limit(high="10"), LimitKind.MAX, 0),
        (a_limit(high="0.20"), LimitKind.MAX, 2),
        (a_limit(low="60"), LimitKind.MIN, 0),
        (a_limit(low="0"), LimitKind.MIN, 0),
        (a_limit(low="8.0", high="12.0"), LimitKind.RANGE, 1),
        (a_limit(text="无"), LimitKind.TEXT, None),
    ],
)
def test_a_limit_has_one_shape_and_the_digits_it_is_printed_with(
    limit: Limit, kind: LimitKind, decimals: int | None
) -> None:
    assert (limit.kind, limit.decimals) == (kind, decimals)


@pytest.mark.parametrize(
    ("grade", "season", "low"),
    [
        ("92", "cold", "45"),
        ("95", "warm", "40.0"),
        ("98", "cold", "30"),
        ("98", "warm", "30"),
        ("89", "cold", None),
        (None, "cold", None),
        ("92", None, None),
    ],
)
def test_the_limit_is_that_of_the_grade_in_the_season(
    standard: Standard, grade: str | None, season: str | None, low: str | None
) -> None:
    item = standard.item("pressure")

    assert item is not None
    limit = item.limit(grade, season)
    assert (None if limit is None else str(limit.low)) == low


def test_a_limit_without_grades_is_that_of_every_grade_and_of_none(standard: Standard) -> None:
    lead = standard.item("lead")

    assert lead is not None
    assert {lead.limit(grade, None) for grade in ("89", "98", None)} == {lead.limits[0]}


def test_a_key_stands_for_its_item_or_for_the_members_of_its_group(standard: Standard) -> None:
    assert [item.key for item in standard.items_named("lead")] == ["lead"]
    assert [item.key for item in standard.items_named("metals")] == ["lead"]
    assert standard.items_named("ash") == ()
    assert standard.item("ash") is None


def test_each_grade_is_limited_by_its_own_table(standard: Standard) -> None:
    assert [standard.clause(grade) for grade in ("92", "98", None)] == ["表9", None, None]


def test_a_standard_is_called_by_edition_and_phase(standard: Standard) -> None:
    assert standard.name == "GB 99999-2030 VII"


def test_the_reproducibility_grows_with_the_value_by_its_share() -> None:
    precision = Reproducibility(Decimal("0.5"), Decimal("0.1"), "GB/T 1", Confidence.MEMORY, ())

    assert [precision.at(Decimal(value)) for value in (0, 10, -10)] == [Decimal("0.5"), Decimal("1.5"), Decimal("1.5")]
