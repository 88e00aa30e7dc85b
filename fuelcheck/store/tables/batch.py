"""Batches (批次), their laboratory reports in order, and what each report found."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Closed, Day, one_of
from fuelcheck.words import BatchStatus, Conclusion, Product, Purpose, Task

_COUNTED = ("product", "task", "purpose", "reported_on", "sampled_on", "status")


class Batch(SQLModel, table=True):
    """One product sampled at one site on one visit; known by the number of its form."""

    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["division", "visit_id", "site_code", "sampled_on"],
            ["visit.division", "visit.id", "visit.site_code", "visit.visited_on"],
            name="fk_batch_visit",
        ),
        one_of("product", Product, "product"),
        one_of("task", Task, "task"),
        one_of("purpose", Purpose, "purpose"),
        one_of("status", BatchStatus, "status"),
        # the tally reads nothing but this index (performance: measured against hand-written SQL)
        sa.Index(
            "ix_batch_quota",
            "division",
            "year",
            "site_code",
            *_COUNTED,
            sqlite_where=sa.text("status = 'valid'"),
            postgresql_where=sa.text("status = 'valid'"),
        ),
        sa.Index("ix_batch_day", "division", "sampled_on", "form_no"),
        sa.Index("ix_batch_visit", "division", "visit_id"),
        sa.Index(
            "ix_batch_follows",
            "division",
            "follows",
            sqlite_where=sa.text("follows IS NOT NULL"),
            postgresql_where=sa.text("follows IS NOT NULL"),
        ),
        sa.Index("ix_batch_seal_test", "division", "seal_test", unique=True),
        sa.Index("ix_batch_seal_retained", "division", "seal_retained", unique=True),
    )

    division: str = Field(primary_key=True)
    form_no: str = Field(primary_key=True)
    visit_id: str
    site_code: str
    sampled_on: date = Field(sa_type=Day)
    year: int
    """Calendar year of the sampling day: the index seeks it."""
    product: Product = Field(sa_type=Closed(Product))
    grade: str | None = None
    task: Task | None = Field(default=None, sa_type=Closed(Task))
    purpose: Purpose | None = Field(default=None, sa_type=Closed(Purpose))
    follows: str | None = None
    standard: str | None = None
    drawn_from: str | None = None
    laboratory: str | None = None
    status: BatchStatus = Field(default=BatchStatus.VALID, sa_type=Closed(BatchStatus))
    void_reason: str | None = None
    voided_on: date | None = Field(default=None, sa_type=Day)
    reported_on: date | None = Field(default=None, sa_type=Day)
    """Day of the first valid report, kept by the service that adds or withdraws reports."""
    note: str | None = None
    programme: str | None = None
    """The programme (实施细则) that it belongs to; ``none``: to none; empty: to that of its year, if there is one."""
    seal_test: str | None = None
    """Of the portion that is tested (检验样品封条编号); no seal is used twice in a division."""
    seal_retained: str | None = None
    """Of the portion that is kept for a retest (备用样品封条编号)."""
    quantity: str | None = None
    """Litres that the sample stands for (抽样基数), as decimal text."""
    price: str | None = None
    """Yuan a litre (单价), as decimal text."""
    supplier: str | None = None
    delivery_note_no: str | None = None
    claims: str | None = None
    """What the station itself promises beyond the standard: JSON, an item's key → a limit as written."""


class Report(SQLModel, table=True):
    """A laboratory's report on a batch (检验报告); ``n`` = 1, 2, … in the order of arrival."""

    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "form_no"], ["batch.division", "batch.form_no"]),
        one_of("conclusion", Conclusion, "conclusion"),
    )

    division: str = Field(primary_key=True)
    form_no: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    report_no: str | None = None
    reported_on: date | None = Field(default=None, sa_type=Day)
    conclusion: Conclusion | None = Field(default=None, sa_type=Closed(Conclusion))
    failed_items: str | None = None
    withdrawn: str | None = None
    """Why it was withdrawn; empty while it stands."""
    corrects: int | None = None
    """The report that this one corrects or replaces; empty for the first."""


class Result(SQLModel, table=True):
    """One line of a report (检验结果): an item as the laboratory names it, its result and unit as written."""

    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "form_no", "n"], ["report.division", "report.form_no", "report.n"]),
    )

    division: str = Field(primary_key=True)
    form_no: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    item: str = Field(primary_key=True)
    value: str
    unit: str | None = None
    note: str | None = None
