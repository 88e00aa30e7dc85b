"""The public functions of the package.

Each writing function is one act of one person, one transaction, committed when it returns;
raising means that nothing happened. Reading functions see one consistent moment.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import uuid4

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.load import find_policy
from fuelcheck.law.load import read_policy as parse_policy
from fuelcheck.law.values import Policy
from fuelcheck.rules.status import Status
from fuelcheck.services import documents, founding, importing, notices, registers, undoing
from fuelcheck.services.importing import Answer
from fuelcheck.services.known import ledger_rows
from fuelcheck.standing import quotas as standing
from fuelcheck.standing.evaluation import QuotaReport
from fuelcheck.standing.shown import quota_object
from fuelcheck.store import keeping, papers, versions
from fuelcheck.store import policies as stored_policies
from fuelcheck.store.diagnosis import Diagnosis, diagnose
from fuelcheck.store.papers import Document
from fuelcheck.store.session import Store
from fuelcheck.store.verifying import Anchor, Finding, chain_end, read_anchors, verify
from fuelcheck.store.versions import ActLine, Step
from fuelcheck.toml.text import file_text
from fuelcheck.whole_file import write_whole
from fuelcheck.words import Period, SheetKind

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper

CHINA = timezone(timedelta(hours=8))
Talk = Callable[[str], None]


_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class UnknownReportType(FuelcheckError):
    """A report is asked for in a format that is not written."""

    code = "unknown-report-type"
    sentence = N_("A report is written as .pdf or .xlsx, not {suffix}")


class ReasonNeeded(FuelcheckError):
    """Amending needs a reason."""

    code = "reason-needed"
    sentence = N_("Changing what is recorded needs a reason: add --reason")


class NoMapping(FuelcheckError):
    """No mapping is remembered under that name."""

    code = "no-mapping"
    sentence = N_("No mapping is remembered under {name}; give a file (.toml) the first time")


def open_store(url: str, *, create: bool = False, clock: Callable[[], datetime] | None = None) -> Store:
    """Open the store at a database URL (``sqlite:///…``, ``postgresql+psycopg://…``).

    ``create`` makes it first where there is none. Raises EnvironmentProblem (cannot be
    opened, no store, another schema).
    """
    if create:
        from fuelcheck.store.upgrading import create as make

        make(url)
    store = Store(url) if clock is None else Store(url, clock)
    store.check()
    return store


def read_policy(name: str, *, data: Path | None = None) -> Policy:
    """A policy by its id (the office's ``data`` folder first, then the package) or from a file.

    >>> read_policy("yichuan-2024-15").document.number
    '伊政办〔2024〕15号'
    """
    return _policy(name, data)[0]


def init(
    store: Store, *, policy: str, by: str, division: str | None = None, data: Path | None = None, example: bool = False
) -> Policy:
    """Found a division with its first policy; ``division`` must be the policy's if given."""
    found, text = _policy(policy, data)
    code = division or found.division
    with store.act("init", by, division=code, new_division=True) as act:
        if found.division != code:
            raise founding.ForeignPolicy(policy=found.id, found=found.division, division=code)
        founding.found(act, found, text, example=example)
    return found


def add_policy(
    store: Store, name: str, *, by: str, update: bool = False, reason: str | None = None,
    division: str | None = None, data: Path | None = None,
) -> Policy:  # fmt: skip
    """Register a further policy, by its id or from a file; another text of the same id needs ``update``."""
    _need_reason(update, reason)
    policy, text = _policy(name, data)
    with store.act("policy", by, reason=reason, division=division) as act:
        founding.register_policy(act, policy, text, update=update)
    return policy


def registered_policies(store: Store, *, division: str | None = None) -> tuple[Policy, ...]:
    """The policies registered for a division, by the day they were issued."""
    with store.reading(division) as view:
        return stored_policies.policies(view.connection, view.division)


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

    _need_reason(update, reason)
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
    _need_reason(True, reason)
    with store.act("undo", by, reason=reason, division=division) as act:
        undoing.undo_import(act, import_id)


def export_sheets(
    store: Store, kinds: Sequence[SheetKind | str], out: str | Path | BinaryIO, *, division: str | None = None
) -> None:
    """Write sheets in the columns in which they are brought, as ``.xlsx`` or (one sheet) ``.csv``.

    A stream gets the CSV of one sheet, the workbook of several.
    """
    from fuelcheck.ledgers.give import give

    with store.reading(division) as view:
        give({SheetKind(k): ledger_rows(view, SheetKind(k)) for k in kinds}, _place(out))


def write_template(kinds: Sequence[SheetKind | str], out: str | Path | BinaryIO) -> None:
    """Write the empty sheets with their explanation; a stream gets the workbook."""
    from fuelcheck.ledgers.template import template

    template([SheetKind(k) for k in kinds], _place(out))


def quota_status(
    store: Store, *, year: int, as_of: date | None = None, known_at: datetime | None = None,
    division: str | None = None,
) -> Status:  # fmt: skip
    """Where the year's quotas stand by the end of ``as_of`` (default: today in China), as known at a moment."""
    with store.reading(division, known_at) as view:
        return standing.status(view, year, as_of or today(store))


def quota_report(
    store: Store, *, year: int, as_of: date | None = None, known_at: datetime | None = None,
    period: Period | str = Period.YEAR, division: str | None = None,
) -> QuotaReport:  # fmt: skip
    """The status and all its annexes; ``period`` is year, quarter or month of the roster day."""
    with store.reading(division, known_at) as view:
        return standing.report(view, year, as_of or today(store), Period(period))


def render_quota_report(
    report: QuotaReport, path: str | Path, paper: "Paper | None" = None, *, talk: Talk | None = None
) -> None:
    """Write the report as PDF or ``.xlsx``, by the path's suffix; ``paper`` is what the office adds."""
    write_whole(Path(path), rendered(report, Path(path).suffix, paper, talk))


def issue_quota_report(
    store: Store, report: QuotaReport, suffix: str, paper: "Paper", *, by: str, reason: str | None = None,
    talk: Talk | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Render the report and make a document of it; returns its number and its bytes."""
    act_id = str(uuid4())
    number = documents.code_of(act_id)
    file = rendered(report, suffix, replace(paper, code=number), talk)
    what = documents.Issue(
        "quota", report.status.year, report.span.period.value, report.status.as_of, report.head.n, paper.number,
        paper.printed_at or store.clock(), _MEDIA_TYPES[suffix.lower()],
        json.dumps(quota_object(report), ensure_ascii=False),
    )  # fmt: skip
    with store.act("issue", by, reason=reason, division=report.head.division, id=act_id) as act:
        documents.issue(act, what, file)
    return number, file


def verify_audit(store: Store, anchors: str | None = None, *, division: str | None = None) -> list[Finding]:
    """All that does not fit in a division's evidence; ``anchors``: lines as ``audit head`` prints them."""
    kept = [] if anchors is None else read_anchors(anchors)
    with store.evidence(division) as (connection, code):
        return verify(connection, code, kept)


def audit_head(store: Store, *, division: str | None = None) -> Anchor:
    """The newest act of a division, as an anchor that somebody else may keep."""
    with store.evidence(division) as (connection, code):
        return chain_end(connection, code)


def audit_acts(store: Store, *, kind: str | None = None, division: str | None = None) -> list[ActLine]:
    """The acts of a division in order, on request of one kind."""
    with store.reading(division) as view:
        return versions.acts(view.connection, view.division, kind)


def audit_history(store: Store, record: str, *, division: str | None = None) -> list[Step]:
    """The history of every row known by that code, oldest first."""
    with store.reading(division) as view:
        return versions.of_row(view.connection, view.division, record)


def issued_documents(store: Store, *, division: str | None = None) -> list[Document]:
    """The issued documents of a division, in the order of issuing."""
    with store.reading(division) as view:
        return papers.documents(view.connection, view.division)


def issued_document(store: Store, number: str, *, division: str | None = None) -> tuple[Document, bytes]:
    """An issued document and the very bytes that were issued; UnknownDocument."""
    with store.reading(division) as view:
        return papers.document(view.connection, view.division, number)


def check_document(store: Store, file: bytes, *, division: str | None = None) -> Document | None:
    """The document whose issued bytes these are; None if no such document was issued."""
    digest = hashlib.sha256(file).hexdigest()
    return next((d for d in issued_documents(store, division=division) if d.sha256 == digest), None)


def answer_notice(store: Store, notice: str, text: str, *, by: str, division: str | None = None) -> None:
    """Record what a person answers to a notice; it leaves the report's annex. UnknownNotice, ReasonNeeded."""
    _need_reason(True, text)
    with store.act("answer", by, reason=text, division=division) as act:
        notices.answer(act, notice, text)


def enter_laboratory(
    store: Store, name: str, *, by: str, cma_no: str | None = None, valid_until: date | None = None,
    products: Sequence[str] = (), division: str | None = None,
) -> None:  # fmt: skip
    """Enter a laboratory in the register, or its new particulars; NoSuchProduct."""
    with store.act("register", by, division=division) as act:
        registers.enter_laboratory(act, name, cma_no=cma_no, valid_until=valid_until, products=tuple(products))


def enter_inspector(
    store: Store, name: str, *, by: str, certificate_no: str | None = None, valid_until: date | None = None,
    division: str | None = None,
) -> None:  # fmt: skip
    """Enter an inspector in the register, or new particulars."""
    with store.act("register", by, division=division) as act:
        registers.enter_inspector(act, name, certificate_no=certificate_no, valid_until=valid_until)


def backup_store(url: str, target: Path) -> list[Anchor]:
    """Copy the whole store to a SQLite file, verified; returns the heads that it holds."""
    return keeping.backup(url, target)


def restore_store(source: Path, url: str) -> list[Anchor]:
    """Put a backup where there is no store yet; returns the heads that it holds."""
    return keeping.restore(source, url)


def upgrade_store(url: str) -> tuple[str | None, str, Path | None]:
    """Bring a store to this release; schema before, after, and where the copy made before lies."""
    return keeping.upgrade(url)


def diagnosis(url: str) -> Diagnosis:
    """What is found here: versions, the database, how durable it is."""
    return diagnose(url)


def rendered(report: QuotaReport, suffix: str, paper: "Paper | None", talk: Talk | None = None) -> bytes:
    """The report's bytes in the format of a file's suffix; UnknownReportType.

    ``talk`` is told lines for people: fonts being prepared, characters that no font has.
    """
    from fuelcheck.reports.paper import Paper

    sheet, file = paper or Paper(), BytesIO()
    match suffix.lower():
        case ".pdf":
            from fuelcheck.reports.quota import write_pdf

            write_pdf(report, file, sheet, talk=talk)
        case ".xlsx":
            from fuelcheck.reports.workbook import write_workbook

            write_workbook(report, file, sheet)
        case _:
            raise UnknownReportType(suffix=suffix or "—")
    return file.getvalue()


def today(store: Store) -> date:
    """Today in China by the store's clock."""
    return store.clock().astimezone(CHINA).date()


def _policy(name: str, data: Path | None) -> tuple[Policy, str]:
    path = Path(name)
    is_file = path.suffix == ".toml" or path.is_file()
    text, source = (file_text(path), path) if is_file else find_policy(name, data)
    return parse_policy(text, str(source)), text


def _place(out: str | Path | BinaryIO) -> Path | BinaryIO:
    return Path(out) if isinstance(out, str) else out


def _file_name(path: Path, paths: Sequence[Path]) -> str:
    """The file's name; its path where two files of the command have one name."""
    return path.name if sum(p.name == path.name for p in paths) == 1 else str(path)


def _need_reason(update: bool, reason: str | None) -> None:
    if update and not (reason or "").strip():
        raise ReasonNeeded()


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
