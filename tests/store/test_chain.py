"""The canonical form and the hashes; the vectors must never change: old chains rest on them."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.store.chain import (
    GENESIS,
    ActFields,
    Digest,
    act_hash,
    canonical,
    canonical_content,
    row_id,
    version_hash,
)

ACT = ActFields(
    "410329", 1, "0f8fad5b-d9cb-469f-a165-70867728950e", "2025-01-02T00:00:00.000000Z", "2025-01-02T00:00:00.000000Z",
    "张建国", "init", None, 2, "ab" * 32, GENESIS,
)  # fmt: skip


def test_the_vector_of_an_act_stands():
    text = (
        '{"clock":"2025-01-02T00:00:00.000000Z","digest":"' + "ab" * 32 + '","division":"410329","format":1,'
        '"id":"0f8fad5b-d9cb-469f-a165-70867728950e","kind":"init","moment":"2025-01-02T00:00:00.000000Z","n":1,'
        '"prev":"sha256:' + "0" * 64 + '","reason":null,"versions":2,"who":"张建国"}'
    )

    assert act_hash(ACT) == "sha256:" + sha256(b"fuelcheck/audit/1\x00" + text.encode()).hexdigest()
    assert act_hash(ACT) == "sha256:b91e1cd02fb02ae1069032339c8b0ca625e9b99309edcc29edf20212cdb65df1"


def test_the_vector_of_a_version_stands():
    content = canonical_content({"code": "S1", "name": "甲", "closed_on": None})

    assert content == '{"closed_on":null,"code":"S1","name":"甲"}'
    body = b"fuelcheck/version/1\x00" + b"s" * 16 + b"site\x1fS1\x1fcreated\x1f+" + content.encode()
    assert version_hash(b"s" * 16, "site", "S1", "created", content) == sha256(body).hexdigest()


def test_a_removed_row_hashes_otherwise_than_an_empty_one():
    assert version_hash(b"", "site", "S1", "removed", None) != version_hash(b"", "site", "S1", "removed", "-")


@given(st.integers(0, len(ACT) - 1))
def test_every_field_of_an_act_is_covered(place):
    values = list(ACT)
    values[place] = "changed" if not isinstance(values[place], int) else values[place] + 1

    assert act_hash(ActFields(*values)) != act_hash(ACT)


def test_the_digest_depends_on_the_order_of_versions():
    assert Digest(["a", "b"]).text() != Digest(["b", "a"]).text()


@pytest.mark.parametrize("value", [1.0, [1.5], {"a": {"b": 0.1}}])
def test_a_float_has_no_canonical_form(value):
    with pytest.raises(TypeError):
        canonical(value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(json_values)
def test_the_canonical_form_can_be_read_back(value):
    assert json.loads(canonical(value)) == value


def test_a_row_is_named_by_its_code_or_by_all_parts_of_its_key():
    assert row_id(("S1",)) == "S1"
    assert row_id(("S1", "2025-01-01", "closed")) == '["S1","2025-01-01","closed"]'
