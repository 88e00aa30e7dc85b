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
from fuelcheck.store.tables.evidence import ActRequest, ActRow, HeadRow, VersionRow
from fuelcheck.store.tables.importing import Answer, LedgerImport, LedgerMapping
from fuelcheck.store.tables.law import Confirmation, Programme, Standard
from fuelcheck.store.tables.people import Account, Password, SignIn, SignInFailure, Token, TokenSecret
from fuelcheck.store.tables.personal import Erasure, Personal
from fuelcheck.store.tables.register import Inspector, Laboratory
from fuelcheck.store.tables.roadside import RetestEvent, RoadsideCheck
from fuelcheck.store.tables.sampling import Attachment, AttachmentFile, BatchEvent, Delivery
from fuelcheck.store.tables.site import Site, SiteChange
from fuelcheck.store.tables.vehicle import MeasureValue, Vehicle
from fuelcheck.store.tables.visit import Visit

__all__ = [
    "NOUNS",
    "Account",
    "ActRequest",
    "ActRow",
    "Answer",
    "Attachment",
    "AttachmentFile",
    "Batch",
    "BatchEvent",
    "Confirmation",
    "Delivery",
    "Division",
    "Document",
    "DocumentFile",
    "Erasure",
    "HeadRow",
    "Inspector",
    "Laboratory",
    "LedgerImport",
    "LedgerMapping",
    "MeasureValue",
    "Password",
    "Personal",
    "Policy",
    "Programme",
    "Report",
    "Result",
    "RetestEvent",
    "RoadsideCheck",
    "SignIn",
    "SignInFailure",
    "Site",
    "SiteChange",
    "Standard",
    "Token",
    "TokenSecret",
    "Vehicle",
    "VersionRow",
    "Visit",
    "metadata",
    "noun_of",
]
