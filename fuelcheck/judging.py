"""Judging for whoever has results and no store: of one batch, or of a laboratory's workbook.

The standards are those of the package and, before them, of the office's own folder; their files
are read again only when they have changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from fuelcheck.faults import Remark
from fuelcheck.law.load import find_programme, read_programme, read_standard, standard_files
from fuelcheck.law.standards import Programme, Standard
from fuelcheck.ledgers.results import ReportedBatch, SkippedRow, read_results
from fuelcheck.rules.judging import Judge
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.toml.text import file_text
from fuelcheck.words import Product, SiteKind

Found = str | int | float | Decimal
"""A result: best the text as the laboratory wrote it (``<3``, ``1a``, ``无``); a number says the same as its text."""


@dataclass(frozen=True, slots=True)
class JudgedBatch:
    """A batch of a file, the verdict on it, and the standard that it was judged by, if there is one."""

    reported: ReportedBatch
    verdict: BatchVerdict
    standard: Standard | None


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """What became of a file: its batches as judged, or the faults for which it was refused."""

    batches: tuple[JudgedBatch, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]

    @property
    def accepted(self) -> bool:
        """Whether the file could be judged, whatever the verdicts."""
        return not self.faults

    def refusal(self) -> dict[str, Any]:
        """The JSON object of a refused file, with the keys of a refused import."""
        return {
            "accepted": self.accepted,
            "faults": [fault.as_json() for fault in self.faults],
            "notices": [notice.as_json() for notice in self.notices],
        }


def judge(
    *, product: Product | str, grade: str | None = None, sampled_on: date | None = None,
    results: Mapping[str, Found | tuple[Found, str]], site_kind: SiteKind | str | None = None,
    standard: str | None = None, claims: Mapping[str, str] | None = None, form_no: str = "",
    programme: str | None = None, data: Path | None = None,
) -> BatchVerdict:  # fmt: skip
    """The verdict on one batch.

    ``results`` are by item (key, Chinese or English name) the result as written, or a pair of
    result and unit; without a unit it is taken to be in that of the limit. ``grade`` is that of
    the label; ``standard`` what the report calls its basis; ``claims`` are the station's own
    stricter promises (``{"sulfur": "≤5"}``). ``programme`` is the id of the one that the batch
    belongs to, ``data`` the office's own folder. No result and no label raises: what cannot be
    judged is undecided. UnknownProgramme; FileRefused for a broken law file of the office;
    ValueError for a kind of site that there is none.

    >>> from datetime import date
    >>> verdict = judge(product="diesel", grade="0", sampled_on=date(2025, 3, 9), results={"sulfur": "35"})
    >>> print(verdict.verdict, verdict.items[0].limit, verdict.items[0].confidence)
    fail <= 10 confirmed
    """
    kind = None if site_kind is None else SiteKind(site_kind)
    sample = Sample(product, grade, sampled_on, kind, standard, claims or {}, form_no)
    lines = [_line(item, found) for item, found in results.items()]
    return the_judge(data).judge(sample, lines, _programme(programme, data))


def judge_file(path: Path, *, programme: str | None = None, data: Path | None = None) -> JudgedFile:
    """The verdicts on all batches of a workbook or CSV of results; ``programme`` and ``data`` as for ``judge``.

    What is wrong with the file stands in the answer. UnknownProgramme, FileRefused.
    """
    belongs, court = _programme(programme, data), the_judge(data)
    read = read_results([path])
    judged = (
        JudgedBatch(one, court.judge(one.sample, one.results, belongs), court.bench(one.sample).yardstick.standard)
        for one in read.batches
    )
    return JudgedFile(tuple(judged), read.faults, read.notices, read.skipped)


def the_judge(data: Path | None = None) -> Judge:
    """The judge by the standards of the office's folder and the package."""
    return _judge(tuple(_stamps(data)))


Stamp = tuple[Path, int, int]
"""A file with the moment of its last change and its size."""


def _stamps(data: Path | None) -> Iterator[Stamp]:
    for path in standard_files(data):
        state = path.stat()
        yield path, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _judge(stamps: tuple[Stamp, ...]) -> Judge:
    return Judge(read_standard(file_text(path), str(path)) for path, _, _ in stamps)


def _programme(id_: str | None, data: Path | None) -> Programme | None:
    if id_ is None:
        return None
    text, path = find_programme(id_, data)
    return read_programme(text, str(path))


def _line(item: str, found: Found | tuple[Found, str]) -> Result:
    value, unit = found if isinstance(found, tuple) else (found, "")
    return Result(item, str(value), unit)
