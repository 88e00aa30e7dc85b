"""How the vehicle part of a policy file is laid out: its tables and keys, turned into targets and measures.

Each ``[[target]]`` is one vehicle target with its clause, each ``[[measure]]`` a figure that
departments report, each ``[[exemption]]`` a reason for which a vehicle may be left out;
``[roadside]`` says which limits hold at the roadside. All of them may be absent.
"""

from collections.abc import Iterable
from decimal import Decimal

from fuelcheck.language import _
from fuelcheck.law.item_file import once, refer
from fuelcheck.law.targets import CountedOf, Exemption, Measure, MeasureKind, Target, TargetKind
from fuelcheck.law.wanted import figure, key
from fuelcheck.toml.table import Table
from fuelcheck.toml.wanted import day, one_of, share, some_of, text, texts, whole_number
from fuelcheck.words import Area, Combustion, Energy, LimitSet, Stage, VehicleCategory

_FIRST_YEAR, _LAST_YEAR = 2000, 2999


def read_exemptions(file: Table) -> tuple[Exemption, ...]:
    """The reasons of ``file``: no id, name or synonym stands for two of them."""
    exemptions = []
    words: set[str] = set()
    for entry in file.tables("exemption", named_by="id", optional=True):
        exemption = Exemption(
            id=entry.take("id", key()),
            name=entry.take("name", text()),
            synonyms=entry.take_or("synonyms", texts(empty=True), ()),
        )
        entry.close()
        once(entry, "id", exemption.id, words)
        once(entry, "name", exemption.name, words)
        for synonym in exemption.synonyms:
            once(entry, "synonyms", synonym, words)
        exemptions.append(exemption)
    return tuple(exemptions)


def read_targets(file: Table, exemptions: Iterable[Exemption], readings: Iterable[str]) -> tuple[Target, ...]:
    """The vehicle targets of ``file``; they may name the ``exemptions`` and the ids of ``readings``."""
    targets = []
    known: set[str] = set()
    reasons = [exemption.id for exemption in exemptions]
    ids = list(readings)
    for entry in file.tables("target", named_by="id", optional=True):
        targets.append(_target(entry))
        once(entry, "id", targets[-1].id, known)
        refer(entry, "exemptions", sorted(targets[-1].exemptions), reasons)
        refer(entry, "readings", targets[-1].readings, ids)
    return tuple(targets)


def read_measures(file: Table, readings: Iterable[str]) -> tuple[Measure, ...]:
    """The reported measures of ``file``; they may name the ids of ``readings``."""
    measures = []
    known: set[str] = set()
    ids = list(readings)
    for entry in file.tables("measure", named_by="id", optional=True):
        measures.append(_measure(entry))
        once(entry, "id", measures[-1].id, known)
        refer(entry, "readings", measures[-1].readings, ids)
    return tuple(measures)


def read_limit_set(file: Table) -> LimitSet:
    """Which limits hold at the roadside: ``limit_set`` under ``[roadside]``, a where it is not said."""
    roadside = file.table("roadside", optional=True)
    limit_set = roadside.take_or("limit_set", one_of(LimitSet), LimitSet.A)
    roadside.close()
    return limit_set


def _target(entry: Table) -> Target:
    kind = entry.take("kind", one_of(TargetKind))
    shared = kind is TargetKind.SHARE and entry.sound("kind")
    zero = kind is TargetKind.ZERO
    target = Target(
        id=entry.take("id", key()),
        kind=kind,
        of=entry.take("of", one_of(CountedOf)) if shared else CountedOf.STOCK,
        name=entry.take("name", text()),
        clause=entry.take("clause", text()),
        demand=entry.take("demand", text()),
        lead=entry.take("lead", texts()),
        cooperate=entry.take_or("cooperate", texts(empty=True), ()),
        categories=entry.take("categories", some_of(VehicleCategory)),
        area=entry.take_or("area", one_of(Area), None),
        share=entry.take("share", share()) if shared else None,
        second_share=entry.take_or("second_share", share(), None) if shared else None,
        energies=entry.take("energies", some_of(Energy)) if zero else frozenset(),
        stage_up_to=entry.take_or("stage_up_to", one_of(Stage), None) if zero else None,
        combustion=entry.take_or("combustion", one_of(Combustion), None) if zero else None,
        exemptions=frozenset(entry.take_or("exemptions", texts(empty=True), ())),
        deadline=entry.take_or("deadline", day(), None),
        readings=entry.take_or("readings", texts(empty=True), ()),
    )
    # Until the kind is known nobody can say which further keys belong here.
    if entry.sound("kind"):
        entry.close()
    return target


def _measure(entry: Table) -> Measure:
    kind = entry.take("kind", one_of(MeasureKind))
    measure = Measure(
        id=entry.take("id", key()),
        kind=kind,
        name=entry.take("name", text()),
        clause=entry.take("clause", text()),
        demand=entry.take("demand", text()),
        lead=entry.take("lead", texts()),
        cooperate=entry.take_or("cooperate", texts(empty=True), ()),
        required=_required(entry, kind),
        base_year=_base_year(entry, kind),
        unit=entry.take("unit", text()),
        deadline=entry.take_or("deadline", day(), None),
        readings=entry.take_or("readings", texts(empty=True), ()),
    )
    if entry.sound("kind"):
        entry.close()
    return measure


def _required(entry: Table, kind: MeasureKind) -> Decimal:
    if kind is not MeasureKind.CHANGE:
        return entry.take("required", share())
    points = entry.take("required", figure())
    if entry.sound("required") and not 0 < abs(points) < 1:
        entry.refuse("required", _("a share between -1 and 1 other than 0, such as -0.025"))
    return points


def _base_year(entry: Table, kind: MeasureKind) -> int | None:
    if kind is MeasureKind.LEVEL or not entry.sound("kind"):
        return None
    return entry.take("base_year", whole_number(_FIRST_YEAR, _LAST_YEAR))
