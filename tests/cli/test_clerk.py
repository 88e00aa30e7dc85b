"""A clerk's day at the terminal: a visit out of a file, the sample on its way, what followed, corrections."""

import json
from pathlib import Path

import pytest

from fuelcheck.cli.clerk import NoChange, NoJson, read_change

EXAMPLE = Path(__file__).parents[2] / "docs" / "visit-example.json"
FORM_NO = "YC2025-0017"
BY = ("--by", "王敏")


@pytest.fixture
def clerk(office):
    assert office("visit", "record", EXAMPLE, *BY).code == 0
    return office


def record(fuelcheck, form_no=FORM_NO):
    return json.loads(fuelcheck("batch", "show", form_no, "--as-of", "2026-01-31", "--json").out)


def test_the_documented_example_is_taken_and_answers_with_the_chains_end(office):
    said = office("visit", "record", EXAMPLE, *BY, "--json")
    head = office("audit", "head").out.split()

    answer = json.loads(said.out)
    assert (said.code, answer["form_nos"], answer["replayed"]) == (0, [FORM_NO, "YC2025-0018"], False)
    assert [str(answer["act"]["n"]), answer["act"]["hash"]] == head[1:]


def test_sent_again_it_says_that_it_was_there(clerk):
    said = clerk("visit", "record", EXAMPLE, *BY)
    assert said.code == 0
    assert "recorded before" in said.err


def test_faults_are_named_by_their_pointers(office, tmp_path):
    body = json.loads(EXAMPLE.read_text("utf-8")) | {"samplers": ["李娜"]}
    (tmp_path / "v.json").write_text(json.dumps(body), "utf-8")
    said = office("visit", "record", tmp_path / "v.json", *BY)

    assert said.code == 2
    assert "/samplers: " in said.err
    for text in ("[]", "{", "\ufeff1"):
        (tmp_path / "v.json").write_text(text, "utf-8")
        assert office("visit", "record", tmp_path / "v.json", *BY).code == 2


def test_a_sample_goes_to_the_laboratory_and_its_record_tells_so(clerk):
    for words in (
        ("deliver", FORM_NO, "--day", "2025-03-10", "--carrier", "赵强"),
        ("refuse", FORM_NO, "--day", "2025-03-10", "--receiver", "孙收样", "--reason", "抽样单未签字"),
        ("deliver", FORM_NO, "--day", "2025-03-11"),
        ("receive", FORM_NO, "--day", "2025-03-11", "--receiver", "孙收样", "--condition", "封条完好"),
        ("report", FORM_NO, "--day", "2025-03-20", "--conclusion", "fail", "--failed-items", "硫含量"),
        ("step", FORM_NO, "notify", "--day", "2025-03-24", "--note", "告知书1号"),
    ):  # fmt: skip
        assert clerk("batch", *words, *BY).code == 0, words
    told = record(clerk)
    shown = clerk("batch", "show", FORM_NO, "--as-of", "2026-01-31").out

    assert (told["state"], told["seal_test"], told["due"]) == (
        "notified", "F250017A", [{"step": "object", "by": "2025-04-08"}],
    )  # fmt: skip
    assert [one["step"] for one in told["life"]] == [
        "seal", "deliver", "turn_away", "deliver", "receive", "report", "release_fail", "notify",
    ]  # fmt: skip
    assert [one["refused"] for one in told["deliveries"]] == ["抽样单未签字", None]
    for text in ("Seals: test portion F250017A", "turned away by 孙收样", "notify → notified", "until 2025-04-08"):
        assert text in " ".join(shown.split())


def test_a_step_that_cannot_follow_is_refused_with_those_that_can(clerk):
    said = clerk("batch", "step", FORM_NO, "order", "--day", "2025-03-24", *BY)
    assert said.code == 2
    assert "allowed: deliver; void" in said.err


def test_corrections_voids_and_restoring_need_reasons(clerk):
    for verb in (("amend", FORM_NO, "--set", "price=7.2"), ("void", FORM_NO), ("restore", FORM_NO)):
        assert clerk("batch", *verb, *BY).code == 2
    assert (
        clerk("batch", "amend", FORM_NO, "--set", "price=7.2", "--set", "supplier=", "--reason", "笔误", *BY).code == 0
    )
    assert clerk("batch", "void", FORM_NO, "--reason", "封条破损", *BY).code == 0
    assert record(clerk)["state"] == "void"
    assert clerk("batch", "restore", FORM_NO, "--reason", "误作废", *BY).code == 0
    told = record(clerk)

    assert (told["state"], told["price"], told["supplier"]) == ("sampled", "7.2", None)
    assert clerk("audit", "verify").code == 0


def test_a_report_is_released_only_where_it_waits(clerk):
    clerk("batch", "report", FORM_NO, "--day", "2025-03-20", "--conclusion", "pass", *BY)

    assert clerk("batch", "release", FORM_NO, "--day", "2025-03-21", *BY).code == 2
    assert clerk("batch", "release", FORM_NO, "--day", "2025-03-21", "--by", "张建国").code == 0


def test_an_option_that_sets_nothing_is_refused():
    assert read_change('claims={"sulfur": "≤5"}') == ("claims", {"sulfur": "≤5"})
    for text in ("price", "=7"):
        with pytest.raises(NoChange):
            read_change(text)
    with pytest.raises(NoJson):
        read_change("claims=5")
