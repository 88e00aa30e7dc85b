"""What the store holds, as ledgers see it: handed in, never fetched."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fuelcheck.law.standards import Standard
from fuelcheck.law.targets import Exemption
from fuelcheck.law.values import Township
from fuelcheck.words import SheetKind

Values = Mapping[str, str]
"""Canonical text by canonical column name; a missing column is empty."""

ResultCells = tuple[str, str, str]
"""Value, unit and note of a result."""


def nobody(record_no: str, name: str) -> bool | None:
    """The driver of no record."""
    del record_no, name
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """A frozen view of one division's records, in the words of the ledger columns.

    Keys: a site's code; (code, effective_on, what) of a change; a form number; (code,
    visited_on, outcome) of a visit without a sample. ``townships`` empty: no list to check
    against. ``results`` are those of the batches that the command names, by form number and
    item: of half a million a plain tuple each. ``earlier_reports`` are, by form number, those that
    were withdrawn or that a later one corrects. ``programmes`` are the registered ids; ``vehicles``
    stand by their own id, which no paper shows; ``exemptions`` are those of the policy. ``roadside_checks``
    are those of the roadside by record number, with the driver's name masked; ``is_driver`` says whether
    a name is that of a record's driver, None where it was erased and nobody can tell any more. By the
    ``standards`` two names of an item are known to mean the same.
    """

    townships: tuple[Township, ...] = ()
    sites: Mapping[str, Values] = field(default_factory=dict)
    site_changes: Mapping[tuple[str, str, str], Values] = field(default_factory=dict)
    samples: Mapping[str, Values] = field(default_factory=dict)
    visits: Mapping[tuple[str, str, str], Values] = field(default_factory=dict)
    earlier_reports: Mapping[str, Sequence[Values]] = field(default_factory=dict)
    results: Mapping[str, Mapping[str, ResultCells]] = field(default_factory=dict)
    programmes: tuple[str, ...] = ()
    vehicles: Mapping[str, Values] = field(default_factory=dict)
    exemptions: tuple[Exemption, ...] = ()
    roadside_checks: Mapping[str, Values] = field(default_factory=dict)
    is_driver: Callable[[str, str], bool | None] = nobody
    standards: tuple[Standard, ...] = ()

    def row(self, kind: SheetKind, key: tuple[str, ...]) -> Values | None:
        """The row of that sheet and key as the store holds it, None where it holds none."""
        match kind, key:
            case SheetKind.SITES, (code,):
                return self.sites.get(code)
            case SheetKind.SAMPLES, (form_no,):
                return self.samples.get(form_no)
            case SheetKind.SITE_CHANGES, (code, day, what):
                return self.site_changes.get((code, day, what))
            case SheetKind.VEHICLES, (id_,):
                return self.vehicles.get(id_)
            case SheetKind.ROADSIDE_CHECKS, (record_no,):
                return self.roadside_checks.get(record_no)
            case SheetKind.VISITS, (code, day, outcome):
                return self.visits.get((code, day, outcome))
            case SheetKind.RESULTS, (form_no, item):
                return _result(form_no, item, self.results.get(form_no, {}).get(item))
        return None


def _result(form_no: str, item: str, cells: ResultCells | None) -> Values | None:
    if cells is None:
        return None
    value, unit, note = cells
    return {"form_no": form_no, "item": item, "value": value, "unit": unit, "note": note}
