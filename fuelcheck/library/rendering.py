"""A document in the format that a file's suffix asks for."""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_


class UnknownReportType(FuelcheckError):
    """A report is asked for in a format that is not written."""

    code = "unknown-report-type"
    sentence = N_("A report is written as .pdf or .xlsx, not {suffix}")


def in_format(suffix: str, pdf: Callable[[BinaryIO], None], workbook: Callable[[BinaryIO], None]) -> bytes:
    """What ``pdf`` or ``workbook`` writes, by the suffix (``.pdf``, ``.xlsx``); UnknownReportType."""
    write = {".pdf": pdf, ".xlsx": workbook}.get(suffix.lower())
    if write is None:
        raise UnknownReportType(suffix=suffix or "—")
    file = BytesIO()
    write(file)
    return file.getvalue()
