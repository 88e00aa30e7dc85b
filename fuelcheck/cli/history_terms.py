"""What the history of a row is told in: nouns, what happened to them, and their fields by name.

A field is called as the ledger's column that fills it; what no ledger brings has a name of its own
here. Keys that only programs need, and personal data of which a version holds but a hash, are left out.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from fuelcheck.language import N_, _, current
from fuelcheck.ledgers.column import Form, Sheet
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.words import BatchStep, RetestStep, SheetKind, Word

if TYPE_CHECKING:
    from fuelcheck.store.versions import Step

_NOUNS = {
    "division": N_("county"), "policy": N_("policy"), "standard": N_("standard"), "programme": N_("programme"),
    "confirmation": N_("confirmation of a limit"), "laboratory": N_("laboratory"), "inspector": N_("inspector"),
    "account": N_("account"), "token": N_("token"), "site": N_("site"), "site_change": N_("change of a site"),
    "visit": N_("visit"), "batch": N_("batch"), "report": N_("report"), "result": N_("results"),
    "delivery": N_("delivery"), "batch_event": N_("step"), "vehicle": N_("vehicle"),
    "measure_value": N_("reported figure"), "roadside_check": N_("check"), "retest_event": N_("re-test"),
    "attachment": N_("attachment"), "erasure": N_("driver"), "answer": N_("answer to a notice"),
    "document": N_("document"), "ledger_import": N_("import"), "ledger_mapping": N_("mapping of columns"),
}  # fmt: skip
_KINDS = {
    "sampled": N_("sampled"), "reported": N_("reported"), "corrected": N_("corrected"), "replaced": N_("replaced"),
    "withdrawn": N_("withdrawn"), "recorded": N_("recorded"), "amended": N_("amended"), "filled": N_("filled in"),
    "voided": N_("declared void"), "restored": N_("restored"), "undone": N_("taken back"), "removed": N_("removed"),
    "delivered": N_("handed over"), "received": N_("received"), "turned_away": N_("turned away"),
    "registered": N_("registered"), "erased": N_("erased"), "attached": N_("attached"), "answered": N_("answered"),
    "closed": N_("closed"), "confirmed": N_("confirmed"), "founded": N_("founded"), "imported": N_("imported"),
    "issued": N_("issued"), "revoked": N_("revoked"), "remembered": N_("remembered"), "role": N_("role changed"),
}  # fmt: skip
_FIELDS = {
    "code": N_("site code"), "started_at": N_("begun at"), "ended_at": N_("ended at"), "longitude": N_("longitude"),
    "latitude": N_("latitude"), "datum": N_("coordinate system"), "seal_test": N_("seal of the test sample"),
    "seal_retained": N_("seal of the retained sample"), "quantity": N_("quantity"), "price": N_("price"),
    "supplier": N_("supplier"), "delivery_note_no": N_("number of the delivery note"), "claims": N_("own claims"),
    "withdrawn": N_("withdrawn"), "corrects": N_("corrects report"), "delivered_on": N_("handed over on"),
    "delivered_by": N_("handed over by"), "received_on": N_("received on"), "received_by": N_("received by"),
    "condition": N_("condition"), "refused": N_("turned away because"), "step": N_("what happened"),
    "happened_on": N_("day"), "report_n": N_("report"), "note": N_("note"), "evidence": N_("evidence"),
    "form_no": N_("form number"), "record_no": N_("record number"), "laboratory": N_("laboratory"),
    "name": N_("name"), "media_type": N_("kind of file"), "size": N_("size"), "taken_at": N_("taken at"),
}  # fmt: skip
_LEDGERS = {
    "site": SheetKind.SITES, "site_change": SheetKind.SITE_CHANGES, "visit": SheetKind.VISITS,
    "batch": SheetKind.SAMPLES, "report": SheetKind.SAMPLES, "result": SheetKind.RESULTS,
    "vehicle": SheetKind.VEHICLES, "roadside_check": SheetKind.ROADSIDE_CHECKS,
}  # fmt: skip
_STEPS: Mapping[str, type[Word]] = {"batch_event": BatchStep, "retest_event": RetestStep}
_KEYS = frozenset({"id", "division", "n", "visit_id", "year", "checked_on", "sha256", "shown_sha256", "driver"})


def happened(step: "Step") -> str:
    """What was done to what, in the tongue in use: ``batch sampled``."""
    if (step.noun, step.kind) == ("report", "corrected"):  # the new one; the one that it corrects stays as it was
        return _("correcting report")
    return f"{noun(step.noun)} {_(_KINDS.get(step.kind, step.kind))}"


def noun(name: str) -> str:
    """What a row is, in the tongue in use."""
    return _(_NOUNS.get(name, name))


def fields(step: "Step") -> Iterator[tuple[str, str, str]]:
    """(field, old, new) of all that a person reads; "" where nothing stood."""
    sheet = SHEETS[_LEDGERS[step.noun]] if step.noun in _LEDGERS else None
    for name, old, new in step.fields:
        if name not in _KEYS:
            yield _name(name, sheet), _value(step.noun, name, old, sheet), _value(step.noun, name, new, sheet)


def _name(name: str, sheet: Sheet | None) -> str:
    if sheet is None or all(column.name != name for column in sheet.columns):
        return _(_FIELDS[name]) if name in _FIELDS else name.replace("_", " ")
    return sheet.column(name).zh if current() == "zh" else name.replace("_", " ")


def _value(of: str, name: str, value: str, sheet: Sheet | None) -> str:
    column = next((one for one in sheet.columns if one.name == name), None) if sheet else None
    words = (column.words if column else None) or (_STEPS.get(of) if name == "step" else None)
    if words is not None and value in list(words):
        return words(value).zh if current() == "zh" else words(value).en
    if column is not None and (column.form is Form.MOMENT or current() == "zh"):
        return column.written(value)
    return value
