"""What a policy file says, and how each mistake in one is named."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fuelcheck.faults import Remark
from fuelcheck.language import use
from fuelcheck.law.load import find_policy, read_policy
from fuelcheck.law.values import CoverageRoster, Policy, QuotaKind
from fuelcheck.toml.text import FileRefused
from fuelcheck.words import MOTOR_FUELS, Confidence, Ownership, Product, Purpose, SiteKind, Task

SECOND_COUNTY = Path(__file__).with_name("second_county.toml").read_text(encoding="utf-8")
STATIONS = frozenset({SiteKind.STATION, SiteKind.FILLING_POINT})


@pytest.fixture(scope="module")
def yichuan() -> Policy:
    return read_policy(find_policy("yichuan-2024-15", None)[0], "shipped")


def mistakes(text: str) -> tuple[Remark, ...]:
    with use("en"), pytest.raises(FileRefused) as refusal:
        read_policy(text, "mine.toml")
    return refusal.value.remarks


def mistake_after(old: str, new: str) -> Remark:
    """The only mistake of the second county's file after one replacement."""
    assert old in SECOND_COUNTY
    (remark,) = mistakes(SECOND_COUNTY.replace(old, new))
    return remark


def test_yichuan_has_the_six_quotas_of_its_plan(yichuan: Policy) -> None:
    lines = [(quota.id, quota.kind, quota.required, quota.share) for quota in yichuan.quotas]

    assert lines == [
        ("motor_fuel_batches", QuotaKind.BATCHES, 159, None),
        ("private_coverage", QuotaKind.SITES, None, Decimal(1)),
        ("sinopec_rate", QuotaKind.SITES, None, Decimal("0.10")),
        ("petrochina_rate", QuotaKind.SITES, None, Decimal("0.10")),
        ("urea_batches", QuotaKind.BATCHES, 10, None),
        ("depot_monthly", QuotaKind.MONTHLY, None, None),
    ]


def test_each_quota_of_yichuan_looks_at_its_own_sites_and_products(yichuan: Policy) -> None:
    seen = {quota.id: (quota.products, quota.kinds, quota.ownerships) for quota in yichuan.quotas}
    anybody: frozenset[Ownership] = frozenset()

    assert seen == {
        "motor_fuel_batches": (MOTOR_FUELS, STATIONS, anybody),
        "private_coverage": (MOTOR_FUELS, STATIONS, {Ownership.PRIVATE, Ownership.COLLECTIVE}),
        "sinopec_rate": (MOTOR_FUELS, STATIONS, {Ownership.SINOPEC}),
        "petrochina_rate": (MOTOR_FUELS, STATIONS, {Ownership.PETROCHINA}),
        "urea_batches": ({Product.UREA}, frozenset(), anybody),
        "depot_monthly": (MOTOR_FUELS, {SiteKind.DEPOT, SiteKind.PRODUCER}, anybody),
    }


def test_market_supervision_leads_and_public_security_cooperates(yichuan: Policy) -> None:
    assert {(quota.lead, quota.cooperate) for quota in yichuan.quotas} == {(("县市场监督管理局",), ("县公安局",))}


def test_yichuan_counts_county_batches_of_every_purpose_but_recheck_and_monitoring(yichuan: Policy) -> None:
    assert yichuan.tasks == {Task.COUNTY}
    assert yichuan.purposes == set(Purpose) - {Purpose.RECHECK, Purpose.MONITORING}
    assert yichuan.batches_per_visit == 3
    assert yichuan.year_starts == (1, 1)


def test_the_plan_of_yichuan_is_valid_for_one_year(yichuan: Policy) -> None:
    paper = yichuan.document

    assert (paper.issued_on, paper.valid_from, paper.valid_until) == (
        date(2024, 9, 30), date(2024, 9, 30), date(2025, 9, 30),
    )  # fmt: skip


def test_yichuan_has_fifteen_townships_and_one_former_name_from_memory(yichuan: Policy) -> None:
    assert len(yichuan.townships) == 15
    assert yichuan.townships[0].former_names == ("城关镇",)
    assert [town.name for town in yichuan.townships if town.confidence is not Confidence.CONFIRMED] == ["城关街道"]


def test_every_quota_of_yichuan_says_that_it_rests_on_readings_of_ours(yichuan: Policy) -> None:
    used = {id_ for quota in yichuan.quotas for id_ in quota.readings}
    of_the_whole_policy = {"validity", "batches_per_visit"}

    assert all(quota.interpretation for quota in yichuan.quotas)
    assert {reading.id for reading in yichuan.readings} == used | of_the_whole_policy


def test_a_second_county_is_a_second_file() -> None:
    policy = read_policy(SECOND_COUNTY, "second")

    assert policy.year_starts == (10, 1)
    assert policy.document.valid_until is None
    assert policy.expired_on(date(2999, 1, 1)) is None
    assert policy.tasks == {Task.COUNTY, Task.CITY}
    assert policy.quota("diesel_batches").required == 24
    assert policy.quota("third_of_foreign").roster is CoverageRoster.OPERATED_IN_YEAR
    assert not policy.quota("third_of_foreign").interpretation
    assert policy.readings == ()


