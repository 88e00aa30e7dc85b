"""A file is written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.language import use
from fuelcheck.whole_file import CannotWrite, whole_file, write_whole

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
needs_rights = pytest.mark.skipif(sys.platform == "win32", reason="the system has no rights of this kind")


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    (target := tmp_path / "report.pdf").write_bytes(b"a longer old one")
    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_until_it_is_complete_the_old_content_stands_there(tmp_path: Path) -> None:
    (target := tmp_path / "report.pdf").write_bytes(b"old")
    with whole_file(target) as file:
        file.write(b"new")
        assert target.read_bytes() == b"old"

    assert target.read_bytes() == b"new"


def test_under_a_full_disk_the_old_file_stays_and_no_stub_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (target := tmp_path / "report.pdf").write_bytes(b"old")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with use("en"), pytest.raises(CannotWrite) as refused:
        write_whole(target, b"new")

    assert str(refused.value) == f"{target} cannot be written: No space left on device"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_mistake_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with whole_file(tmp_path / "new.csv") as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "why"), [("nowhere/report.pdf", "No such file or directory"), ("", "Is a directory")])
@needs_rights
def test_a_place_that_takes_no_file_is_named_with_the_reason(tmp_path: Path, name: str, why: str) -> None:
    with use("en"), pytest.raises(EnvironmentProblem) as refused:
        write_whole(tmp_path / name, b"new")

    assert str(refused.value) == f"{tmp_path / name} cannot be written: {why}"


@needs_full
def test_a_device_is_written_to_and_not_replaced() -> None:
    with use("en"), pytest.raises(CannotWrite, match="No space left"):
        write_whole(Path("/dev/full"), b"new")
    write_whole(Path(os.devnull), b"new")

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@needs_rights
def test_a_link_goes_on_pointing_where_it_pointed(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (target := tmp_path / "share" / "report.pdf").write_bytes(b"old")
    (link := tmp_path / "report.pdf").symlink_to(target)
    write_whole(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@needs_rights
def test_a_file_that_only_its_owner_may_read_stays_so(tmp_path: Path) -> None:
    (target := tmp_path / "report.pdf").write_bytes(b"old")
    target.chmod(0o600)
    write_whole(target, b"new")

    assert stat.S_IMODE(target.stat().st_mode) == 0o600
