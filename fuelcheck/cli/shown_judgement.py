"""A laboratory's results as judged: each batch with what fails or is open, and how sure the limits are."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from fuelcheck.cli.shown_remarks import show_remarks
from fuelcheck.cli.shown_standard import CONFIDENCE_COLOURS, confidence_word, item_name
from fuelcheck.judging import JudgedBatch, JudgedFile
from fuelcheck.language import _, current, say
from fuelcheck.rules.verdicts import ItemVerdict
from fuelcheck.words import Confidence, Product, Verdict, Word

_COLOURS = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.UNDECIDED: "yellow"}
_OPEN = "question-beside"
"""What is open about an edition and has no bearing: said once below all its batches."""
_TOLD = (Verdict.FAIL, Verdict.UNDECIDED)


def show(judged: JudgedFile, console: Console | None = None) -> None:
    """Print the batches and a summary; of a refused file its faults."""
    if not judged.accepted:
        show_remarks(_("Faults"), judged.faults)
        return
    screen = console or Console(highlight=False)
    for batch in judged.batches:
        for line in _batch(batch):
            screen.print(line, soft_wrap=True)
    for text in dict.fromkeys(r.message for one in judged.batches for r in one.verdict.beside if r.code == _OPEN):
        screen.print(Text(f"· {text}", style="yellow"), soft_wrap=True)
    screen.print(_summary(judged), soft_wrap=True)


def _batch(batch: JudgedBatch) -> Iterator[Text]:
    verdict = batch.verdict
    yield _heading(batch)
    yield Text(f"   {verdict.sentence}")
    for remark in (*verdict.reasons, *verdict.beside):
        if remark.code != _OPEN:
            yield Text(f"   · {remark.message}", style="yellow")
    for item in verdict.items:
        if item.verdict in _TOLD:
            yield _item(item)
            yield Text(f"      {item.sentence}")
        if item.hint:
            yield Text(f"      {item.hint}", style="yellow")
    if verdict.not_tested:
        names = ("、" if current() == "zh" else "; ").join(_names(batch))
        yield Text(say(_("   not tested: {items}"), items=names), style="dim")


def _heading(batch: JudgedBatch) -> Text:
    verdict, sample = batch.verdict, batch.reported.sample
    fuel = " ".join(filter(None, (_word(Product(sample.product)), sample.grade)))
    text = Text(f"{verdict.form_no}  {fuel}  {sample.sampled_on}  ", style="bold")
    text.append(_word(verdict.verdict), style=_COLOURS[verdict.verdict])
    text.append("  " + (" ".join(filter(None, (verdict.standard, verdict.phase))) or _("no standard")))
    if unsure := _unsure(batch):
        limits = sum(item.confidence is not None for item in verdict.items)
        doubt = say(_("{unsure} of {limits} limits used are not confirmed"), unsure=unsure, limits=limits)
        text.append(f"  ({doubt})", style="not bold yellow")
    return text


def _item(item: ItemVerdict) -> Text:
    text = Text("   ")
    text.append(_word(item.verdict), style=_COLOURS[item.verdict])
    text.append(f"  {item.name}  {item.value} {item.unit}".rstrip())
    if item.limit is not None:
        text.append("  " + say(_("limit {limit}"), limit=item.limit))
    if item.confidence is not None:
        text.append(f"  [{confidence_word(item.confidence)}]", style=CONFIDENCE_COLOURS[item.confidence])
    return text


def _names(batch: JudgedBatch) -> Iterator[str]:
    for key in batch.verdict.not_tested:
        item = batch.standard.item(key) if batch.standard else None
        yield item_name(item) if item else key


def _unsure(batch: JudgedBatch) -> int:
    """How many of its results were held against a limit that nobody has checked against the official text."""
    return sum(item.confidence not in (None, Confidence.CONFIRMED) for item in batch.verdict.items)


def _summary(judged: JudgedFile) -> Text:
    count = Counter(batch.verdict.verdict for batch in judged.batches)
    sentence = _(
        "{batches} batches: {passed} pass, {failed} fail, {undecided} undecided; {part} not completely tested, "
        "{unsure} judged by limits that are not all confirmed. The laboratory's signed conclusion is the legal one"
    )
    shown = {
        "batches": len(judged.batches), "passed": count[Verdict.PASS], "failed": count[Verdict.FAIL],
        "undecided": count[Verdict.UNDECIDED], "part": sum(not one.verdict.complete for one in judged.batches),
        "unsure": sum(_unsure(one) > 0 for one in judged.batches),
    }  # fmt: skip
    return Text(say(sentence, **shown), style="bold")


def _word(word: Word) -> str:
    return word.zh if current() == "zh" else word.value.replace("_", " ")
