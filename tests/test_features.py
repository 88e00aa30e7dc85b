"""The features: one rule each, in Chinese, with its clause and our reading."""

import re
from pathlib import Path

import pytest
from pytest_bdd import scenarios

pytest_plugins = [
    "tests.steps.given",
    "tests.steps.when",
    "tests.steps.then",
    "tests.judging_steps",
    "tests.confirming_steps",
    "tests.flagging_steps",
    "tests.reporting_steps",
    "tests.identifying_steps",
    "tests.target_steps",
    "tests.purchase_steps",
    "tests.roadside_steps",
    "tests.check_steps",
    "tests.fleet_steps",
    "tests.permitting_steps",
    "tests.life_steps",
]

FEATURES = sorted((Path(__file__).parent.parent / "features").glob("*.feature"))

scenarios(".")


@pytest.mark.parametrize("feature", FEATURES, ids=lambda path: path.stem)
def test_a_feature_cites_its_clause_and_our_reading(feature: Path) -> None:
    text = feature.read_text("utf-8")

    assert text.startswith("# language: zh-CN\n")
    assert re.search(
        "依据：(伊政办〔2024〕15号(（十三）第2项|（十一）第[123]项|“.*有效期1年”)|GB|产品质量监督抽查(实施细则|管理暂行办法))",
        text,
    )
    assert "本系统理解：" in text
