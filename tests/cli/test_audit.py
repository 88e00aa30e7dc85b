"""``audit``: the chain, its head for others to keep, a record's history."""

import json

import pytest
import sqlalchemy as sa

from tests.cast import SHUNDA, batch, write_csv


def test_evidence_that_is_whole(office):
    said = office("audit", "verify", "--json")
    found = json.loads(said.out)

    assert said.code == 0
    assert (found["sound"], found["division"], found["n"], found["findings"]) == (True, "410329", 2, [])
    assert office("audit", "head").out == f"410329 {found['n']} {found['hash']}\n"


def test_a_row_changed_past_the_services_is_a_finding(office, database_url):
    with sa.create_engine(database_url).begin() as connection:
        connection.execute(sa.text("UPDATE batch SET reported_on = '2025-12-30' WHERE form_no = 'A2'"))
    said = office("audit", "verify", "--json")

    assert said.code == 1
    (finding,) = json.loads(said.out)["findings"]
    assert (finding["code"], finding["noun"], finding["row"]) == ("row-changed", "batch", "A2")
    people = office("audit", "verify")
    assert people.code == 1
    assert "batch A2" in people.out
    assert "broken" in people.err


@pytest.fixture
def anchor(office, tmp_path):
    file = tmp_path / "anchor.txt"
    file.write_text(office("audit", "head").out)
    return file


def test_a_head_that_somebody_kept_fits(office, anchor, tmp_path):
    office("import", write_csv(tmp_path / "b.csv", [batch("B1", "2025-03-09", SHUNDA)]))

    assert office("audit", "verify", "--anchor", anchor).code == 0


def test_a_head_that_does_not_fit_is_a_finding(office, anchor):
    anchor.write_text(anchor.read_text().replace("410329 2", "410329 7"))
    said = office("audit", "verify", "--anchor", anchor, "--json")

    assert said.code == 1
    assert [finding["code"] for finding in json.loads(said.out)["findings"]] == ["cut"]


def test_an_anchor_may_come_through_a_pipe(office, anchor, monkeypatch):
    with anchor.open() as piped:
        monkeypatch.setattr("sys.stdin", piped)
        assert office("audit", "verify", "--anchor", "-").code == 0


def test_a_line_that_is_no_anchor_is_refused(office, anchor):
    anchor.write_text("nonsense\n")
    said = office("audit", "verify", "--anchor", anchor)

    assert said.code == 2
    assert "nonsense" in said.err


def test_acts_are_listed_and_can_be_asked_for_by_kind(office):
    every = json.loads(office("audit", "list", "--json").out)
    (only,) = json.loads(office("audit", "list", "--kind", "import", "--json").out)

    assert [act["kind"] for act in every] == ["init", "import"]
    assert only == every[1]
    assert every[0]["moment"].endswith("+08:00")
    assert only["id"] in office("audit", "list").out


def test_the_history_of_a_batch_holds_its_report(office):
    steps = json.loads(office("audit", "show", "A1", "--json").out)

    assert [(step["noun"], step["kind"]) for step in steps] == [("batch", "sampled"), ("report", "reported")]
    assert steps[0]["after"]["site_code"] == SHUNDA
    assert "reported on: — → 2025-03-20" in office("audit", "show", "A1").out


def test_a_record_that_never_was_is_said_to_be_none(office):
    said = office("audit", "show", "A9")

    assert (said.code, said.out) == (2, "")
