"""What befalls a batch after the visit (送检、进展), and the files that prove what was recorded (附件)."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Closed, Day, one_of
from fuelcheck.words import BatchStep


class Delivery(SQLModel, table=True):
    """A sample handed over to a laboratory (样品交接); ``n`` = 1, 2, … in order, for one may be turned away."""

    __table_args__ = (sa.ForeignKeyConstraint(["division", "form_no"], ["batch.division", "batch.form_no"]),)

    division: str = Field(primary_key=True)
    form_no: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    laboratory: str
    delivered_on: date = Field(sa_type=Day)
    delivered_by: str
    received_on: date | None = Field(default=None, sa_type=Day)
    """The day on which the laboratory took it or turned it away."""
    received_by: str | None = None
    condition: str | None = None
    """Seals and state as the laboratory found them."""
    refused: str | None = None
    """Why the laboratory turned it away; empty where it took it."""


class BatchEvent(SQLModel, table=True):
    """A step in the life of a batch that no other row tells; ``n`` = 1, 2, … in the order of recording."""

    __tablename__ = "batch_event"
    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "form_no"], ["batch.division", "batch.form_no"]),
        one_of("step", BatchStep, "step"),
    )

    division: str = Field(primary_key=True)
    form_no: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    step: BatchStep = Field(sa_type=Closed(BatchStep))
    happened_on: date = Field(sa_type=Day)
    report_n: int | None = None
    """The report that was released."""
    note: str | None = None
    """The paper that proves it, or what is to be known of it."""


class Attachment(SQLModel, table=True):
    """A photograph or a scan of one record; time and place in it are its maker's claims."""

    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "form_no"], ["batch.division", "batch.form_no"]),
        sa.ForeignKeyConstraint(["division", "visit_id"], ["visit.division", "visit.id"]),
        sa.ForeignKeyConstraint(["division", "record_no"], ["roadside_check.division", "roadside_check.record_no"]),
        sa.CheckConstraint(
            "CASE WHEN form_no IS NULL THEN 0 ELSE 1 END + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN record_no IS NULL THEN 0 ELSE 1 END = 1",
            name="of_one_record",
        ),
        sa.Index("ix_attachment_sha256", "division", "sha256"),
        sa.Index("ix_attachment_batch", "division", "form_no"),
    )

    division: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    form_no: str | None = None
    visit_id: str | None = None
    record_no: str | None = None
    name: str
    media_type: str
    size: int
    """In bytes."""
    sha256: str
    shown_sha256: str | None = None
    """Of the picture made anew to be shown, without what the camera wrote into it; none of a PDF."""
    taken_at: str | None = None
    """As the camera's clock wrote it, without a zone."""
    longitude: str | None = None
    latitude: str | None = None
    """By the camera, WGS-84."""


class AttachmentFile(SQLModel, table=True):
    """The bytes of attachments by their hash; in the database so that one backup holds all."""

    __tablename__ = "attachment_file"

    sha256: str = Field(primary_key=True)
    content: bytes
