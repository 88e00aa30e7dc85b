"""Bringing ledgers, taking an import back, giving them out again."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.library.reasons import need_reason
from fuelcheck.services import importing, undoing
from fuelcheck.services.importing import Answer
from fuelcheck.services.known import ledger_rows
from fuelcheck.store.session import Store
from fuelcheck.toml.text import file_text
from fuelcheck.words import SheetKind


class NoMapping(FuelcheckError):
    """No mapping is remembered under that name."""

    code = "no-mapping"
    sentence = N_("No mapping is remembered under {name}; give a file (.toml) the first time")


def import_ledgers(
    store: Store, files: Iterable[str | Path], *, by: str, dry_run: bool = False, update: bool = False,
    reason: str | None = None, number_missing: str | None = None, mapping: str | None = None,
    division: str | None = None, progress: Callable[[int, int], None] | None = None,
) -> Answer:  # fmt: skip
    """Bring ledgers: all files together, or nothing.

    ``update`` settles conflicts in the file's favour and needs a ``reason``; ``mapping`` is a
    mapping file or the name of a remembered one; ``number_missing`` is the prefix for form
    numbers that are missing. Faults, notices and conflicts stand in the answer.
    """
    from fuelcheck.ledgers.bring import read_tables

    need_reason(update, reason)
    paths = [Path(f) for f in files]
    text, name = _mapping(store, mapping, division)
    tables = read_tables(paths, number_missing=number_missing, mapping=text)
    digests = {_file_name(p, paths): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths if p.is_file()}
    with store.act("import", by, reason=reason, division=division, rehearsal=dry_run) as act:
        answer = importing.import_tables(act, tables, digests, update=update, progress=progress)
        if answer.import_id and text is not None and name is not None:
            importing.remember_mapping(act, name, text)
    return replace(answer, import_id=None) if dry_run else answer


def undo_import(store: Store, import_id: str, *, reason: str, by: str, division: str | None = None) -> None:
    """Take an import back, if nothing was built on its rows."""
    need_reason(True, reason)
    with store.act("undo", by, reason=reason, division=division) as act:
        undoing.undo_import(act, import_id)


def export_sheets(
    store: Store, kinds: Sequence[SheetKind | str], out: str | Path | BinaryIO, *, in_full: bool = False,
    division: str | None = None,
) -> None:  # fmt: skip
    """Write sheets in the columns in which they are brought, as ``.xlsx`` or (one sheet) ``.csv``.

    A stream gets the CSV of one sheet, the workbook of several. Names of drivers are masked unless
    the sheets are asked for ``in_full``; who may ask, the caller says.
    """
    from fuelcheck.ledgers.give import give

    with store.reading(division) as view:
        give({SheetKind(k): ledger_rows(view, SheetKind(k), in_full=in_full) for k in kinds}, _place(out))


def write_template(kinds: Sequence[SheetKind | str], out: str | Path | BinaryIO) -> None:
    """Write the empty sheets with their explanation; a stream gets the workbook."""
    from fuelcheck.ledgers.template import template

    template([SheetKind(k) for k in kinds], _place(out))


def _place(out: str | Path | BinaryIO) -> Path | BinaryIO:
    return Path(out) if isinstance(out, str) else out


def _file_name(path: Path, paths: Sequence[Path]) -> str:
    """The file's name; its path where two files of the command have one name."""
    return path.name if sum(p.name == path.name for p in paths) == 1 else str(path)


def _mapping(store: Store, name: str | None, division: str | None) -> tuple[str | None, str | None]:
    """The text of a mapping and the name to remember it by (None: it is remembered already)."""
    if name is None:
        return None, None
    if Path(name).suffix == ".toml":
        return file_text(Path(name)), Path(name).stem
    with store.reading(division) as view:
        text = importing.remembered_mapping(view, name)
    if text is None:
        raise NoMapping(name=name)
    return text, None
