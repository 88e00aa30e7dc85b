"""The public functions of the package.

Each writing function is one act of one person, one transaction, committed when it returns;
raising means that nothing happened. Reading functions see one consistent moment.
"""

from fuelcheck.library.county import add_policy, init, open_store, read_policy, registered_policies
from fuelcheck.library.documents import check_document, issue_quota_report, issued_document, issued_documents
from fuelcheck.library.evidence import audit_acts, audit_head, audit_history, verify_audit
from fuelcheck.library.keeping import backup_store, diagnosis, restore_store, upgrade_store
from fuelcheck.library.ledgers import NoMapping, export_sheets, import_ledgers, undo_import, write_template
from fuelcheck.library.quotas import (
    Talk,
    UnknownReportType,
    quota_report,
    quota_status,
    render_quota_report,
    rendered,
    today,
)
from fuelcheck.library.reasons import ReasonNeeded
from fuelcheck.library.registers import answer_notice, enter_inspector, enter_laboratory

__all__ = [
    "NoMapping",
    "ReasonNeeded",
    "Talk",
    "UnknownReportType",
    "add_policy",
    "answer_notice",
    "audit_acts",
    "audit_head",
    "audit_history",
    "backup_store",
    "check_document",
    "diagnosis",
    "enter_inspector",
    "enter_laboratory",
    "export_sheets",
    "import_ledgers",
    "init",
    "issue_quota_report",
    "issued_document",
    "issued_documents",
    "open_store",
    "quota_report",
    "quota_status",
    "read_policy",
    "registered_policies",
    "render_quota_report",
    "rendered",
    "restore_store",
    "today",
    "undo_import",
    "upgrade_store",
    "verify_audit",
    "write_template",
]
