"""Judging: results in, verdicts out. Pure and total: no file, no clock, and no input raises.

A ``Judge`` knows the standards and remembers what it has judged: texts repeat (a million results
of sulphur are a few hundred different ones), so most verdicts are one look into a dictionary. The
memo's key is all that a verdict depends on: standard, grade, season and open questions by the
bench, then item, result and unit as written. Decimal and half-even stay the only arithmetic.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fuelcheck.law.standards import Programme, Standard
from fuelcheck.rules.claims import with_claims_by_key
from fuelcheck.rules.concluding import batch_verdict
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.item_verdicts import item_verdict
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.rules.verdicts import BatchVerdict, ItemVerdict
from fuelcheck.rules.yardstick import Yardstick, yardstick_for

_REMEMBERED = 50_000
"""Verdicts that one bench remembers before it begins anew: memory stays flat whatever comes."""

Line = tuple[str, str, str]
"""Item, result and unit as written; a ``Result`` is one, and so is a row of a cursor."""


class Memo(dict[Line, ItemVerdict]):
    """The verdicts by one yardstick, each judged when it is first asked for."""

    __slots__ = ("_names", "_yardstick")

    def __init__(self, names: Names, yardstick: Yardstick) -> None:
        super().__init__()
        self._names = names
        self._yardstick = yardstick

    def __missing__(self, line: Line) -> ItemVerdict:
        if len(self) >= _REMEMBERED:
            self.clear()
        verdict = self[line] = item_verdict(*line, self._names, self._yardstick)
        return verdict


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the results of samples of one kind are judged; benches of the same yardstick share a memo."""

    yardstick: Yardstick
    memo: Memo

    def verdict(self, item: str, value: str, unit: str = "") -> ItemVerdict:
        """The verdict on one line of a report, as written."""
        return self.memo[item, value, unit]

    def verdicts(self, lines: Iterable[Line]) -> list[ItemVerdict]:
        """The verdicts on the lines of one report."""
        return [self.memo[line] for line in lines]


class Judge:
    """Judges batches by the given standards; the same judge for many batches is what makes it fast."""

    def __init__(self, standards: Iterable[Standard]) -> None:
        self._standards = tuple(standards)
        self._names = Names(self._standards)
        self._benches: dict[tuple[object, ...], Bench] = {}
        self._memos: dict[tuple[object, ...], Memo] = {}

    @property
    def names(self) -> Names:
        """The names of all items of its standards."""
        return self._names

    def bench(self, sample: Sample) -> Bench:
        """The bench for results of ``sample``; equal for samples of the same label, day and site."""
        claims = tuple(sorted(sample.claims.items()))
        asked = (sample.product, sample.grade, sample.sampled_on, sample.site_kind, sample.named_standard, claims)
        if asked not in self._benches:
            if len(self._benches) >= _REMEMBERED:
                self._benches.clear()
                self._memos.clear()
            yardstick = with_claims_by_key(yardstick_for(sample, self._standards), self._names)
            memo = self._memos.setdefault(yardstick.key, Memo(self._names, yardstick))
            self._benches[asked] = Bench(yardstick, memo)
        return self._benches[asked]

    def judge(self, sample: Sample, results: Iterable[Result], programme: Programme | None = None) -> BatchVerdict:
        """The verdict on one batch; ``programme`` is the one that it belongs to, None for none."""
        bench = self.bench(sample)
        return batch_verdict(sample.form_no, bench.verdicts(results), bench.yardstick, programme)

    def judge_many(
        self, batches: Iterable[tuple[Sample, Iterable[Result]]], programme: Programme | None = None
    ) -> Iterator[BatchVerdict]:
        """Batch after batch, each as it comes; nothing but the memo is kept."""
        for sample, results in batches:
            yield self.judge(sample, results, programme)


def judge_results(lines: Iterable[tuple[Bench, Line]]) -> Iterator[ItemVerdict]:
    """Line after line without batches: for counting over very many results."""
    for bench, line in lines:
        yield bench.memo[line]


def judge(
    sample: Sample, results: Iterable[Result], standards: Iterable[Standard], programme: Programme | None = None
) -> BatchVerdict:
    """One batch, by the given standards; for many batches keep a ``Judge``."""
    return Judge(standards).judge(sample, results, programme)