def test_a_quota_that_the_policy_lacks_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        read_policy(SECOND_COUNTY, "second").quota("motor_fuel_batches")


@pytest.mark.parametrize(
    ("old", "new", "code", "key", "value"),
    [
        ('id = "beixi-2025-3"', 'id = "北溪"', "bad-value", "id", "北溪"),
        ('division_name = "北溪县"', "", "missing-key", "division_name", ""),
        ("[document]", 'web = "x"\n[document]', "unknown-key", "web", "x"),
        ("2025-10-01", "2025-10-01T00:00:00", "bad-value", "document.valid_from", "2025-10-01 00:00:00"),
        ("2025-10-01", '"2025-10-01"', "bad-value", "document.valid_from", "2025-10-01"),
        ("2025-10-01", "2025-10-01\nvalid_until = 2025-09-30", "bad-value", "document.valid_until", "2025-09-30"),
        ('"10-01"', '"02-29"', "bad-value", "counting.year_starts", "02-29"),
        ('"10-01"', '"2-30"', "bad-value", "counting.year_starts", "2-30"),
        ('["county", "city"]', '["county", "town"]', "bad-value", "counting.tasks", "[county, town]"),
        ("batches_per_visit = 2", "batches_per_visit = 0", "bad-value", "counting.batches_per_visit", "0"),
        ("batches_per_visit = 2", "batches_per_visit = true", "bad-value", "counting.batches_per_visit", "true"),
        ('kind = "batches"', 'kind = "litres"', "bad-value", "quota[diesel_batches].kind", "litres"),
        ("required = 24", "required = 24.0", "bad-value", "quota[diesel_batches].required", "24.0"),
        ("required = 24", "", "missing-key", "quota[diesel_batches].required", ""),
        ("required = 24", "required = 24\nshare = 0.5", "unknown-key", "quota[diesel_batches].share", "0.5"),
        ("share = 0.33", "share = 33", "bad-value", "quota[third_of_foreign].share", "33"),
        ("share = 0.33", "share = nan", "bad-value", "quota[third_of_foreign].share", "NaN"),
        ("share = 0.33", "share = false", "bad-value", "quota[third_of_foreign].share", "false"),
        ('["foreign"]', '"foreign"', "bad-value", "quota[third_of_foreign].ownerships", "foreign"),
        ('"third_of_foreign"', '"diesel_batches"', "repeated-value", "quota[diesel_batches].id", "diesel_batches"),
        ("share = 0.33", 'share = 0.33\nreadings = ["a"]', "bad-value", "quota[third_of_foreign].readings", "[a]"),
        ('"990101001"', '"410329001"', "bad-value", "township[410329001].code", "410329001"),
        ('"东门街道"', '"东门街道"\nformer_names = ["东门街道"]', "repeated-value",
         "township[990101001].former_names", "[东门街道]"),
        ('"东门街道"', '" "', "bad-value", "township[990101001].name", " "),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_its_key(old: str, new: str, code: str, key: str, value: str) -> None:
    remark = mistake_after(old, new)

    assert (remark.code, remark.column, remark.value, remark.file) == (code, key, value, "mine.toml")


def test_a_mistake_says_what_is_allowed() -> None:
    with use("en"):
        assert "county, city, province, national" in mistake_after('["county", "city"]', "[]").message
        assert "a day such as" in mistake_after("2025-10-01", "1").message
        assert "not before 2025-10-01" in mistake_after("2025-10-01", "2025-10-01\nvalid_until = 2025-01-01").message


def test_all_mistakes_are_named_at_once() -> None:
    text = SECOND_COUNTY.replace("990101", "99").replace("0.33", "0").replace('"routine"', '"often"')

    assert [remark.column for remark in mistakes(text)] == [
        "division", "counting.purposes", "township[99001].code", "quota[third_of_foreign].share",
    ]  # fmt: skip


def test_a_missing_table_is_one_mistake_not_one_for_each_of_its_keys() -> None:
    keys = [remark.column for remark in mistakes("")]

    assert keys == ["division", "counting", "id", "division_name", "document", "township", "quota"]


@pytest.mark.parametrize("value", ["3", "{}", "[]", "[1]"])
def test_a_list_of_tables_is_nothing_else(value: str) -> None:
    text = f"quota = {value}\n" + SECOND_COUNTY.replace("[[quota]]", "[[duty]]")

    assert ("bad-value", "quota") in {(remark.code, remark.column) for remark in mistakes(text)}
    assert ("unknown-key", "duty") in {(remark.code, remark.column) for remark in mistakes(text)}


def test_a_table_without_a_name_is_called_by_its_number() -> None:
    remark = mistake_after('id = "third_of_foreign"', "")

    assert remark.column == "quota[#2].id"
