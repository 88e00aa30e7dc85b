"""From the verdicts on its items to the verdict on a batch (the plans' rule, seen in three of them).

One failing item fails the batch. It passes when everything that was tested passes and, where it
belongs to a programme, everything was tested that the programme asks for; otherwise a person must
decide. Nothing that was not tested is ever called a pass: a batch of which nothing was tested is
*undecided*.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fuelcheck.faults import Remark
from fuelcheck.law.standards import Programme, Standard
from fuelcheck.rules.verdicts import BatchVerdict, ItemNames, ItemVerdict
from fuelcheck.rules.yardstick import Yardstick
from fuelcheck.words import Verdict

_INDEX, _NUMBER = "cetane_index", "cetane_number"
_GROUP = "group-line"
_DECIDED = (Verdict.FAIL, Verdict.UNDECIDED, Verdict.PASS)


def batch_verdict(
    form_no: str, items: Iterable[ItemVerdict], yardstick: Yardstick, programme: Programme | None = None
) -> BatchVerdict:
    """The verdict on a batch whose lines were judged by ``yardstick``; the order of ``items`` does not matter."""
    standard = yardstick.standard
    settled = _settled(_ordered(items, yardstick.order), standard)
    asked = programme.items_for(yardstick.product) if programme and yardstick.product else None
    not_tested = _not_tested(settled, asked, yardstick)
    reasons = [*yardstick.obstacles]
    if programme is not None and yardstick.product is not None:
        reasons += _of_programme(programme, asked, _names(not_tested, standard), yardstick.product.zh)
    if not any(item.verdict in _DECIDED for item in settled):
        reasons.append(Remark("nothing-tested"))
    return BatchVerdict(
        form_no=form_no, product=yardstick.product, grade=yardstick.grade,
        standard=standard.id if standard else None, phase=standard.phase if standard else None,
        verdict=_verdict(settled, reasons), complete=standard is not None and not not_tested, items=settled,
        not_tested=not_tested, reasons=tuple(reasons), beside=yardstick.beside,
        programme=programme.id if programme else None,
    )  # fmt: skip


def _verdict(items: Iterable[ItemVerdict], reasons: Sequence[Remark]) -> Verdict:
    verdicts = {item.verdict for item in items}
    if Verdict.FAIL in verdicts:
        return Verdict.FAIL
    return Verdict.UNDECIDED if reasons or Verdict.UNDECIDED in verdicts else Verdict.PASS


def _ordered(items: Iterable[ItemVerdict], order: Mapping[str, int]) -> list[ItemVerdict]:
    """In the order of the standard, then by name; lines of one item by what they say."""
    return sorted(items, key=lambda item: (order.get(item.item, len(order)), item.item, item.value, item.unit))


def _settled(items: list[ItemVerdict], standard: Standard | None) -> tuple[ItemVerdict, ...]:
    """The lines as they stand beside each other: one result an item, index beside number, groups by members."""
    found = {item.item for item in items}
    if len(found) < len(items):
        items = _agreeing(items)
    if _INDEX in found and _NUMBER in found:
        items = _index_beside_number(items)
    if any(item.code == _GROUP for item in items):
        items = _by_members(items, standard)
    return tuple(items)


def _agreeing(items: Sequence[ItemVerdict]) -> list[ItemVerdict]:
    """Several results of one item decide only what all of them say; an empty line beside one says nothing."""
    filled = {item.item for item in items if item.tested}
    told = [item for item in items if item.tested or item.item not in filled]
    seen: dict[str, set[Verdict]] = {}
    for item in told:
        seen.setdefault(item.item, set()).add(item.verdict)
    settled = [
        replace(item, verdict=Verdict.UNDECIDED, code="several-results") if len(seen[item.item]) > 1 else item
        for item in told
    ]
    return [item for n, item in enumerate(settled) if item not in settled[:n]]


def _index_beside_number(items: list[ItemVerdict]) -> list[ItemVerdict]:
    """A cetane index that fails beside a number that passes says nothing where an improver was added."""
    passing = {item.item for item in items if item.verdict is Verdict.PASS}
    return [
        replace(item, verdict=Verdict.UNDECIDED, code="cetane-improver")
        if item.item == _INDEX and item.verdict is Verdict.FAIL and _NUMBER in passing
        else item
        for item in items
    ]


def _by_members(items: list[ItemVerdict], standard: Standard | None) -> list[ItemVerdict]:
    """A line for a group of items is judged by their own results where all of them are there."""
    found = {item.item: item.verdict for item in items if item.verdict in _DECIDED}
    settled = []
    for item in items:
        members = standard.items_named(item.item) if standard and item.code == _GROUP else ()
        if members and all(member.key in found for member in members):
            worst = min((found[member.key] for member in members), key=_DECIDED.index)
            settled.append(replace(item, verdict=worst, code="group-by-members", values={}))
        else:
            settled.append(item)
    return settled


def _not_tested(items: Iterable[ItemVerdict], asked: Sequence[str] | None, yardstick: Yardstick) -> tuple[str, ...]:
    """The keys of what is asked for and was not tested; a group is asked for by its members."""
    standard = yardstick.standard
    if standard is None:
        return tuple(asked or ())
    tested = {item.item for item in items if item.tested and item.code != _GROUP}
    if asked is None:
        return tuple(key for key in yardstick.limited if key not in tested)
    wanted = (key for name in asked for key in _keys(name, standard))
    return tuple(dict.fromkeys(key for key in wanted if key not in tested))


def _keys(name: str, standard: Standard) -> list[str]:
    return [item.key for item in standard.items_named(name)] or [name]


def _names(keys: Sequence[str], standard: Standard | None) -> ItemNames:
    known = {item.key: item for item in standard.items} if standard else {}
    return ItemNames(
        tuple(known[key].name_zh if key in known else key for key in keys),
        tuple(known[key].name_en if key in known else key for key in keys),
    )


def _of_programme(programme: Programme, asked: Sequence[str] | None, missing: ItemNames, product: str) -> list[Remark]:
    if asked is None:
        return [Remark("programme-without-product", values={"programme": programme.title, "product": product})]
    if not missing.zh:
        return []
    shown = {"programme": programme.title, "count": len(missing.zh), "items": missing}
    return [Remark("incomplete", values=shown)]
