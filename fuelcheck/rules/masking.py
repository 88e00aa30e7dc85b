"""Personal data as those see them who may not see them whole (脱敏): enough to tell two apart, no more.

The smallest scope is law (个人信息保护法 Art. 6); the forms are the habit of Chinese offices:
张*, 欧阳**, 138****5678, 410***********1234, 豫C·A**45, an address to its township. What is not of
the form that its kind has is hidden whole: a telephone written into the name's cell stays hidden.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from fuelcheck.rules.permissions import Subject, may
from fuelcheck.words import Action, Department, PersonalKind

STAR = "*"
HIDDEN = STAR * 3
_COMPOUND = frozenset(
    re.findall(
        "..",
        "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容仲孙钟离长孙宇文司徒鲜于"
        "司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生梁丘左丘东门西门第五",
    )
)
_LONGEST_NAME = 6
_MARKS = re.compile(r"[\s\-‐‑–—·•()]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]+")
_MOBILE = re.compile(r"(?:\+?86)?(1\d{10})")
_LANDLINE = re.compile(r"(?:\+?86)?(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})")
_IDENTITY = re.compile(r"\d{17}[\dX]|\d{15}")
_PLATE = re.compile(r"([\u4e00-\u9fff][A-Z])([0-9A-Z]{3,6}[\u4e00-\u9fff]?)")
_TOWNSHIP = re.compile(r"(.*?[县市区旗].*?(?:街道|镇|乡|苏木))(.+)", re.DOTALL)


def masked(kind: PersonalKind, text: str) -> str:
    """A personal datum as it is shown outside the department that recorded it; an empty text stays empty.

    >>> masked(PersonalKind.NAME, "欧阳修文"), masked(PersonalKind.PLATE, "豫CA1245")
    ('欧阳**', '豫C·A**45')
    """
    return _MASKS[kind](text) if text.strip() else ""


def shown_to(subject: Subject, kind: PersonalKind, text: str, division: str, recorded_by: Department | None) -> str:
    """The datum as that person or program sees it: whole in the department that recorded it, else masked."""
    whole = may(subject, Action.READ_PERSONAL, division, recorded_by=recorded_by)
    return text if whole else masked(kind, text)


def mask_name(text: str) -> str:
    """The surname, a star for each further character; of what is no Chinese name, nothing."""
    name = "".join(_plain(text).split())
    if not _HAN.fullmatch(name) or len(name) > _LONGEST_NAME:
        return HIDDEN
    shown = 2 if len(name) > 2 and name[:2] in _COMPOUND else 1
    return name[:shown] + STAR * max(len(name) - shown, 1)


def mask_telephone(text: str) -> str:
    """The first three and last four digits of a mobile number, area code and last four of another."""
    digits = _MARKS.sub("", _plain(text))
    if mobile := _MOBILE.fullmatch(digits):
        return f"{mobile[1][:3]}{STAR * 4}{mobile[1][-4:]}"
    if line := _LANDLINE.fullmatch(digits):
        return f"{line[1]}-{STAR * (len(line[2]) - 4)}{line[2][-4:]}"
    return HIDDEN


def mask_identity(text: str) -> str:
    """The first three and last four characters of a resident's number."""
    number = _MARKS.sub("", _plain(text)).upper()
    if not _IDENTITY.fullmatch(number):
        return HIDDEN
    return number[:3] + STAR * (len(number) - 7) + number[-4:]


def mask_plate(text: str) -> str:
    """Province, authority, the serial's first and its last two characters."""
    plate = _PLATE.fullmatch(_MARKS.sub("", _plain(text)).upper())
    if plate is None:
        return HIDDEN
    serial = plate[2]
    return f"{plate[1]}·{serial[0]}{STAR * max(len(serial) - 3, 2)}{serial[-2:]}"


def mask_address(text: str) -> str:
    """An address to its township."""
    address = _TOWNSHIP.fullmatch(_plain(text).strip())
    return HIDDEN if address is None else f"{address[1]}{HIDDEN}"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


_MASKS: Mapping[PersonalKind, Callable[[str], str]] = {
    PersonalKind.NAME: mask_name,
    PersonalKind.TELEPHONE: mask_telephone,
    PersonalKind.IDENTITY_NUMBER: mask_identity,
    PersonalKind.PLATE: mask_plate,
    PersonalKind.ADDRESS: mask_address,
}
