"""How ``api/examples.json`` and ``docs/openapi.json`` are made: real answers of a small county.

``python -m tests.api.described`` (``make openapi``) brings both up to date; a test holds them to it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import fuelcheck as fc
from api.described import EXAMPLES
from fuelcheck.language import use
from fuelcheck.library import add_programme, audit_acts, issue_quota_report
from fuelcheck.reports.paper import Paper
from fuelcheck.words import Role
from tests.api.desk import BASE, MARKET, Desk
from tests.api.ledgers import bring_all
from tests.cast import POLICY, REVIEWER, YEAR_END, Clock, County, batch, write_csv

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.json"
PROGRAMME = "yichuan-2025-example"
AS_OF = "2025-12-31"
_MOST = 2
_HASH, _UUID, _NUMBER = r"\b[0-9a-f]{64}\b", r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", r"\bFC-[0-9A-F]{10}\b"
_BATCH = {
    "form_no": "A1", "product": "diesel", "grade": "0", "sampled_on": "2025-03-09",
    "results": {"sulfur": "35", "闪点": ["62", "℃"]},
}  # fmt: skip


@dataclass(frozen=True)
class Call:
    """A request that stands in the documentation with its answer."""

    method: str
    path: str
    values: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    files: bool = False
    role: Role = Role.REVIEWER

    @property
    def name(self) -> str:
        """How the examples call it."""
        return f"{self.method} {BASE}{self.path}"

    @property
    def address(self) -> str:
        """The address with the values that stand in it."""
        return self.path.format_map(self.values)

    @property
    def query(self) -> dict[str, Any]:
        """The values that stand behind it."""
        return {k: v for k, v in self.values.items() if f"{{{k}}}" not in self.path}


def calls(county: County, number: str) -> list[Call]:
    """One of every operation; ``number`` is that of an issued document."""
    with county.store.reading() as view:
        head = view.head.hash
    brought = audit_acts(county.store, kind="import")[-1]
    return [
        Call("get", "/sites", {"kind": "station", "limit": 2}),
        Call("get", "/sites/{site_code}", {"site_code": "S001"}),
        Call("get", "/site-changes", {"site_code": "S001"}),
        Call("get", "/visits", {"outcome": "closed"}),
        Call("get", "/batches", {"sampled_on_from": "2025-03-01", "sort": "-sampled_on", "limit": 2}),
        Call("get", "/batches/{form_no}", {"form_no": "A1", "as_of": AS_OF}),
        Call("get", "/batches/{form_no}/results", {"form_no": "A1"}),
        Call("post", "/judgements", body=[_BATCH]),
        Call("get", "/quotas/{year}", {"year": 2025, "as_of": AS_OF}),
        Call("get", "/quotas/{year}/report", {"year": 2025, "as_of": AS_OF, "period": "year"}),
        Call("get", "/targets", {"as_of": AS_OF}),
        Call("get", "/vehicles", {"category": "bus"}),
        Call("get", "/vehicles/{called}", {"called": "豫C12345D"}),
        Call("get", "/roadside-checks", {"checked_on": "2025-03-09"}),
        Call("get", "/roadside-checks/{record_no}", {"record_no": "R1", "as_of": AS_OF}),
        Call("get", "/documents"),
        Call("get", "/documents/{number}", {"number": number}),
        Call("get", "/documents/{number}/check", {"number": number, "code": head}),
        Call("post", "/documents/{number}/check", {"number": number}, files=True),
        Call("post", "/imports", body={"dry_run": "true"}, files=True),
        Call("get", "/exports/{sheet}", {"sheet": "samples"}),
        Call("get", "/policies"),
        Call("get", "/standards"),
        Call("get", "/standards/{name}", {"name": "GB 19147-2016 VI"}),
        Call("get", "/programmes"),
        Call("get", "/laboratories"),
        Call("get", "/users", role=Role.ADMINISTRATOR),
        Call("get", "/tokens", role=Role.ADMINISTRATOR),
        Call("get", "/acts", {"sort": "-n", "limit": 2}),
        Call("get", "/acts/{id}", {"id": brought.id}),
    ]


def prepare(county: County) -> str:
    """Bring the county to what the examples show; returns the number of its issued document."""
    bring_all(county)
    add_programme(county.store, PROGRAMME, by=REVIEWER)
    paper = Paper(number="伊市监报〔2026〕1号", printed_at=None)
    county.clock.set(YEAR_END)
    return issue_quota_report(county.store, county.report(YEAR_END), ".xlsx", paper, by=REVIEWER)[0]


def ask(desk: Desk, call: Call) -> Any:
    """The answer to a call, by whoever may ask it."""
    department = None if call.role is Role.ADMINISTRATOR else MARKET
    sent: dict[str, Any] = {"query_string": call.query, "role": call.role, "department": department}
    if call.files:
        folder = desk.county.folder
        ledger = write_csv(folder / "抽样.csv", [batch("B1", "2025-04-02", "S001")]).read_bytes()
        sent["data"] = {**(call.body or {}), "files": (BytesIO(ledger), "抽样.csv")}
    elif call.body is not None:
        sent["json"] = call.body
    return desk.ask(call.address, call.method.upper(), **sent)


def made() -> tuple[dict[str, Any], dict[str, Any]]:
    """The examples, and the document with the examples that lie there."""
    with TemporaryDirectory() as folder, use("en"):
        url, clock = f"sqlite:///{folder}/county.db", Clock()
        with fc.open_store(url, create=True, clock=clock) as store:
            fc.init(store, policy=POLICY, by=REVIEWER)
            county = County(store, Path(folder), clock)
            number = prepare(county)
            desk = Desk(county, url, Path(folder))
            found = {call.name: _example(desk, call) for call in calls(county, number)}
            document = desk.ask("/openapi.json", role=None).json
    return json.loads(_steady(json.dumps(found, ensure_ascii=False))), document


def text(value: Any) -> str:
    """How both files are written."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _example(desk: Desk, call: Call) -> dict[str, Any]:
    answer = ask(desk, call)
    assert answer.status_code in (200, 201), (call.name, answer.text)
    example: dict[str, Any] = {"parameters": call.values, "status": str(answer.status_code)}
    if call.body is not None and not call.files:
        example["request"] = {"application/json": call.body}
    if answer.is_json:
        example["response"] = {"application/json": _short(answer.json)}
    return example


