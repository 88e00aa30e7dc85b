"""Verifying the evidence: chain, versions and current rows against each other, heads against anchors.

What it finds: an act changed, lost or put in; a version changed, lost or put in; a current
row that differs from its last version (somebody wrote past the services); a document whose
bytes are not those of its hash; personal data that do not fit the hash in their row, or are
gone without having been erased; a damaged database file; a chain that was rewritten or cut
after an anchor was taken.
What it cannot find without an anchor: a whole chain rewritten by the owner of the database.
Stored types are compared too: a flipped byte can turn text into a blob that looks alike.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

import sqlalchemy as sa

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, say
from fuelcheck.store import personal
from fuelcheck.store.acts import key_columns
from fuelcheck.store.chain import GENESIS, ActFields, Digest, act_hash, canonical_content, row_id, version_hash
from fuelcheck.store.rows import contents
from fuelcheck.store.tables import NOUNS
from fuelcheck.store.versions import content_of

_SENTENCES = {
    "act-missing": N_("Act {n} is missing"),
    "act-changed": N_("Act {n} was changed: its hash does not fit its fields"),
    "chain-broken": N_("Act {n} does not follow the act before it"),
    "versions-changed": N_("The versions of act {n} are not those that it was written with"),
    "version-changed": N_("Version {k} of act {n} ({noun} {row}) was changed"),
    "row-changed": N_("The row {noun} {row} was changed past the services since act {n}"),
    "row-missing": N_("The row {noun} {row} of act {n} was removed past the services"),
    "row-unknown": N_("The row {noun} {row} was put in past the services: no act made it"),
    "head-differs": N_("The head says act {n}, the chain ends elsewhere"),
    "file-changed": N_("The stored file of document {row} is not the one that was issued"),
    "file-missing": N_("The stored file of document {row} is missing"),
    "attachment-changed": N_("The stored file of attachment {row} is not the one that was attached"),
    "attachment-missing": N_("The stored file of attachment {row} is missing"),
    "personal-changed": N_("The personal data {row} are not those that were recorded: they do not fit their hash"),
    "personal-unknown": N_("The personal data {row} were put in past the services: no version knows them"),
    "personal-missing": N_("The personal data {row} are gone, and no erasure was recorded"),
    "database-damaged": N_("The database file is damaged ({row}): keep it, and restore the last backup"),
    "cut": N_("The anchor knows act {n}, the chain ends before it: acts were cut off"),
    "rewritten": N_("Act {n} has another hash than the anchor: the chain was rewritten"),
}

_MOST_DAMAGES = 10
_WITH_FILES = (
    ("document", "number", "sha256", "file"),
    ("attachment", "id", "sha256", "attachment"),
    ("attachment", "id", "shown_sha256", "attachment"),
)
"""Nouns whose bytes lie in a table of their own: key, column of the hash, and how findings call the file."""


class BadAnchor(FuelcheckError):
    """A line of an anchor file that is none."""

    code = "bad-anchor"
    sentence = N_("Line {line} of the anchor is {value}; allowed: division, number and sha256:… separated by spaces")


class NoAnchor(FuelcheckError):
    """An anchor file without a line."""

    code = "no-anchor"
    sentence = N_("The anchor holds no line; allowed: lines as fuelcheck audit head prints them")


class ForeignAnchor(FuelcheckError):
    """Anchors, and none of the division that is verified."""

    code = "foreign-anchor"
    sentence = N_("No line of the anchor is of division {division}; it speaks of {found}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head that somebody else kept."""

    division: str
    n: int
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit."""

    code: str
    n: int | None = None
    k: int | None = None
    noun: str = ""
    row: str = ""

    @property
    def message(self) -> str:
        """The sentence for people."""
        return say(_SENTENCES[self.code], n=self.n, k=self.k, noun=self.noun, row=self.row)


def read_anchors(text: str) -> list[Anchor]:
    """The anchors of a file with lines ``division n sha256:…``; BadAnchor for a line that is none."""
    anchors = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        match = re.fullmatch(r"\s*(\S+)\s+(\d+)\s+(sha256:[0-9a-f]{64})\s*", line)
        if match is None:
            raise BadAnchor(line=number, value=line.strip())
        anchors.append(Anchor(match[1], int(match[2]), match[3]))
    if not anchors:
        raise NoAnchor()
    return anchors


def verify(connection: sa.Connection, division: str, anchors: Iterable[Anchor] = ()) -> list[Finding]:
    """All that does not fit in one division; an empty list if everything does.

    Raises ForeignAnchor where anchors are given and none is of this division: a mistyped code
    must not look like a comparison.
    """
    anchors = list(anchors)
    ours = [a for a in anchors if a.division == division]
    if anchors and not ours:
        raise ForeignAnchor(division=division, found=", ".join(sorted({a.division for a in anchors})))
    hashes: dict[int, str] = {}
    findings = list(_chain(connection, division, hashes))
    findings += _rows(connection, division)
    findings += _files(connection, division)
    findings += (Finding(odd.code, row=odd.subject) for odd in personal.oddities(connection, division))
    findings += _pages(connection)
    findings += _anchored(hashes, ours)
    return findings


def chain_end(connection: sa.Connection, division: str) -> Anchor:
    """The newest act, read from the acts themselves."""
    query = sa.text("SELECT n, hash FROM act WHERE division = :d ORDER BY n DESC LIMIT 1")
    n, newest = connection.execute(query, {"d": division}).one()
    return Anchor(division, n, newest)


def _chain(connection: sa.Connection, division: str, hashes: dict[int, str]) -> Iterator[Finding]:
    versions = _Versions(connection, division)
    prev, last = GENESIS, 0
    query = sa.text(
        "SELECT division, n, id, moment, clock, who, kind, reason, versions, digest, prev, hash"
        " FROM act WHERE division = :d ORDER BY n"
    )
    for row in connection.execute(query, {"d": division}):
        fields, stored = ActFields(*row[:-1]), row[-1]
        yield from (Finding("act-missing", n) for n in range(last + 1, fields.n))
        if not _typed(row) or act_hash(fields) != stored:
            yield Finding("act-changed", fields.n)
        if fields.prev != prev:
            yield Finding("chain-broken", fields.n)
        yield from versions.check(fields)
        hashes[fields.n] = stored
        prev, last = stored, fields.n
    yield from (Finding("versions-changed", n) for n in versions.left())
    yield from _head(connection, division, last, prev)


def _typed(row: sa.Row[tuple[object, ...]]) -> bool:
    return all(value is None or isinstance(value, str | int) for value in row)


def _head(connection: sa.Connection, division: str, last: int, newest: str) -> Iterator[Finding]:
    stated = sa.text("SELECT n, hash, moment FROM head WHERE division = :d")
    row = connection.execute(stated, {"d": division}).one_or_none()
    moment = connection.execute(
        sa.text("SELECT moment FROM act WHERE division = :d AND n = :n"), {"d": division, "n": last}
    ).scalar()
    if row is None or tuple(row) != (last, newest, moment):
        yield Finding("head-differs", None if row is None else row[0])


class _Versions:
    """The versions of a division in the order of the chain, read once."""

    def __init__(self, connection: sa.Connection, division: str) -> None:
        query = sa.text(
            "SELECT n, k, noun, row_id, kind, content, salt, sha FROM version WHERE division = :d ORDER BY n, k"
        )
        self._rows = iter(connection.execute(query, {"d": division}))
        self._next = next(self._rows, None)

    def check(self, act: ActFields) -> Iterator[Finding]:
        """The findings of one act's versions."""
        yield from (Finding("versions-changed", n) for n in self.left(before=act.n))
        hashes: list[str] = []
        while self._next is not None and self._next[0] == act.n:
            _, k, noun, row, kind, content, salt, sha = self._next
            if version_hash(bytes(salt), noun, row, kind, content) != sha or k != len(hashes):
                yield Finding("version-changed", act.n, k, noun, row)
            hashes.append(sha)
            self._next = next(self._rows, None)
        if len(hashes) != act.versions or Digest(hashes).text() != act.digest:
            yield Finding("versions-changed", act.n)

    def left(self, before: int | None = None) -> Iterator[int]:
        """Numbers of acts that have versions and are not in the chain, passing over them."""
        while self._next is not None and (before is None or self._next[0] < before):
            n = self._next[0]
            while self._next is not None and self._next[0] == n:
                self._next = next(self._rows, None)
            yield n


