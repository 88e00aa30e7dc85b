"""Opens one picture in a bounded process of its own and prints what is in it, with a new picture to show.

A file of a few kilobytes can unfold to gigabytes, so this file is run alone, ``python -I picture.py``,
with the limits of the ledgers' reader. The new picture is painted anew: nothing that camera or editor wrote
beside the pixels (place, owner, comment) comes along. Time and place are told apart, as claims.

Arguments: the folder in which Pillow lies, the picture. Output: a line of JSON
``{"format", "taken_at", "longitude", "latitude"}`` and then the bytes of a JPEG, or ``{"refused": code}``.
"""

import contextlib
import json
import sys
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 50_000_000
MOST_SHOWN = 2048
"""Pixels of the longer side of the picture that is shown."""
QUALITY = 85

_GPS, _EXIF, _TAKEN, _CHANGED = 0x8825, 0x8769, 0x9003, 0x0132


def looked_at(path: str) -> bytes:
    """What is to be printed about the picture at ``path``."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=FORMATS) as picture:
            told = _claims(picture.getexif()) | {"format": "JPEG" if picture.format == "MPO" else picture.format}
            turned = ImageOps.exif_transpose(picture)
            turned.thumbnail((MOST_SHOWN, MOST_SHOWN))
            shown = _painted(turned)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return json.dumps({"refused": "too-many-pixels"}).encode()
    except UnidentifiedImageError:
        return json.dumps({"refused": "no-picture"}).encode()
    return json.dumps(told).encode() + b"\n" + shown


def _painted(picture: Any) -> bytes:
    """The pixels alone, on white where they are clear, as a JPEG."""
    from PIL import Image

    clear = picture.convert("RGBA") if picture.has_transparency_data else None
    sheet = Image.new("RGB", picture.size, "white")
    sheet.paste(picture.convert("RGB") if clear is None else clear, mask=clear)
    sheet.save(out := BytesIO(), "JPEG", quality=QUALITY)
    return out.getvalue()


def _claims(exif: Any) -> dict[str, str | None]:
    """When and where the camera says that it was."""
    taken = exif.get_ifd(_EXIF).get(_TAKEN) or exif.get(_CHANGED)
    place = exif.get_ifd(_GPS)
    return {
        "taken_at": _moment(taken), "longitude": _degrees(place.get(4), place.get(3)),
        "latitude": _degrees(place.get(2), place.get(1)),
    }  # fmt: skip


def _moment(written: object) -> str | None:
    """``2025:03:09 09:10:00`` as ``2025-03-09T09:10:00``; the camera names no zone."""
    day, _, clock = str(written or "").strip("\0 ").partition(" ")
    text = f"{day.replace(':', '-')}T{clock}"
    digits = text.replace("-", "").replace("T", "").replace(":", "")
    return text if len(text) == len("2025-03-09T09:10:00") and digits.isascii() and digits.isdigit() else None


def _degrees(parts: Any, side: object) -> str | None:
    with contextlib.suppress(TypeError, ValueError, ZeroDivisionError, OverflowError):
        degrees, minutes, seconds = map(float, parts)
        found = degrees + minutes / 60 + seconds / 3600
        if 0 <= found <= 180:
            return f"{-found if side in ('S', 'W') else found:.6f}"
    return None


def main() -> None:
    """Look at the picture named on the command line and print what is in it."""
    home, path = sys.argv[1:]
    sys.path += [home, str(Path(__file__).resolve().parents[2])]
    from fuelcheck.ledgers.child import bound

    bound()
    sys.stdout.buffer.write(looked_at(path))


if __name__ == "__main__":
    main()
