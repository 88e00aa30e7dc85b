"""Plays a recorded program back and builds the disks that a power cut could have left.

``strace`` writes down every call by which a program changes its files, and what it told on
stdout. Played back, a file is the bytes of its last fsync and the changes since; a folder the
names of its last fsync and those since. After every call this module builds disks on which
some of what was not synced survived: all, none, only the last change, random halves, sectors of
512 bytes of the last write, names with and without their folder's fsync. That is what POSIX
allows, and more than most file systems do.
"""

import random
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2"
SECTOR = 512

Image = dict[str, bytes]
"""The files of a folder, by name."""

Keep = Callable[[int, int], bool]
"""Whether the change at a place (of so many) survived."""


def record(command: Sequence[str], log: Path) -> None:
    """Run a program to its end and write its calls to ``log``."""
    options = ["-f", "-y", "-xx", "-s", "300000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(log)]
    subprocess.run(["strace", *options, *command], check=True, stdout=subprocess.PIPE)


def disks(log: Path, folder: Path, *, seed: int) -> Iterator[tuple[str, Image]]:
    """What had been told on stdout and a disk that the folder could have been, for every moment of the record."""
    chance, disk, told = random.Random(seed), Disk(folder), ""
    for call in _calls(log):
        if call.name == "write" and call.arguments.startswith("1<"):
            told += call.quoted[0].decode()
        elif not disk.change(call):
            continue
        for image in disk.images(chance):
            yield told, image


class Call(NamedTuple):
    """One successful call: its quoted texts, the paths of its descriptors (the new one last), its last number."""

    name: str
    arguments: str
    quoted: tuple[bytes, ...]
    paths: tuple[str, ...]
    number: int


def _calls(log: Path) -> Iterator[Call]:
    for line in log.open(encoding="utf-8"):  # the reasons of calls that failed speak the system's language
        found = re.match(r"\d+ +(\w+)\((.*)\) += (\d.*)", line)
        if "unfinished" in line:
            raise ValueError("two threads called at once: the order of the record is not certain")
        if found is None:  # a call that failed, an exit
            continue
        name, arguments, answer = found.groups()
        quoted = tuple(_bytes(text) for text in re.findall(r'"([^"]*)"', arguments))
        paths = tuple(_bytes(text).decode() for text in re.findall(r"<([^<>]*)>", arguments + answer))
        last = arguments.rpartition(", ")[2]
        yield Call(name, arguments, quoted, paths, int(last) if last.isdecimal() else 0)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


class Change(NamedTuple):
    """Bytes written at an offset; with ``data`` None the file was cut to that length."""

    offset: int
    data: bytes | None


@dataclass(slots=True)
class File:
    """What the disk surely has of a file, and what was not synced."""

    durable: bytes = b""
    waiting: list[Change] = field(default_factory=list)

    def content(self, keep: Keep, torn: random.Random | None = None) -> bytes:
        """Its bytes if only some changes survived; ``torn``: of the last one only some sectors."""
        content, count = bytearray(self.durable), len(self.waiting)
        for place, change in enumerate(self.waiting):
            if not keep(place, count):
                continue
            last = torn is not None and place == count - 1
            for part in _sectors(change, torn) if last and torn else [change]:
                _apply(content, part)
        return bytes(content)

    def sync(self) -> None:
        """From now on the disk surely has it all."""
        self.durable, self.waiting = self.content(_all), []


@dataclass(slots=True)
class Disk:
    """A folder as the program sees it, and as the disk surely has it."""

    folder: Path
    names: dict[str, File] = field(default_factory=dict)
    durable: dict[str, File] = field(default_factory=dict)
    waiting: list[tuple[str, File | None]] = field(default_factory=list)

    def change(self, call: Call) -> bool:
        """Take a call in; whether it was about this folder and can have changed the disk."""
        match call.name:
            case "openat":
                return "O_CREAT" in call.arguments and self._make(self._name(call.paths[-1]))
            case "unlink" | "unlinkat":
                return self._rename(self._name(call.quoted[0].decode()), None)
            case "rename" | "renameat" | "renameat2":
                return self._rename(*(self._name(q.decode()) for q in call.quoted))
            case "fsync" | "fdatasync" if Path(call.paths[0]) == self.folder:
                self.durable, self.waiting = dict(self.names), []
                return True
        file = self.names.get(self._name(call.paths[0]) or "")
        return file is not None and _note(file, call)

    def images(self, chance: random.Random) -> Iterator[Image]:
        """The disks that a power cut at this moment could have left."""
        yield self.image(_all, _all)
        yield self.image(_none, _none)
        yield self.image(_none, _all)
        yield self.image(_all, _none)
        yield self.image(_all, _last)
        yield self.image(_all, _all, chance)
        for _ in range(2):
            yield self.image(_half(chance), _half(chance))

    def image(self, names: Keep, changes: Keep, torn: random.Random | None = None) -> Image:
        """The disk if those changes of names and those of files survived."""
        kept = dict(self.durable)
        for place, (name, file) in enumerate(self.waiting):
            if not names(place, len(self.waiting)):
                continue
            if file is None:
                kept.pop(name, None)
            else:
                kept[name] = file
        return {name: file.content(changes, torn) for name, file in kept.items()}

    def _name(self, path: str) -> str | None:
        return Path(path).name if Path(path).parent == self.folder else None

    def _make(self, name: str | None) -> bool:
        if name is None or name in self.names:
            return False
        self._put(name, File())
        return True

    def _rename(self, old: str | None, new: str | None) -> bool:
        if old is None or old not in self.names:
            return False
        if new is not None:
            self._put(new, self.names[old])
        self._put(old, None)
        return True

    def _put(self, name: str, file: File | None) -> None:
        self.waiting.append((name, file))
        if file is None:
            del self.names[name]
        else:
            self.names[name] = file


def _note(file: File, call: Call) -> bool:
    match call.name:
        case "pwrite64":
            file.waiting.append(Change(call.number, call.quoted[0]))
        case "ftruncate":
            file.waiting.append(Change(call.number, None))
        case "fsync" | "fdatasync":
            file.sync()
        case _:
            raise ValueError(f"the record holds a call that is not played back: {call.name}")
    return True


def _apply(content: bytearray, change: Change) -> None:
    if change.data is None:
        del content[change.offset :]
        return
    content.extend(bytes(max(0, change.offset - len(content))))
    content[change.offset : change.offset + len(change.data)] = change.data


def _sectors(change: Change, chance: random.Random) -> Iterable[Change]:
    if change.data is None:
        return [change]
    parts = range(0, len(change.data), SECTOR)
    return [Change(change.offset + at, change.data[at : at + SECTOR]) for at in parts if chance.random() < 0.5]


def _all(_place: int, _count: int) -> bool:
    return True


def _none(_place: int, _count: int) -> bool:
    return False


def _last(place: int, count: int) -> bool:
    return place == count - 1


def _half(chance: random.Random) -> Keep:
    return lambda _place, _count: chance.random() < 0.5
