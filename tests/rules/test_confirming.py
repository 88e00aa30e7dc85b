"""A confirmation takes the mark from the limit that was compared, and from no other."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.confirming import Confirmation, confirmed, key_of, stands
from fuelcheck.rules.verdicts import limit_text
from fuelcheck.words import Confidence
from tests.rules.fuels import DIESEL, PETROL, STANDARDS, with_limits

EVERY_LIMIT = [(standard, item, limit) for standard in STANDARDS for item in standard.items for limit in item.limits]


def confirmation(standard, item, limit):
    return Confirmation(standard.name, key_of(item, limit), limit_text(limit))


def test_without_a_confirmation_the_standard_is_itself():
    assert confirmed(DIESEL, []) is DIESEL
    assert confirmed(DIESEL, [confirmation(PETROL, PETROL.items[0], PETROL.items[0].limits[0])]) is DIESEL


@given(st.sampled_from(EVERY_LIMIT))
def test_one_limit_is_confirmed_and_nothing_else_changes(picked):
    standard, item, limit = picked
    after = confirmed(standard, [confirmation(*picked)])
    was = [each for of in standard.items for each in of.limits]
    now = [each for of in after.items for each in of.limits]

    assert stands(confirmation(*picked), standard)
    assert [each for each, old in zip(now, was, strict=True) if each != old] in (
        [], [replace(limit, confidence=Confidence.OFFICIAL)],
    )  # fmt: skip
    assert after.item(item.key).limit(limit.grades[0] if limit.grades else None, limit.season).confidence is (
        Confidence.OFFICIAL
    )


def test_another_figure_since_is_not_confirmed():
    item = DIESEL.item("density_20c")
    made = confirmation(DIESEL, item, item.limits[0])
    changed = with_limits(DIESEL, "density_20c", high=Decimal(843))

    assert not stands(made, changed)
    assert confirmed(changed, [made]).item("density_20c") == changed.item("density_20c")


def test_a_confirmation_of_an_item_or_standard_that_is_gone_does_not_stand():
    item = DIESEL.item("density_20c")
    made = confirmation(DIESEL, item, item.limits[0])

    assert not stands(made, PETROL)
    assert not stands(made, replace(DIESEL, items=tuple(one for one in DIESEL.items if one is not item)))
