"""What a judged check says: of an item, of the vehicle, each with a sentence that its driver understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fuelcheck.faults import SENTENCES, Remark
from fuelcheck.language import current, say
from fuelcheck.rules.verdicts import ABOUT_ITEM
from fuelcheck.words import CheckItem, CheckMethod, Confidence, EmissionUnit, LimitSet, Verdict, Word


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of closed lists in a sentence: printed in the tongue in which it is read."""

    words: tuple[Word, ...]

    def __str__(self) -> str:
        if current() == "en":
            return "; ".join(word.en for word in self.words)
        return "、".join(word.zh for word in self.words)


@dataclass(frozen=True, slots=True)
class CheckItemVerdict:
    """What became of one item of a check.

    ``value`` is the mean of the readings, one of them (``point`` says which), or the state found;
    ``limit`` is as programs read it (``<= 1.2``, ``ok``). ``formal`` False: a screening, which never
    fails by itself. ``code`` names the sentence in ``faults``, ``values`` fill it.
    """

    item: CheckItem
    value: str
    verdict: Verdict
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    unit: EmissionUnit | None = None
    limit: str | None = None
    point: str = ""
    confidence: Confidence | None = None
    clause: str = ""
    sources: tuple[str, ...] = ()
    formal: bool = True

    @property
    def name(self) -> str:
        """The item in the tongue in use, with the point at which it was measured."""
        return f"{Terms((self.item,))} {self.point}".strip()

    @property
    def value_shown(self) -> str:
        """The value with its unit, in the tongue in use."""
        return self._with_unit(self.value)

    @property
    def limit_shown(self) -> str:
        """The limit with its unit; empty where there is none."""
        return self._with_unit(self.limit.replace("<=", "≤").replace(">=", "≥")) if self.limit else ""

    @property
    def sentence(self) -> str:
        """One sentence about this item for the driver."""
        return say(ABOUT_ITEM, item=self.name, what=self.what)

    @property
    def what(self) -> str:
        """The same without the item's name, so that items of which it is true alike can share it."""
        shown = {"value": self.value_shown, "limit": self.limit_shown}
        return say(SENTENCES[self.code], **{**shown, **self.values})

    def _with_unit(self, written: str) -> str:
        return f"{written} {self.unit.zh if current() == 'zh' else self.unit.value}" if self.unit else written


@dataclass(frozen=True, slots=True)
class CheckVerdict:
    """What became of a check.

    ``standard`` is the edition in force on the day, None where there is none. ``not_tested`` are the
    items of which nothing was written down though the method asks for them, and the states that
    nobody looked at. ``reasons`` are about the check itself; ``notices`` are told and have no bearing.
    """

    record_no: str
    checked_on: date | None
    method: CheckMethod | None
    limit_set: LimitSet
    standard: str | None
    verdict: Verdict
    items: tuple[CheckItemVerdict, ...]
    not_tested: tuple[CheckItem, ...] = ()
    reasons: tuple[Remark, ...] = ()
    notices: tuple[Remark, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Why it is undecided, as codes: those of the check, then of its undecided items, each once."""
        undecided = (item.code for item in self.items if item.verdict is Verdict.UNDECIDED)
        return tuple(dict.fromkeys((*(remark.code for remark in self.reasons), *undecided)))

    @property
    def sentence(self) -> str:
        """The verdict in one sentence."""
        failed = tuple(dict.fromkeys(item.item for item in self.items if item.verdict is Verdict.FAIL))
        undecided = sum(item.verdict is Verdict.UNDECIDED for item in self.items)
        code = {Verdict.PASS: "check-passes", Verdict.FAIL: "check-fails"}.get(self.verdict, "check-undecided")
        shown = {
            "standard": self.standard, "failed": Terms(failed), "open": len(self.reasons) + undecided,
            "met": sum(item.verdict is Verdict.PASS for item in self.items),
        }  # fmt: skip
        return say(SENTENCES[code], **shown)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence by which the verdict can be explained: the check's, then its items'."""
        return (self.sentence, *(remark.message for remark in self.reasons), *(item.sentence for item in self.items))
