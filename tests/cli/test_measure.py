"""``measure``: figures that departments report, entered and listed."""

import json

import pytest

from tests.cast import CLERK

SET = ("measure", "set", "clean_transport_share", "--year", "2025", "--source", "县交通运输局月报", "--by", CLERK)
LIST = ("measure", "list", "--as-of", "2025-12-31")


@pytest.fixture
def entered(founded):
    assert founded(*SET, "--value", "78%").code == 0
    return founded


def test_a_figure_is_entered_and_listed(entered):
    said = entered(*LIST).out

    for words in ("大宗物料清洁运输比例", "78%", "80%", "not met", "县交通运输局月报", "no data"):
        assert words in said


def test_the_list_for_programs(entered):
    shown = {one["id"]: one for one in json.loads(entered(*LIST, "--json").out)}

    assert shown["clean_transport_share"]["reported"] == [
        {"year": 2025, "value": "0.78", "source": "县交通运输局月报", "evidence": ""}
    ]
    assert shown["clean_transport_share"]["met"] is False
    assert shown["road_freight_share"]["met"] is None


def test_another_figure_needs_update_and_reason(entered):
    assert "0.78 for 2025 already" in entered(*SET, "--value", "0.81").err
    assert entered(*SET, "--value", "0.81", "--update").code == 2
    assert entered(*SET, "--value", "0.81", "--update", "--reason", "更正").code == 0
    assert json.loads(entered(*LIST, "--json").out)[0]["achieved"] == "0.81"


def test_the_same_figure_again_changes_nothing(entered):
    assert "Nothing changed" in entered(*SET, "--value", "0.78").err


def test_an_unknown_measure_is_refused_with_the_policy_s_list(founded):
    said = founded("measure", "set", "rail", "--year", "2025", "--value", "1", "--source", "月报")

    assert said.code == 2
    assert "power_plant_rail_share" in said.err


def test_growth_and_points_are_shown_as_such(founded):
    for id_, year, value in (
        ("container_rail_road_growth", "2022", "1000"), ("container_rail_road_growth", "2025", "1728"),
        ("road_freight_share", "2022", "0.600"), ("road_freight_share", "2025", "0.575"),
    ):  # fmt: skip
        assert founded("measure", "set", id_, "--year", year, "--value", value, "--source", "年报").code == 0
    said = " ".join(founded(*LIST).out.split())

    assert "+20% a year" in said
    assert "-2.5 points" in said


def test_the_paper_s_hash_is_kept(founded, tmp_path):
    paper = tmp_path / "月报.pdf"
    paper.write_bytes(b"paper")
    assert founded(*SET, "--value", "0.9", "--evidence", paper).code == 0

    assert len(json.loads(founded(*LIST, "--json").out)[0]["reported"][0]["evidence"]) == 64


def test_a_paper_that_is_not_there_is_told(founded, tmp_path):
    assert founded(*SET, "--value", "0.9", "--evidence", tmp_path / "none.pdf").code == 3
