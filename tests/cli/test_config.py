"""``config show``: where each setting comes from."""

import json


def test_every_setting_says_where_it_comes_from(fuelcheck, monkeypatch, tmp_path):
    (tmp_path / "fuelcheck.toml").write_text('division = "410329"\n[office]\nname = "伊川县市场监督管理局"\n', "utf-8")
    monkeypatch.setenv("FUELCHECK_DATA", str(tmp_path / "office"))
    shown = json.loads(fuelcheck("config", "show", "--json").out)

    assert shown["database"]["origin"] == "environment"
    assert (shown["data"]["origin"], shown["data"]["where"]) == ("environment", "FUELCHECK_DATA")
    assert (shown["division"]["value"], shown["division"]["origin"]) == ("410329", "file")
    assert shown["office_name"]["value"] == "伊川县市场监督管理局"
    assert shown["fonts"] == {"value": str(tmp_path / "office" / "fonts"), "origin": "default", "where": ""}


def test_an_option_stands_over_everything(fuelcheck):
    said = fuelcheck("config", "show", "--division", "410328")

    assert "410328  [option --division]" in said.out


def test_a_password_is_not_shown(fuelcheck):
    said = fuelcheck("config", "show", "--database", "postgresql+psycopg://office:geheim@db/county")

    assert said.code == 0
    assert "geheim" not in said.out
