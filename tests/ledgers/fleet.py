"""Rows of 车辆 as departments write them, brought and compared with what the store holds."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fuelcheck.law.targets import Exemption
from fuelcheck.ledgers.bring import Brought
from fuelcheck.ledgers.known import Known
from tests.ledgers.desk import TOWNSHIPS, brought, write_csv

VIN, OTHER_VIN, THIRD_VIN = "LZZ5CLSB9GA000001", "LFWSRXRJ4H1F00002", "LGAX2A136F8012345"
EXEMPTIONS = (Exemption("emergency", "应急车辆", ("应急",)),)
NOTHING = Known(TOWNSHIPS, exemptions=EXEMPTIONS)


def vehicle(plate: str = "豫C12345", **other: str) -> dict[str, str]:
    """A diesel truck unless other cells are named."""
    return {"号牌号码": plate, "用途": "货车", "能源": "柴油"} | other


def bring_vehicles(folder: Path, *rows: Mapping[str, str], known: Known = NOTHING, **options: Any) -> Brought:
    """The rows in one CSV, in their order."""
    headers = list(dict.fromkeys(name for row in rows for name in row))
    path = write_csv(folder / "车辆.csv", [headers, *([row.get(name, "") for name in headers] for row in rows)])
    return brought(path, known=known, **options)


def filed(answer: Brought, before: Known = NOTHING) -> Known:
    """What the store holds once the rows have been filed."""
    assert answer.accepted, [remark.message for remark in (*answer.faults, *answer.conflicts)]
    held = {id_: dict(row) for id_, row in before.vehicles.items()}
    for row in answer.rows:
        held[row.key[0]] = {**row.values, **held.get(row.key[0], {})} | {name: new for name, _, new in row.changes}
    return Known(TOWNSHIPS, vehicles=held, exemptions=EXEMPTIONS)


def stored(folder: Path, *rows: Mapping[str, str]) -> Known:
    """What the store holds after those rows."""
    return filed(bring_vehicles(folder, *rows))


def states(answer: Brought) -> list[str]:
    return [row.state for row in answer.rows]
