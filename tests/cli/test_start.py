"""Exit codes, sentences instead of tracebacks, options wherever they stand."""

import os
import subprocess
import sys

import pytest
from typer.main import get_command

from fuelcheck.cli.app import app
from fuelcheck.cli.start import hoisted
from tests.cast import POLICY


@pytest.mark.parametrize("words", [
    ["quota", "--year", "2025"], ["export", "-o", "x.xlsx"], ["audit", "head"], ["document", "list"],
    ["report", "quota", "--year", "2025", "-o", "x.pdf"], ["import", "x.csv"], ["backup", "x.db"], ["doctor"],
    ["notice", "list", "--year", "2025"], ["policy", "list"],
])  # fmt: skip
def test_without_a_store_the_answer_is_how_to_make_one(fuelcheck, words):
    said = fuelcheck(*words)

    assert said.code == 3
    assert "fuelcheck init" in said.err


WRONG = [
    (["quota"], "--year is missing"),
    (["quota", "--year"], "--year"),
    (["quota", "--year", "20x5"], "--year is 20x5; allowed"),
    (["quota", "--year", "9999"], "--year is 9999; allowed"),
    (["quota", "--year", "2025", "--as-of", "31.12.2025"], "--as-of is 31.12.2025; allowed"),
    (["quota", "--year", "2025", "--known-at", "soon"], "--known-at is soon; allowed"),
    (["quota", "--year", "2025", "--known-at", "0001-01-01T00:00:00+08:00"], "--known-at is"),
    (["quota", "--year", "2025", "--known-at", "2020-01-01"], "Nothing had been recorded by 2020-01-01"),
    (["quota", "--year", "2025", "--as-of", "2024-12-31"], "2024-12-31 lies before the quota year 2025"),
    (["quota", "--year", "2023", "--as-of", "2023-12-31"], "No policy for 2023"),
    (["quota", "--yaer", "2025"], "no option --yaer"),
    (["quota", "--year", "2025", "--division", "999999"], "no division 999999"),
    (["quoat", "--year", "2025"], "quoat"),
    (["export", "nix", "-o", "x.xlsx"], "no sheet nix"),
    (["export", "sites", "-o", "x.txt"], "x.txt"),
    (["export", "sites", "samples", "-o", "x.csv"], "one sheet"),
    (["template", "nix", "-o", "x.xlsx"], "no sheet nix"),
    (["import"], "is missing"),
    (["import", "x.csv", "--update"], "reason"),
    (["import", "x.csv", "--map", "nix"], "No mapping is remembered under nix"),
    (["import", "x.csv", "--map", "nix.toml"], "nix.toml"),
    (["undo", "abc", "--reason", "x"], "no import abc"),
    (["undo", "abc"], "reason"),
    (["report", "quota", "--year", "2025", "-o", "x.doc"], "not .doc"),
    (["report", "quota", "--year", "2025", "--period", "week", "-o", "x.pdf"], "--period is week; allowed"),
    (["report", "quota", "--year", "2025", "--printed-at", "x", "-o", "x.pdf"], "--printed-at is x; allowed"),
    (["document", "show", "FC-0", "-o", "x.pdf"], "No document FC-0"),
    (["document", "check", "nix.pdf"], "nix.pdf cannot be read"),
    (["policy", "check", "nix.toml"], "nix.toml cannot be read"),
    (["policy", "add", "nix.toml"], "no such file"),
    (["policy", "add", "nix"], f"There is no policy nix; known: {POLICY}"),
    (["init", "--policy", POLICY], "already keeps 410329"),
    (["audit", "verify", "--anchor", "nix"], "nix cannot be read"),
    (["audit", "show", "nix"], "Nothing was ever recorded under nix"),
    (["notice", "answer", "nix", "--reason", "x"], "no notice nix"),
    (["register", "inspector", "李娜", "--valid-until", "x"], "--valid-until is x; allowed"),
    (["register", "laboratory", "L", "--product", "柴油"], "柴油 is no product; allowed"),
    (["restore", "nix.db"], "no backup at nix.db"),
]


