"""Remarks on the terminal: all faults, but not notices by the thousand."""

from fuelcheck.cli.shown_remarks import MOST_NOTICES, show_notices, show_remarks
from fuelcheck.faults import Remark


def remarks(number):
    return [Remark("bad-day", "台账.xlsx", "抽样", row, "抽样日期", "三月") for row in range(number)]


def test_every_fault_is_named(capsys):
    show_remarks("Faults", remarks(MOST_NOTICES + 5))

    assert len(capsys.readouterr().out.splitlines()) == MOST_NOTICES + 6


def test_of_very_many_notices_the_first_are_shown_and_the_others_counted(capsys):
    show_notices(remarks(MOST_NOTICES + 5))
    lines = capsys.readouterr().out.splitlines()

    assert str(MOST_NOTICES + 5) in lines[0]
    assert len(lines) == MOST_NOTICES + 2
    assert " 5 " in lines[-1]


def test_where_there_is_none_nothing_is_said(capsys):
    show_notices([])

    assert capsys.readouterr().out == ""
