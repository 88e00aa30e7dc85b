"""How text is ordered, for every migration that adds a column of text."""

from collections import defaultdict

import sqlalchemy as sa
from alembic import op


def one_order_of_text() -> None:
    """Text is ordered by code points, as on SQLite, whatever language the server's cluster was made for.

    Columns that are so ordered already are left alone, and each table is altered once.
    """
    if op.get_bind().dialect.name != "postgresql":
        return
    texts = sa.text(
        "SELECT table_name, column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying')"
        " AND collation_name IS DISTINCT FROM 'C' AND table_name <> 'alembic_version'"
    )
    changes = defaultdict(list)
    for table, column, kind in op.get_bind().execute(texts).all():
        changes[table].append(f'ALTER COLUMN "{column}" TYPE {kind} COLLATE "C"')
    for table, columns in changes.items():
        op.execute(f"ALTER TABLE {table} {', '.join(columns)}")
