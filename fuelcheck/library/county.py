"""Opening a store, founding a division with the law that it judges by, registering its policies."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from fuelcheck.law.load import find_policy
from fuelcheck.law.load import read_policy as parse_policy
from fuelcheck.law.values import Policy
from fuelcheck.library.law import found_standards
from fuelcheck.library.reasons import need_reason
from fuelcheck.services import founding
from fuelcheck.services.law import register_standards
from fuelcheck.store import policies as stored_policies
from fuelcheck.store.session import Store
from fuelcheck.toml.text import file_text


def open_store(url: str, *, create: bool = False, clock: Callable[[], datetime] | None = None) -> Store:
    """Open the store at a database URL (``sqlite:///…``, ``postgresql+psycopg://…``).

    ``create`` makes it first where there is none. Raises EnvironmentProblem (cannot be
    opened, no store, another schema).
    """
    if create:
        from fuelcheck.store.upgrading import create as make

        make(url)
    store = Store(url) if clock is None else Store(url, clock)
    store.check()
    return store


def read_policy(name: str, *, data: Path | None = None) -> Policy:
    """A policy by its id (the office's ``data`` folder first, then the package) or from a file.

    >>> read_policy("yichuan-2024-15").document.number
    '伊政办〔2024〕15号'
    """
    return _policy(name, data)[0]


def init(
    store: Store, *, policy: str, by: str, division: str | None = None, data: Path | None = None, example: bool = False
) -> Policy:
    """Found a division with its first policy; ``division`` must be the policy's if given.

    All standards that are found are registered with it; programmes are the county's own and are not.
    """
    found, text = _policy(policy, data)
    standards = found_standards(data)
    code = division or found.division
    with store.act("init", by, division=code, new_division=True) as act:
        if found.division != code:
            raise founding.ForeignPolicy(policy=found.id, found=found.division, division=code)
        founding.found(act, found, text, example=example)
        register_standards(act, standards)
    return found


def add_policy(
    store: Store, name: str, *, by: str, update: bool = False, reason: str | None = None,
    division: str | None = None, data: Path | None = None,
) -> Policy:  # fmt: skip
    """Register a further policy, by its id or from a file; another text of the same id needs ``update``."""
    need_reason(update, reason)
    policy, text = _policy(name, data)
    with store.act("policy", by, reason=reason, division=division) as act:
        founding.register_policy(act, policy, text, update=update)
    return policy


def registered_policies(store: Store, *, division: str | None = None) -> tuple[Policy, ...]:
    """The policies registered for a division, by the day they were issued."""
    with store.reading(division) as view:
        return stored_policies.policies(view.connection, view.division)


def _policy(name: str, data: Path | None) -> tuple[Policy, str]:
    path = Path(name)
    is_file = path.suffix == ".toml" or path.is_file()
    text, source = (file_text(path), path) if is_file else find_policy(name, data)
    return parse_policy(text, str(source)), text
