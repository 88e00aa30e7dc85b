"""The life of a batch as a person reads it: seals and papers, the time line, what is due, hand-overs, photographs."""

from collections.abc import Iterator

from rich.text import Text

from fuelcheck.language import N_, _, current, say
from fuelcheck.rules.life import Moved
from fuelcheck.standing.batch_evidence import BatchEvidence
from fuelcheck.store.types import Content
from fuelcheck.words import BatchState, BatchStep, Word

_COLOURS = {
    BatchState.VOID: "bold red",
    BatchState.FAILED: "red",
    BatchState.PASSED: "green",
    BatchState.CLOSED: "green",
}
_DUE = {
    BatchStep.OBJECT: N_("The station may object until {day}"),
    BatchStep.CORRECT: N_("To be corrected by {day}"),
    BatchStep.RECHECK_PASS: N_("A recheck is due by {day}"),
}


def sealed_lines(evidence: BatchEvidence) -> Iterator[Text]:
    """What is written on the form besides the ledger's columns, and where the team was."""
    form, spot = evidence.sealed, evidence.spot
    if form["seal_test"]:
        seals = {"test": form["seal_test"], "retained": form["seal_retained"]}
        yield Text(say(_("Seals: test portion {test}, retained portion {retained}"), **seals))
    told = [
        say(sentence, value=form[column])
        for column, sentence in (
            ("quantity", _("for {value} litres")), ("price", _("{value} yuan a litre")),
            ("supplier", _("from {value}")), ("delivery_note_no", _("delivery note {value}")),
        )
        if form[column]
    ]  # fmt: skip
    if told:
        yield Text(_comma().join(told))
    if evidence.claims:
        claims = _comma().join(f"{item} {limit}" for item, limit in evidence.claims.items())
        yield Text(say(_("The station promises: {claims}"), claims=claims))
    if spot["longitude"]:
        yield Text(say(_("At {longitude}, {latitude} ({datum})"), **{**spot, "datum": spot["datum"] or "WGS-84"}))


def life_lines(evidence: BatchEvidence) -> Iterator[Text]:
    """Where the batch stands, each step that led there, and what is due."""
    yield Text(_word(evidence.state), style=_COLOURS.get(evidence.state, "yellow"))
    notes = {(row["step"], row["happened_on"]): row["note"] for row in evidence.steps}
    for moved in evidence.life:
        day = "—" if moved.on is None else moved.on.isoformat()
        yield _step(moved, day, notes.get((moved.step, day)))
    yield from (Text(say(_(_DUE[due.step]), day=due.by), style="yellow") for due in evidence.dues)


def paper_lines(evidence: BatchEvidence) -> Iterator[Text]:
    """Hand-overs to laboratories, and attachments with their hashes."""
    yield from map(_delivery, evidence.deliveries)
    for file in evidence.attachments:
        yield Text(f"{file.name}  {file.media_type}  {file.sha256}", style="dim")


def _step(moved: Moved, day: str, note: str | None) -> Text:
    text = Text(f"{day}  {_word(moved.step)} → {_word(moved.state)}")
    if moved.overtaken:
        text = Text(f"{day}  {_word(moved.step)}  ").append(_("overtaken by a later report"), style="dim")
    return text.append(f"  {note}", style="dim") if note else text


def _delivery(row: Content) -> Text:
    words = {**row, "condition": row["condition"] or "—"}
    text = Text(say(_("{delivered_on}: {delivered_by} handed it over to {laboratory}"), **words))
    if row["refused"] is not None:
        text.append("  " + say(_("{received_on}: turned away by {received_by}: {refused}"), **words), style="red")
    elif row["received_on"]:
        text.append("  " + say(_("{received_on}: received by {received_by}; {condition}"), **words))
    return text


def _comma() -> str:
    return "，" if current() == "zh" else ", "


def _word(value: Word) -> str:
    return value.zh if current() == "zh" else value.en
