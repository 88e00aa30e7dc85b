"""Typer's own words are in our catalogue."""

import inspect

import pytest
import typer.core

from fuelcheck.cli.help_words import WORDS


@pytest.mark.parametrize("word", WORDS)
def test_typer_asks_for_the_word(word: str) -> None:
    assert f'_("{word}")' in inspect.getsource(typer.core)
