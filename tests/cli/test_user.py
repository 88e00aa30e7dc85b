"""``user``: the first administrator, people of departments, and what is refused."""

import io
import json

import pytest

from fuelcheck.rules.passwords import is_strong


@pytest.fixture
def administered(founded):
    assert founded("user", "add", "zhang", "--admin").code == 0
    return founded


def listed(fuelcheck):
    return {one["login"]: one for one in json.loads(fuelcheck("user", "list", "--json").out)}


def test_the_first_administrator_is_made_with_a_one_time_password(founded):
    assert "user add NAME --admin" in founded("user", "list").err
    said = founded("user", "add", "zhang", "--admin", "--full-name", "张建国")

    assert said.code == 0
    assert is_strong(said.out.strip(), "zhang")
    assert listed(founded)["zhang"] | {"name": "张建国", "role": "administrator"} == listed(founded)["zhang"]


def test_a_clerk_has_a_role_in_a_department_in_either_tongue(administered):
    administered("user", "add", "wangmin", "--role", "录入员", "--department", "市场监管", "--json")
    administered("user", "add", "lina", "--role", "reviewer", "--department", "traffic_police")

    assert {(one["role"], one["department"]) for one in listed(administered).values()} == {
        ("administrator", None), ("recorder", "market_supervision"), ("reviewer", "traffic_police"),
    }  # fmt: skip
    assert "录入员" in administered("user", "list").out


def test_ones_own_password_comes_from_stdin_and_is_not_printed(administered, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Diesel-2025\n"))
    said = administered("user", "add", "lina", "--role", "auditor", "--password-stdin")

    assert (said.code, said.out) == (0, "")
    assert not listed(administered)["lina"]["one_time_password"]


@pytest.mark.parametrize("given", ["123456\n", "\n", ""])
def test_a_weak_password_is_refused_and_none_is_made_in_its_place(administered, monkeypatch, given):
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    said = administered("user", "password", "zhang", "--password-stdin")

    assert said.code == 2
    assert "too weak" in said.err


def test_a_new_password_is_printed_once(administered):
    said = administered("user", "password", "zhang", "--json")

    assert json.loads(said.out)["login"] == "zhang"
    assert is_strong(json.loads(said.out)["one_time_password"], "zhang")


def test_an_account_is_changed_and_closed_with_a_reason(administered):
    administered("user", "add", "lina", "--role", "recorder", "--department", "ecology")
    assert administered("user", "change", "lina", "--role", "leader", "--department", "ecology").code == 2
    change = ("user", "change", "lina", "--role", "leader", "--department", "ecology", "--reason", "任命")
    assert administered(*change).code == 0
    assert administered("user", "deactivate", "lina", "--reason", "调离", "--by", "张建国").code == 0

    assert (listed(administered)["lina"]["role"], listed(administered)["lina"]["active"]) == ("leader", False)
    assert "closed" in administered("user", "list").out
    assert "调离" in administered("audit", "show", "lina").out
    assert administered("audit", "verify").code == 0


def test_a_laboratory_signs_in_for_itself(administered):
    assert "register" in administered("user", "add", "lab", "--laboratory", "豫西油品检验中心").err
    administered("register", "laboratory", "豫西油品检验中心")
    assert administered("user", "add", "lab", "--laboratory", "豫西油品检验中心").code == 0

    assert listed(administered)["lab"]["role"] == "laboratory"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "lina"), "--admin"),
        (("add", "lina", "--role", "king"), "recorder"),
        (("add", "lina", "--role", "recorder"), "department"),
        (("add", "lina", "--role", "recorder", "--department", "palace"), "market_supervision"),
        (("add", "zhang", "--admin"), "taken"),
        (("add", "a b", "--admin"), "login"),
        (("deactivate", "zhang", "--reason", "调离"), "last administrator"),
        (("deactivate", "nobody", "--reason", "调离"), "nobody"),
        (("password", "nobody"), "nobody"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(administered, words, told):
    said = administered("user", *words)

    assert (said.code, said.out) == (2, "")
    assert told in said.err