@pytest.mark.parametrize(
    ("words", "sentence"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_wrong_use_is_answered_with_a_sentence_and_exit_code_2(founded, words, sentence):
    said = founded(*words)

    assert said.code == 2
    assert sentence in said.err
    assert said.out == ""


ENVIRONMENT = [
    (["--database", "nonsense", "quota", "--year", "2025"], "nonsense is no database URL"),
    (["--database", "sqlite:////", "quota", "--year", "2025"], "cannot be opened"),
    (["--database", "postgresql+psycopg://u:geheim@127.0.0.1:1/x", "audit", "head"], "cannot be opened"),
    (["report", "quota", "--year", "2025", "-o", "no/such/x.pdf"], "cannot be written"),
    (["backup", "no/such/x.db"], "no/such/x.db"),
]


@pytest.mark.parametrize(("words", "sentence"), ENVIRONMENT, ids=range(len(ENVIRONMENT)))
def test_what_the_environment_refuses_has_exit_code_3(founded, words, sentence):
    said = founded(*words)

    assert said.code == 3
    assert sentence in said.err
    assert "geheim" not in said.err


def test_a_database_that_is_none_has_exit_code_3(fuelcheck, tmp_path):
    (tmp_path / "notes.db").write_text("no database at all, but a text of some length" * 50)
    said = fuelcheck("--database", f"sqlite:///{tmp_path / 'notes.db'}", "quota", "--year", "2025")

    assert said.code == 3
    assert "not a database" in said.err


def test_a_setting_that_is_wrong_is_named(fuelcheck, monkeypatch, tmp_path):
    (tmp_path / "fuelcheck.toml").write_text("databse = 'sqlite:///x.db'\n")
    said = fuelcheck("quota", "--year", "2025")

    assert said.code == 2
    assert "databse" in said.err


def test_a_mistake_of_ours_is_kept_in_a_file_and_not_shown(fuelcheck, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("fuelcheck.cli.start.hoisted", lambda _: 1 / 0)
    said = fuelcheck("quota")

    assert said.code == 3
    assert "ZeroDivisionError" in said.err
    (kept,) = tmp_path.glob("fuelcheck-*.txt")
    assert "Traceback" in kept.read_text()


def test_breaking_off_is_no_traceback(fuelcheck, monkeypatch):
    def pressed(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("fuelcheck.cli.start.hoisted", pressed)
    said = fuelcheck("quota")

    assert said.code == 3
    assert said.err.startswith("Broken off")


def test_options_for_the_whole_may_stand_anywhere():
    assert hoisted(["quota", "--division=1", "--year", "2025", "--data", "d"]) == [
        "--division=1", "--data", "d", "quota", "--year", "2025",
    ]  # fmt: skip
    assert hoisted(["undo", "--", "--data"]) == ["undo", "--", "--data"]
    assert hoisted(["quota", "--data"]) == ["--data", "quota"]


def test_an_option_goes_before_the_environment(founded, tmp_path):
    other = f"sqlite:///{tmp_path / 'other.db'}"

    assert founded("audit", "head", "--database", other).code == 3
    assert founded("init", "--policy", POLICY, "--database", other).code == 0
    assert founded("audit", "head", "--database", other).code == 0


PROMISED = {
    "init", "import", "undo", "export", "template", "quota", "report quota", "document list", "document show",
    "document check", "policy check", "policy add", "policy list", "audit verify", "audit head", "audit show", "doctor",
    "upgrade", "backup", "restore", "config show", "demo", "standard show", "standard confirm",
}  # fmt: skip


def tree(command, words=()):
    """Every group and verb below a command, in words."""
    for name, below in getattr(command, "commands", {}).items():
        yield " ".join([*words, name]), below
        yield from tree(below, (*words, name))


EVERYTHING = {"": get_command(app), **dict(tree(get_command(app)))}


@pytest.mark.parametrize("words", EVERYTHING)
def test_everything_tells_what_it_is(fuelcheck, words):
    said = fuelcheck(*words.split(), "--help")

    assert said.code == 0
    assert said.err == ""
    assert f"Usage: fuelcheck {words}".rstrip() in said.out
    assert EVERYTHING[words].help


def test_what_is_promised_is_there():
    assert set(EVERYTHING) >= PROMISED


@pytest.mark.parametrize("words", [words for words, command in EVERYTHING.items() if hasattr(command, "commands")])
def test_nothing_named_shows_the_help_and_is_wrong_use(fuelcheck, words):
    said = fuelcheck(*words.split())

    assert said.code == 2
    assert "Usage:" in said.out


HEAVY = {
    "sqlmodel", "sqlalchemy", "alembic", "reportlab", "fontTools", "openpyxl", "xlsxwriter", "python_calamine", "rich",
    "marshmallow", "flask", "psycopg", "PIL",
}  # fmt: skip


@pytest.mark.parametrize(
    "words", [["--help"], ["quota", "--help"], ["report", "quota", "--help"], ["import", "--help"]]
)
def test_help_loads_none_of_the_heavy_libraries(words, tmp_path):
    script = (
        "import sys\nfrom fuelcheck.cli.start import main\n"
        f"code = main({words!r})\nprint(*sorted(sys.modules), file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}

    assert done.returncode == 0
    assert "typer" in loaded
    assert not loaded & HEAVY


def test_help_speaks_chinese_unless_told_otherwise():
    def help_in(language):
        environment = {**os.environ, "PYTHONUTF8": "1", "FUELCHECK_LANG": language}
        command = [sys.executable, "-c", "from fuelcheck.cli import run; run()", "quota", "--help"]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment).stdout

    assert "任务年度" in help_in("")
    assert "The quota year" in help_in("en")


def test_the_process_ends_with_the_exit_code():
    command = [sys.executable, "-c", "from fuelcheck.cli import run; run()", "quota"]

    assert subprocess.run(command, capture_output=True).returncode == 2


def test_a_console_that_has_no_rare_characters_is_no_reason_to_die(office, database_url):
    """A GBK console knows neither the bars of the table nor a rare character of a name."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "FUELCHECK_DATABASE_URL": database_url}
    command = [sys.executable, "-c", "from fuelcheck.cli import run; run()", "quota", "--year", "2025"]
    done = subprocess.run([*command, "--as-of", "2025-12-31"], capture_output=True, env=environment)

    assert done.returncode == 0
    assert b"159" in done.stdout


def test_a_pipe_that_nobody_reads_any_more_is_no_error(office, database_url):
    environment = {**os.environ, "PYTHONUTF8": "1", "FUELCHECK_DATABASE_URL": database_url}
    command = [sys.executable, "-c", "from fuelcheck.cli import run; run()", "audit", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        talk = child.stderr.read()

    assert b"Traceback" not in talk
