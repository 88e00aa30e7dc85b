"""How a policy file is laid out: its tables and keys, turned into a ``Policy``.

The layout is shown by the shipped files in ``data/policies``: ``[document]`` is the paper,
``[counting]`` what counts at all, each ``[[quota]]`` one duty with its clause, each
``[[township]]`` a place, each ``[[reading]]`` an interpretation of ours where the paper is vague.
The vehicle part is read by ``target_file``.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fuelcheck.language import _, say
from fuelcheck.law.target_file import read_exemptions, read_limit_set, read_measures, read_targets
from fuelcheck.law.values import (
    CoverageRoster,
    Document,
    Policy,
    Quota,
    QuotaKind,
    Reading,
    Township,
)
from fuelcheck.toml.table import Table
from fuelcheck.toml.wanted import (
    day,
    matching,
    month_and_day,
    one_of,
    share,
    some_of,
    text,
    texts,
    whole_number,
)
from fuelcheck.words import Confidence, Ownership, Product, Purpose, SiteKind, Task

POLICY_ID = r"[a-z0-9]+(-[a-z0-9]+)*"


def read_policy_table(file: Table, sha256: str) -> Policy:
    """The policy that ``file`` states; what is wrong with it stands in ``file.mistakes``."""
    division = file.take("division", matching(r"[1-9]\d{5}", _('six digits such as "410329"')))
    readings = _readings(file)
    counting = file.table("counting")
    policy = Policy(
        id=file.take("id", matching(POLICY_ID, _("small letters, digits and single hyphens"))),
        division=division,
        division_name=file.take("division_name", text()),
        document=_document(file.table("document")),
        year_starts=counting.take_or("year_starts", month_and_day(), (1, 1)),
        tasks=counting.take("tasks", some_of(Task)),
        purposes=counting.take("purposes", some_of(Purpose)),
        batches_per_visit=counting.take("batches_per_visit", whole_number(1)),
        townships=_townships(file, division),
        quotas=_quotas(file, readings),
        readings=readings,
        sha256=sha256,
    )
    counting.close()
    policy = _with_vehicles(file, policy)
    file.close()
    return policy


def _with_vehicles(file: Table, policy: Policy) -> Policy:
    """The policy with the vehicle part of ``file``; readings that only that part names stand apart."""
    ids = [reading.id for reading in policy.readings]
    exemptions = read_exemptions(file)
    targets = read_targets(file, exemptions, ids)
    measures = read_measures(file, ids)
    counted = {id_ for quota in policy.quotas for id_ in quota.readings}
    of_targets = {id_ for target in targets for id_ in target.readings}
    of_measures = {id_ for measure in measures for id_ in measure.readings}
    apart = (of_targets | of_measures) - counted
    return replace(
        policy,
        targets=targets,
        measures=measures,
        exemptions=exemptions,
        limit_set=read_limit_set(file),
        readings=tuple(reading for reading in policy.readings if reading.id not in apart),
        target_readings=tuple(reading for reading in policy.readings if reading.id in apart),
    )


def _document(paper: Table) -> Document:
    document = Document(
        number=paper.take("number", text()),
        title=paper.take("title", text()),
        issuer=paper.take("issuer", text()),
        issued_on=paper.take("issued_on", day()),
        valid_from=paper.take("valid_from", day()),
        valid_until=paper.take_or("valid_until", day(), None),
    )
    paper.close()
    if paper.sound("valid_from", "valid_until") and _ends_before_it_starts(document):
        paper.refuse("valid_until", say("a day not before {day}", day=document.valid_from))
    return document


def _ends_before_it_starts(document: Document) -> bool:
    return (document.valid_until or date.max) < document.valid_from


def _readings(file: Table) -> tuple[Reading, ...]:
    readings = []
    known: set[str] = set()
    for entry in file.tables("reading", named_by="id", optional=True):
        readings.append(Reading(id=_id(entry), text=entry.take("text", text())))
        entry.close()
        _once(entry, "id", readings[-1].id, known)
    return tuple(readings)


def _townships(file: Table, division: str) -> tuple[Township, ...]:
    townships = []
    codes: set[str] = set()
    names: set[str] = set()
    own_code = matching(
        f"{division or '[0-9]{6}'}[0-9]{{3}}",
        say("nine digits, the first six those of the division ({division})", division=division or "…"),
    )
    for entry in file.tables("township", named_by="code"):
        township = Township(
            code=entry.take("code", own_code),
            name=entry.take("name", text()),
            former_names=entry.take_or("former_names", texts(), ()),
            confidence=entry.take_or("confidence", one_of(Confidence), Confidence.CONFIRMED),
        )
        entry.close()
        _once(entry, "code", township.code, codes)
        _once(entry, "name", township.name, names)
        for name in township.former_names:
            _once(entry, "former_names", name, names)
        townships.append(township)
    return tuple(townships)


def _quotas(file: Table, readings: tuple[Reading, ...]) -> tuple[Quota, ...]:
    quotas = []
    known: set[str] = set()
    for entry in file.tables("quota", named_by="id"):
        quotas.append(_quota(entry))
        _once(entry, "id", quotas[-1].id, known)
        _readings_exist(entry, quotas[-1], readings)
    return tuple(quotas)


def _quota(entry: Table) -> Quota:
    kind = entry.take("kind", one_of(QuotaKind))
    quota = Quota(
        id=_id(entry),
        kind=kind,
        name=entry.take("name", text()),
        clause=entry.take("clause", text()),
        demand=entry.take("demand", text()),
        lead=entry.take("lead", texts()),
        cooperate=entry.take_or("cooperate", texts(empty=True), ()),
        products=entry.take("products", some_of(Product)),
        kinds=entry.take_or("kinds", some_of(SiteKind), frozenset()),
        ownerships=entry.take_or("ownerships", some_of(Ownership), frozenset()),
        required=_required(entry, kind),
        share=_share(entry, kind),
        roster=_roster(entry, kind),
        readings=entry.take_or("readings", texts(empty=True), ()),
    )
    # Until the kind is known nobody can say which further keys belong here.
    if entry.sound("kind"):
        entry.close()
    return quota


def _required(entry: Table, kind: QuotaKind) -> int | None:
    if kind is not QuotaKind.BATCHES or not entry.sound("kind"):
        return None
    return entry.take("required", whole_number(1))


def _share(entry: Table, kind: QuotaKind) -> Decimal | None:
    return entry.take("share", share()) if kind is QuotaKind.SITES else None


def _roster(entry: Table, kind: QuotaKind) -> CoverageRoster:
    if kind is not QuotaKind.SITES:
        return CoverageRoster.ROSTER_DAY
    return entry.take_or("roster", one_of(CoverageRoster), CoverageRoster.ROSTER_DAY)


def _id(entry: Table) -> str:
    return entry.take("id", matching(r"[a-z][a-z0-9_]*", _("small letters, digits and _, a letter first")))


def _once(entry: Table, key: str, value: str, known: set[str]) -> None:
    """Note a value that stands a second time in the file."""
    if value in known and entry.sound(key):
        entry.repeated(key)
    known.add(value)


def _readings_exist(entry: Table, quota: Quota, readings: tuple[Reading, ...]) -> None:
    ids = [reading.id for reading in readings]
    if not set(quota.readings) <= set(ids):
        entry.refuse("readings", say("ids of the readings in this file ({ids})", ids=", ".join(ids) or "–"))
