"""The invented county's sites and what became of them in the year.

On 31 December 61 private and collective stations and points operate, 14 of Sinopec and 9
of PetroChina (one of them bought on 1 July), two of another state firm and a foreign one;
beside them two depots, a producer, five urea vendors and three own-use points. Two private
stations have closed: one in June, sampled before, and one in December, never sampled.
"""

from dataclasses import replace
from datetime import date
from random import Random

from fuelcheck.demo import names
from fuelcheck.demo.county import DIVISION, TOWNSHIPS, County, Roles, Site
from fuelcheck.rules.facts import ChangeFact, SiteFact
from fuelcheck.words import Change, Datum, Ownership, RiskClass, SiteKind

PLACES = ("镇区中心街", "省道北侧", "省道南侧", "县道与乡道交叉口", "工业园区东门", "村委会西200米", "高速引线旁")

SINOPEC = "中国石化销售股份有限公司河南洛阳石油分公司伊川"
PETROCHINA = "中国石油天然气股份有限公司河南洛阳销售分公司伊川"

SOLD_ON, RENAMED_ON = date(2025, 7, 1), date(2025, 5, 20)
RESTED_FROM, RESTED_UNTIL = date(2025, 4, 1), date(2025, 8, 15)
CLOSED_ON, SHUT_ON, OPENED_ON = date(2025, 6, 30), date(2025, 12, 8), date(2025, 3, 18)


def build(rng: Random) -> County:
    """Invent the county."""
    facts = _numbered(_stations(rng) + _others(rng))
    stations = [f for f in facts if f.ownership is Ownership.PRIVATE and f.kind is SiteKind.STATION]
    roles = Roles(*(f.code for f in rng.sample(stations, 7)))
    told = (_described(rng, _with_story(f, roles)) for f in facts)
    return County(tuple(told), _changes(rng, roles), roles)


def _with_story(fact: SiteFact, roles: Roles) -> SiteFact:
    if fact.code == roles.shut:
        return replace(fact, closed_on=SHUT_ON)
    return replace(fact, opened_on=OPENED_ON) if fact.code == roles.opened else fact


def _stations(rng: Random) -> list[SiteFact]:
    """Stations and points: 64 private or collective, 14 and 8 of the brands, 3 others."""
    words = iter(names.shops(rng, 89))
    owners = [Ownership.PRIVATE] * 59 + [Ownership.COLLECTIVE] * 5
    owners += [Ownership.SINOPEC] * 14 + [Ownership.PETROCHINA] * 8
    owners += [Ownership.OTHER_STATE] * 2 + [Ownership.FOREIGN]
    townships = _dealt(rng, len(owners))
    return [_station(rng, n, owner, townships[n], next(words)) for n, owner in enumerate(owners)]


def _dealt(rng: Random, count: int) -> list[str]:
    """A township for each: three to everyone, the rest more often to the larger ones."""
    towns = list(TOWNSHIPS)
    weights = [4, 3, 3, 2, 4, 3, 2, 2, 2, 1, 1, 2, 2, 1, 2]
    dealt = towns * 3 + rng.choices(towns, weights, k=count - 3 * len(towns))
    rng.shuffle(dealt)
    return dealt


def _station(rng: Random, n: int, owner: Ownership, township: str, word: str) -> SiteFact:
    point = owner is Ownership.PRIVATE and n % 4 == 3
    kind = SiteKind.FILLING_POINT if point else SiteKind.STATION
    name = _name(owner, township, word, kind)
    opened = date(rng.randint(2003, 2022), rng.randint(1, 12), rng.randint(1, 28)) if n % 5 else None
    return SiteFact("", name, kind, owner, township, opened, None, _on_sale(n, point))


def _name(owner: Ownership, township: str, word: str, kind: SiteKind) -> str:
    match owner:
        case Ownership.SINOPEC:
            return f"{SINOPEC}{word}加油站"
        case Ownership.PETROCHINA:
            return f"{PETROCHINA}{word}加油站"
        case Ownership.OTHER_STATE:
            return f"洛阳{word}石油销售有限公司伊川加油站"
        case Ownership.FOREIGN:
            return f"{word}（中国）能源有限公司伊川加油站"
        case Ownership.COLLECTIVE:
            return f"伊川县{township}供销合作社{word}加油站"
        case _:
            return f"伊川县{township}{word}{kind.zh}"


def _on_sale(n: int, point: bool) -> tuple[str, ...]:
    """Every third station sells urea, every sixth diesel for frost; points keep to two pumps."""
    if point:
        return ("92", "0")
    winter = ("-10",) if n % 6 == 1 else ()
    urea = ("urea",) if n % 3 == 0 else ()
    return ("92", "95", "0", *winter, *urea)


