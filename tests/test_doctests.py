"""The examples in the docstrings are true."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import fuelcheck

MODULES = [m.name for m in pkgutil.walk_packages(fuelcheck.__path__, "fuelcheck.") if "migrations" not in m.name]


@pytest.mark.parametrize("name", ["fuelcheck", *MODULES])
def test_examples_hold(name):
    failed, _ = doctest.testmod(import_module(name))

    assert failed == 0


def test_there_are_examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    count = sum(bool(t.examples) for name in MODULES for t in finder.find(import_module(name)))

    assert count >= 10
