from dataclasses import replace
from datetime import date

import pytest

from fuelcheck.language import use
from fuelcheck.rules.policies import BeforeFirstPolicy, NoPolicy, policy_for
from tests.rules.county import dated, yichuan

OLD = dated(yichuan(), "old-2023", date(2023, 9, 20), date(2023, 10, 1), date(2024, 9, 29))
NOW = yichuan()
NEW = dated(yichuan(), "new-2025", date(2025, 11, 3), date(2025, 11, 3), date(2026, 11, 2))


def chosen(year, as_of, *policies):
    policy, replaced = policy_for(policies, year, as_of)
    return policy.id, replaced and replaced.id


def test_the_policy_whose_dates_touch_the_year_holds():
    assert chosen(2025, date(2025, 3, 1), NOW) == (NOW.id, None)


def test_an_expired_policy_goes_on_until_there_is_another():
    assert chosen(2026, date(2026, 2, 1), OLD, NOW) == (NOW.id, None)


def test_a_policy_holds_for_the_whole_year_once_it_is_issued():
    assert chosen(2025, date(2025, 11, 2), OLD, NOW, NEW) == (NOW.id, None)
    assert chosen(2025, date(2025, 11, 3), OLD, NOW, NEW) == (NEW.id, NOW.id)


def test_a_policy_that_held_from_the_first_day_replaced_nobody():
    for_good = dated(NOW, "for-good", date(2020, 1, 1), date(2020, 1, 1), None)
    assert chosen(2025, date(2025, 6, 1), for_good, NOW) == (NOW.id, None)
    assert chosen(2024, date(2024, 12, 1), for_good, NOW) == (NOW.id, "for-good")


def test_the_order_of_registration_does_not_matter():
    assert chosen(2025, date(2025, 12, 31), NEW, NOW, OLD) == chosen(2025, date(2025, 12, 31), OLD, NOW, NEW)


def test_a_year_of_its_own_decides_what_the_dates_touch():
    october = replace(
        dated(NOW, "october", date(2024, 10, 8), date(2024, 10, 8), date(2025, 9, 30)), year_starts=(10, 1)
    )
    assert chosen(2024, date(2025, 8, 1), NOW, october) == ("october", NOW.id)
    assert chosen(2025, date(2025, 12, 1), NOW, october) == (NOW.id, None)


def test_before_the_first_policy_is_refused_with_the_reason():
    with use("en"), pytest.raises(BeforeFirstPolicy) as refusal:
        policy_for([NOW], 2024, date(2024, 9, 29))
    assert "yichuan-2024-15, issued on 2024-09-30" in str(refusal.value)


def test_a_year_that_ended_before_the_first_policy_began_is_refused():
    with pytest.raises(BeforeFirstPolicy):
        policy_for([NOW], 2023, date(2025, 1, 1))


def test_without_any_policy_there_is_nothing_to_count_by():
    with pytest.raises(NoPolicy):
        policy_for([], 2025, date(2025, 1, 1))