def _others(rng: Random) -> list[SiteFact]:
    """Depots, the producer, urea vendors and own-use points."""
    words = iter(names.shops(rng, 11))
    towns = iter(_dealt(rng, 45))

    def site(kind: SiteKind, owner: Ownership, name: str, *on_sale: str) -> SiteFact:
        return SiteFact("", name.format(next(words)), kind, owner, next(towns), None, None, on_sale)

    private = Ownership.PRIVATE
    return [
        site(SiteKind.DEPOT, Ownership.SINOPEC, SINOPEC + "{}油库", "92", "95", "0"),
        site(SiteKind.DEPOT, Ownership.PETROCHINA, PETROCHINA + "{}油库", "92", "95", "0"),
        site(SiteKind.PRODUCER, private, "河南{}新能源科技有限公司", "0"),
        *(site(SiteKind.UREA_VENDOR, private, "伊川县{}汽车用品商行", "urea") for _ in range(5)),
        *(site(SiteKind.OWN_USE, private, "伊川县{}运输有限公司自用加油点", "0") for _ in range(3)),
    ]


_LETTER = {SiteKind.DEPOT: "D", SiteKind.PRODUCER: "P", SiteKind.UREA_VENDOR: "U", SiteKind.OWN_USE: "O"}


def _numbered(facts: list[SiteFact]) -> list[SiteFact]:
    """Codes in the order of the ledger: by letter, township, and the order of entry."""
    towns = list(TOWNSHIPS)
    order = sorted(facts, key=lambda f: (f.kind in _LETTER, towns.index(f.township)))
    counters = dict.fromkeys("SDPUO", 0)
    numbered = []
    for fact in order:
        letter = _LETTER.get(fact.kind, "S")
        counters[letter] += 1
        width = 3 if letter == "S" else 2
        numbered.append(replace(fact, code=f"{letter}{counters[letter]:0{width}d}"))
    return numbered


def _described(rng: Random, fact: SiteFact) -> Site:
    """The rest of the ledger's row, with the gaps that ledgers have."""
    shop = fact.ownership in (Ownership.PRIVATE, Ownership.COLLECTIVE)
    lon, lat = (round(c + rng.uniform(-0.02, 0.02), 5) for c in TOWNSHIPS[fact.township])
    placed = rng.random() < 0.9
    former = (fact.name.replace("加油站", "加油部"),) if shop and rng.random() < 0.08 and "加油站" in fact.name else ()
    retail = fact.kind in (SiteKind.STATION, SiteKind.FILLING_POINT)
    return Site(
        fact=fact,
        former_names=former,
        brand=_brand(rng, fact),
        uscc=names.credit_code(rng, DIVISION, shop and rng.random() < 0.4) if rng.random() < 0.95 else "",
        licence_no=f"油零售证书第41C{rng.randint(1, 9999):04d}号" if retail else "",
        address=f"伊川县{fact.township}{rng.choice(PLACES)}",
        longitude=lon if placed else None,
        latitude=lat if placed else None,
        datum=(Datum.GCJ_02 if rng.random() < 0.15 else Datum.WGS_84) if placed else None,
        risk_class=rng.choice(list(RiskClass)) if rng.random() < 0.8 else None,
    )


def _brand(rng: Random, fact: SiteFact) -> str:
    """The sign over the forecourt: some private stations carry a brand's sign by franchise."""
    match fact.ownership:
        case Ownership.SINOPEC:
            return "中国石化"
        case Ownership.PETROCHINA:
            return "中国石油"
        case Ownership.PRIVATE if fact.kind is SiteKind.STATION and rng.random() < 0.06:
            return "中国石化"
        case _:
            return ""


def _changes(rng: Random, roles: Roles) -> tuple[ChangeFact, ...]:
    """The sale, the rest, the closing and the new name; the December closing stands in the sites' sheet."""
    new_name = f"伊川县{names.shops(rng, 1)[0]}石油有限公司加油站"
    return (
        ChangeFact(roles.rested, RESTED_FROM, Change.CLOSED),
        ChangeFact(roles.renamed, RENAMED_ON, Change.NAME, new_name),
        ChangeFact(roles.closed, CLOSED_ON, Change.CLOSED),
        ChangeFact(roles.sold, SOLD_ON, Change.OWNERSHIP, Ownership.PETROCHINA.value),
        ChangeFact(roles.rested, RESTED_UNTIL, Change.REOPENED),
    )
