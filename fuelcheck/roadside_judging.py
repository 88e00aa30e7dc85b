"""Judging checks on diesel vehicles for whoever has no store: one record, or a ledger of them.

The limits are those of the package and, before them, of the office's own folder; their files are
read again only when they have changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from fuelcheck.faults import Remark
from fuelcheck.law.roadside import SensingRule
from fuelcheck.law.roadside_held import held_law
from fuelcheck.ledgers.results import SkippedRow
from fuelcheck.ledgers.roadside import WrittenCheck, read_checks
from fuelcheck.ledgers.sensing import WrittenPass, read_passes
from fuelcheck.rules.remote_sensing import SensedVehicle, judge_passes
from fuelcheck.rules.roadside import judging
from fuelcheck.rules.roadside.record import Check
from fuelcheck.rules.roadside.verdicts import CheckVerdict
from fuelcheck.words import Aftertreatment, CheckMethod, Energy, LimitSet, ObdState, UreaState

Reading = str | int | float | Decimal
"""A measured number: best the text as it was written down; a number says the same as its text."""


@dataclass(frozen=True, slots=True)
class JudgedCheck:
    """A check of a file and the verdict on it."""

    written: WrittenCheck
    verdict: CheckVerdict


@dataclass(frozen=True, slots=True)
class JudgedChecks:
    """What became of a file: its checks as judged, or the faults for which it was refused."""

    checks: tuple[JudgedCheck, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]

    @property
    def accepted(self) -> bool:
        """Whether the file could be judged, whatever the verdicts."""
        return not self.faults

    def refusal(self) -> dict[str, Any]:
        """The JSON object of a refused file, with the keys of a refused import."""
        return _refusal(self.faults, self.notices)


@dataclass(frozen=True, slots=True)
class JudgedPasses:
    """What became of a list of passes: the vehicles that were seen, or the faults for which it was refused.

    ``rule`` is the one that they were judged by; None where there is no pass.
    """

    vehicles: tuple[SensedVehicle, ...]
    passes: tuple[WrittenPass, ...]
    rule: SensingRule | None
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]

    @property
    def accepted(self) -> bool:
        """Whether the list could be judged, whatever it says."""
        return not self.faults

    @property
    def places(self) -> dict[tuple[str, str, datetime], str]:
        """Where each pass was, by plate, its colour, and moment."""
        return {(one.sensed.plate, one.sensed.plate_colour, one.sensed.passed_at): one.place for one in self.passes}

    def refusal(self) -> dict[str, Any]:
        """The JSON object of a refused list, with the keys of a refused import."""
        return _refusal(self.faults, self.notices)


def _refusal(faults: Sequence[Remark], notices: Sequence[Remark]) -> dict[str, Any]:
    return {
        "accepted": not faults,
        "faults": [fault.as_json() for fault in faults],
        "notices": [notice.as_json() for notice in notices],
    }


def judge_check(
    *, method: CheckMethod | str | None, checked_on: date | None, readings: Sequence[Reading] = (),
    nox_ppm: Reading = "", power_percent: Reading = "", ringelmann: Reading = "", obd: ObdState | str | None = None,
    aftertreatment: Aftertreatment | str | None = None, urea: UreaState | str | None = None,
    urea_mass_percent: Reading = "", urea_refraction: Reading = "", energy: Energy | str | None = None,
    vehicle_type: str = "", instrument: str = "", calibrated_until: date | None = None, record_no: str = "",
    limit_set: LimitSet | str = LimitSet.A, data: Path | None = None,
) -> CheckVerdict:  # fmt: skip
    """The verdict on one check; the arguments are the fields of ``Check``, ``data`` the office's own folder.

    No measurement raises: what cannot be judged is undecided. ValueError for a word of a closed list
    that there is none; FileRefused for a broken law file of the office.

    >>> from datetime import date
    >>> verdict = judge_check(method="free_acceleration", checked_on=date(2025, 3, 9), readings=["1.1", "1.2", "1.3"])
    >>> print(verdict.verdict, verdict.items[0].value, verdict.items[0].limit, verdict.items[0].confidence)
    pass 1.20 <= 1.2 memory
    """
    check = Check(
        record_no=record_no, checked_on=checked_on, method=None if method is None else CheckMethod(method),
        readings=tuple(map(str, readings)), nox_ppm=str(nox_ppm), power_percent=str(power_percent),
        ringelmann=str(ringelmann), obd=None if obd is None else ObdState(obd),
        aftertreatment=None if aftertreatment is None else Aftertreatment(aftertreatment),
        urea=None if urea is None else UreaState(urea), urea_mass_percent=str(urea_mass_percent),
        urea_refraction=str(urea_refraction), energy=None if energy is None else Energy(energy),
        vehicle_type=vehicle_type, instrument=instrument, calibrated_until=calibrated_until,
    )  # fmt: skip
    return judging.judge_check(check, held_law(data), LimitSet(limit_set))


def judge_checks_file(
    path: Path, *, limit_set: LimitSet | str = LimitSet.A, mapping: str | None = None, data: Path | None = None
) -> JudgedChecks:
    """The verdicts on all checks of a workbook or CSV; ``mapping`` is the text of a mapping file.

    What is wrong with the file stands in the answer. FileRefused for a broken mapping or law file;
    ValueError for a set of limits that there is none.
    """
    law, chosen = held_law(data), LimitSet(limit_set)
    read = read_checks([path], mapping=mapping)
    judged = (JudgedCheck(one, judging.judge_check(one.check, law, chosen)) for one in read.checks)
    return JudgedChecks(tuple(judged), read.faults, read.notices, read.skipped)


def judge_passes_file(path: Path, *, mapping: str | None = None, data: Path | None = None) -> JudgedPasses:
    """What a list of passes of remote sensing says of each vehicle, by the rule in force on the last day.

    What is wrong with the file stands in the answer. FileRefused for a broken mapping or law file.
    """
    read = read_passes([path], mapping=mapping)
    if not read.passes:
        return JudgedPasses((), (), None, read.faults, read.notices, read.skipped)
    last = max(one.sensed.passed_at for one in read.passes).date()
    rule = held_law(data).sensing_rule(last)
    if rule is None:
        fault = Remark("no-sensing-rule", path.name, values={"day": last})
        return JudgedPasses((), read.passes, None, (fault,), read.notices, read.skipped)
    vehicles = judge_passes((one.sensed for one in read.passes), rule)
    return JudgedPasses(vehicles, read.passes, rule, (), read.notices, read.skipped)
