"""The example county in a store: the untidy workbooks of all offices, taken whole, and what the store then says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fuelcheck.demo import follow_ups, laboratories, write_checks, write_county, write_results, write_vehicles
from fuelcheck.library import (
    add_programme,
    check_records,
    enter_laboratory,
    import_ledgers,
    init,
    open_store,
    quota_report,
    record_retest,
    targets_report,
)
from fuelcheck.services.importing import Answer
from fuelcheck.store.session import Store
from fuelcheck.words import RetestState, Verdict

BY = "示例"
YEAR_END = date(2025, 12, 31)


def books(folder: Path, seed: int, until: date = YEAR_END) -> list[Path]:
    writers = (write_county, write_results, write_vehicles, write_checks)
    return [path for write in writers for path in write(folder, seed, until)]


def founded(folder: Path, seed: int) -> Store:
    store = open_store(f"sqlite:///{(folder / 'county.db').as_posix()}", create=True)
    init(store, policy="yichuan-2024-15", by=BY, example=True)
    add_programme(store, "yichuan-2025-example", by=BY)
    for one in laboratories(seed):
        enter_laboratory(
            store, one.name, by=BY, cma_no=one.cma_no, valid_until=one.valid_until, products=one.products,
            items=one.items,
        )  # fmt: skip
    return store


@pytest.fixture(scope="module", params=[2025, 7])
def seed(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, seed: int) -> Path:
    return tmp_path_factory.mktemp(f"county-{seed}")


@pytest.fixture(scope="module")
def office(folder: Path, seed: int) -> Iterator[Store]:
    with founded(folder, seed) as store:
        yield store


@pytest.fixture(scope="module")
def answer(office: Store, folder: Path, seed: int) -> Answer:
    """The import of the whole year; then what followed the checks is recorded."""
    taken = import_ledgers(office, books(folder, seed), by=BY)
    for step in follow_ups(seed):
        record_retest(office, step.record_no, step.step, day=step.on, by=BY)
    return taken


def test_everything_is_taken(answer: Answer) -> None:
    assert answer.accepted
    assert not answer.brought.faults
    assert not answer.brought.conflicts


def test_vehicles_of_two_departments_are_joined(answer: Answer) -> None:
    vehicles = [row for row in answer.brought.rows if row.kind == "vehicles"]

    assert len({row.key for row in vehicles}) == 600
    assert len(vehicles) > 600


def test_three_batches_are_flagged_and_no_other_contradicts_its_laboratory(office: Store, answer: Answer) -> None:
    report = quota_report(office, year=2025, as_of=YEAR_END)
    conclusions = sorted(str(one.row.batch.conclusion) for one in report.flagged)

    assert conclusions == ["fail", "pass", "pass"]


def test_one_batch_is_late_at_the_laboratory(office: Store, answer: Answer) -> None:
    assert len(quota_report(office, year=2025, as_of=YEAR_END).overdue) == 1


def test_the_notices_name_a_laboratory_that_nobody_entered(answer: Answer) -> None:
    codes = {notice.code for notice in answer.brought.notices}

    assert {"laboratory-unknown", "late-for-contract", "verdict-differs", "truck-stage-hint"} <= codes
    assert "replaces-unknown" not in codes


def test_some_targets_are_met_some_nearly_and_some_not(office: Store, answer: Answer) -> None:
    lines = {line.target.id: line.status for line in targets_report(office, as_of=YEAR_END).lines}

    assert (lines["bus_new_energy"].numerator, lines["bus_new_energy"].denominator) == (56, 56)
    assert lines["bus_new_energy"].met
    assert (lines["taxi_new_energy"].numerator, lines["taxi_new_energy"].denominator) == (69, 79)
    assert lines["ride_hailing_new_energy"].met
    assert not lines["urban_freight_new_energy"].met
    assert (lines["old_diesel_trucks"].numerator, len(lines["old_diesel_trucks"].unknown)) == (11, 13)
    assert (lines["lean_burn_gas_trucks"].numerator, len(lines["lean_burn_gas_trucks"].unknown)) == (7, 5)


def test_checks_are_judged_and_one_retest_is_overdue(office: Store, answer: Answer) -> None:
    lines = check_records(office, as_of=YEAR_END)
    verdicts = [line.verdict.verdict for line in lines]
    states = [line.follow_up.standing.state for line in lines if line.follow_up]

    assert len(lines) == 150
    assert verdicts.count(Verdict.FAIL) == len(states) >= 38
    assert verdicts.count(Verdict.UNDECIDED) >= 5
    assert states.count(RetestState.OVERDUE) == 1


def test_what_the_officers_ordered_is_what_we_fail(office: Store, answer: Answer) -> None:
    for line in check_records(office, as_of=YEAR_END):
        assert (line.verdict.verdict is Verdict.FAIL) is (line.fact.retest_by is not None)


def test_october_then_the_whole_year_meets_no_conflict(tmp_path: Path) -> None:
    with founded(tmp_path, 2025) as store:
        early = import_ledgers(store, books(tmp_path / "10", 2025, date(2025, 10, 31)), by=BY)
        late = import_ledgers(store, books(tmp_path / "12", 2025), by=BY)
        again = import_ledgers(store, books(tmp_path / "13", 2025), by=BY)

    assert early.accepted
    assert late.accepted
    assert again.import_id is None
    assert {row.state for row in late.brought.rows} == {"new", "filled", "same"}
