"""``token``: made, listed, revoked."""

import json

import pytest


@pytest.fixture
def clerk(founded):
    founded("user", "add", "wangmin", "--role", "recorder", "--department", "market_supervision")
    return founded


def test_a_token_is_printed_once_and_listed_without_its_secret(clerk):
    said = clerk("token", "add", "script", "--user", "wangmin", "--scope", "record_batch", "--scope", "read", "--json")
    made = json.loads(said.out)
    (listed,) = json.loads(clerk("token", "list", "--json").out)

    assert made["token"].startswith(f"fct_{made['prefix']}_")
    assert listed["prefix"] == made["prefix"]
    assert (listed["user"], listed["scopes"], listed["last_used_at"]) == ("wangmin", ["record_batch", "read"], None)
    assert made["token"].split("_", 2)[2] not in str(listed)


def test_a_token_for_nobody_is_one_line_on_stdout_and_only_reads(clerk):
    said = clerk("token", "add", "figures")

    assert len(said.out.splitlines()) == 1
    assert "read" in clerk("token", "list").out


def test_a_token_is_good_to_the_end_of_its_last_day(clerk):
    day = json.loads(clerk("token", "add", "a", "--json").out)["expires_at"][:10]
    made = json.loads(clerk("token", "add", "b", "--expires", day, "--json").out)

    assert made["expires_at"] == f"{day}T23:59:59.999999+08:00"


def test_a_revoked_token_says_so(clerk):
    clerk("token", "add", "figures")
    said = clerk("token", "revoke", "figures", "--reason", "遗失")

    assert said.code == 0
    assert json.loads(clerk("token", "list", "--json").out)[0]["revoked"]
    assert "revoked" in clerk("token", "list").out
    assert clerk("token", "revoke", "figures").code == 2


def test_without_tokens_the_list_is_empty_and_says_so(clerk):
    said = clerk("token", "list")

    assert (said.code, said.out) == (0, "")
    assert "no token" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("x", "--scope", "void"), "void_batch"),
        (("x", "--scope", "record_batch"), "record_batch"),
        (("x", "--user", "nobody"), "nobody"),
        (("x", "--expires", "2020-01-01"), "366"),
        (("x", "--expires", "tomorrow"), "--expires"),
        (("x", "--device"), "--user"),
        (("x", "--user", "wangmin", "--laboratory", "y"), "both"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(clerk, words, told):
    said = clerk("token", "add", *words)

    assert (said.code, said.out) == (2, "")
    assert told in said.err
