"""Which tongue speaks while a document is written: paper is Chinese, talk about it is the person's.

Remarks, units and terms are translated where they are shown, so that everything which stands on a
paper must be made within ``on_paper``; otherwise its bytes would depend on who had it printed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from fuelcheck.language import current, say, use

_person: ContextVar[str | None] = ContextVar("fuelcheck_person", default=None)


@contextmanager
def on_paper() -> Iterator[None]:
    """Speak Chinese, whatever the person reads; the function that writes a document is decorated with it."""
    token = _person.set(_person.get() or current())
    try:
        with use("zh"):
            yield
    finally:
        _person.reset(token)


def say_to_person(source: str, /, **values: object) -> str:
    """``say`` in the tongue of whoever waits for the document."""
    with use(_person.get() or current()):
        return say(source, **values)
