"""Where law files lie and how their text becomes a value.

The office's own folder goes before the package: a change of the law is a file, not a
release.
"""

import hashlib
import re
from pathlib import Path

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.policy_file import POLICY_ID, read_policy_table
from fuelcheck.law.values import Policy
from fuelcheck.resources import law_folder
from fuelcheck.toml.text import FileRefused, file_text, top_table


class UnknownPolicy(FuelcheckError):
    """Neither the office's folder nor the package has a policy of that id."""

    code = "unknown-policy"
    sentence = N_("There is no policy {id}; known: {known}")


def read_policy(text: str, source: str) -> Policy:
    """The policy that the TOML ``text`` states; ``source`` names the file in remarks.

    Raises ``FileRefused`` with every mistake in it, and nothing else, whatever the text.
    """
    file = top_table(text, source)
    policy = read_policy_table(file, hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest())
    if file.mistakes:
        raise FileRefused(source, file.mistakes)
    return policy


def find_policy(id_: str, data_folder: Path | None) -> tuple[str, Path]:
    """Text and path of ``policies/ID.toml``, first of the office's folder, then of the package.

    Raises ``UnknownPolicy``, and what ``file_text`` raises.
    """
    if re.fullmatch(POLICY_ID, id_, re.ASCII):
        for folder in _policy_folders(data_folder):
            path = folder / f"{id_}.toml"
            if path.is_file():
                return file_text(path), path
    raise UnknownPolicy(id=id_, known=", ".join(policy_ids(data_folder)))


def policy_ids(data_folder: Path | None = None) -> tuple[str, ...]:
    """The ids of all policies that ``find_policy`` finds, sorted."""
    files = (path for folder in _policy_folders(data_folder) for path in folder.glob("*.toml"))
    return tuple(sorted({path.stem for path in files if re.fullmatch(POLICY_ID, path.stem, re.ASCII)}))


def _policy_folders(data_folder: Path | None) -> list[Path]:
    own = [data_folder / "policies"] if data_folder is not None else []
    return [*own, law_folder("policies")]
