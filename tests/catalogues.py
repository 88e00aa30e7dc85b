"""How the catalogues are made: the sentences of the source, with the translations that are there.

``python -m tests.catalogues`` (``make catalogues``) brings them up to date; a test holds
them to it. A sentence is what stands as text in a call of ``_``, ``N_`` or ``say`` of
``fuelcheck.language``; a function of the same name from elsewhere is none of them.
"""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from fuelcheck.language import DOMAIN, FOLDERS, LOCALE

MARKERS = ("_", "N_", "say")
PACKAGES = (LOCALE.parent, LOCALE.parents[1] / "api")
BEGUN = datetime(2026, 11, 24, tzinfo=UTC)


def sources() -> list[str]:
    """Every sentence once, in the order of files and lines."""
    files = [file for package in PACKAGES for file in sorted(package.rglob("*.py"))]
    return list(dict.fromkeys(sentence for file in files for sentence in _sentences(file.read_text("utf-8"))))


def path(language: str, suffix: str) -> Path:
    """The catalogue of a language: ``po`` or ``mo``."""
    return LOCALE / FOLDERS[language] / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def catalogue(language: str) -> Catalog:
    """The catalogue as it lies there."""
    with path(language, "po").open("rb") as file:
        return read_po(file)


def made(language: str) -> tuple[bytes, bytes]:
    """The catalogue as it should be, as text and compiled."""
    old = catalogue(language)
    new = Catalog(
        FOLDERS[language], header_comment="# Sentences of fuelcheck.", project=DOMAIN, version="0.1",
        msgid_bugs_address="-", last_translator="the fuelcheck authors", language_team="the fuelcheck authors",
        creation_date=BEGUN, revision_date=BEGUN, fuzzy=False,
    )  # fmt: skip
    for sentence in sources():
        there = old.get(sentence)
        new.add(sentence, there.string if there else "", flags=["python-brace-format"] if "{" in sentence else [])
    text, compiled = BytesIO(), BytesIO()
    write_po(text, new, no_location=True, width=0)
    write_mo(compiled, new)
    return text.getvalue(), compiled.getvalue()


def untranslated() -> list[str]:
    """The sentences that have no Chinese yet."""
    return [message.id for message in catalogue("zh") if message.id and not message.string]


def _sentences(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    markers = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "fuelcheck.language"
        for alias in node.names
        if alias.name in MARKERS
    }
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    marked = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in markers]
    for argument in sorted(marked, key=lambda node: (node.lineno, node.col_offset)):
        choices = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
        yield from (node.value for node in choices if isinstance(node, ast.Constant) and isinstance(node.value, str))


def main() -> None:
    """Write both catalogues and name what waits for a translation."""
    for language in FOLDERS:
        text, compiled = made(language)
        path(language, "po").write_bytes(text)
        path(language, "mo").write_bytes(compiled)
    for sentence in untranslated():
        print(f"no translation yet: {sentence}")  # noqa: T201 - a tool for the terminal


if __name__ == "__main__":
    main()
