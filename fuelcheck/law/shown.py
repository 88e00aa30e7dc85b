"""Standards and programmes as JSON: numbers as texts with their printed digits, days as ``YYYY-MM-DD``."""

from datetime import date
from typing import Any

from fuelcheck.law.standards import Item, Limit, OpenQuestion, Programme, Reproducibility, Season, Standard


def standard_object(standard: Standard) -> dict[str, Any]:
    """The object of ``fuelcheck standard show --json``."""
    return {
        "id": standard.id, "phase": standard.phase, "title": standard.title, "products": sorted(standard.products),
        "in_force_from": standard.in_force_from.isoformat(), "in_force_until": _day(standard.in_force_until),
        "in_force_confidence": standard.in_force_confidence, "comparison": standard.comparison,
        "clauses": [{"grades": list(clause.grades), "text": clause.text} for clause in standard.clauses],
        "seasons": [_season(season) for season in standard.seasons],
        "groups": [_named(group.key, group.name_zh, group.name_en, group.synonyms) for group in standard.groups],
        "items": [_item(item) for item in standard.items],
        "questions": [_question(question) for question in standard.questions],
        "superseded": [
            {"id": old.id, "since": old.since.isoformat(), "text": old.text, "sources": list(old.sources)}
            for old in standard.superseded
        ],
        "sources": [{"id": source.id, "text": source.text} for source in standard.sources],
        "sha256": standard.sha256,
    }  # fmt: skip


def programme_object(programme: Programme) -> dict[str, Any]:
    """The object of ``fuelcheck programme show --json``; ``items`` are keys of items or groups by product."""
    return {
        "id": programme.id, "division": programme.division, "year": programme.year, "title": programme.title,
        "example": programme.example, "laboratory": programme.laboratory, "contract_days": programme.contract_days,
        "items": {asked.product.value: list(asked.items) for asked in programme.asked}, "sha256": programme.sha256,
    }  # fmt: skip


def _item(item: Item) -> dict[str, Any]:
    return {
        **_named(item.key, item.name_zh, item.name_en, item.synonyms),
        "unit": item.unit, "basis": item.unit.basis, "methods": list(item.methods), "referee": item.referee,
        "reproducibility": None if item.reproducibility is None else _precision(item.reproducibility),
        "group": item.group, "note": item.note, "limits": [_limit(limit) for limit in item.limits],
    }  # fmt: skip


def _named(key: str, name_zh: str, name_en: str, synonyms: tuple[str, ...]) -> dict[str, Any]:
    return {"key": key, "name_zh": name_zh, "name_en": name_en, "synonyms": list(synonyms)}


def _limit(limit: Limit) -> dict[str, Any]:
    return {
        "grades": list(limit.grades), "season": limit.season, "kind": limit.kind,
        "low": None if limit.low is None else str(limit.low), "high": None if limit.high is None else str(limit.high),
        "text": limit.text, "decimals": limit.decimals, "confidence": limit.confidence, "sources": list(limit.sources),
    }  # fmt: skip


def _precision(precision: Reproducibility) -> dict[str, Any]:
    return {
        "constant": str(precision.constant), "share": str(precision.share), "method": precision.method,
        "confidence": precision.confidence, "sources": list(precision.sources),
    }  # fmt: skip


def _season(season: Season) -> dict[str, Any]:
    return {
        "id": season.id, "starts": _month_day(season.starts), "ends": _month_day(season.ends),
        "replacement_days": season.replacement_days, "replacement_at": sorted(season.replacement_at),
    }  # fmt: skip


def _question(question: OpenQuestion) -> dict[str, Any]:
    return {
        "id": question.id, "text": question.text, "first": _day(question.first), "last": _day(question.last),
        "items": list(question.items), "grades": list(question.grades), "undecided": question.undecided,
        "sources": list(question.sources),
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _month_day(month_day: tuple[int, int]) -> str:
    return f"{month_day[0]:02}-{month_day[1]:02}"
