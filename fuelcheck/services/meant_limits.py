"""Which limit of which registered standard a person means who types a number, a name, a grade, a season."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, current
from fuelcheck.law.load import is_number_of
from fuelcheck.law.standards import Item, ItemGroup, Limit, Standard
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.verdicts import limit_in_signs
from fuelcheck.words import GRADES_OF, SeasonName

_NEAREST = 5
_LIKENESS = 0.4


class StandardNotRegistered(FuelcheckError):
    """The store keeps no standard of that number."""

    code = "standard-not-registered"
    sentence = N_(
        "The store keeps no standard {id}. Registered are: {known}."
        " Register it with: fuelcheck standard add (fuelcheck standard list shows which there are)"
    )


class WhichStandard(FuelcheckError):
    """A number of which several phases are registered."""

    code = "which-standard"
    sentence = N_("{id} has several phases: name one of {known}")


class NoSuchItem(FuelcheckError):
    """The standard limits nothing of that name."""

    code = "no-such-item"
    sentence = N_("{standard} has no item {item}; the nearest are: {known}")


class ItemIsGroup(FuelcheckError):
    """A name that stands for several items."""

    code = "item-is-group"
    sentence = N_("{item} stands for several items of {standard}: name one of {known}")


class NoSuchLimit(FuelcheckError):
    """The item has no limit for that grade and season."""

    code = "no-such-limit"
    sentence = N_("{standard} has no limit of {item} for {wanted}; its limits are: {known}")


class WhichLimit(FuelcheckError):
    """The item has several limits and none was named."""

    code = "which-limit"
    sentence = N_("{item} has several limits in {standard}. Name one, or all of them with --all: {known}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The limits that somebody names: of one grade, of one season, or ``every`` one that fits."""

    grade: str | None = None
    season: str | None = None
    every: bool = False


def meant_standard(standards: Sequence[Standard], id_: str) -> Standard:
    """The one of the registered standards with that number; StandardNotRegistered, WhichStandard."""
    found = [standard for standard in standards if is_number_of(id_, standard.name)]
    names = ", ".join(standard.name for standard in found or standards)
    if not found:
        raise StandardNotRegistered(id=id_, known=names or "—")
    if len(found) > 1:
        raise WhichStandard(id=id_, known=names)
    return found[0]


def meant_item(standard: Standard, written: str) -> Item:
    """The item by its key or a name as reports write it; NoSuchItem, ItemIsGroup."""
    meant = Names((standard,)).find(written, standard).meant
    if isinstance(meant, ItemGroup):
        known = "; ".join(map(item_shown, standard.items_named(meant.key)))
        raise ItemIsGroup(item=written, standard=standard.name, known=known)
    if meant is None or standard.item(meant.key) is None:
        raise NoSuchItem(item=written, standard=standard.name, known="; ".join(_nearest(standard, written)))
    return meant


def meant_limits(standard: Standard, item: Item, wanted: Wanted) -> tuple[Limit, ...]:
    """The limits of the item that are wanted: one, unless every one is; NoSuchLimit, WhichLimit."""
    grade = None if wanted.grade is None else wanted.grade.strip().rstrip("#号")
    season = None if wanted.season is None else _season_id(wanted.season)
    found = tuple(limit for limit in item.limits if _fits(standard, limit, grade, season))
    if not found:
        asked = " ".join(filter(None, (wanted.grade, season and _season_shown(season))))
        raise NoSuchLimit(standard=standard.name, item=item_shown(item), wanted=asked, known=_choice(item.limits))
    if len(found) > 1 and not wanted.every:
        raise WhichLimit(standard=standard.name, item=item_shown(item), known=_choice(found))
    return found


def _fits(standard: Standard, limit: Limit, grade: str | None, season: str | None) -> bool:
    grades = limit.grades or [grade for product in standard.products for grade in GRADES_OF.get(product, ())]
    seasons = [limit.season] if limit.season else [known.id for known in standard.seasons]
    return (grade is None or grade in grades) and (season is None or season in seasons)


def _choice(limits: Iterable[Limit]) -> str:
    """Each limit behind the options that name it: ``--grade 89 --season winter: 45–85 (89, 92, 95)``."""
    return "; ".join(": ".join(filter(None, (_options(limit), _figure(limit)))) for limit in limits)


def _options(limit: Limit) -> str:
    grade = [f"--grade {limit.grades[0]}"] if limit.grades else []
    return " ".join([*grade, *([f"--season {_season_shown(limit.season)}"] if limit.season else [])])


def _season_id(written: str) -> str:
    """The id of a season that is written by its id or by its term (夏季)."""
    name = written.strip()
    return next((word.value for word in SeasonName if name in (word.value, word.zh)), name)


def _season_shown(season: str) -> str:
    """A season's id, with its term where one is known and Chinese is read."""
    term = next((word.zh for word in SeasonName if word.value == season), "") if current() == "zh" else ""
    return f"{season}（{term}）" if term else season


def _figure(limit: Limit) -> str:
    grades = f" ({', '.join(limit.grades)})" if limit.grades else ""
    return f"{limit_in_signs(limit)}{grades}"


def _nearest(standard: Standard, written: str) -> list[str]:
    """The items whose names resemble what was written, or contain it; all of them where none does."""
    names = {
        name.casefold(): item
        for item in standard.items
        for name in (item.key, item.name_zh, item.name_en, *item.synonyms)
    }
    wanted = written.strip().casefold()
    within = [name for name in names if wanted and wanted in name]
    like = get_close_matches(wanted, names, _NEAREST, _LIKENESS)
    near = dict.fromkeys(item_shown(names[name]) for name in (*like, *within))
    return list(near)[:_NEAREST] or [item_shown(item) for item in standard.items]


def item_shown(item: Item) -> str:
    """An item's key, which commands take, with its name in the tongue in use."""
    return f"{item.key} ({item.name_zh if current() == 'zh' else item.name_en})"
