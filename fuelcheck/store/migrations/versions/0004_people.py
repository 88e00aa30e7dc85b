"""People and programs that sign in: accounts, tokens, their hashes, sessions, failures."""

import sqlalchemy as sa
from alembic import op

from fuelcheck.store.migrations.collation import one_order_of_text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _accounts()
    _tokens()
    _sign_ins()
    one_order_of_text()


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("other_divisions", sa.String(), nullable=True),
        sa.Column("laboratory", sa.String(), nullable=True),
        sa.Column("inspector", sa.String(), nullable=True),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("password_set_at", sa.Text(), nullable=False),
        sa.Column("one_time", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "department IN ('market_supervision', 'traffic_police', 'ecology', 'commerce', 'transport', 'housing', "
            "'agriculture', 'county_office')",
            name=op.f("ck_account_department"),
        ),
        sa.CheckConstraint(
            "role IN ('recorder', 'reviewer', 'leader', 'administrator', 'auditor', 'laboratory', 'reader')",
            name=op.f("ck_account_role"),
        ),
        sa.ForeignKeyConstraint(
            ["division", "inspector"],
            ["inspector.division", "inspector.name"],
            name=op.f("fk_account_division_inspector_inspector"),
        ),
        sa.ForeignKeyConstraint(
            ["division", "laboratory"],
            ["laboratory.division", "laboratory.name"],
            name=op.f("fk_account_division_laboratory_laboratory"),
        ),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_account_division_division")),
        sa.PrimaryKeyConstraint("division", "login", name=op.f("pk_account")),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
    )

    op.create_table(
        "password",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["division", "login"],
            ["account.division", "account.login"],
            name=op.f("fk_password_division_login_account"),
        ),
        sa.PrimaryKeyConstraint("division", "login", name=op.f("pk_password")),
    )


def _tokens() -> None:
    op.create_table(
        "token",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=True),
        sa.Column("laboratory", sa.String(), nullable=True),
        sa.Column("scopes", sa.String(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.Column("device", sa.Integer(), nullable=False),
        sa.Column("revoked", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["division", "laboratory"],
            ["laboratory.division", "laboratory.name"],
            name=op.f("fk_token_division_laboratory_laboratory"),
        ),
        sa.ForeignKeyConstraint(
            ["division", "login"], ["account.division", "account.login"], name=op.f("fk_token_division_login_account")
        ),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_token_division_division")),
        sa.PrimaryKeyConstraint("division", "prefix", name=op.f("pk_token")),
        sa.UniqueConstraint("prefix", name=op.f("uq_token_prefix")),
    )

    op.create_table(
        "token_secret",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("last_used_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["division", "prefix"],
            ["token.division", "token.prefix"],
            name=op.f("fk_token_secret_division_prefix_token"),
        ),
        sa.PrimaryKeyConstraint("division", "prefix", name=op.f("pk_token_secret")),
    )


def _sign_ins() -> None:
    op.create_table(
        "sign_in",
        sa.Column("id_hash", sa.String(), nullable=False),
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.Column("proved_at", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["division", "login"], ["account.division", "account.login"], name=op.f("fk_sign_in_division_login_account")
        ),
        sa.PrimaryKeyConstraint("id_hash", name=op.f("pk_sign_in")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_account", ["division", "login"], unique=False)

    op.create_table(
        "sign_in_failure",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.Text(), nullable=False),
        sa.Column("locked_until", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_sign_in_failure")),
    )
