"""What a person should look at in a laboratory's work: scope, approval, delay, and what contradicts our judging.

What a contract demands is what the programme (实施细则) says that the batch belongs to, in calendar
days from the sampling. Where laboratory and judging contradict each other its conclusion stands
(it is signed, ours is a cross-check): the notice asks a person to compare before anything is sent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fuelcheck.language import current
from fuelcheck.law.standards import Programme
from fuelcheck.rules.belonging import programme_of
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.noticed import Notice, Seen, notice, past
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.rules.verdicts import BatchVerdict, ItemNames, ItemVerdict
from fuelcheck.words import Conclusion

_NO_ITEM = ("item-unknown", "item-ambiguous", "group-line", "group-by-members")
"""Lines of a report that are not the test of one known item: of them no register says anything."""


def out_of_scope(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    """A product that the register does not list for the laboratory."""
    for batch in batches if seen.laboratories else ():
        laboratory = seen.laboratories.get(batch.laboratory)
        if laboratory is not None and laboratory.products and batch.product not in laboratory.products:
            yield notice("laboratory-out-of-scope", batch, laboratory=laboratory.name, product=Terms((batch.product,)))


def expired(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    """Its approval had run out when it reported, or before it could: when the sample was drawn."""
    for batch in batches if seen.laboratories else ():
        laboratory = seen.laboratories.get(batch.laboratory)
        day = batch.reported_on or batch.sampled_on
        if laboratory is not None and past(laboratory.valid_until, day):
            yield notice("laboratory-expired", batch, laboratory=laboratory.name, until=laboratory.valid_until, day=day)


def unknown(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    """There is a register, and the laboratory that is named is not in it."""
    for batch in batches if seen.laboratories else ():
        if batch.laboratory and batch.laboratory not in seen.laboratories:
            yield notice("laboratory-unknown", batch, (batch.laboratory,), laboratory=batch.laboratory)


def item_out_of_scope(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    """Results of items that the register does not list for the laboratory, all of a batch in one notice."""
    for batch in batches if seen.verdicts else ():
        laboratory, verdict = seen.laboratories.get(batch.laboratory), seen.verdicts.get(batch.form_no)
        if laboratory is None or verdict is None or not laboratory.items:
            continue
        beyond = {i.item: i for i in verdict.items if i.tested and i.code not in _NO_ITEM}
        beyond = {key: item for key, item in beyond.items() if key not in laboratory.items}
        if beyond:
            names = ((item.name_zh, item.name_en) for item in beyond.values())
            items = ItemNames(*zip(*names, strict=True))
            yield notice("item-out-of-scope", batch, tuple(sorted(beyond)), laboratory=laboratory.name, items=items)


def late_for_contract(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    """The first report came later than the contract's days after the sampling."""
    for batch in batches if seen.programmes else ():
        due = contract_day(batch, seen.programmes)
        if due is not None and batch.reported_on is not None and batch.reported_on > due:
            yield notice(
                "late-for-contract", batch, laboratory=batch.laboratory or "–", days=(batch.reported_on - due).days,
                due=due, day=batch.reported_on,
            )  # fmt: skip


def contract_day(batch: BatchFact, programmes: Sequence[Programme]) -> date | None:
    """The last day on which its report is in time by the programme's contract; None if there is none."""
    programme = programme_of(batch, programmes)
    if programme is None or programme.contract_days is None:
        return None
    return batch.sampled_on + timedelta(days=programme.contract_days)


def verdict_differs(batches: Sequence[BatchFact], seen: Seen) -> Iterator[Notice]:
    """Laboratory and our judging contradict each other."""
    for batch in batches if seen.verdicts else ():
        verdict = seen.verdicts.get(batch.form_no)
        if verdict is not None and (told := differing(batch, verdict)) is not None:
            yield told


def differing(batch: BatchFact, verdict: BatchVerdict) -> Notice | None:
    """The notice that laboratory and our judging contradict each other; None where they do not.

    It names the items that we failed; where only the laboratory failed the batch, its words and
    every result that passes, since any of them may be the mistake.
    """
    if batch.conclusion is None or not verdict.contradicts(batch.conclusion):
        return None
    told = [i for i in verdict.items if i.verdict is verdict.verdict]
    others = (batch.conclusion.value, verdict.verdict.value, *(f"{i.item}={i.value} {i.unit}" for i in told))
    return notice(
        "verdict-differs", batch, others, conclusion=_Concluded(batch.conclusion, batch.failed_items),
        verdict=Terms((verdict.verdict,)), found=_Figures(tuple(told)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Concluded:
    """What the laboratory concluded, with the items that it failed as it names them."""

    conclusion: Conclusion
    failed_items: str

    def __str__(self) -> str:
        named = self.failed_items if self.conclusion is Conclusion.FAIL else ""
        return f"{Terms((self.conclusion,))}{_in_brackets(named)}"


@dataclass(frozen=True, slots=True)
class _Figures:
    """Items with their results as written and their limits, so that a slip of the pen is seen at once."""

    items: tuple[ItemVerdict, ...]

    def __str__(self) -> str:
        return ("; " if current() == "en" else "；").join(map(_figure, self.items))


def _figure(item: ItemVerdict) -> str:
    written = f"{item.name} {item.value} {item.unit}".rstrip()
    return written + _in_brackets(item.limit_shown or "")


def _in_brackets(text: str) -> str:
    if not text:
        return ""
    return f" ({text})" if current() == "en" else f"（{text}）"
