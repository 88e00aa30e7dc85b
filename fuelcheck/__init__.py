"""fuelcheck: proves that the fuel sold and the vehicles driven in a county are clean.

The map, top down; an arrow points down, never up:

- ``cli``        the terminal's edge
- ``library``    the public functions of this package: each writing one is one act, committed
- ``judging``    results in, verdicts out, for whoever has no store; ``roadside_judging`` the same for checks
- ``demo``       an invented example county, as untidy workbooks
- ``reports``    an evaluation in, PDF or workbook out
- ``services``   one function is one act of one person; nothing else changes data
- ``standing``   policy, tallies and rules put together into one evaluation
- ``ledgers``    untidy sheets in, checked rows out, and back
- ``store``      the only SQL: tables, acts and versions, tallies
- ``rules``      pure functions: quotas, rosters, visits, notices
- ``law``        policies as data
- ``words``, ``faults``, ``errors``, ``language``, ``resources``   what all of them speak with

>>> import fuelcheck as fc
>>> fc.read_policy("yichuan-2024-15").quota("motor_fuel_batches").required
159

The public names are loaded when first asked for: importing this package loads nothing heavy.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fuelcheck.errors import FuelcheckError
    from fuelcheck.judging import judge
    from fuelcheck.library import (
        add_programme,
        add_report,
        add_standards,
        amend_batch,
        answer_notice,
        attach_file,
        batch_record,
        check_record,
        check_records,
        check_summary,
        confirm_limit,
        deliver_sample,
        enter_results,
        erase_personal,
        export_sheets,
        import_ledgers,
        init,
        issue_phase_out_list,
        issue_quota_report,
        issue_targets_report,
        open_store,
        plan_file,
        quota_report,
        quota_status,
        read_policy,
        receive_sample,
        record_retest,
        record_visit,
        render_phase_out_list,
        render_quota_report,
        render_targets_report,
        report_measure,
        restore_batch,
        targets_report,
        undo_import,
        verify_audit,
        void_batch,
        void_check,
        withdraw_report,
        withdraw_retest,
        write_template,
    )
    from fuelcheck.roadside_judging import judge_check
    from fuelcheck.rules.identifiers import identify

__version__ = "0.1.0"

_HOMES = {
    "FuelcheckError": "fuelcheck.errors",
    "identify": "fuelcheck.rules.identifiers",
    "judge": "fuelcheck.judging",
    "judge_check": "fuelcheck.roadside_judging",
}

__all__ = [
    "FuelcheckError",
    "add_programme",
    "add_report",
    "add_standards",
    "amend_batch",
    "answer_notice",
    "attach_file",
    "batch_record",
    "check_record",
    "check_records",
    "check_summary",
    "confirm_limit",
    "deliver_sample",
    "enter_results",
    "erase_personal",
    "export_sheets",
    "identify",
    "import_ledgers",
    "init",
    "issue_phase_out_list",
    "issue_quota_report",
    "issue_targets_report",
    "judge",
    "judge_check",
    "open_store",
    "plan_file",
    "quota_report",
    "quota_status",
    "read_policy",
    "receive_sample",
    "record_retest",
    "record_visit",
    "render_phase_out_list",
    "render_quota_report",
    "render_targets_report",
    "report_measure",
    "restore_batch",
    "targets_report",
    "undo_import",
    "verify_audit",
    "void_batch",
    "void_check",
    "withdraw_report",
    "withdraw_retest",
    "write_template",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "fuelcheck.library")), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
