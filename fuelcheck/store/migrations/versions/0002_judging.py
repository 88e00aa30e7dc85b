"""What judging needs: standards, programmes and confirmations, results, a batch's programme, a laboratory's items."""

import sqlalchemy as sa
from alembic import op

from fuelcheck.store.migrations.collation import one_order_of_text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _law()
    _results()
    op.add_column("batch", sa.Column("programme", sa.String(), nullable=True))
    op.add_column("report", sa.Column("corrects", sa.Integer(), nullable=True))
    op.add_column("laboratory", sa.Column("items", sa.String(), nullable=True))
    one_order_of_text()


def _law() -> None:
    op.create_table(
        "standard",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_standard_division_division")),
        sa.PrimaryKeyConstraint("division", "name", name=op.f("pk_standard")),
    )
    op.create_table(
        "programme",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_programme_division_division")),
        sa.PrimaryKeyConstraint("division", "id", name=op.f("pk_programme")),
    )
    op.create_table(
        "confirmation",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("standard", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("grades", sa.String(), nullable=False),
        sa.Column("season", sa.String(), nullable=False),
        sa.Column("limit_text", sa.String(), nullable=False),
        sa.Column("standard_sha256", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("evidence_sha256", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_confirmation_division_division")),
        sa.PrimaryKeyConstraint("division", "standard", "item", "grades", "season", name=op.f("pk_confirmation")),
    )


def _results() -> None:
    op.create_table(
        "result",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("form_no", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["division", "form_no", "n"],
            ["report.division", "report.form_no", "report.n"],
            name=op.f("fk_result_division_form_no_n_report"),
        ),
        sa.PrimaryKeyConstraint("division", "form_no", "n", "item", name=op.f("pk_result")),
    )
