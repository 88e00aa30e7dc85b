"""The tongue of messages: English source sentences, catalogues beside the package.

Chinese is the default. ``FUELCHECK_LANG`` chooses at start; an edge that serves many
people chooses anew for each with ``use``.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

DOMAIN = "fuelcheck"
FOLDERS = {"zh": "zh_CN", "en": "en"}
LOCALE = Path(__file__).with_name("locale")

_chosen: ContextVar[str | None] = ContextVar("fuelcheck_language", default=None)


def current() -> str:
    """Return the tongue in use: ``zh`` or ``en``."""
    return _chosen.get() or _from_environment()


def choose(language: str) -> None:
    """Speak ``language`` (``zh`` or ``en``, also ``zh_CN.UTF-8`` and the like) from now on."""
    _chosen.set(_short(language))


@contextmanager
def use(language: str) -> Iterator[None]:
    """Speak ``language`` within a ``with`` block."""
    token = _chosen.set(_short(language))
    try:
        yield
    finally:
        _chosen.reset(token)


def _(source: str) -> str:
    """Translate one source sentence into the tongue in use."""
    return _catalogue(current()).gettext(source)


def N_(source: str) -> str:  # noqa: N802 - the name that extractors look for
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return source


def say(source: str, /, **values: object) -> str:
    """Translate ``source`` and fill its ``{fields}``.

    >>> with use("en"):
    ...     say("{n} rows", n=3)
    '3 rows'
    """
    return _(source).format(**values)


def _from_environment() -> str:
    return _short(os.environ.get("FUELCHECK_LANG", ""))


def _short(language: str) -> str:
    return "en" if language.lower().startswith("en") else "zh"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, languages=[FOLDERS[language]], fallback=True)
