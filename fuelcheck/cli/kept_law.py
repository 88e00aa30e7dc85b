"""The standards and programmes that this call can show: those of the store, if there is one, else files.

Showing law needs no store and makes none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fuelcheck.cli.desk import desk, tell
from fuelcheck.errors import EnvironmentProblem

if TYPE_CHECKING:
    from fuelcheck.law.standards import Programme, Standard
    from fuelcheck.store.law import Vouched
    from fuelcheck.store.session import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ShownStandard:
    """A standard as registered (with who confirmed which of its limits), or that of a file.

    ``file`` is where the text lies that could be registered, ``differs`` whether it is another one.
    """

    standard: "Standard"
    registered: bool
    file: Path | None
    differs: bool = False
    vouched: tuple["Vouched", ...] = ()


@dataclass(frozen=True, slots=True)
class ShownProgramme:
    """A programme as registered, or that of a file; ``file`` and ``differs`` as for a standard."""

    programme: "Programme"
    registered: bool
    file: Path | None
    differs: bool = False


def folder() -> Path:
    """The office's own folder."""
    return Path(desk().settings.data.value)


def if_kept(ask: "Callable[[Store, str | None], T]") -> T | None:
    """What the store answers (``ask`` is given the division that was named); None where there is none."""
    from fuelcheck.store.engine import NoStore
    from fuelcheck.store.session import NothingFounded

    try:
        with desk().store() as store:
            return ask(store, desk().division)
    except (NoStore, NothingFounded):
        return None
    except EnvironmentProblem as problem:  # told, and no reason to show no law
        tell(str(problem))
        return None


def all_standards() -> list[ShownStandard]:
    """Every standard, by name: as registered, else as its file states it."""
    from fuelcheck.law.load import read_standard, standard_files
    from fuelcheck.toml.text import file_text

    files = [(read_standard(file_text(path), str(path)), path) for path in standard_files(folder())]
    return _together(files)


def standards_named(id_: str) -> list[ShownStandard]:
    """The same of a number; UnknownStandard if neither the store nor a file has it."""
    from fuelcheck.law.load import UnknownStandard, find_standards, is_number_of, read_standard

    try:
        files = [(read_standard(text, str(path)), path) for text, path in find_standards(id_, folder())]
    except UnknownStandard:
        found = [one for one in _together([]) if is_number_of(id_, one.standard.name)]
        if not found:
            raise
        return found
    return [one for one in _together(files) if is_number_of(id_, one.standard.name)]


def _together(files: list[tuple["Standard", Path]]) -> list[ShownStandard]:
    shown = {standard.name: ShownStandard(standard, registered=False, file=path) for standard, path in files}
    standards, vouched = if_kept(_registered) or ((), ())
    for standard in standards:
        of_file = shown.get(standard.name)
        shown[standard.name] = ShownStandard(
            standard, True, of_file.file if of_file else None,
            of_file is not None and of_file.standard.sha256 != standard.sha256,
            tuple(one for one in vouched if one.confirmation.standard == standard.name),
        )  # fmt: skip
    return [shown[name] for name in sorted(shown)]


def _registered(store: "Store", division: str | None) -> "tuple[tuple[Standard, ...], tuple[Vouched, ...]]":
    from fuelcheck.library import confirmed_limits, registered_standards

    return registered_standards(store, division=division), confirmed_limits(store, division=division)


def all_programmes() -> list[ShownProgramme]:
    """Every programme, by id: as registered, else as its file states it."""
    from fuelcheck.law.load import find_programme, programme_ids, read_programme

    found = (find_programme(id_, folder()) for id_ in programme_ids(folder()))
    files = [(read_programme(text, str(path)), path) for text, path in found]
    shown = {programme.id: ShownProgramme(programme, registered=False, file=path) for programme, path in files}
    for programme in if_kept(_programmes) or ():
        of_file = shown.get(programme.id)
        shown[programme.id] = ShownProgramme(
            programme, True, of_file.file if of_file else None,
            of_file is not None and of_file.programme.sha256 != programme.sha256,
        )  # fmt: skip
    return [shown[id_] for id_ in sorted(shown)]


def programme_of_id(id_: str) -> ShownProgramme:
    """The same of an id; UnknownProgramme if neither the store nor a file has it."""
    from fuelcheck.law.load import UnknownProgramme

    known = all_programmes()
    found = next((one for one in known if one.programme.id == id_), None)
    if found is None:
        raise UnknownProgramme(id=id_, known=", ".join(one.programme.id for one in known))
    return found


def _programmes(store: "Store", division: str | None) -> "tuple[Programme, ...]":
    from fuelcheck.library import registered_programmes

    return registered_programmes(store, division=division)
