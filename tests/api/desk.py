"""An office whose API the tests ask: the cast's county in a store, people with tokens, a client."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api.app import create_app
from fuelcheck.config import read_settings
from fuelcheck.library import add_token, add_user, enter_laboratory
from fuelcheck.services.people import Person
from fuelcheck.words import Department, Role
from tests.cast import LABORATORY, REVIEWER, County

BASE = "/api/v1"
MARKET = Department.MARKET_SUPERVISION
PASSWORD = "Diesel-2025"


class Desk:
    """The application of a county, and short words for asking it."""

    def __init__(self, county: County, url: str, folder: Path) -> None:
        self.county = county
        settings = read_settings(
            {"database": url, "data": str(folder / "office"), "language": "en"}, environ={}, folder=folder,
            user_folder=folder,
        )  # fmt: skip
        self.app = create_app(settings, clock=county.clock)
        self.client: FlaskClient = self.app.test_client(use_cookies=False)
        self._tokens: dict[tuple[Role, Department | None], str] = {}

    def token(self, role: Role, department: Department | None = None) -> str:
        """A token that is good for all that such a person may do; made when first asked for."""
        key = (role, department)
        if key not in self._tokens:
            self._tokens[key] = self._made(role, department)
        return self._tokens[key]

    def _made(self, role: Role, department: Department | None) -> str:
        store, name = self.county.store, f"{role}.{department or 'none'}".replace("_", "-")
        until = self.county.clock.now + timedelta(days=300)
        if role is Role.LABORATORY:
            enter_laboratory(store, LABORATORY, by=REVIEWER)
        of_laboratory = LABORATORY if role is Role.LABORATORY else None
        person = Person(name, name, role, department, laboratory=of_laboratory)
        add_user(store, person, by=REVIEWER, password=PASSWORD)
        return add_token(store, name, until, by=REVIEWER, login=name, scopes=("everything",))[1]

    def ask(
        self, address: str, method: str = "GET", *, role: Role | None = Role.REVIEWER,
        department: Department | None = MARKET, headers: Mapping[str, str] | None = None, **request: Any,
    ) -> TestResponse:  # fmt: skip
        """One request, as a reviewer of the market supervision department unless it says otherwise."""
        sent = dict(headers or {})
        if role is not None:
            sent["Authorization"] = f"Bearer {self.token(role, department)}"
        path = address if address.startswith(("/api", "/healthz", "/readyz")) else BASE + address
        return self.client.open(path, method=method, headers=sent, **request)

    def items(self, address: str, **asked: Any) -> list[dict[str, Any]]:
        """The rows of a list, page after page."""
        found: list[dict[str, Any]] = []
        cursor = None
        while True:
            page = self.ask(address, query_string={**asked, **({"cursor": cursor} if cursor else {})}).json
            found += page["items"]
            cursor = page["next"]
            if cursor is None:
                return found
