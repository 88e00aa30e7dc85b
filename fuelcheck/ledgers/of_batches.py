"""Rows of 检验结果 put to their batches, of the store or of the same command.

What a row says of its batch (product, grade, day, standard, kind of site) is not filed: it stands with
the batch already, and a row that contradicts it is a row of another batch. An item that the store, or an
earlier row, knows under a name that means the same is that item.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from fuelcheck.ledgers.cells import BadCell, folded
from fuelcheck.ledgers.columns import RESULTS, Form
from fuelcheck.ledgers.draft import Canonical, Draft, draft
from fuelcheck.ledgers.known import Known
from fuelcheck.ledgers.table import Table
from fuelcheck.rules.item_meanings import Meanings
from fuelcheck.words import BatchStatus, SheetKind

LABEL = ("product", "grade", "sampled_on", "standard", "site_kind")
"""What a row of results may say of its batch."""

Said = tuple[str | None, str | None]
"""A form number, and what stands beside it."""

_FORM_NO = RESULTS.column("form_no")
_ONLY_FORMS = replace(RESULTS, columns=(_FORM_NO,))


def forms_with_results(tables: Iterable[Table]) -> set[str]:
    """The form numbers for which the tables bring results, as they stand there."""
    results = [table for table in tables if table.declared.kind is SheetKind.RESULTS]
    read = (draft(replace(table, declared=_ONLY_FORMS), lambda column: column.parse) for table in results)
    return {form_no for one in read for form_no in one.column("form_no") if form_no}


class Labels:
    """What store and command together say of the batches."""

    def __init__(self, known: Known, samples: Sequence[Draft], sites: Sequence[Draft]) -> None:
        self._stored = known.samples
        self._kinds = {code: row.get("kind", "") for code, row in known.sites.items()}
        for one in sites:
            named = zip(one.column("site_code"), one.column("kind"), strict=True)
            self._kinds |= {code: kind for code, kind in named if code and kind}
        self._brought = {form_no: label for one in samples for form_no, label in _labels(one)}

    def of(self, form_no: str, name: str) -> str:
        """What the batch is by that column of the label; empty where nobody says it."""
        if name == "site_kind":
            return self._kinds.get(self.of(form_no, "site_code"), "")
        return self._brought.get(form_no, {}).get(name, "") or self._stored.get(form_no, {}).get(name, "")


def _labels(one: Draft) -> Iterable[tuple[str, Mapping[str, str]]]:
    names = ("product", "grade", "sampled_on", "standard", "site_code")
    columns = zip(*(one.column(name) for name in names), strict=True)
    for form_no, cells in zip(one.column("form_no"), columns, strict=True):
        if form_no:
            yield form_no, {name: cell for name, cell in zip(names, cells, strict=True) if cell}


def check_labels(one: Draft, labels: Labels) -> None:
    """Refuse what contradicts the batch; then take the label away: it is no part of a result."""
    forms = one.column("form_no")
    for name in LABEL:
        if name in one.columns:
            _check_label(one, name, list(zip(forms, one.columns.pop(name), strict=True)), labels)


def _check_label(one: Draft, name: str, said: list[Said], labels: Labels) -> None:
    column = RESULTS.column(name)
    refused: dict[Said, BadCell] = {}
    unrecorded: set[Said] = set()
    for form_no, value in set(said):
        if not form_no or not value:
            continue
        held = labels.of(form_no, name)
        if not held:
            unrecorded.add((form_no, value))
        elif held != value and not (column.form is Form.TEXT and folded(held) == folded(value)):
            written = {"value": column.written(value), "other": column.written(held)}
            refused[form_no, value] = BadCell("label-differs", form_no=form_no, **written)
    for row, pair in enumerate(said) if refused else ():
        if pair in refused:
            one.refuse(row, name, refused[pair])
    _say_unrecorded(one, name, [row for row, pair in enumerate(said) if pair in unrecorded] if unrecorded else [])


def _say_unrecorded(one: Draft, name: str, rows: Sequence[int]) -> None:
    rows = [row for row in rows if row not in one.bad]
    if rows:
        said = {"count": len(rows), "sheet": SheetKind.SAMPLES.zh}
        one.notices.append(one.remark(rows[0], name, "label-unrecorded", **said))


class Items:
    """Gives the items of a command one spelling a batch: the store's, else that of the first row."""

    def __init__(self, known: Known, labels: Labels) -> None:
        self._known, self._labels = known, labels
        self._meanings = Meanings(known.standards)
        self._held: dict[str, dict[str, None]] = {}
        self._spelled: dict[Said, str | None] = {}

    def meet(self, one: Draft) -> None:
        """Rename the items of a draft; a unit that only the name stated goes to its own cell."""
        forms, items = one.column("form_no"), one.column("item")
        met = [self._meet(form_no, item) for form_no, item in zip(forms, items, strict=True)]
        if met != items:
            one.columns["unit"] = self._units(forms, items, met, one.column("unit"))
            one.columns["item"] = met

    def _meet(self, form_no: str | None, item: str | None) -> str | None:
        if not form_no or not item:
            return item
        if (form_no, item) not in self._spelled:
            held = self._held.setdefault(form_no, dict.fromkeys(self._known.results.get(form_no, ())))
            found = spelling(item, held, self._meanings, self._labels.of(form_no, "product"))
            self._spelled[form_no, item] = found
            held[found] = None
        return self._spelled[form_no, item]

    def _units(self, forms: Canonical, items: Canonical, met: Canonical, units: Canonical) -> Canonical:
        return [
            self._meanings.unit(item, self._labels.of(form_no, "product"))
            if unit == "" and form_no and item and item != other else unit
            for form_no, item, other, unit in zip(forms, items, met, units, strict=True)
        ]  # fmt: skip


def check_void(one: Draft, known: Known) -> None:
    """Refuse results for a batch that is recorded as void; what is recorded already may stand in a file again."""
    cells = zip(*(one.column(name) for name in ("form_no", "item", "value")), strict=True)
    for row, (form_no, item, value) in enumerate(cells):
        sample = known.samples.get(form_no or "", {})
        held = known.results.get(form_no or "", {}).get(item or "", ("", "", ""))
        if sample.get("status") == BatchStatus.VOID and value != held[0]:
            one.refuse(row, "form_no", BadCell("void-batch", form_no=form_no, reason=sample["void_reason"] or "—"))


def spelling(item: str, held: Collection[str], meanings: Meanings, product: str) -> str:
    """The item as it is among those that are held, where the names differ in width or spaces or mean the same."""
    if item in held:
        return item
    same = next((known for known in held if folded(known) == folded(item)), None)
    meaning = meanings.of(item, product)
    if same is None and meaning is not None:
        same = next((known for known in held if meanings.of(known, product) == meaning), None)
    return same or item
