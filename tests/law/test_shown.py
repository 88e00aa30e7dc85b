"""Standards and programmes as JSON: what programs may rely on."""

import json

from fuelcheck.law.load import find_programme, read_programme, read_standard
from fuelcheck.law.shown import programme_object, standard_object
from tests.law.test_standards import TEXT


def test_figures_are_texts_with_their_digits_and_days_are_iso() -> None:
    shown = json.loads(json.dumps(standard_object(read_standard(TEXT, "mine.toml"))))
    pressure = shown["items"][1]

    assert (shown["id"], shown["phase"], shown["in_force_from"]) == ("GB 99999-2030", "VII", "2030-01-01")
    assert (shown["comparison"], shown["in_force_confidence"]) == ("rounded", "memory")
    assert pressure["limits"][1] == {
        "grades": ["92", "95"], "season": "warm", "kind": "range", "low": "40.0", "high": "65.0", "text": None,
        "decimals": 1, "confidence": "memory", "sources": [],
    }  # fmt: skip
    assert (pressure["unit"], pressure["basis"]) == ("kPa", None)


def test_seasons_questions_precision_and_former_editions_are_shown() -> None:
    shown = standard_object(read_standard(TEXT, "mine.toml"))

    assert shown["seasons"][0] == {
        "id": "cold", "starts": "10-01", "ends": "03-31", "replacement_days": 15, "replacement_at": ["station"],
    }  # fmt: skip
    assert shown["questions"][0]["undecided"] is True
    assert (shown["questions"][0]["first"], shown["questions"][0]["last"]) == ("2030-02-01", "2030-02-28")
    assert shown["superseded"][0]["id"] == "GB 99999-2020"
    assert shown["items"][0]["reproducibility"]["share"] == "0.1"
    assert shown["groups"][0]["key"] == "metals"


def test_a_programme_names_its_items_by_product() -> None:
    text, _ = find_programme("yichuan-2025-example", None)
    shown = json.loads(json.dumps(programme_object(read_programme(text, "example"))))

    assert (shown["id"], shown["division"], shown["year"]) == ("yichuan-2025-example", "410329", 2025)
    assert (shown["example"], shown["contract_days"]) == (True, 20)
    assert shown["items"]["urea"] == ["urea", "density_20c", "refractive_index", "impurity_content"]
