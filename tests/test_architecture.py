"""The layers of docs/architecture.md hold: import-linter is asked."""

from pathlib import Path

from importlinter.cli import lint_imports

CONTRACTS = Path(__file__).parent.parent / "pyproject.toml"


def test_every_arrow_points_down() -> None:
    assert lint_imports(config_filename=str(CONTRACTS), no_cache=True, no_logo=True) == 0
