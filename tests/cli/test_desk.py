"""Days, moments and years as options; files whole or not at all."""

from datetime import UTC, date, datetime

import pytest

from fuelcheck.cli.desk import (
    BadDay,
    BadMoment,
    BadYear,
    china_text,
    day,
    exact_text,
    moment,
    write,
    year,
)
from fuelcheck.whole_file import CannotWrite


@pytest.mark.parametrize(("text", "meant"), [
    ("2026-01-05T09:00:00+08:00", datetime(2026, 1, 5, 1, tzinfo=UTC)),
    ("2026-01-05T09:00:00", datetime(2026, 1, 5, 1, tzinfo=UTC)),
    (" 2026-01-05T01:00:00Z ", datetime(2026, 1, 5, 1, tzinfo=UTC)),
    ("2026-01-05", datetime(2026, 1, 5, 15, 59, 59, 999999, tzinfo=UTC)),
])  # fmt: skip
def test_a_moment_without_a_zone_is_china_s_and_a_day_is_its_end(text, meant):
    assert moment("--known-at", text) == meant


@pytest.mark.parametrize(
    "text", ["", "2026-13-01", "yesterday", "2026", "0001-01-01T00:00:00+08:00", "9999-12-31T23:00:00-08:00"]
)
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(BadMoment):
        moment("--known-at", text)


def test_a_day_is_a_day_of_the_calendar():
    assert day("--as-of", "2025-03-09") == date(2025, 3, 9)
    assert day("--as-of", None) is None
    with pytest.raises(BadDay, match="--as-of is 2025-02-30"):
        day("--as-of", "2025-02-30")


@pytest.mark.parametrize("text", ["", "25", "1900", "9999", "２０２５", "-2025", "2025.0"])
def test_what_is_no_quota_year_is_refused(text):
    with pytest.raises(BadYear):
        year(text)


def test_people_read_seconds_and_programs_microseconds():
    value = datetime(2026, 1, 5, 1, 0, 0, 250, tzinfo=UTC)

    assert china_text(value) == "2026-01-05T09:00:00+08:00"
    assert datetime.fromisoformat(exact_text(value)) == value


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    def full(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWrite, match="No space left"):
        write(str(target), b"new")
    monkeypatch.undo()

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
