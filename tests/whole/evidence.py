"""What must hold of a store after anything that befell it."""

from collections.abc import Iterable

import fuelcheck as fc
from fuelcheck.library import audit_acts


def acknowledged(lines: str) -> dict[int, str]:
    """The acts that a workload told of: number → hash. A line without its end was never told."""
    told = [line.split() for line in lines.splitlines(keepends=True) if line.endswith("\n")]
    return {int(n): hash_ for n, hash_ in told}


def sound(url: str, told: Iterable[tuple[int, str]]) -> int:
    """Nothing acknowledged is lost, the chain is whole, evidence and rows agree; returns how many acts there are."""
    with fc.open_store(url) as store:
        anchors = "\n".join(f"{division} {n} {hash_}" for division in store.divisions() for n, hash_ in told)
        acts = audit_acts(store)
        findings = fc.verify_audit(store, anchors or None)
    assert findings == []
    assert [a.n for a in acts] == list(range(1, len(acts) + 1))
    return len(acts)
