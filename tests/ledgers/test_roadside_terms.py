"""Measured numbers and closed lists of the sheet of roadside checks."""

import pytest

from fuelcheck.ledgers.cells import BadCell, Parser
from fuelcheck.ledgers.roadside_terms import (
    aftertreatment,
    departments,
    kind,
    method,
    obd,
    parts_per_million,
    readings,
    ringelmann,
    urea,
)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.12;1.20;1.15", "1.12;1.20;1.15"), ("1.1、1.2，1.3", "1.1;1.2;1.3"), ("1.1 1.2\n1.3", "1.1;1.2;1.3"),
        ("１．１；1.2/1.3", "1.1;1.2;1.3"), ("1.1m⁻¹;1.2m-1", "1.1;1.2"), (1.35, "1.35"), (1, "1"), (0.1 + 0.2, "0.3"),
    ],
)  # fmt: skip
def test_readings_keep_their_order_and_their_digits(cell: str | float, value: str) -> None:
    assert readings(cell) == value


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (parts_per_million, "820", "820"), (parts_per_million, "820 ppm", "820"), (parts_per_million, 1600.0, "1600"),
        (ringelmann, "1级", "1"), (ringelmann, 2, "2"), (departments, "生态环境局、交警大队", "交警大队;生态环境局"),
        (method, "自由加速法", "free_acceleration"), (method, "加载减速", "lug_down"), (method, "林格曼黑度", "smoke"),
        (obd, "故障", "fault"), (obd, "未检", "not_checked"), (aftertreatment, "拆除", "missing"),
        (aftertreatment, "篡改", "tampered"), (urea, "无", "none"), (urea, "不合格", "poor"),
        (kind, "入户", "owner_visit"),
    ],
)  # fmt: skip
def test_terms_and_numbers_of_a_check(parse: Parser, cell: str | float, value: str) -> None:
    assert parse(cell) == value


@pytest.mark.parametrize(
    ("parse", "cell", "code"),
    [
        (readings, "1.1;合格", "bad-number"), (readings, "<0.1", "bad-number"), (readings, "-1", "bad-number"),
        (parts_per_million, "820 mg", "bad-number"), (ringelmann, "黑", "bad-number"), (obd, "无", "unknown-obd"),
        (aftertreatment, "无", "unknown-aftertreatment"), (urea, "少", "unknown-urea"),
        (method, "稳态", "unknown-check-method"), (kind, "抽查", "unknown-check-kind"),
    ],
)  # fmt: skip
def test_what_may_mean_two_things_is_refused(parse: Parser, cell: str, code: str) -> None:
    with pytest.raises(BadCell) as refusal:
        parse(cell)

    assert refusal.value.code == code
