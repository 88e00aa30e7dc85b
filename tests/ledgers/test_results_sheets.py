"""The sheets of a judgement: what is read of the ledger of samples, and how a report words its conclusion."""

import pytest

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.columns import RESULTS, SAMPLES
from fuelcheck.ledgers.results_sheets import LABEL, LONG, SAMPLED, WIDE, label_column, signed


@pytest.mark.parametrize(
    ("written", "conclusion"),
    [
        ("合格", "pass"), ("不合格", "fail"), ("未发现不合格", "pass"), ("所检项目均符合GB 17930-2016标准要求", "pass"),
        ("经抽样检验，所检项目符合 GB 19147-2016 要求。", "pass"), ("本批次未发现不合格项目", "pass"),
        ("经检验，硫含量不符合GB 19147-2016要求，判定为不合格", "fail"), ("硫含量不合格，其余项目合格", "fail"),
    ],
)  # fmt: skip
def test_a_sentence_that_can_mean_one_thing_only_is_the_conclusion(written: str, conclusion: str) -> None:
    assert signed(written) == conclusion


@pytest.mark.parametrize(
    "written",
    [
        "见报告", "除硫含量外均符合要求", "基本符合", "是否符合待定", "部分项目合格", "未判定合格与否", "不予判定",
        "硫含量不合格，其余未发现不合格", "",
    ],
)  # fmt: skip
def test_any_other_sentence_is_not_guessed(written: str) -> None:
    with pytest.raises(BadCell):
        signed(written)


def test_a_wide_sheet_is_a_sheet_of_results_without_its_line() -> None:
    names = [one.name for one in RESULTS.columns if one.name not in {"item", "value", "unit"}]

    assert [one.name for one in WIDE.columns] == [*names, "conclusion"]
    assert {one.name for one in WIDE.columns} >= {"form_no", *LABEL}
    assert [one.name for one in LONG.columns if one.required] == ["form_no", "item", "value"]


def test_of_the_ledger_of_samples_only_the_label_is_read() -> None:
    assert [one.name for one in SAMPLED.columns] == [one.name for one in SAMPLES.columns]
    assert [one.name for one in SAMPLED.columns if one.required] == ["form_no", "product"]
    assert SAMPLED.column("samplers").parse("张三") == ""
    assert SAMPLED.column("sampled_on").parse("2025.3.9") == "2025-03-09"


def test_a_part_of_the_label_is_written_back_in_its_own_words() -> None:
    assert label_column("conclusion").written("fail") == "不合格"
