"""The first tables: sites, visits, batches, reports, registers, documents, acts and versions."""

import sqlalchemy as sa
from alembic import op

from fuelcheck.store.migrations.collation import one_order_of_text

revision = "0001"
down_revision = None


def upgrade() -> None:
    _tables()
    one_order_of_text()
    _append_only()


def _tables() -> None:
    op.create_table(
        "act",
        sa.Column("division", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("versions", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("division", "n", name=op.f("pk_act")),
        sa.UniqueConstraint("division", "prev", name=op.f("uq_act_division_prev")),
        sa.UniqueConstraint("id", name=op.f("uq_act_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "division",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("instance", sa.String(), nullable=False),
        sa.Column("algorithm", sa.String(), nullable=False),
        sa.Column("example", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("division", name=op.f("pk_division")),
    )
    op.create_table(
        "document_file",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_document_file")),
    )
    op.create_table(
        "head",
        sa.Column("division", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("division", name=op.f("pk_head")),
    )
    op.create_table(
        "version",
        sa.Column("division", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("division", "n", "k", name=op.f("pk_version")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("version", schema=None) as batch_op:
        batch_op.create_index("ix_version_row", ["division", "noun", "row_id", "n"], unique=False)

    op.create_table(
        "answer",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_answer_division_division")),
        sa.PrimaryKeyConstraint("division", "notice", name=op.f("pk_answer")),
    )
    op.create_table(
        "document",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("known_n", sa.Integer(), nullable=False),
        sa.Column("office_number", sa.String(), nullable=True),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_document_division_division")),
        sa.PrimaryKeyConstraint("division", "number", name=op.f("pk_document")),
        sa.UniqueConstraint("division", "sha256", name=op.f("uq_document_division_sha256")),
    )
    op.create_table(
        "inspector",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("certificate_no", sa.String(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_inspector_division_division")),
        sa.PrimaryKeyConstraint("division", "name", name=op.f("pk_inspector")),
    )
    op.create_table(
        "laboratory",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("cma_no", sa.String(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("products", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_laboratory_division_division")),
        sa.PrimaryKeyConstraint("division", "name", name=op.f("pk_laboratory")),
    )
    op.create_table(
        "ledger_import",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("files", sa.String(), nullable=False),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_ledger_import_division_division")),
        sa.PrimaryKeyConstraint("division", "id", name=op.f("pk_ledger_import")),
    )
    op.create_table(
        "ledger_mapping",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_ledger_mapping_division_division")),
        sa.PrimaryKeyConstraint("division", "name", name=op.f("pk_ledger_mapping")),
    )
    op.create_table(
        "policy",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Text(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_policy_division_division")),
        sa.PrimaryKeyConstraint("division", "id", name=op.f("pk_policy")),
    )
    op.create_table(
        "site",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("former_names", sa.String(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ownership", sa.Text(), nullable=False),
        sa.Column("brand", sa.String(), nullable=True),
        sa.Column("township", sa.String(), nullable=False),
        sa.Column("uscc", sa.String(), nullable=True),
        sa.Column("licence_no", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("longitude", sa.String(), nullable=True),
        sa.Column("latitude", sa.String(), nullable=True),
        sa.Column("datum", sa.Text(), nullable=True),
        sa.Column("opened_on", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("products", sa.String(), nullable=True),
        sa.Column("risk_class", sa.Text(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("datum IN ('WGS-84', 'GCJ-02', 'BD-09')", name=op.f("ck_site_datum")),
        sa.CheckConstraint(
            "kind IN ('station', 'filling_point', 'depot', 'producer', 'urea_vendor', 'own_use')",
            name=op.f("ck_site_kind"),
        ),
        sa.CheckConstraint(
            "ownership IN ('private', 'collective', 'sinopec', 'petrochina', 'other_state', 'foreign')",
            name=op.f("ck_site_ownership"),
        ),
        sa.CheckConstraint("risk_class IN ('A', 'B', 'C', 'D')", name=op.f("ck_site_risk_class")),
        sa.ForeignKeyConstraint(["division"], ["division.division"], name=op.f("fk_site_division_division")),
        sa.PrimaryKeyConstraint("division", "code", name=op.f("pk_site")),
    )
    op.create_table(
        "site_change",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("effective_on", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "what IN ('ownership', 'closed', 'reopened', 'name', 'township')", name=op.f("ck_site_change_what")
        ),
        sa.ForeignKeyConstraint(
            ["division", "site_code"],
            ["site.division", "site.code"],
            name=op.f("fk_site_change_division_site_code_site"),
        ),
        sa.PrimaryKeyConstraint("division", "site_code", "effective_on", "what", name=op.f("pk_site_change")),
    )
    op.create_table(
        "visit",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("visited_on", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("samplers", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("outcome IN ('sampled', 'closed', 'no_stock', 'refused')", name=op.f("ck_visit_outcome")),
        sa.ForeignKeyConstraint(
            ["division", "site_code"], ["site.division", "site.code"], name=op.f("fk_visit_division_site_code_site")
        ),
        sa.PrimaryKeyConstraint("division", "id", name=op.f("pk_visit")),
        sa.UniqueConstraint(
            "division", "id", "site_code", "visited_on", name=op.f("uq_visit_division_id_site_code_visited_on")
        ),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index("ix_visit_site_day", ["division", "site_code", "visited_on"], unique=False)

    op.create_table(
        "batch",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("form_no", sa.String(), nullable=False),
        sa.Column("visit_id", sa.String(), nullable=False),
        sa.Column("site_code", sa.String(), nullable=False),
        sa.Column("sampled_on", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("grade", sa.String(), nullable=True),
        sa.Column("task", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("follows", sa.String(), nullable=True),
        sa.Column("standard", sa.String(), nullable=True),
        sa.Column("drawn_from", sa.String(), nullable=True),
        sa.Column("laboratory", sa.String(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=True),
        sa.Column("voided_on", sa.Text(), nullable=True),
        sa.Column("reported_on", sa.Text(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "product IN ('gasoline', 'ethanol_gasoline', 'diesel', 'urea', 'other_fuel')", name=op.f("ck_batch_product")
        ),
        sa.CheckConstraint(
            "purpose IN ('routine', 'campaign', 'complaint', 'recheck', 'monitoring')", name=op.f("ck_batch_purpose")
        ),
        sa.CheckConstraint("status IN ('valid', 'void')", name=op.f("ck_batch_status")),
        sa.CheckConstraint("task IN ('county', 'city', 'province', 'national')", name=op.f("ck_batch_task")),
        sa.ForeignKeyConstraint(
            ["division", "visit_id", "site_code", "sampled_on"],
            ["visit.division", "visit.id", "visit.site_code", "visit.visited_on"],
            name="fk_batch_visit",
        ),
        sa.PrimaryKeyConstraint("division", "form_no", name=op.f("pk_batch")),
    )
    with op.batch_alter_table("batch", schema=None) as batch_op:
        batch_op.create_index("ix_batch_day", ["division", "sampled_on", "form_no"], unique=False)
        batch_op.create_index(
            "ix_batch_quota",
            ["division", "year", "site_code", "product", "task", "purpose", "reported_on", "sampled_on", "status"],
            unique=False,
            sqlite_where=sa.text("status = 'valid'"),
            postgresql_where=sa.text("status = 'valid'"),
        )
        batch_op.create_index("ix_batch_visit", ["division", "visit_id"], unique=False)

    op.create_table(
        "report",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("form_no", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("report_no", sa.String(), nullable=True),
        sa.Column("reported_on", sa.Text(), nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.Column("failed_items", sa.String(), nullable=True),
        sa.Column("withdrawn", sa.String(), nullable=True),
        sa.CheckConstraint("conclusion IN ('pass', 'fail')", name=op.f("ck_report_conclusion")),
        sa.ForeignKeyConstraint(
            ["division", "form_no"], ["batch.division", "batch.form_no"], name=op.f("fk_report_division_form_no_batch")
        ),
        sa.PrimaryKeyConstraint("division", "form_no", "n", name=op.f("pk_report")),
    )


def _append_only() -> None:
    """Neither acts nor versions are changed or removed, whoever asks the database to."""
    if op.get_bind().dialect.name == "sqlite":
        for table in ("act", "version"):
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                    f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION fuelcheck_append_only() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in ("act", "version"):
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION fuelcheck_append_only()"
        )