_LAST = sa.text(
    "SELECT v.row_id, v.n, v.content FROM version v WHERE v.division = :d AND v.noun = :noun AND NOT EXISTS"
    " (SELECT 1 FROM version w WHERE w.division = v.division AND w.noun = v.noun AND w.row_id = v.row_id AND w.n > v.n)"
)


def _rows(connection: sa.Connection, division: str) -> Iterator[Finding]:
    for noun in NOUNS:
        last = {row: (n, content) for row, n, content in connection.execute(_LAST, {"d": division, "noun": noun})}
        for content in contents(connection, noun, division):
            row = row_id(tuple(str(content[c]) for c in key_columns(noun)))
            n, text = last.pop(row, (None, None))
            if n is None:
                yield Finding("row-unknown", noun=noun, row=row)
            elif _text(content) != text and _text(content) != _as_of_today(noun, text):
                yield Finding("row-changed", n, noun=noun, row=row)
        yield from (Finding("row-missing", n, noun=noun, row=r) for r, (n, text) in last.items() if text is not None)


def _text(content: dict[str, object]) -> str | None:
    try:
        return canonical_content(content)
    except TypeError:  # a blob where text should be
        return None


def _as_of_today(noun: str, text: str | None) -> str | None:
    """A version's text with the columns that its table has got since then; None for a damaged one."""
    try:
        content = content_of(noun, text)
        return None if content is None else canonical_content(content)
    except (ValueError, TypeError):  # its hash does not fit either: named already
        return None


def _files(connection: sa.Connection, division: str) -> Iterator[Finding]:
    for noun, key, column, code in _WITH_FILES:
        # SQLite may hold text where bytes should be, and text need not be UTF-8
        content = "CAST(f.content AS BLOB)" if connection.dialect.name == "sqlite" else "f.content"
        query = sa.text(
            f"SELECT d.{key}, d.{column}, {content} FROM {noun} d LEFT JOIN {noun}_file f ON f.sha256 = d.{column}"
            f" WHERE d.division = :d AND d.{column} IS NOT NULL ORDER BY d.{key}"
        )
        for row, stated, file in connection.execute(query, {"d": division}):
            if file is None:
                yield Finding(f"{code}-missing", noun=noun, row=row)
            elif sha256(file).hexdigest() != stated:
                yield Finding(f"{code}-changed", noun=noun, row=row)


def _pages(connection: sa.Connection) -> Iterator[Finding]:
    """What SQLite finds amiss in its file: rows can be sound while an index, which alone the tallies read, is not."""
    if connection.dialect.name == "sqlite":
        for (message,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_DAMAGES})"):
            if message != "ok":
                yield Finding("database-damaged", row=message)


def _anchored(hashes: dict[int, str], anchors: Iterable[Anchor]) -> Iterator[Finding]:
    for anchor in anchors:
        found = hashes.get(anchor.n)
        if found is None:
            yield Finding("cut", anchor.n)
        elif found != anchor.hash:
            yield Finding("rewritten", anchor.n)
