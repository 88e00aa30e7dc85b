"""What every request finds in this process: the settings and the one open store."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import Flask, current_app

from fuelcheck.config import Settings
from fuelcheck.reports.paper import Paper
from fuelcheck.store.session import Store

_NAME = "fuelcheck"


@dataclass(frozen=True, slots=True)
class Office:
    """The settings of the process and its store."""

    settings: Settings
    store: Store

    @property
    def data(self) -> Path:
        """The office's own folder, where it keeps law files."""
        return self.settings.data.value

    def paper(self, *, number: str | None = None, printed_at: datetime | None = None) -> Paper:
        """What the office's documents print besides the figures."""
        settings = self.settings
        return Paper(
            office=settings.office_name.value or None, addressee=settings.office_addressee.value or None,
            phone=settings.office_phone.value or None, title=settings.office_title.value or None,
            fonts=settings.fonts.value, number=number, printed_at=printed_at,
        )  # fmt: skip


def settle(app: Flask, office: Office) -> None:
    """Let the requests of an application find the office."""
    app.extensions[_NAME] = office


def office() -> Office:
    """The office of the application that answers."""
    found: Office = current_app.extensions[_NAME]
    return found
