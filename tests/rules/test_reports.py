"""Which report gives the counting day, which one the conclusion."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.reports import ReportFact, counting_day, last_valid, next_number, valid

MARCH, APRIL, MAY = date(2025, 3, 20), date(2025, 4, 2), date(2025, 5, 6)

days = st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31))
reports = st.lists(st.tuples(days, st.booleans()), max_size=6).map(
    lambda drawn: [ReportFact(n, day, withdrawn) for n, (day, withdrawn) in enumerate(drawn, start=1)]
)


def test_without_a_report_a_batch_is_in_progress():
    assert counting_day([]) is None
    assert last_valid([]) is None


def test_the_first_report_gives_the_day_and_the_last_one_the_conclusion():
    first, corrected = ReportFact(1, MARCH), ReportFact(2, APRIL)

    assert counting_day([first, corrected]) == MARCH
    assert last_valid([first, corrected]) == corrected


def test_a_report_without_a_day_leaves_it_to_the_next_one():
    assert counting_day([ReportFact(1, None), ReportFact(2, APRIL)]) == APRIL


def test_a_withdrawn_report_counts_for_nothing():
    withdrawn, standing = ReportFact(1, MARCH, withdrawn=True), ReportFact(2, APRIL)

    assert counting_day([withdrawn, standing]) == APRIL
    assert last_valid([standing, ReportFact(3, MAY, withdrawn=True)]) == standing
    assert counting_day([withdrawn]) is None


def test_a_withdrawn_report_keeps_its_number():
    assert next_number([]) == 1
    assert next_number([ReportFact(1, MARCH, withdrawn=True), ReportFact(2, APRIL)]) == 3


@given(reports, st.randoms())
def test_the_order_in_which_they_are_handed_in_does_not_matter(known, chance):
    mixed = list(known)
    chance.shuffle(mixed)

    assert (valid(mixed), counting_day(mixed), last_valid(mixed)) == (
        valid(known),
        counting_day(known),
        last_valid(known),
    )


@given(reports)
def test_withdrawing_all_of_them_puts_the_batch_back_in_progress(known):
    assert counting_day(report._replace(withdrawn=True) for report in known) is None
