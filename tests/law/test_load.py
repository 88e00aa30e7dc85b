"""Law files: where they are found, and that every text is either a policy or a named refusal."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fuelcheck.language import use
from fuelcheck.law.load import (
    UnknownPolicy,
    UnknownProgramme,
    UnknownStandard,
    find_policy,
    find_programme,
    find_standards,
    policy_ids,
    programme_ids,
    read_policy,
    read_programme,
    read_standard,
    standard_files,
)
from fuelcheck.toml.text import FileRefused

YICHUAN = "yichuan-2024-15"


def yichuan_text() -> str:
    return find_policy(YICHUAN, None)[0]


def an_office_with(folder: Path, id_: str, text: str) -> Path:
    (folder / "policies").mkdir()
    (folder / "policies" / f"{id_}.toml").write_text(text, encoding="utf-8")
    return folder


def mistaken_keys(text: str) -> list[str]:
    try:
        read_policy(text, "mine.toml")
    except FileRefused as refusal:
        return [remark.column for remark in refusal.remarks]
    return []


def test_the_package_ships_the_policy_of_yichuan() -> None:
    text, path = find_policy(YICHUAN, None)

    assert path.name == "yichuan-2024-15.toml"
    assert read_policy(text, str(path)).document.number == "伊政办〔2024〕15号"


def test_the_offices_own_file_goes_before_the_package(tmp_path: Path) -> None:
    own = yichuan_text().replace("required = 159", "required = 160")

    text, path = find_policy(YICHUAN, an_office_with(tmp_path, YICHUAN, own))

    assert path.parent.parent == tmp_path
    assert read_policy(text, str(path)).quota("motor_fuel_batches").required == 160


def test_a_data_folder_without_policies_leaves_those_of_the_package(tmp_path: Path) -> None:
    assert find_policy(YICHUAN, tmp_path) == find_policy(YICHUAN, None)
    assert policy_ids(tmp_path) == policy_ids()


def test_the_known_ids_are_those_of_both_folders(tmp_path: Path) -> None:
    office = an_office_with(tmp_path, "beixi-2025-3", "")
    (office / "policies" / "Notes of ours.toml").write_text("", encoding="utf-8")

    assert policy_ids(office) == ("beixi-2025-3", YICHUAN)


@pytest.mark.parametrize("id_", ["nowhere-2020-1", "../policies/yichuan-2024-15", "", "Yichuan-2024-15", "a\n"])
def test_an_unknown_id_is_refused_with_the_known_ones(id_: str) -> None:
    with use("en"), pytest.raises(UnknownPolicy) as refusal:
        find_policy(id_, None)

    assert YICHUAN in str(refusal.value)


def test_the_digest_is_that_of_the_text() -> None:
    text = yichuan_text()

    assert read_policy(text, "a").sha256 == read_policy(text, "b").sha256
    assert read_policy(text + "\n", "a").sha256 != read_policy(text, "a").sha256


@given(st.text())
@example("")
@example("\ud800")
@example("# \ud800")
def test_no_text_raises_anything_but_the_named_refusal(text: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        read_policy(text, "mine.toml")

    assert refusal.value.remarks
    assert all(remark.message for remark in refusal.value.remarks)


VALUES = st.sampled_from(
    ["nan", "-inf", "true", '""', '"x"', '"\\u0007"', "[]", "[[1]]", "{}", "[{}]", "0", "-1", "0.5", "1e400",
     "2025-01-01", "2025-01-01T00:00:00Z", "12:00:00", '["county"]', '"02-29"', '"13-01"', "0x" + "f" * 4000]
)  # fmt: skip


@given(st.data())
def test_any_value_under_any_key_is_taken_or_named_by_its_key(data: st.DataObject) -> None:
    lines = yichuan_text().splitlines()
    keyed = [n for n, line in enumerate(lines) if " = " in line and not line.endswith("[") and line[0] != "#"]
    number = data.draw(st.sampled_from(keyed))
    key = lines[number].split(" = ")[0]
    lines[number] = f"{key} = {data.draw(VALUES)}"

    # A reading of another name is missed by the quotas that rest on it.
    named = mistaken_keys("\n".join(lines))
    assert not named or any(key in path or path.endswith(".readings") for path in named)


def test_the_policy_is_valid_to_the_end_of_its_last_day() -> None:
    policy = read_policy(yichuan_text(), "shipped")

    assert policy.expired_on(date(2025, 9, 30)) is None
    assert policy.expired_on(date(2025, 10, 1)) == date(2025, 9, 30)


def names(id_: str, office: Path | None = None) -> list[str]:
    return [read_standard(text, str(path)).name for text, path in find_standards(id_, office)]


def test_a_number_finds_all_its_phases_and_a_phase_only_itself() -> None:
    assert names("GB 17930-2016") == ["GB 17930-2016 VIA", "GB 17930-2016 VIB"]
    assert names("GB 17930-2016 VIB") == ["GB 17930-2016 VIB"]
    assert names("GB 29518-2013") == ["GB 29518-2013"]


@pytest.mark.parametrize("written", ["gb-19147-2016-vi", "GB19147-2016", "ＧＢ 19147—2016", "GB 19147-2016（Ⅵ）"])
def test_how_a_number_is_written_does_not_matter(written: str) -> None:
    assert names(written) == ["GB 19147-2016 VI"]


@pytest.mark.parametrize("written", ["GB 252-2015", "GB 19147", "GB 1914", "", "../standards", "VIB"])
def test_an_unknown_standard_is_refused_with_the_known_ones(written: str) -> None:
    with use("en"), pytest.raises(UnknownStandard) as refusal:
        find_standards(written, None)

    assert "gb-19147-2016-vi" in str(refusal.value)


def test_the_offices_own_standard_goes_before_the_package_and_new_ones_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "standards"
    folder.mkdir()
    ((text, _),) = find_standards("GB 19147-2016", None)
    (folder / "gb-19147-2016-vi.toml").write_text(text.replace("车用柴油", "我们的柴油"), encoding="utf-8")
    (folder / "gb-18351-2025.toml").write_text("", encoding="utf-8")
    ((own, _),) = find_standards("GB 19147-2016", tmp_path)

    assert read_standard(own, "own").title == "我们的柴油"
    assert [path.stem for path in standard_files(tmp_path)] == sorted(
        ["gb-18351-2025", *(path.stem for path in standard_files())]
    )


def test_a_programme_is_found_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "beixi-2026.toml").write_text("", encoding="utf-8")

    assert programme_ids(tmp_path) == ("beixi-2026", "yichuan-2025-example")
    assert read_programme(find_programme("yichuan-2025-example", tmp_path)[0], "shipped").example
    with use("en"), pytest.raises(UnknownProgramme, match="beixi-2026"):
        find_programme("nowhere", tmp_path)


@given(st.text())
@example("\ud800")
def test_no_text_of_a_standard_or_programme_raises_anything_but_the_named_refusal(text: str) -> None:
    for read in (read_standard, read_programme):
        with pytest.raises(FileRefused) as refusal:
            read(text, "mine.toml")
        assert all(remark.message for remark in refusal.value.remarks)
