"""Starting: the tongue first, then the verbs; every error becomes a sentence and an exit code."""

import gettext
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fuelcheck import language
from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.language import N_

if TYPE_CHECKING:
    from typer.exceptions import TyperException

INTERRUPTED = 130
GLOBAL_OPTIONS = ("--database", "--data", "--division")


class WrongUse(FuelcheckError):
    """The words of the command are off."""

    code = "wrong-use"
    sentence = N_("{why}")


class BrokenOff(EnvironmentProblem):
    """Somebody pressed Ctrl+C."""

    code = "broken-off"
    sentence = N_("Broken off; nothing was changed that had not been reported as done")


class OurMistake(EnvironmentProblem):
    """fuelcheck itself failed."""

    code = "our-mistake"
    sentence = N_(
        "fuelcheck itself made a mistake ({what}). Nothing was changed that had not been reported as done."
        " Please send us {path}"
    )


_UNKNOWN_OPTION = N_("There is no option {name} here; fuelcheck … --help lists them")
_MISSING = N_("{name} is missing; fuelcheck … --help tells what it is")
_BAD_VALUE = N_("{name} does not take this value ({why})")
_NO_VALUE = N_("{name} needs a value, or takes none")
_OTHER = N_("The command cannot be understood ({why}); fuelcheck --help lists what there is")


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    _survive_the_console()
    sys.exit(main(sys.argv[1:] if arguments is None else arguments))


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code and never raises for a person's mistake."""
    try:
        _speak()
        return _call(hoisted(arguments))
    except FuelcheckError as error:
        print(str(error), file=sys.stderr)  # noqa: T201
        return error.exit_code
    except KeyboardInterrupt:
        print(str(BrokenOff()), file=sys.stderr)  # noqa: T201
        return BrokenOff.exit_code
    except BrokenPipeError:  # the reader of our stdout has gone: head, a closed pager
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(str(EnvironmentProblem(why=error)), file=sys.stderr)  # noqa: T201
        return EnvironmentProblem.exit_code
    except Exception as error:  # a mistake of ours: its traceback goes to a file, not to a person
        print(str(OurMistake(what=type(error).__name__, path=_kept_trace())), file=sys.stderr)  # noqa: T201
        return OurMistake.exit_code


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The arguments with the global options first, wherever they stood.

    >>> hoisted(["quota", "--year", "2025", "--database", "sqlite:///x.db"])
    ['--database', 'sqlite:///x.db', 'quota', '--year', '2025']
    """
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            return [*front, *rest, word, *words]
        if word in GLOBAL_OPTIONS:
            front += [word, *([value] if (value := next(words, None)) is not None else [])]
        elif word.startswith(tuple(f"{option}=" for option in GLOBAL_OPTIONS)):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def _call(arguments: list[str]) -> int:
    from typer.exceptions import Abort, Exit, TyperException
    from typer.main import get_command

    from fuelcheck.cli.app import app

    try:
        answer: Any = get_command(app).main(args=arguments, prog_name="fuelcheck", standalone_mode=False)
    except Exit as done:
        if done.exit_code == INTERRUPTED:  # typer's own answer to Ctrl+C
            raise KeyboardInterrupt from done
        return done.exit_code
    except Abort as error:
        raise KeyboardInterrupt from error
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())  # noqa: T201
            return 2
        raise WrongUse(why=_worded(error)) from error
    return answer if isinstance(answer, int) else 0


def _worded(error: "TyperException") -> str:
    """Typer's complaint in our words: its own are English only."""
    name = _name_of(error)
    why = error.format_message()
    sentences = {
        "NoSuchOption": _UNKNOWN_OPTION, "MissingParameter": _MISSING, "BadParameter": _BAD_VALUE,
        "BadOptionUsage": _NO_VALUE,
    }  # fmt: skip
    return language.say(sentences.get(type(error).__name__, _OTHER), name=name, why=why)


def _name_of(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is not None:
        return str(parameter.opts[-1] if parameter.opts[-1].startswith("-") else parameter.metavar or parameter.name)
    return str(getattr(error, "option_name", "") or "")


def _speak() -> None:
    """Choose the tongue before any help text is made, for typer's own words, too."""
    from fuelcheck.config import read_settings

    chosen = read_settings().language.value
    language.choose(chosen)
    gettext.bindtextdomain(language.DOMAIN, str(language.LOCALE))
    gettext.textdomain(language.DOMAIN)
    os.environ["LANGUAGE"] = language.FOLDERS[language.current()]


def _kept_trace() -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="fuelcheck-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exc(file=file)
    return file.name


def _survive_the_console() -> None:
    """A GBK console has no ✓ and no rare characters: print something in their place, do not die."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
