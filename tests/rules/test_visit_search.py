from fuelcheck.rules.visit_search import (
    Case,
    Choice,
    Found,
    Offer,
    further_visits,
    how_many,
    owed,
    owed_visits,
    search,
)

FULL, PLAIN, SMALL, VENDOR = Offer(3, 1, "A"), Offer(3, 0, "B"), Offer(1, 0, "C"), Offer(0, 1, "D")


def case(fuel=0, urea=0, *, forced=(), choices=(), free=(), cap=3):
    return Case(cap, fuel, urea, tuple(forced), tuple(choices), tuple(free))


def test_nothing_needed_is_no_visit():
    assert search(case(free=[FULL])) == Found(1, (), 0, 0)


def test_a_full_station_that_sells_urea_gives_three_batches_and_no_fourth():
    four, three = case(3, 1, free=[FULL, PLAIN]), case(2, 1, free=[FULL, PLAIN])
    assert how_many(four, search(four)) == 2
    assert how_many(three, search(three)) == 1


def test_urea_that_rides_along_saves_the_vendor():
    problem = case(5, 1, free=[FULL, PLAIN, VENDOR])
    assert [offer.site for offer in further_visits(problem, search(problem))] == ["A", "B"]


def test_the_vendor_is_visited_when_all_fuel_is_needed():
    problem = case(6, 1, free=[FULL, PLAIN, VENDOR])
    assert [offer.site for offer in further_visits(problem, search(problem))] == ["A", "B", "D"]


def test_owed_visits_come_first_and_bring_what_they_can():
    problem = case(4, 0, forced=[SMALL], choices=[Choice(1, (PLAIN, Offer(2, 0, "E")))], free=[FULL])
    found = search(problem)
    assert [offer.site for offer in owed_visits(problem, found)] == ["C", "B"]
    assert further_visits(problem, found) == []


def test_a_second_round_returns_to_the_fullest():
    problem = case(10, 0, free=[PLAIN, SMALL])
    found = search(problem)
    assert found.rounds == 3
    assert [offer.site for offer in further_visits(problem, found)] == ["B", "B", "B", "C"]


def test_where_a_visit_is_one_batch_an_owed_one_brings_no_urea():
    assert owed(Offer(1, 1, "A"), 1) == Offer(1, 0, "A")
    assert owed(Offer(1, 1, "A"), 2) == Offer(1, 1, "A")
