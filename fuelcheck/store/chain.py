"""The hash chain: how versions and acts are hashed, and what their canonical form is.

Nothing here touches a database. Canonical form: JSON, keys sorted, no spaces, UTF-8; text,
integers, booleans, null, lists and objects only. A version's hash is salted, so that an
exported chain lets nobody guess a name; an act's hash covers the hash before it, its own
fields, and count and digest of its versions. Test vectors: tests/store/test_chain.py.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

ALGORITHM = "sha256"
FORMAT = 1
GENESIS = "sha256:" + "0" * 64
SALT_BYTES = 16
_ACT = b"fuelcheck/audit/1\x00"
_VERSION = b"fuelcheck/version/1\x00"

_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


class ActFields(NamedTuple):
    """The fields of an act that its hash covers; moments as UTC text."""

    division: str
    n: int
    id: str
    moment: str
    clock: str
    who: str
    kind: str
    reason: str | None
    versions: int
    digest: str
    prev: str


def canonical(value: Any) -> str:
    """The canonical text of a value; TypeError for what it cannot hold (a float above all)."""
    if _holds_float(value):
        raise TypeError(f"canonical form holds no floats: {value!r}")
    return _encode(value)


def canonical_content(content: dict[str, Any]) -> str:
    """The canonical text of a row's content (flat: text, integers, booleans, null)."""
    return _encode(content)


def version_hash(salt: bytes, noun: str, row_id: str, kind: str, content: str | None) -> str:
    """The salted hash of a version: its noun, row, kind of change and canonical content."""
    head = f"{noun}\x1f{row_id}\x1f{kind}\x1f".encode()
    body = b"-" if content is None else b"+" + content.encode()
    return sha256(_VERSION + salt + head + body).hexdigest()


class Digest:
    """The digest over an act's version hashes, in order."""

    def __init__(self, hashes: Iterable[str] = ()) -> None:
        self._sum = sha256()
        for hash_ in hashes:
            self.add(hash_)

    def add(self, version: str) -> None:
        """Go on with the hash of the next version."""
        self._sum.update(version.encode())

    def text(self) -> str:
        """The digest so far, in hex."""
        return self._sum.hexdigest()


def act_hash(act: ActFields) -> str:
    """The hash of an act, with the label of its algorithm."""
    text = canonical({"format": FORMAT, **act._asdict()})
    return f"{ALGORITHM}:{sha256(_ACT + text.encode()).hexdigest()}"


def row_id(key: tuple[str, ...]) -> str:
    """How a version names its row: the code itself, or a JSON list where the key has several parts."""
    return key[0] if len(key) == 1 else _encode(list(key))


def _holds_float(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_float(v) for v in value.values())
    if isinstance(value, list | tuple):
        return any(_holds_float(v) for v in value)
    return isinstance(value, float)
