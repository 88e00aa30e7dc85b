"""Standards and programmes as registered, and the limits that a county confirmed (核对)."""

from sqlmodel import Field, SQLModel


class Standard(SQLModel, table=True):
    """A standard file's text as registered, one phase of one edition: judgements read it here, never from the file."""

    division: str = Field(primary_key=True, foreign_key="division.division")
    name: str = Field(primary_key=True)
    """Edition and phase: ``GB 17930-2016 VIB``."""
    text: str
    sha256: str


class Programme(SQLModel, table=True):
    """A programme file's text (实施细则) as registered."""

    division: str = Field(primary_key=True, foreign_key="division.division")
    id: str = Field(primary_key=True)
    year: int
    text: str
    sha256: str


class Confirmation(SQLModel, table=True):
    """A limit that somebody compared with the official text; who and when is the act's.

    It vouches for the limit as it read then: where a later text of the standard states another
    figure, the mark of doubt is back.
    """

    division: str = Field(primary_key=True, foreign_key="division.division")
    standard: str = Field(primary_key=True)
    """Its name: edition and phase."""
    item: str = Field(primary_key=True)
    grades: str = Field(primary_key=True)
    """Of the limit, joined by ``;``; empty: of every grade."""
    season: str = Field(primary_key=True)
    """Of the limit; empty: all year."""
    limit_text: str
    """The figure that was confirmed: ``<= 10``."""
    standard_sha256: str
    """Of the registered text in which it stood."""
    evidence: str
    """What it was compared with: the paper, its page."""
    evidence_sha256: str | None = None
    """Of the file of that paper, where one was at hand."""
