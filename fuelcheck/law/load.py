"""Where law files lie and how their text becomes a value: policies, standards, programmes.

The office's own folder goes before the package: a change of the law is a file, not a
release.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.policy_file import POLICY_ID, read_policy_table
from fuelcheck.law.programme_file import read_programme_table
from fuelcheck.law.roadside import CheckStandard, RoadsideLaw, SensingRule, UreaScreening
from fuelcheck.law.roadside_file import read_roadside_table
from fuelcheck.law.standard_file import read_standard_table
from fuelcheck.law.standards import Programme, Standard
from fuelcheck.law.values import Policy
from fuelcheck.resources import law_folder
from fuelcheck.toml.table import Table
from fuelcheck.toml.text import FileRefused, file_text, top_table

T = TypeVar("T")

_STEM = POLICY_ID
"""What a law file may be called, before ``.toml``."""


class UnknownPolicy(FuelcheckError):
    """Neither the office's folder nor the package has a policy of that id."""

    code = "unknown-policy"
    sentence = N_("There is no policy {id}; known: {known}")


class UnknownStandard(FuelcheckError):
    """Neither the office's folder nor the package has a standard of that number."""

    code = "unknown-standard"
    sentence = N_("There is no standard {id}; known: {known}")


class UnknownProgramme(FuelcheckError):
    """Neither the office's folder nor the package has a programme of that id."""

    code = "unknown-programme"
    sentence = N_("There is no programme {id}; known: {known}")


def read_policy(text: str, source: str) -> Policy:
    """The policy that the TOML ``text`` states; ``source`` names the file in remarks.

    Raises ``FileRefused`` with every mistake in it, and nothing else, whatever the text.
    """
    return _read(text, source, read_policy_table)


def read_standard(text: str, source: str) -> Standard:
    """The standard (one phase of one edition) that ``text`` states; otherwise like ``read_policy``."""
    return _read(text, source, read_standard_table)


def read_programme(text: str, source: str) -> Programme:
    """The programme that ``text`` states; otherwise like ``read_policy``."""
    return _read(text, source, read_programme_table)


def read_roadside(text: str, source: str) -> CheckStandard | SensingRule | UreaScreening:
    """What ``text`` states of vehicles in use; otherwise like ``read_policy``."""
    return _read(text, source, read_roadside_table)


def find_policy(id_: str, data_folder: Path | None) -> tuple[str, Path]:
    """Text and path of ``policies/ID.toml``, first of the office's folder, then of the package.

    Raises ``UnknownPolicy``, and what ``file_text`` raises.
    """
    path = _files("policies", data_folder).get(id_)
    if path is None:
        raise UnknownPolicy(id=id_, known=", ".join(policy_ids(data_folder)))
    return file_text(path), path


def policy_ids(data_folder: Path | None = None) -> tuple[str, ...]:
    """The ids of all policies that ``find_policy`` finds, sorted."""
    return tuple(_files("policies", data_folder))


def find_standards(id_: str, data_folder: Path | None) -> tuple[tuple[str, Path], ...]:
    """Text and path of the standards of a number, each phase by itself: ``GB 17930-2016`` finds two.

    The phase may be named as well (``GB 17930-2016 VIB``); how case, spaces and hyphens are
    written does not matter. Raises ``UnknownStandard``, and what ``file_text`` raises.
    """
    files = _files("standards", data_folder)
    found = [path for stem, path in files.items() if is_number_of(id_, stem)]
    if not found:
        raise UnknownStandard(id=id_, known=", ".join(files))
    return tuple((file_text(path), path) for path in found)


def is_number_of(written: str, name: str) -> bool:
    """Whether ``written`` is the number of the standard called ``name``, or that of one of its phases.

    >>> is_number_of("gb17930-2016", "GB 17930-2016 VIB"), is_number_of("GB 17930-2016 VIA", "GB 17930-2016 VIB")
    (True, False)
    """
    wanted, known = _squeezed(written), _squeezed(name)
    phase = known.removeprefix(wanted)
    return bool(wanted) and (not phase or (phase != known and phase.isalpha()))


def standard_files(data_folder: Path | None = None) -> tuple[Path, ...]:
    """The files of all standards, the office's before those of the package, sorted by name."""
    return tuple(_files("standards", data_folder).values())


def find_programme(id_: str, data_folder: Path | None) -> tuple[str, Path]:
    """Text and path of ``programmes/ID.toml``, first of the office's folder, then of the package.

    Raises ``UnknownProgramme``, and what ``file_text`` raises.
    """
    path = _files("programmes", data_folder).get(id_)
    if path is None:
        raise UnknownProgramme(id=id_, known=", ".join(programme_ids(data_folder)))
    return file_text(path), path


def programme_ids(data_folder: Path | None = None) -> tuple[str, ...]:
    """The ids of all programmes that ``find_programme`` finds, sorted."""
    return tuple(_files("programmes", data_folder))


def roadside_files(data_folder: Path | None = None) -> tuple[Path, ...]:
    """The files of all law on vehicles in use, the office's before those of the package, sorted by name."""
    return tuple(_files("roadside", data_folder).values())


def roadside_law(files: Iterable[Path]) -> RoadsideLaw:
    """The law on vehicles in use that ``files`` state together. Raises what ``file_text`` and ``read_roadside`` do."""
    laws = [read_roadside(file_text(path), str(path)) for path in files]
    return RoadsideLaw(
        tuple(law for law in laws if isinstance(law, CheckStandard)),
        tuple(law for law in laws if isinstance(law, SensingRule)),
        tuple(law for law in laws if isinstance(law, UreaScreening)),
    )


def _read(text: str, source: str, layout: Callable[[Table, str], T]) -> T:
    file = top_table(text, source)
    value = layout(file, hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest())
    if file.mistakes:
        raise FileRefused(source, file.mistakes)
    return value


def _files(kind: str, data_folder: Path | None) -> dict[str, Path]:
    """The law files of a kind by their names without ``.toml``, sorted; the office's own win."""
    own = [data_folder / kind] if data_folder is not None else []
    files: dict[str, Path] = {}
    for folder in (law_folder(kind), *own):
        files |= {path.stem: path for path in folder.glob("*.toml") if re.fullmatch(_STEM, path.stem, re.ASCII)}
    return dict(sorted(files.items()))


def _squeezed(id_: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKC", id_).casefold())
