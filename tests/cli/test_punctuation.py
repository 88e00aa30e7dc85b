"""Lists on the terminal: what stands between the words is the tongue's own."""

from fuelcheck.cli import punctuation


def test_names_that_hold_commas_are_told_apart() -> None:
    assert punctuation.listed(["distillation, 50 %", "ash"]) == "distillation, 50 %; ash"


def test_short_words_are_separated_by_commas() -> None:
    assert punctuation.listed_shortly(iter(["89", "92"])) == "89, 92"


def test_the_catalogue_decides(monkeypatch) -> None:
    monkeypatch.setattr(punctuation, "_", {"; ": "、", ", ": "、"}.__getitem__)

    assert punctuation.listed(["凝点", "灰分"]) == punctuation.listed_shortly(["凝点", "灰分"]) == "凝点、灰分"
