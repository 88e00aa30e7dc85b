"""What the verifier finds: rows changed past the services, lost acts, cut tails, forged chains."""

from datetime import date

import pytest
import sqlalchemy as sa

from fuelcheck.services.documents import Issue, issue
from fuelcheck.store.verifying import Anchor, BadAnchor, ForeignAnchor, NoAnchor, read_anchors, verify
from tests.store.conftest import DIVISION


@pytest.fixture
def tamper(store):
    """Runs SQL as the owner of the database would: without the triggers."""

    def run(statement):
        with store.engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                for table in ("act", "version"):
                    for verb in ("update", "delete"):
                        connection.execute(sa.text(f"DROP TRIGGER IF EXISTS {table}_no_{verb}"))
                connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            else:
                connection.execute(sa.text("ALTER TABLE act DISABLE TRIGGER USER"))
                connection.execute(sa.text("ALTER TABLE version DISABLE TRIGGER USER"))
            connection.execute(sa.text(statement))

    return run


@pytest.fixture
def found(store, add):
    add("S1")
    add("S2")
    add("S3")

    def codes(*anchors):
        with store.reading() as view:
            return [f.code for f in verify(view.connection, DIVISION, anchors)]

    return codes


def test_an_untouched_store_has_no_findings(found):
    assert found() == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE site SET name = '乙' WHERE code = 'S2'", "row-changed"),
        ("DELETE FROM site WHERE code = 'S2'", "row-missing"),
        ("INSERT INTO site (division, code, name, kind, ownership, township)"
         " VALUES ('410329', 'S9', '丙', 'station', 'private', '白沙镇')", "row-unknown"),
        ("UPDATE act SET who = '他人' WHERE n = 2", "act-changed"),
        ("UPDATE act SET reason = '' WHERE n = 2", "act-changed"),
        ("DELETE FROM act WHERE n = 3", "act-missing"),
        ("UPDATE version SET kind = 'other' WHERE n = 3", "version-changed"),
        ("DELETE FROM version WHERE n = 3", "versions-changed"),
        ("DELETE FROM act WHERE n = 4", "head-differs"),
    ],
)  # fmt: skip
def test_tampering_is_found_and_named(found, tamper, statement, code):
    tamper(statement)

    assert code in found()


def test_a_text_turned_into_a_blob_is_found(store, found, tamper):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite stores what a column is not")
    tamper("UPDATE site SET name = CAST(name AS BLOB) WHERE code = 'S2'")

    assert found() == ["row-changed"]


def test_a_cut_tail_shows_against_an_anchor_only(store, found, tamper):
    with store.reading() as view:
        anchor = Anchor(DIVISION, view.head.n, view.head.hash)
    tamper("DELETE FROM act WHERE n = 4")
    tamper("DELETE FROM version WHERE n = 4")
    tamper("DELETE FROM site WHERE code = 'S3'")
    tamper(
        "UPDATE head SET n = 3, moment = (SELECT moment FROM act WHERE n = 3),"
        " hash = (SELECT hash FROM act WHERE n = 3)"
    )

    assert found() == []
    assert found(anchor) == ["cut"]


def test_an_anchor_with_another_hash_tells_of_a_rewritten_chain(found):
    assert found(Anchor(DIVISION, 2, "sha256:" + "0" * 64)) == ["rewritten"]


def test_an_anchor_of_other_divisions_only_is_no_comparison(found):
    with pytest.raises(ForeignAnchor, match="999999"):
        found(Anchor("999999", 2, "sha256:" + "0" * 64))


def test_an_empty_anchor_is_refused():
    with pytest.raises(NoAnchor):
        read_anchors("\n")


def test_a_head_whose_moment_was_changed_is_found(found, tamper):
    tamper("UPDATE head SET moment = '2020-01-01T00:00:00.000000Z'")

    assert found() == ["head-differs"]


def test_anchor_lines_are_read_and_bad_ones_named():
    line = f"410329 7 sha256:{'ab' * 32}"

    assert read_anchors(f"{line}\n\n{line}\n") == [Anchor("410329", 7, f"sha256:{'ab' * 32}")] * 2
    with pytest.raises(BadAnchor, match="Line 2"):
        read_anchors(f"{line}\nnonsense")


def test_a_stored_file_that_is_no_longer_bytes_is_named_by_its_document(store, found, tamper):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite stores what a column is not")
    with store.act("issue", "李娜") as act:
        issue(
            act,
            Issue("quota", 2025, "year", date(2025, 12, 31), 4, None, act.clock(), "application/pdf", "{}"),
            b"%PDF",
        )
    tamper("UPDATE document_file SET content = CAST(x'fffe41' AS TEXT)")

    assert found() == ["file-changed"]
