"""What a clerk's day leaves as evidence: seals and position, hand-over, the life of a batch, files, requests."""

import sqlalchemy as sa
from alembic import op

from fuelcheck.store.migrations.collation import one_order_of_text

revision = "0005"
down_revision = "0004"

_OF_A_BATCH = ("seal_test", "seal_retained", "quantity", "price", "supplier", "delivery_note_no", "claims")
_OF_A_VISIT = ("started_at", "ended_at", "longitude", "latitude")
_STEPS = (
    "'seal', 'deliver', 'receive', 'turn_away', 'report', 'release_pass', 'release_fail', 'notify', 'object', "
    "'reject', 'retest_pass', 'retest_fail', 'stand', 'order', 'correct', 'recheck_pass', 'recheck_fail', 'close', "
    "'void', 'restore'"
)


def upgrade() -> None:
    _visits_and_batches()
    _after_the_visit()
    _files()
    one_order_of_text()


def _visits_and_batches() -> None:
    with op.batch_alter_table("visit", schema=None) as batch_op:
        for column in _OF_A_VISIT:
            batch_op.add_column(sa.Column(column, sa.String(), nullable=True))
        batch_op.add_column(sa.Column("datum", sa.Text(), nullable=True))
        batch_op.create_check_constraint(op.f("ck_visit_datum"), "datum IN ('WGS-84', 'GCJ-02', 'BD-09')")
    for column in _OF_A_BATCH:
        op.add_column("batch", sa.Column(column, sa.String(), nullable=True))
    followed = sa.text("follows IS NOT NULL")
    op.create_index(
        "ix_batch_follows", "batch", ["division", "follows"], sqlite_where=followed, postgresql_where=followed
    )
    op.create_index("ix_batch_seal_test", "batch", ["division", "seal_test"], unique=True)
    op.create_index("ix_batch_seal_retained", "batch", ["division", "seal_retained"], unique=True)


def _after_the_visit() -> None:
    op.create_table(
        "delivery",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("form_no", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("laboratory", sa.String(), nullable=False),
        sa.Column("delivered_on", sa.Text(), nullable=False),
        sa.Column("delivered_by", sa.String(), nullable=False),
        sa.Column("received_on", sa.Text(), nullable=True),
        sa.Column("received_by", sa.String(), nullable=True),
        sa.Column("condition", sa.String(), nullable=True),
        sa.Column("refused", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["division", "form_no"],
            ["batch.division", "batch.form_no"],
            name=op.f("fk_delivery_division_form_no_batch"),
        ),
        sa.PrimaryKeyConstraint("division", "form_no", "n", name=op.f("pk_delivery")),
    )
    op.create_table(
        "batch_event",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("form_no", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Text(), nullable=False),
        sa.Column("report_n", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(f"step IN ({_STEPS})", name=op.f("ck_batch_event_step")),
        sa.ForeignKeyConstraint(
            ["division", "form_no"],
            ["batch.division", "batch.form_no"],
            name=op.f("fk_batch_event_division_form_no_batch"),
        ),
        sa.PrimaryKeyConstraint("division", "form_no", "n", name=op.f("pk_batch_event")),
    )


def _files() -> None:
    op.create_table(
        "attachment",
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("form_no", sa.String(), nullable=True),
        sa.Column("visit_id", sa.String(), nullable=True),
        sa.Column("record_no", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("shown_sha256", sa.String(), nullable=True),
        sa.Column("taken_at", sa.String(), nullable=True),
        sa.Column("longitude", sa.String(), nullable=True),
        sa.Column("latitude", sa.String(), nullable=True),
        sa.CheckConstraint(
            "CASE WHEN form_no IS NULL THEN 0 ELSE 1 END + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN record_no IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_attachment_of_one_record"),
        ),
        sa.ForeignKeyConstraint(
            ["division", "form_no"],
            ["batch.division", "batch.form_no"],
            name=op.f("fk_attachment_division_form_no_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["division", "visit_id"], ["visit.division", "visit.id"], name=op.f("fk_attachment_division_visit_id_visit")
        ),
        sa.ForeignKeyConstraint(
            ["division", "record_no"],
            ["roadside_check.division", "roadside_check.record_no"],
            name=op.f("fk_attachment_division_record_no_roadside_check"),
        ),
        sa.PrimaryKeyConstraint("division", "id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_sha256", "attachment", ["division", "sha256"])
    op.create_index("ix_attachment_batch", "attachment", ["division", "form_no"])
    op.create_table(
        "attachment_file",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment_file")),
    )
    op.create_table(
        "act_request",
        sa.Column("act_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("act_id", name=op.f("pk_act_request")),
    )
