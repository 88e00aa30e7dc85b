"""The history of a row on the terminal: who, when, what, why."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from fuelcheck.cli.desk import china_text
from fuelcheck.cli.history_terms import fields, happened

if TYPE_CHECKING:
    from fuelcheck.store.versions import Step


def show_steps(steps: Iterable["Step"]) -> None:
    """Print each step with the cells that it changed."""
    for step in steps:
        words = (str(step.n), china_text(step.moment), step.who, happened(step), step.reason or "")
        typer.echo("  ".join(words).rstrip())
        for line in changed_lines(step):
            typer.echo(line)


def changed_lines(step: "Step") -> Iterator[str]:
    """A line for each field that the step changed: its name, what stood there and what stands there now."""
    for name, old, new in fields(step):
        yield f"      {name}: {old or '—'} → {new or '—'}"
