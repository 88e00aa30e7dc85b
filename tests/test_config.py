"""Settings: the strongest place wins, and each setting says where it came from."""

from pathlib import Path

import platformdirs
import pytest

from fuelcheck.config import Language, Origin, Setting, Settings, read_settings
from fuelcheck.language import use
from fuelcheck.toml.text import FileRefused


class Office:
    """A working folder and a user's folder, both empty at first."""

    def __init__(self, root: Path) -> None:
        self.folder, self.user_folder = root / "work", root / "user"
        self.folder.mkdir()
        self.user_folder.mkdir()

    def here(self, text: str) -> None:
        (self.folder / "fuelcheck.toml").write_text(text, encoding="utf-8")

    def for_the_user(self, text: str) -> None:
        (self.user_folder / "fuelcheck.toml").write_text(text, encoding="utf-8")

    def settings(self, environ: dict[str, str] | None = None, **options: str | None) -> Settings:
        return read_settings(options, environ=environ or {}, folder=self.folder, user_folder=self.user_folder)

    def mistakes(self, environ: dict[str, str] | None = None, **options: str | None) -> list[tuple[str, str]]:
        with pytest.raises(FileRefused) as refusal:
            self.settings(environ, **options)
        return [(remark.code, remark.column) for remark in refusal.value.remarks]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_option_goes_before_environment_before_files_before_default(office: Office) -> None:
    environ = {"FUELCHECK_DATABASE_URL": "sqlite:///environment.db"}

    assert office.settings().database.origin is Origin.DEFAULT
    office.for_the_user('database = "sqlite:////user.db"')
    assert office.settings().database.value == "sqlite:////user.db"
    office.here('database = "sqlite:////here.db"')
    assert office.settings().database.value == "sqlite:////here.db"
    assert office.settings(environ).database.value == "sqlite:///environment.db"
    assert office.settings(environ, database="sqlite:///option.db").database.value == "sqlite:///option.db"


def test_each_setting_says_where_it_came_from(office: Office) -> None:
    office.here('division = "410329"')

    settings = office.settings({"FUELCHECK_LANG": "en"}, database="sqlite:///a.db")

    assert settings.database == Setting("sqlite:///a.db", Origin.OPTION, "--database")
    assert settings.language == Setting(Language.EN, Origin.ENVIRONMENT, "FUELCHECK_LANG")
    assert settings.division == Setting("410329", Origin.FILE, str(office.folder / "fuelcheck.toml"))
    assert settings.office_name == Setting("", Origin.DEFAULT, "")


def test_the_two_files_complete_each_other(office: Office) -> None:
    office.here('[office]\nname = "县市场监督管理局"')
    office.for_the_user('language = "en"\n[office]\nname = "另一局"\nphone = "0379-00000000"')

    settings = office.settings()

    assert settings.office_name.value == "县市场监督管理局"
    assert settings.office_phone.value == "0379-00000000"
    assert settings.language.value is Language.EN


def test_the_default_database_lies_in_the_users_data_folder(office: Office) -> None:
    own = platformdirs.user_data_path("fuelcheck", appauthor=False)

    assert office.settings().database.value == f"sqlite:///{own.as_posix()}/fuelcheck.db"
    assert office.settings().data.value == own


@pytest.mark.parametrize(
    ("url", "data"),
    [
        ("sqlite:///county.db", Path()),
        ("sqlite:////srv/county.db", Path("/srv")),
        ("sqlite:////srv/county.db?mode=ro", Path("/srv")),
        ("sqlite:///office/county.db", Path("office")),
    ],
)
def test_the_offices_folder_is_the_one_in_which_the_database_lies(office: Office, url: str, data: Path) -> None:
    assert office.settings(database=url).data.value == data


@pytest.mark.parametrize("url", ["postgresql+psycopg://clerk@db/county", "sqlite://", "sqlite:///:memory:"])
def test_without_a_database_file_it_is_the_users_data_folder(office: Office, url: str) -> None:
    own = platformdirs.user_data_path("fuelcheck", appauthor=False)

    assert office.settings(database=url).data.value == own


def test_fonts_lie_in_the_offices_folder_unless_said_otherwise(office: Office) -> None:
    assert office.settings({"FUELCHECK_DATA": "/srv/office"}).fonts.value == Path("/srv/office/fonts")
    office.here('fonts = "/usr/share/fonts"')
    assert office.settings().fonts.value == Path("/usr/share/fonts")


def test_relative_paths_in_a_file_start_at_that_file(office: Office) -> None:
    office.for_the_user('database = "sqlite:///county.db"\ndata = "office"')

    settings = office.settings()

    assert settings.database.value == f"sqlite:///{office.user_folder.as_posix()}/county.db"
    assert settings.data.value == office.user_folder / "office"


def test_a_database_in_memory_has_no_place(office: Office) -> None:
    office.here('database = "sqlite:///:memory:"')

    assert office.settings().database.value == "sqlite:///:memory:"


def test_an_empty_variable_or_option_is_none(office: Office) -> None:
    settings = office.settings({"FUELCHECK_DIVISION": "", "FUELCHECK_LANG": ""}, division=None)

    assert settings.division == Setting(None, Origin.DEFAULT, "")
    assert settings.language.value is Language.ZH


def test_unknown_keys_are_named_not_ignored(office: Office) -> None:
    office.here('databse = "x"\n[office]\nfax = "1"')

    assert office.mistakes() == [("unknown-key", "office.fax"), ("unknown-key", "databse")]


def test_a_wrong_value_in_a_file_is_named_even_where_a_stronger_place_speaks(office: Office) -> None:
    office.here("database = 3")
    office.for_the_user('language = "fr"')

    assert office.mistakes(database="sqlite:///a.db") == [("bad-value", "database")]
    office.here("")
    assert office.mistakes() == [("bad-value", "language")]


def test_a_wrong_variable_is_named_with_what_is_allowed(office: Office) -> None:
    with use("en"), pytest.raises(FileRefused, match="FUELCHECK_LANG is fr; allowed: zh, en"):
        office.settings({"FUELCHECK_LANG": "fr"})


def test_a_password_is_not_shown(office: Office) -> None:
    settings = office.settings(database="postgresql+psycopg://clerk:s3c:r@t@db/county")

    shown = {name: setting.shown for name, setting in settings.rows()}
    assert shown["database"] == "postgresql+psycopg://clerk:***@db/county"
    assert shown["division"] == ""
    assert shown["language"] == "zh"


def test_settings_are_read_where_the_process_stands(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.here('division = "990101"')
    monkeypatch.chdir(office.folder)
    monkeypatch.setenv("FUELCHECK_LANG", "en")

    settings = read_settings(user_folder=office.user_folder)

    assert settings.division.value == "990101"
    assert settings.language.value is Language.EN
