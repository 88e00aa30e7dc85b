"""What a judgement says: of an item, of a batch, each outcome with the sentence that explains it.

A verdict of ours is a cross-check. The laboratory's signed conclusion is the legal one and alone
moves a case; where the two contradict each other a person is told, and neither is overwritten.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from fuelcheck.faults import SENTENCES, Remark
from fuelcheck.language import N_, current, say
from fuelcheck.law.standards import Limit, LimitKind
from fuelcheck.words import Conclusion, Confidence, Product, Unit, Verdict

_SURENESS = tuple(Confidence)

ABOUT_ITEM = N_("{item}: {what}")


def limit_text(limit: Limit) -> str:
    """A limit as programs read it: ``<= 10``, ``>= 60``, ``8.0 - 12.0``, ``无``."""
    match limit.kind:
        case LimitKind.TEXT:
            return limit.text or ""
        case LimitKind.MAX:
            return f"<= {limit.high:f}"
        case LimitKind.MIN:
            return f">= {limit.low:f}"
        case _:
            return f"{limit.low:f} - {limit.high:f}"


def limit_in_signs(limit: Limit) -> str:
    """A limit as people read it: ``≤ 10``, ``≥ 60``, ``8.0–12.0``, ``无``."""
    written = limit_text(limit)
    return written if limit.kind is LimitKind.TEXT else in_signs(written)


def in_signs(written: str) -> str:
    """A figure that ``limit_text`` wrote, as people read it."""
    return written.replace("<=", "≤").replace(">=", "≥").replace(" - ", "–")


@dataclass(frozen=True, slots=True)
class ItemNames:
    """Names of items in a sentence: printed in the tongue in which it is read."""

    zh: tuple[str, ...]
    en: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self.en) if current() == "en" else "、".join(self.zh)


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """What became of one line of a report.

    ``item`` is the key of limits (the name as written where it is not known), ``value`` and
    ``unit`` stand as written. ``limits`` are those that it was held against: one, or in the days
    after a change of season two; ``claim`` is the station's own stricter promise where that
    decides. ``near`` is the reproducibility of the test method where the result lies within it
    of a limit. ``code`` names the sentence in ``faults``, ``values`` fill it.
    """

    item: str
    name_zh: str
    name_en: str
    value: str
    unit: str
    verdict: Verdict
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    standard_unit: Unit | None = None
    limits: tuple[Limit, ...] = ()
    claim: Limit | None = None
    method: str = ""
    clause: str = ""
    near: Decimal | None = None

    @property
    def tested(self) -> bool:
        """Whether there is a result at all."""
        return self.verdict is not Verdict.NOT_TESTED

    @property
    def limit(self) -> str | None:
        """The limits as programs read them; None where there is none."""
        return " / ".join(dict.fromkeys(map(limit_text, self.limits))) or None

    @property
    def limit_shown(self) -> str | None:
        """The limits as people read them, with their unit; None where there is none."""
        return self._in_signs(self.limits) or None

    @property
    def confidence(self) -> Confidence | None:
        """The weakest confidence of the limits; None where there is none."""
        return max((limit.confidence for limit in self.limits), key=_SURENESS.index, default=None)

    @property
    def name(self) -> str:
        """The item's name in the tongue in use."""
        return self.name_en if current() == "en" else self.name_zh

    @property
    def sentence(self) -> str:
        """One sentence about this item for whoever runs the station."""
        return say(ABOUT_ITEM, item=self.name, what=self._what(self.code, self.values))

    @property
    def hint(self) -> str | None:
        """The sentence that a result so near to its limit is likely to be contested."""
        if self.near is None:
            return None
        shown = f"{self.near:.3g} {self._unit()}".strip()
        return say(ABOUT_ITEM, item=self.name, what=self._what("near-limit", {"reproducibility": shown}))

    def _what(self, code: str, values: Mapping[str, object]) -> str:
        decisive = (self.claim,) if self.claim is not None else self.limits
        shown = {
            "value": f"{self.value} {self.unit}".strip(),
            "unit": self.unit,
            "limit": self._in_signs(decisive),
        }
        return say(SENTENCES[code], **{**shown, **values})

    def _in_signs(self, limits: Iterable[Limit]) -> str:
        return " / ".join(dict.fromkeys(map(self._limit, limits)))

    def _limit(self, limit: Limit) -> str:
        written = limit_in_signs(limit)
        return written if limit.kind is LimitKind.TEXT else f"{written} {self._unit()}".strip()

    def _unit(self) -> str:
        unit = self.standard_unit
        if unit is None or unit is Unit.NONE:
            return ""
        return unit.value if current() == "en" else unit.zh


@dataclass(frozen=True, slots=True)
class BatchVerdict:
    """What became of a batch: its verdict, its items, what was not tested, and why it is undecided.

    ``standard`` is the one in force for the product on the sampling day, None where there is
    none; ``complete``: every item that the programme (without one, the standard) asks for was
    tested; ``not_tested`` are the others' keys. ``reasons`` are about the batch itself; what is
    open about an item stands in the item. ``beside`` is told and has no bearing.
    """

    form_no: str
    product: Product | None
    grade: str | None
    standard: str | None
    phase: str | None
    verdict: Verdict
    complete: bool
    items: tuple[ItemVerdict, ...]
    not_tested: tuple[str, ...]
    reasons: tuple[Remark, ...] = ()
    beside: tuple[Remark, ...] = ()
    programme: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Why it is as it is, as codes: those of the batch, then of its undecided items, each once."""
        undecided = (item.code for item in self.items if item.verdict is Verdict.UNDECIDED)
        return tuple(dict.fromkeys((*(remark.code for remark in self.reasons), *undecided)))

    @property
    def sentence(self) -> str:
        """The verdict in one sentence."""
        met = [item for item in self.items if item.verdict is Verdict.PASS]
        failed = [item for item in self.items if item.verdict is Verdict.FAIL]
        undecided = [item for item in self.items if item.verdict is Verdict.UNDECIDED]
        code = "batch-passes" if self.complete else "batch-passes-in-part"
        if self.verdict is not Verdict.PASS:
            code = "batch-fails" if failed else "batch-undecided" if met else "batch-unjudged"
        names = ItemNames(tuple(item.name_zh for item in failed), tuple(item.name_en for item in failed))
        shown = {
            "standard": " ".join(filter(None, (self.standard, self.phase))), "met": len(met), "failed": names,
            "missing": len(self.not_tested), "open": len(self.reasons) + len(undecided),
        }  # fmt: skip
        return say(SENTENCES[code], **shown)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence by which the verdict can be defended: the batch's, then its items'."""
        return (self.sentence, *(remark.message for remark in self.reasons), *(item.sentence for item in self.items))

    def contradicts(self, conclusion: Conclusion | None) -> bool:
        """Whether the laboratory's conclusion is the opposite of a verdict that decides."""
        opposite = {Verdict.PASS: Conclusion.FAIL, Verdict.FAIL: Conclusion.PASS}
        return conclusion is not None and opposite.get(self.verdict) is conclusion
