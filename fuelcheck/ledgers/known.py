"""What the store holds, as ledgers see it: handed in, never fetched."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fuelcheck.law.values import Township
from fuelcheck.words import SheetKind

Values = Mapping[str, str]
"""Canonical text by canonical column name; a missing column is empty."""


@dataclass(frozen=True, slots=True)
class Known:
    """A frozen view of one division's records, in the words of the ledger columns.

    Keys: a site's code; (code, effective_on, what) of a change; a form number; (code,
    visited_on, outcome) of a visit without a sample. ``townships`` empty: no list to check
    against.
    """

    townships: tuple[Township, ...] = ()
    sites: Mapping[str, Values] = field(default_factory=dict)
    site_changes: Mapping[tuple[str, str, str], Values] = field(default_factory=dict)
    samples: Mapping[str, Values] = field(default_factory=dict)
    visits: Mapping[tuple[str, str, str], Values] = field(default_factory=dict)

    def row(self, kind: SheetKind, key: tuple[str, ...]) -> Values | None:
        """The row of that sheet and key as the store holds it, None where it holds none."""
        match kind, key:
            case SheetKind.SITES, (code,):
                return self.sites.get(code)
            case SheetKind.SAMPLES, (form_no,):
                return self.samples.get(form_no)
            case SheetKind.SITE_CHANGES, (code, day, what):
                return self.site_changes.get((code, day, what))
            case SheetKind.VISITS, (code, day, outcome):
                return self.visits.get((code, day, outcome))
        return None
