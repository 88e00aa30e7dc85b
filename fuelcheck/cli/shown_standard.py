"""A standard as a person reads it in the terminal: one line for each limit, with its mark of doubt."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from fuelcheck.cli.desk import china_text
from fuelcheck.cli.kept_law import ShownStandard
from fuelcheck.cli.punctuation import listed, listed_shortly
from fuelcheck.language import _, current, say
from fuelcheck.law.standards import Item, Limit, OpenQuestion, Season, Standard
from fuelcheck.rules.confirming import LimitKey, key_of, stands
from fuelcheck.rules.verdicts import in_signs, limit_in_signs
from fuelcheck.words import Confidence, Unit, Word

if TYPE_CHECKING:
    from fuelcheck.store.law import Vouched

CONFIDENCE_COLOURS = {
    Confidence.OFFICIAL: "green", Confidence.CONFIRMED: "cyan", Confidence.EARLIER_EDITION: "yellow",
    Confidence.MEMORY: "red",
}  # fmt: skip


NARROW = 70
"""Below this width an item's limits stand below its name instead of in a table."""
WIDE = 100
"""From this width on each limit shows the numbers of its sources."""


def show(shown: ShownStandard, console: Console | None = None) -> None:
    """Print a standard: heading, limits, then who confirmed which, what is open and where the figures are from."""
    screen = console or Console(highlight=False)
    standard = shown.standard
    marks = {
        one.confirmation.key: f"[{n}]" for n, one in enumerate(shown.vouched, 1) if stands(one.confirmation, standard)
    }
    narrow = screen.width < NARROW
    limits = _stacked(standard, marks) if narrow else [_limits(standard, marks, wide=screen.width >= WIDE)]
    parts: list[RenderableType] = [
        _heading(standard, _origin(shown)), *limits, *_notes(standard), *_confirmations(shown), *_remarks(standard), "",
    ]  # fmt: skip
    screen.print(Group(*parts))


def _origin(shown: ShownStandard) -> str:
    if not shown.registered:
        return say(_("Text of the file {path}; the store does not keep it registered"), path=shown.file)
    same = _("Text as registered in the store")
    return say(_("{same}; the file {path} states another one"), same=same, path=shown.file) if shown.differs else same


def _heading(standard: Standard, origin: str) -> Text:
    text = Text(f"{standard.name}  {standard.title}\n", style="bold")
    text.append(f"{origin}\n", style="not bold")
    last = standard.in_force_until or _("until replaced")
    text.append(say(_("In force {first} – {last}"), first=standard.in_force_from, last=last), style="not bold")
    text.append(f" ({confidence_word(standard.in_force_confidence)})", style="not bold")
    tables = listed(_clause(clause.grades, clause.text) for clause in standard.clauses)
    text.append(f"\n{tables}" if tables else "", style="not bold")
    method = term(standard.comparison) if standard.comparison else _("not known which one it names, so both count")
    text.append("\n" + say(_("Comparison by GB/T 8170: {method}"), method=method), style="not bold")
    return text


def _clause(grades: tuple[str, ...], text: str) -> str:
    return f"{text} ({listed_shortly(grades)})" if grades else text


def _limits(standard: Standard, marks: Mapping[LimitKey, str], *, wide: bool) -> Table:
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
                item_name(item) if first else "", listed_shortly(limit.grades) or _("all"), *when,
                limit_in_signs(limit), _unit(item.unit) if first else "", _methods(item) if first else "",
                _surety(limit, wide, marks.get(key_of(item, limit), "")),
            )  # fmt: skip
    return table


def _stacked(standard: Standard, marks: Mapping[LimitKey, str]) -> list[RenderableType]:
    """Each item with its unit and methods, and below it a line for each limit."""
    seasons = {season.id: _season(season) for season in standard.seasons}
    lines: list[RenderableType] = []
    for item in standard.items:
        head = Text("  ".join(filter(None, (item_name(item), _unit(item.unit)))), style="bold")
        lines.append(head.append("  " + _methods(item), style="not bold dim") if item.methods else head)
        for limit in item.limits:
            figure = limit_words(limit_in_signs(limit), limit.grades, seasons.get(limit.season or ""))
            surety = _surety(limit, False, marks.get(key_of(item, limit), ""))
            lines.append(Text(f"  {figure}  ").append_text(surety))
    return lines


def _surety(limit: Limit, wide: bool, mark: str) -> Text:
    text = Text(confidence_word(limit.confidence), style=CONFIDENCE_COLOURS[limit.confidence])
    text.append(f" {mark}" if mark else "")
    if wide and limit.sources:
        text.append(" " + listed_shortly(limit.sources), style="dim")
    return text


def limit_words(figure: str, grades: tuple[str, ...], season: str | None) -> str:
    """A limit's figure with its grades and its season: ``45–85 (89, 92, 95, winter)``."""
    where = listed_shortly(filter(None, (*grades, season)))
    return say(_("{figure} ({where})"), figure=figure, where=where) if where else figure


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
    return listed(say(_("{method} (referee)"), method=m) if m == item.referee else m for m in item.methods)


def confidence_word(confidence: Confidence) -> str:
    """How sure a figure is, in the tongue in use."""
    return term(confidence)


def term(word: Word) -> str:
    """A value of a closed list, in the tongue in use."""
    return word.zh if current() == "zh" else word.en


def _notes(standard: Standard) -> list[Text]:
    lines = [say(_("{item}: {what}"), item=item_name(item), what=item.note) for item in standard.items if item.note]
    for season in standard.seasons:
        if season.replacement_days:
            where = listed_shortly(sorted(term(kind) for kind in season.replacement_at))
            lines.append(
                say(_("From {season} on, {where} have {days} days to replace their stock"),
                    season=_season(season)[:5], where=where, days=season.replacement_days)
            )  # fmt: skip
    return [Text(f"· {line}") for line in lines]


def _confirmations(shown: ShownStandard) -> list[Text]:
    """Who compared which limit with the official text, numbered as in the table."""
    lines = [f"[{n}] {_confirmation(one, shown.standard)}" for n, one in enumerate(shown.vouched, 1)]
    return [Text(line) for line in ([_("Compared with the official text:"), *lines] if lines else [])]


def _confirmation(one: "Vouched", standard: Standard) -> str:
    made, item = one.confirmation, standard.item(one.confirmation.key.item)
    said = say(
        _("{item} {limit}: {who}, {moment}, {evidence}"), item=item_name(item) if item else made.key.item,
        limit=limit_words(in_signs(made.limit), made.key.grades, made.key.season), who=one.who,
        moment=china_text(one.moment), evidence=one.evidence,
    )  # fmt: skip
    digest = [say(_("(file sha256 {digest})"), digest=one.evidence_sha256)] if one.evidence_sha256 else []
    again = [] if stands(made, standard) else [_("– the text states another figure since: compare again")]
    return " ".join([said, *digest, *again])


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
