"""How the files of ``data/roadside`` are laid out: a standard for checks, a rule of remote sensing, a screening.

``kind`` says which of the three a file is. Whatever names a source names one of the same file.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from fuelcheck.language import _, say
from fuelcheck.law.item_file import once, refer
from fuelcheck.law.roadside import (
    Bounds,
    CheckLimit,
    CheckStandard,
    Demand,
    MethodRule,
    ScreeningBand,
    SensingLimit,
    SensingRule,
    Span,
    UreaScreening,
)
from fuelcheck.law.standards import Source
from fuelcheck.law.wanted import figure, flag
from fuelcheck.toml.table import Table
from fuelcheck.toml.wanted import Wanted, day, matching, one_of, some_of, text, texts, whole_number
from fuelcheck.words import (
    Aftertreatment,
    CheckItem,
    CheckMethod,
    Confidence,
    EmissionUnit,
    Energy,
    LimitSet,
    ObdState,
    Pollutant,
    UreaState,
    Word,
)

_MOST_READINGS = 20
_MOST_MONTHS = 120
_STATES: dict[CheckItem, type[Word]] = {
    CheckItem.OBD: ObdState,
    CheckItem.AFTERTREATMENT: Aftertreatment,
    CheckItem.UREA: UreaState,
}


class RoadsideKind(StrEnum):
    """What a file of the folder is about."""

    CHECK_STANDARD = "check_standard"
    REMOTE_SENSING = "remote_sensing"
    UREA_SCREENING = "urea_screening"


class _Quantity(StrEnum):
    """What a refractometer shows."""

    MASS_PERCENT = "mass_percent"
    REFRACTION = "refraction"


def read_roadside_table(file: Table, sha256: str) -> CheckStandard | SensingRule | UreaScreening:
    """What ``file`` states; what is wrong with it stands in ``file.mistakes``."""
    kind = file.take("kind", one_of(RoadsideKind))
    sources = _sources(file)
    value: CheckStandard | SensingRule | UreaScreening
    match kind:
        case RoadsideKind.REMOTE_SENSING:
            value = _sensing(file, sources, sha256)
        case RoadsideKind.UREA_SCREENING:
            value = _screening(file, sources, sha256)
        case _:
            value = _standard(file, sources, sha256)
    file.close()
    return value


def _sources(file: Table) -> tuple[Source, ...]:
    sources = []
    known: set[str] = set()
    for entry in file.tables("sources", named_by="id"):
        sources.append(Source(id=entry.take("id", text()), text=entry.take("text", text())))
        entry.close()
        once(entry, "id", sources[-1].id, known)
    return tuple(sources)


def _edition() -> Wanted[str]:
    return matching(r"(GB|HJ)(/T)? \d+(\.\d+)?-\d{4}", _('an edition such as "GB 3847-2018"'))


def _span(entry: Table, first: str = "first", last: str = "last", *, since: bool = False) -> Span:
    begins: date | None = entry.take(first, day()) if since else entry.take_or(first, day(), None)
    span = Span(begins, entry.take_or(last, day(), None))
    if span.first and span.last and entry.sound(first, last) and span.last < span.first:
        entry.refuse(last, say("a day not before {day}", day=span.first))
    return span


def _in_force(file: Table) -> Span:
    return _span(file, "in_force_from", "in_force_until", since=True)


def _cited(entry: Table, sources: tuple[Source, ...]) -> tuple[str, ...]:
    cited: tuple[str, ...] = entry.take_or("sources", texts(), ())
    refer(entry, "sources", cited, (source.id for source in sources))
    return cited


def _standard(file: Table, sources: tuple[Source, ...], sha256: str) -> CheckStandard:
    return CheckStandard(
        id=file.take("id", _edition()),
        title=file.take("title", text()),
        span=_in_force(file),
        in_force_confidence=file.take("in_force_confidence", one_of(Confidence)),
        energies=file.take_or("not_energies", some_of(Energy), frozenset()),
        vehicle_types=file.take_or("not_vehicle_types", texts(), ()),
        methods=_methods(file, sources),
        limits=_limits(file, sources),
        demands=tuple(_demand(entry, sources) for entry in file.tables("demand", named_by="item", optional=True)),
        bounds=_bounds(file),
        sources=sources,
        sha256=sha256,
    )


def _methods(file: Table, sources: tuple[Source, ...]) -> tuple[MethodRule, ...]:
    methods = []
    known: set[str] = set()
    for entry in file.tables("method", named_by="method"):
        required = entry.take("required", some_of(CheckItem))
        methods.append(
            MethodRule(
                method=entry.take("method", one_of(CheckMethod)),
                required=tuple(item for item in CheckItem if item in required),
                readings=entry.take("readings", whole_number(0, _MOST_READINGS)),
                mean=entry.take("mean", flag()),
                points=entry.take_or("points", texts(), ()),
                spread=entry.take_or("spread", figure(), None),
                confidence=entry.take("confidence", one_of(Confidence)),
                sources=_cited(entry, sources),
            )
        )
        entry.close()
        once(entry, "method", methods[-1].method, known)
    return tuple(methods)


def _limits(file: Table, sources: tuple[Source, ...]) -> tuple[CheckLimit, ...]:
    limits: list[CheckLimit] = []
    for entry in file.tables("limit", named_by="item"):
        limit = _limit(entry, sources)
        if entry.sound("item") and any(_overlap(limit, other) for other in limits):
            entry.repeated("item")
        limits.append(limit)
    return tuple(limits)


def _limit(entry: Table, sources: tuple[Source, ...]) -> CheckLimit:
    limit = CheckLimit(
        item=entry.take("item", one_of(CheckItem)),
        methods=entry.take_or("methods", some_of(CheckMethod), frozenset()),
        limit_set=entry.take_or("limit_set", one_of(LimitSet), None),
        span=_span(entry),
        low=entry.take_or("min", figure(), None),
        high=entry.take_or("max", figure(), None),
        unit=entry.take("unit", one_of(EmissionUnit)),
        clause=entry.take("clause", text()),
        confidence=entry.take("confidence", one_of(Confidence)),
        sources=_cited(entry, sources),
    )
    entry.close()
    if limit.low is None and limit.high is None:
        entry.take("max", Wanted(figure().read, _("a number; else min"), Decimal(0)))
    elif limit.low is not None and limit.high is not None:
        entry.refuse("max", _("either max or min"))
    return limit


def _overlap(one: CheckLimit, other: CheckLimit) -> bool:
    """Whether both limit one item by one method in one set on one day: then neither would be the limit."""
    apart = any(
        span.last is not None and later.first is not None and span.last < later.first
        for span, later in ((one.span, other.span), (other.span, one.span))
    )
    methods = not one.methods or not other.methods or bool(one.methods & other.methods)
    sets = one.limit_set is None or other.limit_set is None or one.limit_set is other.limit_set
    return one.item is other.item and methods and sets and not apart


def _demand(entry: Table, sources: tuple[Source, ...]) -> Demand:
    item = entry.take("item", one_of(CheckItem))
    demand = Demand(
        item=item,
        span=_span(entry),
        demanded=entry.take("demanded", text()),
        fails=frozenset(entry.take_or("fails", texts(), ())),
        undecided=frozenset(entry.take_or("undecided", texts(), ())),
        clause=entry.take("clause", text()),
        confidence=entry.take("confidence", one_of(Confidence)),
        sources=_cited(entry, sources),
    )
    entry.close()
    if item not in _STATES:
        if entry.sound("item"):
            entry.refuse("item", ", ".join(_STATES))
        return demand
    states = tuple(_STATES[item])
    refer(entry, "demanded", [demand.demanded], states)
    refer(entry, "fails", demand.fails, states)
    refer(entry, "undecided", demand.undecided, states)
    return demand


def _bounds(file: Table) -> tuple[Bounds, ...]:
    bounds = []
    known: set[str] = set()
    for entry in file.tables("bounds", named_by="item", optional=True):
        low, high = _band(entry)
        bounds.append(Bounds(item=entry.take("item", one_of(CheckItem)), low=low, high=high))
        entry.close()
        once(entry, "item", bounds[-1].item, known)
    return tuple(bounds)


def _band(entry: Table) -> tuple[Decimal, Decimal]:
    low, high = entry.take("min", figure()), entry.take("max", figure())
    if entry.sound("min", "max") and high < low:
        entry.refuse("max", say("a number not below {low}", low=low))
    return low, high


def _sensing(file: Table, sources: tuple[Source, ...], sha256: str) -> SensingRule:
    return SensingRule(
        id=file.take("id", _edition()),
        title=file.take("title", text()),
        span=_in_force(file),
        passes=file.take("passes", whole_number(1, _MOST_READINGS)),
        months=file.take("months", whole_number(1, _MOST_MONTHS)),
        confidence=file.take("confidence", one_of(Confidence)),
        limits=_sensing_limits(file, sources),
        sources=sources,
        sha256=sha256,
    )


def _sensing_limits(file: Table, sources: tuple[Source, ...]) -> tuple[SensingLimit, ...]:
    limits = []
    known: set[str] = set()
    for entry in file.tables("limit", named_by="pollutant"):
        limits.append(
            SensingLimit(
                pollutant=entry.take("pollutant", one_of(Pollutant)),
                high=entry.take("max", figure()),
                unit=entry.take("unit", one_of(EmissionUnit)),
                decides=entry.take("decides", flag()),
                confidence=entry.take("confidence", one_of(Confidence)),
                sources=_cited(entry, sources),
            )
        )
        entry.close()
        once(entry, "pollutant", limits[-1].pollutant, known)
    return tuple(limits)


def _screening(file: Table, sources: tuple[Source, ...], sha256: str) -> UreaScreening:
    bands = []
    id_, title, span = file.take("id", _edition()), file.take("title", text()), _in_force(file)
    known: set[str] = set()
    for entry in file.tables("band", named_by="quantity"):
        low, high = _band(entry)
        quantity = entry.take("quantity", one_of(_Quantity))
        confidence = entry.take("confidence", one_of(Confidence))
        bands.append(ScreeningBand(quantity, low, high, confidence, _cited(entry, sources)))
        entry.close()
        once(entry, "quantity", quantity, known)
    return UreaScreening(id=id_, title=title, span=span, bands=tuple(bands), sources=sources, sha256=sha256)
