"""What a sample is held against: the standard of its day, its grade's column, its season, its claims.

The product on the form decides the standard (E10 is not judged as petrol), the sampling day the
edition, the label the grade. Where the grade is not known every grade of the product remains
possible, and a result is decided only if all of them agree. A report that rests on a standard
which may no longer be used (GB 252 since 2019) never ends in *pass*.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from fuelcheck.faults import Remark
from fuelcheck.law.standards import Item, Limit, OpenQuestion, Standard
from fuelcheck.rules.editions import basis_remark, questions_on, standard_for
from fuelcheck.rules.reported import Sample
from fuelcheck.rules.seasons import seasons_on
from fuelcheck.words import GRADES_OF, Product

_SUPERSEDED = "basis-superseded"
_DASHES = str.maketrans("‐‑‒–—―−", "-------", "#号")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """All that a sample's results are held against.

    ``grades`` and ``seasons`` are those that may apply, ``(None,)`` where there are none.
    ``obstacles`` keep a batch from passing; without a ``standard`` nothing can be judged.
    """

    standard: Standard | None
    product: Product | None
    grade: str | None
    grades: tuple[str | None, ...]
    seasons: tuple[str | None, ...]
    day: date | None
    claims: Mapping[str, str]
    obstacles: tuple[Remark, ...] = ()
    beside: tuple[Remark, ...] = ()
    order: Mapping[str, int] = field(default_factory=dict)
    """The items of the standard by key, with their place in it."""
    limited: tuple[str, ...] = ()
    """The keys of those that it limits for the grade."""

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for samples whose every result is judged alike."""
        standard = self.standard
        if standard is None or self.day is None:
            return (tuple(remark.code for remark in self.obstacles), self.product, self.day)
        open_ids = tuple(question.id for item in standard.items for question in self.open_questions(item))
        return (standard.name, self.grades, self.seasons, open_ids, tuple(sorted(self.claims.items())))

    def limits(self, item: Item) -> tuple[Limit | None, ...]:
        """The limits of an item that may apply, each once; None among them where one grade has none."""
        return tuple(dict.fromkeys(item.limit(grade, season) for grade in self.grades for season in self.seasons))

    def open_questions(self, item: Item) -> tuple[OpenQuestion, ...]:
        """What is open about the edition so that this item cannot be judged."""
        if self.standard is None or self.day is None:
            return ()
        found = questions_on(self.standard, self.day, self.grade, item.key)
        return tuple(question for question in found if question.undecided)


def yardstick_for(sample: Sample, standards: Iterable[Standard]) -> Yardstick:
    """What ``sample`` is held against; whatever is wrong with the sample is an obstacle, never an error."""
    known = tuple(standards)
    product, day = _product(sample.product), _day(sample.sampled_on)
    if product is None:
        allowed = "、".join(word.zh for word in Product if word is not Product.OTHER_FUEL)
        return _nothing(sample, None, day, Remark("no-product", value=str(sample.product), values={"allowed": allowed}))
    if day is None:
        return _nothing(sample, product, None, Remark("no-sampling-day"))
    standard = standard_for(known, product, day)
    if standard is None:
        missing = Remark("no-standard", values={"product": product.zh, "day": day})
        return _nothing(sample, product, day, *_superseded(known, sample, product, day), missing)
    return _under(standard, sample, product, day)


def _under(standard: Standard, sample: Sample, product: Product, day: date) -> Yardstick:
    grade, unknown = _grade(sample.grade, product)
    named = basis_remark(sample.named_standard, standard, product, day)
    questions = [question for question in questions_on(standard, day, grade) if not question.items]
    obstacles = [
        *([named] if named is not None and named.code == _SUPERSEDED else []),
        *([unknown] if unknown is not None else []),
        *(Remark("edition-open", value=standard.name, values={"question": q.text}) for q in questions if q.undecided),
    ]
    beside = [
        *([named] if named is not None and named.code != _SUPERSEDED else []),
        *(Remark("question-beside", values={"question": q.text}) for q in questions if not q.undecided),
    ]
    grades = (grade,) if unknown is None else GRADES_OF[product]
    seasons = seasons_on(standard.seasons, day, sample.site_kind) or standard.seasons
    ids = tuple(season.id for season in seasons) or (None,)
    found = Yardstick(standard, product, grade, grades, ids, day, sample.claims, tuple(obstacles), tuple(beside))
    order = {item.key: place for place, item in enumerate(standard.items)}
    return replace(found, order=order, limited=tuple(i.key for i in standard.items if any(found.limits(i))))


def _nothing(sample: Sample, product: Product | None, day: date | None, *obstacles: Remark) -> Yardstick:
    return Yardstick(None, product, sample.grade, (None,), (None,), day, sample.claims, obstacles)


def _superseded(standards: Iterable[Standard], sample: Sample, product: Product, day: date) -> list[Remark]:
    """That the named standard may no longer be used, for a product that no standard here is for."""
    remarks = (basis_remark(sample.named_standard, standard, product, day) for standard in standards)
    return [remark for remark in remarks if remark is not None and remark.code == _SUPERSEDED][:1]


def _product(written: Product | str) -> Product | None:
    return next((word for word in Product if written in (word.value, word.zh)), None)


def _day(day: date | None) -> date | None:
    return day.date() if isinstance(day, datetime) else day


def _grade(written: str | None, product: Product) -> tuple[str | None, Remark | None]:
    """The grade of the label, and what is wrong where it is not one of the product's."""
    grades = GRADES_OF.get(product)
    if grades is None:
        return None, None
    label = "" if written is None else str(written)
    folded = "".join(unicodedata.normalize("NFKC", label).translate(_DASHES).split())
    grade = "0" if folded == "-0" else folded
    if grade in grades:
        return grade, None
    shown = {"allowed": "、".join(grades), "product": product.zh}
    return None, Remark("grade-unknown" if grade else "grade-not-stated", value=label, values=shown)
