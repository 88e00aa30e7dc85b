"""Chinese by default, English where asked, each reader in his own tongue."""

from contextvars import Context
from threading import Thread

import pytest

from fuelcheck.language import choose, current, say, use

SENTENCE = "The file is not UTF-8 text"


def test_chinese_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FUELCHECK_LANG", raising=False)

    assert Context().run(current) == "zh"


@pytest.mark.parametrize(
    ("asked", "spoken"), [("en", "en"), ("en_GB.UTF-8", "en"), ("zh", "zh"), ("zh_CN.UTF-8", "zh"), ("fr", "zh")]
)
def test_the_environment_chooses_at_start(monkeypatch: pytest.MonkeyPatch, asked: str, spoken: str) -> None:
    monkeypatch.setenv("FUELCHECK_LANG", asked)

    assert Context().run(current) == spoken


def test_a_sentence_is_said_in_the_tongue_in_use() -> None:
    with use("en"):
        assert say(SENTENCE) == SENTENCE
    with use("zh"):
        assert say(SENTENCE) == "文件不是 UTF-8 编码的文本"


def test_an_unknown_sentence_is_said_as_it_stands() -> None:
    with use("zh"):
        assert say("{n} things that nobody translated", n=3) == "3 things that nobody translated"


def test_a_value_is_never_read_as_a_pattern() -> None:
    with use("en"):
        assert say("{why}", why="{n} %s") == "{n} %s"


def test_within_a_block_another_tongue_then_the_old_one() -> None:
    with use("en"):
        with use("zh"):
            assert current() == "zh"
        assert current() == "en"


def test_one_reader_does_not_change_the_tongue_of_another() -> None:
    heard = []
    with use("en"):
        other = Thread(target=lambda: (choose("zh"), heard.append(current())))
        other.start()
        other.join()

        assert heard == ["zh"]
        assert current() == "en"
