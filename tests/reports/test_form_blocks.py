"""Boxes of a form: as high as what stands in them, and never higher than allowed."""

from collections.abc import Iterator

import pytest

from fuelcheck.reports.columns import Looks
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.form_blocks import Bounded, Boxes, Place
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.prose import texts_of
from fuelcheck.reports.typography import Style

LOOKS = Looks(10, 13, 2, 3)
LONG = "伊川县示例运输有限公司" * 20
BODY = Style(Role.BODY, 10, 13, align="left")


@pytest.fixture
def pen() -> Iterator[Letters]:
    known = Letters()
    known.prepare([(role, LONG + "备注…") for role in Role])
    yield known
    known.close()


def test_a_row_is_as_high_as_its_longest_value(pen: Letters) -> None:
    short, long = ([[Place("备注", text)]] for text in ("伊川县", LONG))
    assert Boxes(pen, short, LOOKS, 40).wrap(400, 0)[1] == 13 + 2 * 2
    assert Boxes(pen, long, LOOKS, 40).wrap(400, 0)[1] > 5 * 13


def test_two_places_share_a_row(pen: Letters) -> None:
    apart = Boxes(pen, [[Place("备注", "伊川县")], [Place("备注", "伊川县")]], LOOKS, 40)
    beside = Boxes(pen, [[Place("备注", "伊川县"), Place("备注", "伊川县")]], LOOKS, 40)
    assert apart.wrap(400, 0)[1] == 2 * beside.wrap(400, 0)[1]


def test_what_is_too_long_ends_with_an_ellipsis(pen: Letters) -> None:
    paragraph = Bounded(pen, LONG, BODY, 2)
    assert paragraph.wrap(200, 0)[1] == 2 * 13
    assert paragraph._lines[-1].text.endswith("…")


def test_what_fits_is_whole(pen: Letters) -> None:
    paragraph = Bounded(pen, "伊川县", BODY, 2)
    paragraph.wrap(200, 0)
    assert [line.text for line in paragraph._lines] == ["伊川县"]


def test_boxes_name_all_their_texts(pen: Letters) -> None:
    texts = "".join(text for _, text in texts_of([Boxes(pen, [[Place("备注", "伊川县")]], LOOKS, 40)]))
    assert "备注" in texts
    assert "伊川县" in texts
