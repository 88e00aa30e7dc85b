"""Visits of the cast as a person on the spot sends them, and pictures to attach."""

from io import BytesIO
from typing import Any

from PIL import Image

from tests.cast import LABORATORY

DAY = "2025-03-09"


def drawn(form_no: str, **other: Any) -> dict[str, Any]:
    """A batch of diesel, sealed, unless it says otherwise."""
    seals = {"seal_test": f"{form_no}-J", "seal_retained": f"{form_no}-B"}
    return {"form_no": form_no, "product": "diesel", "grade": "0", "laboratory": LABORATORY, **seals, **other}


def visited(*batches: dict[str, Any], **other: Any) -> dict[str, Any]:
    """A visit of two of the cast to 顺达 on a day in March."""
    return {
        "site_code": "S001", "visited_on": DAY, "samplers": ["李娜", "赵强"],
        "batches": list(batches or (drawn("A1"),)), **other,
    }  # fmt: skip


def photograph(kind: str = "JPEG", size: tuple[int, int] = (80, 60), **exif: Any) -> bytes:
    """A picture with what cameras write into it: a moment, a place, a comment."""
    picture = Image.new("RGB", size, "red")
    about = picture.getexif()
    about[0x0132] = "2025:03:09 09:12:00"
    about.get_ifd(0x8825).update({1: "N", 2: (34.0, 25.0, 12.0), 3: "E", 4: (112.0, 25.0, 48.0)})
    about.update(exif)
    options = {"comment": b"secret"} if kind == "JPEG" else {}
    picture.save(out := BytesIO(), kind, exif=about, **options)
    return out.getvalue()
