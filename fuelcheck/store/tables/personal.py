"""Personal data (个人信息) apart from all else: versions hold their keyed hash, so that they can be erased."""

from sqlmodel import Field, SQLModel


class Personal(SQLModel, table=True):
    """A person's name, telephone or number, with the key of its hash. No noun: it has no versions.

    ``subject`` says whose row and field it is: ``roadside_check/R1/driver``; ``hash`` is what the row,
    or an earlier version of it, holds in that field. So a name that was corrected is found again when
    the correction is taken back, or when it is asked what was known then.
    """

    division: str = Field(primary_key=True, foreign_key="division.division")
    subject: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    value: str
    secret: bytes
    """The key of the hash; gone with the value."""


class Erasure(SQLModel, table=True):
    """That a person's value was erased, and by which rule."""

    division: str = Field(primary_key=True, foreign_key="division.division")
    subject: str = Field(primary_key=True)
    rule: str
