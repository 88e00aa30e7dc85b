"""What a division keeps of the law, now and as it was known."""

from fuelcheck.law.load import find_programme, read_programme
from fuelcheck.library import add_programme, confirm_limit
from fuelcheck.store import law
from fuelcheck.words import Confidence
from tests.cast import CLERK, REVIEWER

UREA = "GB 29518-2013"
PROGRAMME = "yichuan-2025-example"


def refractive(standards):
    """How sure the limit of urea's refractive index is."""
    (urea,) = [one for one in standards if one.name == UREA]
    return urea.item("refractive_index").limits[0].confidence


def test_confirmations_are_applied_and_the_text_as_it_stands_is_there_too(county):
    with county.store.reading() as view:
        before = refractive(law.standards(view.connection, view.division))
    confirm_limit(county.store, UREA, "refractive_index", evidence="标准原文第2页", by=CLERK)

    with county.store.reading() as view:
        assert refractive(law.standards(view.connection, view.division)) is Confidence.OFFICIAL
        assert refractive(law.registered_standards(view.connection, view.division)) is before
    assert before is not Confidence.OFFICIAL


def test_what_was_recorded_later_was_not_known(county):
    then = county.now
    confirm_limit(county.store, UREA, "refractive_index", evidence="标准原文第2页", by=CLERK)
    add_programme(county.store, PROGRAMME, by=REVIEWER)

    with county.store.reading(known_at=then) as view:
        assert refractive(law.standards(view.connection, view.division)) is not Confidence.OFFICIAL
        assert law.vouched(view) == ()
        assert law.programmes(view.connection, view.division) == ()
    with county.store.reading() as view:
        assert [(one.who, one.moment < view.head.moment) for one in law.vouched(view)] == [(CLERK, True)]
        text, _ = find_programme(PROGRAMME, None)
        assert law.programmes(view.connection, view.division) == (read_programme(text, PROGRAMME),)
