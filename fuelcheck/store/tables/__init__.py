"""The tables, one file per noun. Columns and constraints; no decisions.

Keys are natural: a row is known by its division and the code that people write on paper,
so that a version, an export and a message all name it alike. Every table begins with
``division``: it stands first in every key and index.

Importing this package registers every table on ``metadata``.
"""

from fuelcheck.store.tables.base import NOUNS, metadata, noun_of
from fuelcheck.store.tables.batch import Batch, Report, Result
from fuelcheck.store.tables.division import Division, Policy
from fuelcheck.store.tables.document import Document, DocumentFile
from fuelcheck.store.tables.evidence import ActRow, HeadRow, VersionRow
from fuelcheck.store.tables.importing import Answer, LedgerImport, LedgerMapping
from fuelcheck.store.tables.law import Confirmation, Programme, Standard
from fuelcheck.store.tables.register import Inspector, Laboratory
from fuelcheck.store.tables.site import Site, SiteChange
from fuelcheck.store.tables.visit import Visit

__all__ = [
    "NOUNS",
    "ActRow",
    "Answer",
    "Batch",
    "Confirmation",
    "Division",
    "Document",
    "DocumentFile",
    "HeadRow",
    "Inspector",
    "Laboratory",
    "LedgerImport",
    "LedgerMapping",
    "Policy",
    "Programme",
    "Report",
    "Result",
    "Site",
    "SiteChange",
    "Standard",
    "VersionRow",
    "Visit",
    "metadata",
    "noun_of",
]
