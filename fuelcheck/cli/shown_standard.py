"""A standard as a person reads it in the terminal: one line for each limit, with its mark of doubt."""

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from fuelcheck.language import _, current, say
from fuelcheck.law.standards import Item, Limit, LimitKind, OpenQuestion, Season, Standard
from fuelcheck.words import Confidence, Unit

CONFIDENCE_COLOURS = {Confidence.CONFIRMED: "green", Confidence.EARLIER_EDITION: "yellow", Confidence.MEMORY: "red"}


WIDE = 100
"""From this width on each limit shows the numbers of its sources."""


def show(standard: Standard, console: Console | None = None) -> None:
    """Print a standard: heading, limits, then what is open and where the figures are from."""
    screen = console or Console(highlight=False)
    table = _limits(standard, wide=screen.width >= WIDE)
    parts: list[RenderableType] = [_heading(standard), table, *_notes(standard), *_remarks(standard)]
    screen.print(Group(*parts, ""))


def _heading(standard: Standard) -> Text:
    text = Text(f"{standard.name}  {standard.title}\n", style="bold")
    last = standard.in_force_until or _("until replaced")
    text.append(say(_("In force {first} – {last}"), first=standard.in_force_from, last=last), style="not bold")
    text.append(f" ({confidence_word(standard.in_force_confidence)})", style="not bold")
    tables = "; ".join(_clause(clause.grades, clause.text) for clause in standard.clauses)
    text.append(f"\n{tables}" if tables else "", style="not bold")
    method = standard.comparison.zh if standard.comparison else _("not known which one it names, so both count")
    text.append("\n" + say(_("Comparison by GB/T 8170: {method}"), method=method), style="not bold")
    return text


def _clause(grades: tuple[str, ...], text: str) -> str:
    return f"{text} ({', '.join(grades)})" if grades else text


def _limits(standard: Standard, *, wide: bool) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_("Item"), overflow="fold")
    table.add_column(_("Grades"), overflow="fold")
    if standard.seasons:
        table.add_column(_("Season"), no_wrap=True)
    table.add_column(_("Limit"), no_wrap=True)
    table.add_column(_("Unit"), no_wrap=True)
    table.add_column(_("Method"), overflow="fold")
    table.add_column(_("Confidence"), overflow="fold")
    seasons = {season.id: _season(season) for season in standard.seasons}
    for item in standard.items:
        for limit in item.limits:
            first = limit is item.limits[0]
            when = [seasons[limit.season] if limit.season else _("all year")] if seasons else []
            table.add_row(
                item_name(item) if first else "", ", ".join(limit.grades) or _("all"), *when, limit_text(limit),
                _unit(item.unit) if first else "", _methods(item) if first else "", _surety(limit, wide),
            )  # fmt: skip
    return table


def _surety(limit: Limit, wide: bool) -> Text:
    text = Text(confidence_word(limit.confidence), style=CONFIDENCE_COLOURS[limit.confidence])
    if wide and limit.sources:
        text.append(" " + ", ".join(limit.sources), style="dim")
    return text


def limit_text(limit: Limit) -> str:
    """A limit in signs: ``≤ 10``, ``≥ 60``, ``8.0–12.0``, or the word demanded."""
    signs = {LimitKind.MAX: f"≤ {limit.high}", LimitKind.MIN: f"≥ {limit.low}"}
    return limit.text or signs.get(limit.kind) or f"{limit.low} … {limit.high}"


def item_name(item: Item) -> str:
    """The item's name in the tongue in use."""
    return item.name_zh if current() == "zh" else item.name_en


def _unit(unit: Unit) -> str:
    if unit is Unit.NONE:
        return ""
    return unit.zh if current() == "zh" else unit.value


def _season(season: Season) -> str:
    (first_month, first_day), (last_month, last_day) = season.starts, season.ends
    return f"{first_month:02}-{first_day:02} … {last_month:02}-{last_day:02}"


def _methods(item: Item) -> str:
    return "; ".join(say(_("{method} (referee)"), method=m) if m == item.referee else m for m in item.methods)


def confidence_word(confidence: Confidence) -> str:
    """How sure a figure is, in the tongue in use."""
    return confidence.zh if current() == "zh" else confidence.value


def _notes(standard: Standard) -> list[Text]:
    lines = [f"{item_name(item)}: {item.note}" for item in standard.items if item.note]
    for season in standard.seasons:
        if season.replacement_days:
            where = ", ".join(sorted(kind.zh for kind in season.replacement_at))
            lines.append(
                say(_("From {season} on, {where} have {days} days to replace their stock"),
                    season=_season(season)[:5], where=where, days=season.replacement_days)
            )  # fmt: skip
    return [Text(f"· {line}") for line in lines]


def _remarks(standard: Standard) -> list[Text]:
    lines = [_question(question) for question in standard.questions]
    lines += [Text(say(_("No basis since {day}: {text}"), day=old.since, text=old.text)) for old in standard.superseded]
    sources = [Text(f"{source.id:5}{source.text}", style="dim") for source in standard.sources]
    return [*lines, Text(_("Sources:")), *sources]


def _question(question: OpenQuestion) -> Text:
    effect = _("results are undecided") if question.undecided else _("shown beside each verdict")
    days = f"{question.first or ''} – {question.last or ''}" if question.first or question.last else _("all days")
    text = say(_("Open ({days}; {effect}): {text}"), days=days, effect=effect, text=question.text)
    return Text(text, style="yellow")
