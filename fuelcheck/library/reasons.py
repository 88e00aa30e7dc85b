"""Changing what is recorded needs a reason."""

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_


class ReasonNeeded(FuelcheckError):
    """Amending needs a reason."""

    code = "reason-needed"
    sentence = N_("Changing what is recorded needs a reason: add --reason")


def need_reason(update: bool, reason: str | None) -> None:
    """Raise ReasonNeeded where something is amended and nobody says why."""
    if update and not (reason or "").strip():
        raise ReasonNeeded()
