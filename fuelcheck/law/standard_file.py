"""How a standard's file is laid out: its tables and keys, turned into a ``Standard``.

The layout is shown by the shipped files in ``data/standards``: at the head the edition, its
seasons, open questions and sources, then one ``[[item]]`` for each property that is limited
(``item_file``). Whatever names a source, season, group or item names one of the same file.
"""

from datetime import date, timedelta

from fuelcheck.language import _, say
from fuelcheck.law.item_file import Around, once, read_groups, read_items, refer
from fuelcheck.law.standards import Clause, OpenQuestion, Season, Source, Standard, Superseded
from fuelcheck.law.wanted import flag, key
from fuelcheck.toml.table import Table
from fuelcheck.toml.wanted import Wanted, day, matching, month_and_day, one_of, some_of, text, texts, whole_number
from fuelcheck.words import DIESEL_GRADES, PETROL_GRADES, Comparison, Confidence, Product, SiteKind

_GRADES = {
    Product.GASOLINE: PETROL_GRADES,
    Product.ETHANOL_GASOLINE: PETROL_GRADES,
    Product.DIESEL: DIESEL_GRADES,
}
_LONGEST_REPLACEMENT = 60
_LEAP_YEAR = 2000


def read_standard_table(file: Table, sha256: str) -> Standard:
    """The standard that ``file`` states; what is wrong with it stands in ``file.mistakes``."""
    products = file.take("products", some_of(Product))
    sources = _sources(file)
    seasons = _seasons(file)
    groups = read_groups(file)
    around = Around(
        grades=tuple(dict.fromkeys(grade for product in sorted(products) for grade in _GRADES.get(product, ()))),
        seasons=tuple(season.id for season in seasons),
        groups=groups,
        sources=tuple(source.id for source in sources),
    )
    items = read_items(file, around)
    standard = Standard(
        id=file.take("id", _edition()),
        phase=file.take_or("phase", matching(r"[IVX]+[A-Z]?", _('a phase such as "VIB"')), None),
        title=file.take("title", text()),
        products=products,
        in_force_from=file.take("in_force_from", day()),
        in_force_until=file.take_or("in_force_until", day(), None),
        in_force_confidence=file.take("in_force_confidence", one_of(Confidence)),
        comparison=file.take_or("comparison", one_of(Comparison), None),
        clauses=_clauses(file, around),
        seasons=seasons,
        groups=groups,
        items=items,
        questions=_questions(file, around, tuple(item.key for item in items)),
        superseded=_superseded(file, around),
        sources=sources,
        sha256=sha256,
    )
    file.close()
    _in_order(file, "in_force_from", standard.in_force_from, "in_force_until", standard.in_force_until)
    return standard


def _edition() -> Wanted[str]:
    return matching(r"[A-Z]+(/T)? \d+(\.\d+)?-\d{4}", _('an edition such as "GB 19147-2016"'))


def _sources(file: Table) -> tuple[Source, ...]:
    sources = []
    known: set[str] = set()
    for entry in file.tables("sources", named_by="id"):
        sources.append(Source(id=entry.take("id", text()), text=entry.take("text", text())))
        entry.close()
        once(entry, "id", sources[-1].id, known)
    return tuple(sources)


def _seasons(file: Table) -> tuple[Season, ...]:
    seasons = []
    known: set[str] = set()
    sound = True
    for entry in file.tables("season", named_by="id", optional=True):
        seasons.append(
            Season(
                id=entry.take("id", key()),
                starts=entry.take("starts", month_and_day()),
                ends=entry.take("ends", month_and_day()),
                replacement_days=entry.take_or("replacement_days", whole_number(0, _LONGEST_REPLACEMENT), 0),
                replacement_at=entry.take_or("replacement_at", some_of(SiteKind), frozenset()),
            )
        )
        entry.close()
        once(entry, "id", seasons[-1].id, known)
        sound = sound and entry.sound("starts", "ends")
    if seasons and sound and not _cover_the_year(seasons):
        file.refuse("season", _("seasons that follow each other day by day through the whole year"))
    return tuple(seasons)


def _cover_the_year(seasons: list[Season]) -> bool:
    """Whether each season, and no two at once, ends on the day before the next begins, also in a leap year."""
    ordered = sorted(seasons, key=lambda season: season.starts)
    following = [*ordered[1:], ordered[0]]
    return len({season.starts for season in seasons}) == len(seasons) and all(
        _day_after(season.ends) == after.starts for season, after in zip(ordered, following, strict=True)
    )


def _day_after(month_day: tuple[int, int]) -> tuple[int, int]:
    after = date(_LEAP_YEAR, *month_day) + timedelta(days=1)
    return after.month, after.day


def _clauses(file: Table, around: Around) -> tuple[Clause, ...]:
    clauses = []
    for entry in file.tables("clauses", named_by="text", optional=True):
        grades = entry.take_or("grades", texts(), ())
        clauses.append(Clause(grades=grades, text=entry.take("text", text())))
        entry.close()
        refer(entry, "grades", grades, around.grades)
    return tuple(clauses)


def _questions(file: Table, around: Around, items: tuple[str, ...]) -> tuple[OpenQuestion, ...]:
    questions = []
    known: set[str] = set()
    for entry in file.tables("question", named_by="id", optional=True):
        question = OpenQuestion(
            id=entry.take("id", key()),
            text=entry.take("text", text()),
            first=entry.take_or("first", day(), None),
            last=entry.take_or("last", day(), None),
            items=entry.take_or("items", texts(), ()),
            grades=entry.take_or("grades", texts(), ()),
            undecided=entry.take("undecided", flag()),
            sources=entry.take_or("sources", texts(), ()),
        )
        entry.close()
        once(entry, "id", question.id, known)
        refer(entry, "items", question.items, items)
        refer(entry, "grades", question.grades, around.grades)
        refer(entry, "sources", question.sources, around.sources)
        _in_order(entry, "first", question.first, "last", question.last)
        questions.append(question)
    return tuple(questions)


def _superseded(file: Table, around: Around) -> tuple[Superseded, ...]:
    superseded = []
    known: set[str] = set()
    for entry in file.tables("superseded", named_by="id", optional=True):
        former = Superseded(
            id=entry.take("id", _edition()),
            since=entry.take("since", day()),
            text=entry.take("text", text()),
            sources=entry.take_or("sources", texts(), ()),
        )
        entry.close()
        once(entry, "id", former.id, known)
        refer(entry, "sources", former.sources, around.sources)
        superseded.append(former)
    return tuple(superseded)


def _in_order(entry: Table, first_key: str, first: date | None, last_key: str, last: date | None) -> None:
    if first is not None and last is not None and entry.sound(first_key, last_key) and last < first:
        entry.refuse(last_key, say("a day not before {day}", day=first))
