"""What the office gives a document besides the figures: names, number, moment, fonts."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paper:
    """The frame of one document. What is None is left blank or left out, never invented.

    ``number`` is the office's own (文号); ``printed_at`` the only wall clock on paper;
    ``office`` who reports and ``addressee`` to whom, ``phone`` whom to ask; ``title`` replaces ours; ``fonts`` is the
    folder with the office's licensed fonts; ``code`` the system's number of an issued document
    and ``check_url`` where anyone can ask whether a file is that document.
    """

    number: str | None = None
    printed_at: datetime | None = None
    office: str | None = None
    addressee: str | None = None
    phone: str | None = None
    title: str | None = None
    fonts: Path | None = None
    code: str | None = None
    check_url: str | None = None


PLAIN = Paper()
