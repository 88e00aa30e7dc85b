"""The same ledger month after month: what is new in a row, and what contradicts the store.

An empty cell says nothing and erases nothing. A cell that the store had empty is new
information, unless filling it changes what the row counts as. Another value is a conflict.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fuelcheck.ledgers.cells import folded
from fuelcheck.ledgers.columns import REPORT_COLUMNS, Column, Form, Sheet
from fuelcheck.ledgers.known import Values
from fuelcheck.words import BatchStatus, Change, SheetKind

BY_DATED_CHANGE = frozenset({"ownership", "kind", "township", "name"})
"""Of a known site: a change of these has a day, or it is a correction; the person must say which."""

_KNOWN_BY = frozenset({"report_no", "reported_on"})
"""By which of its cells a report is known; a bare conclusion may be that of any."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a row brings to the row that the store holds.

    ``values`` are the file's filled cells, with the store's own text where the file means
    the same; ``fills`` the columns that were empty; ``changes`` (column, old, new), and
    ``why`` the code of the conflict that each is.
    """

    values: Mapping[str, str]
    fills: tuple[str, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()
    why: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """``changed`` where anything contradicts, ``filled`` where something is new, else ``same``."""
        if self.changes:
            return "changed"
        return "filled" if self.fills else "same"


class History:
    """What was true once: a site's values on some day, and what earlier reports of a batch said."""

    def __init__(self, changes: Iterable[Values], reports: Mapping[str, Sequence[Values]] | None = None) -> None:
        self._reports = reports or {}
        self._held: dict[tuple[str, str], set[str]] = defaultdict(set)
        for change in changes:
            what = change["what"]
            if what == Change.CLOSED:
                self._held[change["site_code"], "closed_on"].add(change["effective_on"])
            elif change.get("value"):
                self._held[change["site_code"], what].add(folded(change["value"]))

    def reported(self, values: Mapping[str, str]) -> frozenset[str]:
        """The cells of a row of 抽样 that only repeat what an earlier report of its batch said.

        A ledger goes on stating a report that was corrected or withdrawn since; that is no news.
        """
        said = {column: values[column] for column in REPORT_COLUMNS if column in values}
        reports = self._reports.get(values.get("form_no", ""), ()) if said.keys() & _KNOWN_BY else ()
        repeats = any(all(folded(text) == folded(old.get(c, "")) for c, text in said.items()) for old in reports)
        return frozenset(said) if repeats else frozenset()

    def held(self, site: str, column: str, value: str) -> bool:
        """Whether the site has that value on any day."""
        return folded(value) in self._held.get((site, column), ())


def compare(sheet: Sheet, values: Mapping[str, str], stored: Values, history: History) -> Comparison:
    """Compare the filled cells of a row with the store's row of the same key."""
    if values.items() <= stored.items():  # the ordinary case, month after month
        return Comparison(values)
    kept = dict(values)
    past = history.reported(values) if sheet.kind is SheetKind.SAMPLES else frozenset()
    fills: list[str] = []
    changes: list[tuple[str, str, str]] = []
    why: list[str] = []
    for column in sheet.columns:
        new, old = values.get(column.name, ""), stored.get(column.name, "")
        if not new or new == old or column.name in sheet.key:
            continue
        if column.name in past:
            del kept[column.name]
            continue
        if _means_the_same(sheet, column, new, old, values, stored, history):
            kept[column.name] = old
            if not old:
                del kept[column.name]
        elif _is_news(column, new, old):
            fills.append(column.name)
        else:
            changes.append((column.name, old, new))
            why.append(_conflict(sheet, column, old))
    return Comparison(kept, tuple(fills), tuple(changes), tuple(why))


def _means_the_same(
    sheet: Sheet, column: Column, new: str, old: str, values: Mapping[str, str], stored: Values, history: History
) -> bool:
    if column.form in {Form.TEXT, Form.NAMES} and folded(new) == folded(old):
        return True
    if sheet.kind is not SheetKind.SITES:
        return False
    former = stored.get("former_names", "").split(";") if column.name == "name" else ()
    return history.held(values["site_code"], column.name, new) or folded(new) in map(folded, former)


def _is_news(column: Column, new: str, old: str) -> bool:
    """New information needs no reason: a first value, unless the empty cell counted as another one."""
    if column.name == "status":
        return new == BatchStatus.VOID or not old
    return not old and (not column.default or new == column.default)


def _conflict(sheet: Sheet, column: Column, old: str) -> str:
    if sheet.kind is SheetKind.SITES and column.name in BY_DATED_CHANGE:
        return "correction-or-change"
    if sheet.kind is SheetKind.VEHICLES and column.name == "plate":
        return "plate-changed"
    return "differs" if old else "default-differs"
