"""Judging for whoever has results and no store: of one batch, or of a laboratory's workbook.

The standards are those of the package and, before them, of the office's own folder; their files
are read again only when they have changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from fuelcheck.faults import Remark
from fuelcheck.law.load import find_programme, read_programme, read_standard, standard_files
from fuelcheck.law.standards import Programme, Standard
from fuelcheck.ledgers.mapping import read_mapping
from fuelcheck.ledgers.results import SkippedRow, read_results, results_search
from fuelcheck.ledgers.results_joined import ReportedBatch
from fuelcheck.rules.judging import Judge
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.toml.text import file_text
from fuelcheck.words import Conclusion, Product, SiteKind

Found = str | int | float | Decimal
"""A result: best the text as the laboratory wrote it (``<3``, ``1a``, ``无``); a number says the same as its text."""


@dataclass(frozen=True, slots=True)
class JudgedBatch:
    """A batch of a file, the verdict on it, and the standard that it was judged by, if there is one."""

    reported: ReportedBatch
    verdict: BatchVerdict
    standard: Standard | None

    @property
    def laboratory(self) -> Conclusion | None:
        """What the laboratory concluded, as far as the files say it: the legal verdict."""
        return self.reported.conclusion

    @property
    def differs(self) -> bool:
        """Whether the laboratory concluded the opposite: a person must look before a notice goes out."""
        return self.verdict.contradicts(self.laboratory)


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """What became of the files: their batches as judged, or the faults for which they were refused.

    ``warnings`` are about the programme: that it is an example, or of another division or year.
    """

    batches: tuple[JudgedBatch, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]
    warnings: tuple[Remark, ...] = ()

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
    *, product: Product | str, grade: str | None = None, sampled_on: date | str | None = None,
    results: Mapping[str, Found | tuple[Found, str]], site_kind: SiteKind | str | None = None,
    standard: str | None = None, claims: Mapping[str, str] | None = None, form_no: str = "",
    programme: str | None = None, data: Path | None = None,
) -> BatchVerdict:  # fmt: skip
    """The verdict on one batch.

    ``results`` are by item (key, Chinese or English name) the result as written, or a pair of
    result and unit; without a unit it is taken to be in that of the limit. ``grade`` is that of
    the label; ``standard`` what the report calls its basis; ``claims`` are the station's own
    stricter promises (``{"sulfur": "≤5"}``). ``programme`` is the id of the one that the batch
    belongs to, ``data`` the office's own folder. ``sampled_on`` may be an ISO
    day as text. No result and no label raises: what cannot be
    judged is undecided. UnknownProgramme; FileRefused for a broken law file of the office;
    ValueError for a kind of site that there is none.

    >>> from datetime import date
    >>> verdict = judge(product="diesel", grade="0", sampled_on=date(2025, 3, 9), results={"sulfur": "35"})
    >>> print(verdict.verdict, verdict.items[0].limit, verdict.items[0].confidence)
    fail <= 10 confirmed
    """
    kind = None if site_kind is None else SiteKind(site_kind)
    sample = Sample(
        _written(product),
        _stated(grade),
        _day(sampled_on),
        kind,
        _stated(standard),
        _promises(claims),
        _written(form_no),
    )
    lines = [_line(item, found) for item, found in results.items()] if isinstance(results, Mapping) else []
    return the_judge(data).judge(sample, lines, _programme(programme, data))


def judge_files(
    paths: Sequence[Path], *, programme: str | None = None, mapping: str | None = None,
    division: str | None = None, data: Path | None = None,
) -> JudgedFile:  # fmt: skip
    """The verdicts on all batches of workbooks and CSVs of results and samples, read together.

    ``programme`` and ``data`` as for ``judge``; ``mapping`` is the text of a mapping of headers,
    ``division`` the office's own code, with which the programme's is compared. What is wrong with
    the files stands in the answer. UnknownProgramme; FileRefused for a law file or the mapping.
    """
    belongs, court = _programme(programme, data), the_judge(data)
    read = read_results(paths, court.names, mapping=mapping)
    judged = tuple(
        JudgedBatch(one, court.judge(one.sample, one.results, belongs), court.bench(one.sample).yardstick.standard)
        for one in read.batches
    )
    warnings = tuple(_doubts(belongs, read.batches, division)) if belongs and read.batches else ()
    return JudgedFile(judged, read.faults, read.notices, read.skipped, warnings)


def mark_files(
    paths: Sequence[Path], judged: JudgedFile, out: Path, *, mapping: str | None = None, data: Path | None = None
) -> None:
    """Write the files again as one workbook, each cell marked that a fault or notice speaks of.

    BadFile if one cannot be read, AnnotatedName if ``out`` cannot be the new one.
    """
    from fuelcheck.ledgers.annotate import annotate  # the writers of workbooks are heavy

    meanings = None if mapping is None else read_mapping(mapping, "--map")
    annotate(
        paths, [*judged.faults, *judged.notices], out, delimiter=meanings.delimiter if meanings else None,
        search=results_search(the_judge(data).names, meanings),
    )  # fmt: skip


def _doubts(programme: Programme, batches: Sequence[ReportedBatch], division: str | None) -> Iterator[Remark]:
    """What speaks against judging these batches by a programme, each once."""
    shown = {"programme": programme.title, "count": len(batches)}
    if programme.example:
        yield Remark("programme-example", values=shown)
    if division is not None and division != programme.division:
        yield Remark("programme-elsewhere", values={**shown, "theirs": programme.division, "ours": division})
    years = [day.year for one in batches if (day := one.sample.sampled_on) and day.year != programme.year]
    if years:
        span = f"{min(years)}–{max(years)}" if len(set(years)) > 1 else str(years[0])
        other = {"count": len(years), "all": len(batches), "year": programme.year, "years": span}
        yield Remark("programme-other-year", values={**shown, **other})


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


def _line(item: object, found: object) -> Result:
    """A line as written; what is neither a result nor a pair of result and unit cannot be read as one."""
    value, unit = found if isinstance(found, tuple | list) and len(found) == 2 else (found, "")
    return Result(_written(item), _written(value), "" if unit is None else _written(unit))


def _written(given: object) -> str:
    """What was given as text; a number too long to be written is named by its type and stays unread."""
    try:
        return str(given)
    except ValueError:
        return type(given).__name__


def _stated(given: object) -> str | None:
    return None if given is None else _written(given)


def _day(given: object) -> date | None:
    """A sampling day, also as an ISO text; anything else says none."""
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given.strip()) if isinstance(given, str) else None
    except ValueError:
        return None


def _promises(claims: object) -> dict[str, str]:
    if not isinstance(claims, Mapping):
        return {}
    return {_written(item): _written(claim) for item, claim in claims.items()}
