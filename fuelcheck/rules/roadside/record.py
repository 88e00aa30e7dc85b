"""What is judged of a check: measurements and states, as somebody wrote them down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fuelcheck.words import Aftertreatment, CheckItem, CheckMethod, Energy, ObdState, UreaState


@dataclass(frozen=True, slots=True)
class Check:
    """One check as far as its judgement goes; None and "" are what nobody wrote down.

    ``readings`` are of smoke, in m⁻¹: of a free acceleration in their order, of a lug-down at 100 %
    and 80 % of the speed of greatest power. ``power_percent`` is the corrected power at the wheel
    in % of the engine's rated power. ``urea_mass_percent`` and ``urea_refraction`` (nD at 20 °C) are
    what a refractometer shows. ``calibrated_until`` is the last day of the instrument's calibration.
    """

    record_no: str = ""
    checked_on: date | None = None
    method: CheckMethod | None = None
    readings: tuple[str, ...] = ()
    nox_ppm: str = ""
    power_percent: str = ""
    ringelmann: str = ""
    obd: ObdState | None = None
    aftertreatment: Aftertreatment | None = None
    urea: UreaState | None = None
    urea_mass_percent: str = ""
    urea_refraction: str = ""
    energy: Energy | None = None
    vehicle_type: str = ""
    instrument: str = ""
    calibrated_until: date | None = None

    def written(self, item: CheckItem) -> tuple[str, ...]:
        """What was measured of an item; empty where nothing was."""
        match item:
            case CheckItem.OPACITY:
                return tuple(filled for reading in self.readings if (filled := reading.strip()))
            case CheckItem.NOX:
                return _filled(self.nox_ppm)
            case CheckItem.POWER:
                return _filled(self.power_percent)
            case CheckItem.RINGELMANN:
                return _filled(self.ringelmann)
        return ()

    def states(self) -> Iterator[tuple[CheckItem, ObdState | Aftertreatment | UreaState]]:
        """The states that were written down."""
        if self.obd is not None:
            yield CheckItem.OBD, self.obd
        if self.aftertreatment is not None:
            yield CheckItem.AFTERTREATMENT, self.aftertreatment
        if self.urea is not None:
            yield CheckItem.UREA, self.urea


def _filled(written: str) -> tuple[str, ...]:
    return (written.strip(),) if written.strip() else ()
