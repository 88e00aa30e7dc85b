"""What all tables share: the metadata with its naming convention, and the list of nouns."""

import sqlalchemy as sa
from sqlmodel import SQLModel

metadata = SQLModel.metadata
# Batch migrations on SQLite need a name for every constraint.
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

NOUNS = (
    "division", "policy", "standard", "programme", "confirmation", "laboratory", "inspector", "account", "token",
    "site", "site_change", "visit", "batch", "report", "result", "delivery", "batch_event", "vehicle", "measure_value",
    "roadside_check", "retest_event", "attachment", "erasure", "answer", "document", "ledger_import", "ledger_mapping",
)  # fmt: skip
"""Tables whose rows have versions, parents before children: the order of inserting."""


def noun_of(noun: str) -> sa.Table:
    """The table of a noun."""
    return metadata.tables[noun]
