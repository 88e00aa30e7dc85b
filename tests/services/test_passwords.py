"""Hashes of passwords."""

from threading import Event, Thread

import pytest

from fuelcheck.rules.passwords import is_strong
from fuelcheck.services.passwords import AT_A_TIME, WeakPassword, at_the_hash, matches, new_hash, one_time_password


def test_a_hash_is_argon2_with_64_mib_and_fits_its_password_alone():
    hash_ = new_hash("Diesel-2025", "wangmin")

    assert hash_.startswith("$argon2id$")
    assert "m=65536" in hash_
    assert matches(hash_, "Diesel-2025")
    assert not matches(hash_, "diesel-2025")


def test_the_same_password_has_another_hash_each_time(quick):
    assert new_hash("Diesel-2025", "a") != new_hash("Diesel-2025", "a")


def test_nobodys_password_is_wrong_whatever_it_is(quick):
    assert not matches(None, "Diesel-2025")


@pytest.mark.parametrize("password", ["", "x" * 100_000, "\ud800", "\x00"])
def test_no_password_breaks_the_check(quick, password):
    assert not matches(new_hash("Diesel-2025", "a"), password)


def test_a_weak_one_is_refused_with_what_is_wanted():
    with pytest.raises(WeakPassword, match="8 to 128"):
        new_hash("12345678", "wangmin")


def test_one_time_passwords_are_strong_and_differ():
    made = {one_time_password("k7") for _ in range(50)}

    assert len(made) == 50
    assert all(is_strong(one, "k7") for one in made)


def test_no_more_hash_at_a_time_than_there_are_places():
    inside, leave = Event(), Event()

    def hold():
        with at_the_hash():
            leave.wait()

    def enter():
        with at_the_hash():
            inside.set()

    holders = [Thread(target=hold) for _ in range(AT_A_TIME)]
    for thread in holders:
        thread.start()
    late = Thread(target=enter)
    late.start()
    assert not inside.wait(0.2)
    leave.set()
    assert inside.wait(10)
    for thread in (*holders, late):
        thread.join()
