"""Which font plays which role: the office's own licensed ones first, the free ones behind them.

Government papers name four roles (GB/T 9704-2012): the title in 小标宋, the text in 仿宋,
headings of the first level in 黑体, of the second in 楷体. None of these can be shipped; Noto
Serif SC and Noto Sans SC (OFL) stand in for them. An office that holds licences puts its
files into a folder: named by role (``正文.ttf``), under the names that Windows and the
foundries give them, or as its ``fonts.toml`` says (``"正文" = "simfang.ttf"``; a face of a
collection is ``"simsun.ttc#1"``).
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.reports.outlines import FontFile
from fuelcheck.reports.tongue import say_to_person


class Role(StrEnum):
    """What a piece of text is, in the words of the standard."""

    TITLE = "标题"
    BODY = "正文"
    FIRST = "一级"
    SECOND = "二级"


class FontsRefused(FuelcheckError):
    """A font of the office cannot be read, or its fonts.toml cannot be followed."""

    code = "fonts-refused"
    sentence = N_("{file}: {why}")


_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}

# Parts of the file names under which foundries and Windows deliver these faces.
_KNOWN = {
    Role.TITLE: ("小标宋", "fzxbs", "xbsj"),
    Role.BODY: ("仿宋", "simfang", "fangsong", "fzfs"),
    Role.FIRST: ("黑体", "simhei", "fzht"),
    Role.SECOND: ("楷体", "simkai", "kaiti", "fzkt"),
}


def house_font(role: Role) -> FontFile:
    """The free font that plays a role where the office has none, and fills its gaps."""
    import pylopdf_fonts_zh_cn as free

    return FontFile(Path(free.sans_path() if role is Role.FIRST else free.serif_path()))


def office_fonts(folder: Path | None) -> Mapping[Role, FontFile]:
    """The office's own fonts by role; a role that it has no file for is left out.

    Raises FontsRefused if its fonts.toml names an unknown role or a file that is not there.
    """
    if folder is None or not folder.is_dir():
        return {}
    plan = folder / "fonts.toml"
    return _planned(plan) if plan.is_file() else _named(folder)


def _planned(plan: Path) -> dict[Role, FontFile]:
    try:
        lines = tomllib.loads(plan.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FontsRefused(file=plan.name, why=str(error)) from error
    return {_role(plan, name): _font(plan, str(value)) for name, value in lines.items()}


def _role(plan: Path, name: str) -> Role:
    if name not in list(Role):
        why = say_to_person(N_("no role is called {role}; the roles are {roles}"), role=name, roles="、".join(Role))
        raise FontsRefused(file=plan.name, why=why)
    return Role(name)


def _font(plan: Path, value: str) -> FontFile:
    name, _, face = value.partition("#")
    path = plan.parent / name
    if not path.is_file():
        raise FontsRefused(file=plan.name, why=say_to_person(N_("there is no font file {name} beside it"), name=name))
    return FontFile(path, int(face) if face.isdecimal() else 0)


def _named(folder: Path) -> dict[Role, FontFile]:
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES)
    found: dict[Role, FontFile] = {}
    for role in Role:
        exact = [p for p in files if p.stem == role]
        known = [p for p in files if any(part in p.stem.lower() for part in _KNOWN[role])]
        if exact or known:
            found[role] = FontFile((exact or known)[0])
    return found
