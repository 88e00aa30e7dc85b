"""Closed lists: our term, its English value, and synonyms that can mean one thing only."""

import pytest

from fuelcheck.ledgers import terms
from fuelcheck.ledgers.cells import BadCell, Parser
from fuelcheck.words import BatchStatus, Change, Conclusion, Datum, Purpose, RiskClass, SiteKind, Task, Word


@pytest.mark.parametrize(
    ("parse", "words"),
    [
        (terms.kind, SiteKind),
        (terms.datum, Datum),
        (terms.risk_class, RiskClass),
        (terms.task, Task),
        (terms.purpose, Purpose),
        (terms.conclusion, Conclusion),
        (terms.status, BatchStatus),
        (terms.change, Change),
    ],
)
def test_every_word_is_read_in_both_tongues(parse: Parser, words: type[Word]) -> None:
    assert [(parse(word.zh), parse(word.value)) for word in words] == [(word.value, word.value) for word in words]


@pytest.mark.parametrize(
    ("parse", "written", "value"),
    [
        (terms.conclusion, "未发现不合格", "pass"),
        (terms.conclusion, "不合格。", "fail"),
        (terms.conclusion, " 合 格 ", "pass"),
        (terms.task, "省抽", "province"),
        (terms.purpose, "监督抽查", "routine"),
        (terms.risk_class, "a级", "A"),
        (terms.outcome, "无油", "no_stock"),
        (terms.change, "名称变更", "name"),
        (terms.datum, "wgs84", "WGS-84"),
    ],
)
def test_synonyms_are_understood(parse: Parser, written: str, value: str) -> None:
    assert parse(written) == value


@pytest.mark.parametrize(
    ("parse", "written", "code"),
    [
        (terms.kind, "充电站", "unknown-kind"),
        (terms.task, "乡级", "unknown-task"),
        (terms.conclusion, "待检", "unknown-conclusion"),
        (terms.outcome, "已抽样", "unknown-outcome"),
        (terms.status, "?", "unknown-status"),
        (terms.change, "电话", "unknown-change"),
        (terms.purpose, "随便", "unknown-purpose"),
        (terms.datum, "北京54", "unknown-datum"),
        (terms.risk_class, "E", "unknown-risk-class"),
    ],
)
def test_other_words_are_refused_with_the_list(parse: Parser, written: str, code: str) -> None:
    with pytest.raises(BadCell) as refused:
        parse(written)
    assert refused.value.code == code
    assert refused.value.values["allowed"]


def test_a_test_of_the_retained_portion_is_no_row() -> None:
    with pytest.raises(BadCell) as refused:
        terms.purpose("复检")
    assert refused.value.code == "retest-is-no-row"
