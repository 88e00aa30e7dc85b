import json
from typing import Any

from fuelcheck.language import use
from fuelcheck.standing.judged import judged_object
from tests.rules.fuels import batch


def shown(*of: Any, **label: Any) -> dict[str, Any]:
    with use("en"):
        return json.loads(json.dumps(judged_object(batch(*of, **label))))


def test_a_judgement_has_the_keys_of_the_contract():
    found = shown("diesel", "0", {"sulfur": "35"}, form_no="A1")
    (item,) = found["items"]
    contract = ("form_no", "product", "grade", "standard", "phase", "verdict", "complete", "reasons")

    assert {key: found[key] for key in contract} == {
        "form_no": "A1", "product": "diesel", "grade": "0", "standard": "GB 19147-2016", "phase": "VI",
        "verdict": "fail", "complete": False, "reasons": [],
    }  # fmt: skip
    assert "ash" in found["not_tested"]
    assert {key: item[key] for key in ("item", "value", "unit", "limit", "verdict", "confidence", "reason")} == {
        "item": "sulfur", "value": "35", "unit": "mg/kg", "limit": "<= 10", "verdict": "fail",
        "confidence": "confirmed", "reason": None,
    }  # fmt: skip
    assert item["sentence"] == "sulfur content: 35 is more than the limit ≤ 10 mg/kg allows"


def test_what_is_undecided_says_by_a_code_why():
    found = shown("diesel", "0", {"闪点": ("59.6", "℃"), "机械杂质": "无"})
    flash, impurities = found["items"]

    assert (found["verdict"], found["reasons"]) == ("undecided", ["methods-differ"])
    assert (flash["item"], flash["reason"], flash["unit"], flash["near_limit"]) == (
        "flash_point_closed", "methods-differ", "℃", True,
    )  # fmt: skip
    assert (impurities["limit"], impurities["verdict"], impurities["reason"]) == (None, "no_limit", None)


def test_limits_are_written_as_programs_read_them():
    items = shown("gasoline", "92", {"研究法辛烷值": "93", "密度": "740", "水溶性酸或碱": "无"})["items"]

    assert {item["item"]: item["limit"] for item in items} == {
        "research_octane_number": ">= 92", "density_20c": "720 - 775", "water_soluble_acid_alkali": "无",
    }  # fmt: skip


def test_what_cannot_be_judged_is_an_object_as_well():
    found = shown("煤油", None, {"硫含量": "3"}, day=None)

    assert (found["product"], found["standard"], found["phase"], found["verdict"]) == (None, None, None, "undecided")
    assert found["reasons"] == ["no-product", "not-judged"]
