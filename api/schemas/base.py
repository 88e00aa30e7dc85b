"""Schemas made from tables: their columns' types, the Chinese heads of the ledgers as descriptions."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from marshmallow import Schema, fields
from marshmallow_sqlalchemy import ModelConverter, SQLAlchemyAutoSchema

from fuelcheck.china import CHINA
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.store.types import Closed, Day, Moment
from fuelcheck.words import STORED_SHEETS

_HEADS = {column.name: column.zh for kind in reversed(STORED_SHEETS) for column in SHEETS[kind].columns}
"""The Chinese head of a ledger's column by its English name."""


class At(fields.AwareDateTime):
    """A moment, shown as China's clock shows it, with its zone."""

    def __init__(self, **given: Any) -> None:
        super().__init__(format="iso", default_timezone=CHINA, **given)

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **_: Any) -> str | None:
        return None if value is None else value.astimezone(CHINA).isoformat()


class Joined(fields.List[str]):
    """What a column holds joined by ``;``, as a list."""

    def __init__(self, **given: Any) -> None:
        super().__init__(fields.String(), **given)

    def _serialize(self, value: str | None, attr: str | None, obj: Any, **_: Any) -> list[str]:  # type: ignore[override]
        return value.split(";") if value else []


class Converter(ModelConverter):
    """Knows the column types of the store."""

    SQLA_TYPE_MAPPING = {  # noqa: RUF012 - as its base declares it
        **ModelConverter.SQLA_TYPE_MAPPING,
        Day: fields.Date,
        Moment: At,
        Closed: lambda _, closed: _word(closed),
    }


def _word(closed: Closed) -> Callable[..., fields.Field[Any]]:
    return partial(fields.Enum, enum=closed.words, by_value=True)


class Shown(SQLAlchemyAutoSchema[Any]):
    """A row of a table as the API shows it, without the division that the request names."""

    class Meta:
        """What every row has in common."""

        include_fk = True
        model_converter = Converter
        exclude: tuple[str, ...] = ("division",)

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Call a field what the ledger's head calls it."""
        if (head := _HEADS.get(field_name)) and "description" not in field_obj.metadata:
            field_obj.metadata = {**field_obj.metadata, "description": head}


def of_table(model: Any, column: str) -> fields.Field[Any]:
    """The field that a column of another table asks for."""
    return Converter().field_for(model, column)


class Anything(Schema):
    """An object whose keys the contract states; further ones may stand beside them."""

    class Meta:
        """Nothing is thrown away."""

        unknown = "include"
