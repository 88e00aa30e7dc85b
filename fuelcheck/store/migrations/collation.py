"""How text is ordered, for every migration that adds a column of text."""

import sqlalchemy as sa
from alembic import op


def one_order_of_text() -> None:
    """Text is ordered by code points, as on SQLite, whatever language the server's cluster was made for."""
    if op.get_bind().dialect.name != "postgresql":
        return
    texts = sa.text(
        "SELECT table_name, column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying')"
        " AND table_name <> 'alembic_version'"
    )
    for table, column, kind in op.get_bind().execute(texts).all():
        op.execute(f'ALTER TABLE {table} ALTER COLUMN {column} TYPE {kind} COLLATE "C"')
