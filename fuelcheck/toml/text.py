"""From a TOML file to its top table; whatever is wrong with it is one ``FileRefused``.

Decimal fractions stay decimal. No text raises anything else: not a syntax error, not a
number or a nesting beyond all bounds, not another encoding.
"""

import re
import tomllib
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.faults import Remark
from fuelcheck.language import N_
from fuelcheck.toml.table import Table

_LONGEST_EXCERPT = 60


class FileRefused(FuelcheckError):
    """A file with mistakes; ``remarks`` names every one of them."""

    code = "file-refused"
    sentence = N_("{source} cannot be used; mistakes: {count}")

    def __init__(self, source: str, remarks: Sequence[Remark]) -> None:
        super().__init__(source=source, count=len(remarks))
        self.remarks = tuple(remarks)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(remark.message for remark in self.remarks)])


def file_text(path: Path) -> str:
    """The text of a file, a byte order mark and foreign line ends left out.

    Raises ``FileRefused`` if there is none or it is not UTF-8, ``EnvironmentProblem`` if it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(str(path), [Remark("not-utf-8", file=str(path))]) from error
    except FileNotFoundError as error:
        raise FileRefused(str(path), [Remark("missing-file", file=str(path))]) from error
    except OSError as error:
        raise EnvironmentProblem(why=str(error)) from error


def top_table(text: str, source: str) -> Table:
    """The top table of a TOML ``text``; ``source`` names the file in remarks. Raises ``FileRefused``."""
    try:
        return Table(tomllib.loads(text, parse_float=Decimal), source)
    except tomllib.TOMLDecodeError as error:
        raise FileRefused(source, [_syntax_remark(text, source, str(error))]) from error
    except (ValueError, InvalidOperation, RecursionError) as error:
        # Here the parser does not tell where.
        raise FileRefused(source, [Remark("toml-bounds", file=source)]) from error


def _syntax_remark(text: str, source: str, why: str) -> Remark:
    lines = text.split("\n")
    place = re.search(r"at line (\d+), column (\d+)", why)
    # Without a place the text broke off: the last line that says anything is where.
    row = int(place[1]) if place else max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
    excerpt = lines[row - 1].strip()[:_LONGEST_EXCERPT]
    return Remark("toml-syntax", file=source, row=row, value=excerpt, values={"line": row})
