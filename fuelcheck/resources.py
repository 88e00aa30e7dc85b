"""Where the package's own files lie: in a wheel, in a checkout, or in the office's folder."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def documents_folder() -> Path:
    """The folder with the sentences of printed documents.

    In a wheel it lies inside the package; in a checkout (an editable install knows no
    forced inclusion) one level up, in ``templates/documents``.
    """
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates" / "documents"


def law_folder(kind: str) -> Path:
    """The folder of shipped law data: ``policies``, ``standards``, ``programmes`` or ``roadside``."""
    return _PACKAGE / "law" / "data" / kind