def _short(value: Any) -> Any:
    """The value with long lists cut off: an example, no report."""
    if isinstance(value, dict):
        return {name: _short(below) for name, below in value.items()}
    return [_short(below) for below in value[:_MOST]] if isinstance(value, list) else value


def _steady(found: str) -> str:
    """The same with made-up hashes and ids in the place of random ones, each by the order in which it comes."""
    for pattern, make in ((_HASH, _hash), (_UUID, lambda n: str(UUID(int=n, version=4))), (_NUMBER, _number)):
        names = {name: make(n) for n, name in enumerate(dict.fromkeys(_found(pattern, found)), 1)}
        found = re.sub(pattern, lambda match, names=names: names[match[0]], found)  # type: ignore[misc]
    found = re.sub(r'"prefix": "[^"]+"', '"prefix": "q7xk2mzr"', found)
    return re.sub(r'"next": "[^"]+"', '"next": "WyItbiIsM10"', found)


def _found(pattern: str, inside: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(pattern, inside))


def _hash(n: int) -> str:
    return sha256(f"example {n}".encode()).hexdigest()


def _number(n: int) -> str:
    return f"FC-{n:010X}"


def main() -> None:
    """Write both files: the document last, for it holds the examples."""
    EXAMPLES.write_text(text(made()[0]), "utf-8")
    DOCUMENT.write_text(text(made()[1]), "utf-8")


if __name__ == "__main__":
    main()
