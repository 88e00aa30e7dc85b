"""A laboratory's results as judged: each batch with what fails or is open, and how sure the limits are."""

from collections import Counter
from collections.abc import Collection, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fuelcheck.cli.punctuation import listed
from fuelcheck.cli.shown_remarks import show_remarks
from fuelcheck.cli.shown_standard import CONFIDENCE_COLOURS, confidence_word, item_name, term
from fuelcheck.judging import JudgedBatch, JudgedFile
from fuelcheck.language import _, say
from fuelcheck.rules.verdicts import ItemVerdict
from fuelcheck.words import Conclusion, Confidence, Product, Verdict

_COLOURS = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.UNDECIDED: "yellow"}
_OPEN = "question-beside"
"""What is open about an edition and has no bearing: said once below all its batches."""
_INCOMPLETE = "incomplete"
"""The reason that names itself what was not tested."""
FEW = 5
"""Up to so many batches every item is told unasked."""
_TOLD = (Verdict.FAIL, Verdict.UNDECIDED)


def show(judged: JudgedFile, console: Console | None = None, *, in_full: bool = False) -> None:
    """Print the batches and a summary; of a refused file its faults.

    ``in_full``, and for a few batches always, every item is told, so that a pass can be defended, too.
    """
    if not judged.accepted:
        show_remarks(_("Faults"), judged.faults)
        return
    screen = console or Console(highlight=False)
    told = tuple(Verdict) if in_full or len(judged.batches) <= FEW else _TOLD
    for batch in judged.batches:
        for line in _batch(batch, told):
            _put(screen, line)
    for text in dict.fromkeys(r.message for one in judged.batches for r in one.verdict.beside if r.code == _OPEN):
        _put(screen, Text(f"· {text}", style="yellow"))
    _put(screen, _summary(judged))


def _put(screen: Console, line: Text) -> None:
    """A line as it is; on a terminal what does not fit stands below it, indented like it."""
    if not screen.is_terminal:
        screen.print(line, soft_wrap=True)
        return
    start = len(line.plain) - len(line.plain.lstrip(" ·"))
    hanging = Table.grid()
    hanging.add_column(no_wrap=True)
    hanging.add_column(overflow="fold")
    hanging.add_row(line[:start], line[start:])
    screen.print(hanging)


def _batch(batch: JudgedBatch, told: Collection[Verdict]) -> Iterator[Text]:
    verdict = batch.verdict
    yield _heading(batch)
    if batch.differs and batch.laboratory:
        yield Text(_difference(batch.laboratory, verdict.verdict), style="bold red")
    yield Text(f"   {verdict.sentence}")
    for remark in (*verdict.reasons, *verdict.beside):
        if remark.code != _OPEN:
            yield Text(f"   · {remark.message}", style="yellow")
    for item in verdict.items:
        if item.verdict in told:
            yield _item(item)
            yield Text(f"      {item.sentence}")
        if item.hint:
            yield Text(f"      {item.hint}", style="yellow")
    if verdict.not_tested and _INCOMPLETE not in verdict.codes:
        yield Text(say(_("   not tested: {items}"), items=listed(_names(batch))), style="dim")


def _heading(batch: JudgedBatch) -> Text:
    verdict, sample = batch.verdict, batch.reported.sample
    fuel = " ".join(filter(None, (term(Product(sample.product)), sample.grade)))
    text = Text(f"{verdict.form_no}  {fuel}  {sample.sampled_on}  ", style="bold")
    text.append(term(verdict.verdict), style=_COLOURS[verdict.verdict])
    text.append("  " + (" ".join(filter(None, (verdict.standard, verdict.phase))) or _("no standard")))
    if batch.laboratory:
        text.append("  " + say(_("laboratory: {conclusion}"), conclusion=term(batch.laboratory)), style="not bold")
    if unsure := _unsure(batch):
        limits = len(_used(batch))
        doubt = say(_("{unsure} of {limits} limits used are not confirmed"), unsure=unsure, limits=limits)
        text.append(f"  ({doubt})", style="not bold yellow")
    return text


def _difference(laboratory: Conclusion, ours: Verdict) -> str:
    sentence = _("   The laboratory concluded {laboratory}, we {ours}: look again before a notice goes out")
    return say(sentence, laboratory=term(laboratory), ours=term(ours))


def _item(item: ItemVerdict) -> Text:
    text = Text("   ")
    text.append(term(item.verdict), style=_COLOURS.get(item.verdict, "dim"))
    text.append(f"  {item.name}  {item.value} {item.unit}".rstrip())
    if item.limit_shown is not None:
        text.append("  " + say(_("limit {limit}"), limit=item.limit_shown))
    if item.confidence is not None:
        text.append(f"  [{confidence_word(item.confidence)}]", style=CONFIDENCE_COLOURS[item.confidence])
        basis = listed(filter(None, (item.method, item.clause)))
        text.append(f"  ({basis})" if basis else "", style="dim")
    return text


def _names(batch: JudgedBatch) -> Iterator[str]:
    for key in batch.verdict.not_tested:
        item = batch.standard.item(key) if batch.standard else None
        yield item_name(item) if item else key


def _unsure(batch: JudgedBatch) -> int:
    """How many of the limits used nobody here has checked against the official text."""
    return sum(one is not Confidence.OFFICIAL for one in _used(batch))


def _used(batch: JudgedBatch) -> list[Confidence]:
    """How sure each limit is that a result was held against: an item not tested has used none."""
    return [item.confidence for item in batch.verdict.items if item.tested and item.confidence is not None]


def _summary(judged: JudgedFile) -> Text:
    count = Counter(batch.verdict.verdict for batch in judged.batches)
    sentence = _(
        "{batches} batches: {passed} pass, {failed} fail, {undecided} undecided; {part} not completely tested, "
        "{unsure} judged by limits that are not all confirmed, {differing} contrary to the laboratory. The "
        "laboratory's signed conclusion is the legal one"
    )
    shown = {
        "batches": len(judged.batches), "passed": count[Verdict.PASS], "failed": count[Verdict.FAIL],
        "undecided": count[Verdict.UNDECIDED], "part": sum(not one.verdict.complete for one in judged.batches),
        "unsure": sum(_unsure(one) > 0 for one in judged.batches),
        "differing": sum(one.differs for one in judged.batches),
    }  # fmt: skip
    return Text(say(sentence, **shown), style="bold")
