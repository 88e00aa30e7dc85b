"""How Alembic is run: on the connection that ``store.upgrading`` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator
from sqlmodel.sql.sqltypes import AutoString

from fuelcheck.store.tables import metadata


def _plain_type(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """A migration names the database's types: it must not change when ours do."""
    if kind == "type" and isinstance(thing, AutoString):
        return "sa.String()"
    return "sa.Text()" if kind == "type" and isinstance(thing, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_plain_type,
)
context.run_migrations()
