"""fuelcheck: proves that the fuel sold and the vehicles driven in a county are clean.

The map, top down; an arrow points down, never up:

- ``cli``        the terminal's edge
- ``library``    the public functions of this package: each writing one is one act, committed
- ``judging``    results in, verdicts out, for whoever has no store
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
        answer_notice,
        export_sheets,
        import_ledgers,
        init,
        issue_quota_report,
        open_store,
        quota_report,
        quota_status,
        read_policy,
        render_quota_report,
        undo_import,
        verify_audit,
        write_template,
    )

__version__ = "0.1.0"

_HOMES = {"FuelcheckError": "fuelcheck.errors", "judge": "fuelcheck.judging"}

__all__ = [
    "FuelcheckError",
    "answer_notice",
    "export_sheets",
    "import_ledgers",
    "init",
    "issue_quota_report",
    "judge",
    "open_store",
    "quota_report",
    "quota_status",
    "read_policy",
    "render_quota_report",
    "undo_import",
    "verify_audit",
    "write_template",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "fuelcheck.library")), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
