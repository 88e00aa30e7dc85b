"""What holds for any county whatever: figures, the past, the round trip, the order of ledgers.

Each example is a division of its own in one real store, so that a store need not be made
for each; that divisions do not see each other is held on the way.
"""

from contextlib import suppress
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fuelcheck as fc
from fuelcheck.law.load import find_policy
from fuelcheck.services.known import ledger_rows
from fuelcheck.services.undoing import AlreadyUndone, BuiltUpon
from fuelcheck.store.rows import contents
from fuelcheck.store.tables import NOUNS
from fuelcheck.words import STORED_SHEETS
from tests.any_county import as_of_days, batch_row, change_rows, filled, ledgers, site_rows
from tests.cast import CLERK, POLICY, REVIEWER, YEAR, County
from tests.plainly import Ledgers


@pytest.fixture
def another(database_url, tmp_path, clock):
    """Founds a further county, with Yichuan's duties and a code of its own."""
    text, _ = find_policy(POLICY, None)
    codes = count(100_001)
    with fc.open_store(database_url, create=True, clock=clock) as store:

        def found():
            code = str(next(codes))
            file = tmp_path / "policy.toml"
            file.write_text(text.replace("410329", code), encoding="utf-8")
            fc.init(store, policy=str(file), by=REVIEWER)
            return County(store, tmp_path, clock, code)

        yield found


def held(county, known_at=None):
    """Every row of every noun."""
    with county.store.reading(county.division, known_at) as view:
        return {noun: list(contents(view.connection, noun, view.division)) for noun in NOUNS}


def sheets(county):
    """What an export would give, sheet by sheet."""
    with county.store.reading(county.division) as view:
        return {kind: list(ledger_rows(view, kind)) for kind in STORED_SHEETS}


@settings(max_examples=40)
@given(ledgers(), as_of_days)
def test_the_figures_are_those_of_a_plain_count(another, rows, as_of):
    county = another()
    county.take(*filled(*rows))
    status = county.status(as_of)
    plain = Ledgers(*rows, YEAR, as_of)

    for id_, line in plain.count().items():
        found = status.line(id_)
        figures = (found.required, found.achieved, found.in_progress, found.missing, found.left_uncovered)
        missing = line.missing if found.missing or line.missing else ()
        assert figures == (line.required, line.achieved, line.in_progress, missing, line.left_uncovered), id_
    assert status.beside.higher_level_batches == plain.higher_levels()


@settings(max_examples=15)
@given(ledgers(), as_of_days)
def test_the_annexes_list_what_the_figures_count(another, rows, as_of):
    county = another()
    county.take(*filled(*rows))
    report = county.report(as_of)
    counted = [row for row in report.ledger if row.counted]
    fuel = [
        r
        for r in counted
        if r.batch.product not in ("urea", "other_fuel") and r.site.kind in ("station", "filling_point")
    ]

    assert report.status == county.status(as_of)
    assert len(fuel) == report.status.line("motor_fuel_batches").achieved == sum(m.motor_fuel for m in report.months)
    assert len(report.urea) == report.status.line("urea_batches").achieved
    assert [row.site.code for row in report.left_uncovered] == list(
        report.status.line("private_coverage").left_uncovered
    )
    assert sum(town.private_covered for town in report.townships) == report.status.line("private_coverage").achieved


def acts(codes, forms):
    """What an office may do: bring new or other rows, correct, or take an import back."""
    rows = st.lists(st.sampled_from(forms).flatmap(lambda form: batch_row(form, codes)), min_size=1, max_size=3)
    brought = rows.map(lambda found: list({row["抽样单编号"]: row for row in found}.values()))
    return (
        st.tuples(st.just("bring"), brought) | st.tuples(st.just("correct"), brought)
        | st.tuples(st.just("change"), change_rows(codes)) | st.tuples(st.just("undo"), st.integers(0, 9))
    )  # fmt: skip


CODES, FORMS = ("S1", "S2", "S3"), tuple(f"A{n}" for n in range(1, 6))


def do(county, imports, what, given_):
    """One act, unless it is refused."""
    if what == "undo":
        with suppress(BuiltUpon, AlreadyUndone):
            id_ = imports[given_ % len(imports)]
            fc.undo_import(county.store, id_, reason="试", by=CLERK, division=county.division)
    elif given_:
        answer = county.bring(given_, **({"update": True, "reason": "试"} if what == "correct" else {}))
        imports += [answer.import_id] if answer.import_id else []


@settings(max_examples=25)
@given(site_rows(CODES), st.lists(acts(CODES, FORMS), min_size=1, max_size=7), as_of_days)
def test_every_past_is_as_it_was_known_then(another, sites, doings, as_of):
    """Rows and figures of each moment, asked again after everything that came later."""
    county = another()
    imports = [county.take(sites)]
    then = []
    for what, given_ in doings:
        do(county, imports, what, given_)
        then.append((county.now, held(county), county.status(as_of)))

    for moment, rows, status in then:
        assert held(county, moment) == rows
        assert county.status(as_of, known_at=moment) == status
    assert fc.verify_audit(county.store, division=county.division) == []


@settings(max_examples=25)
@given(site_rows(CODES), st.lists(acts(CODES, FORMS), min_size=1, max_size=5))
def test_imports_taken_back_from_the_last_leave_nothing_behind(another, sites, doings):
    county = another()
    empty = sheets(county)
    imports = [county.take(sites)]
    for what, given_ in doings:
        if what != "undo":
            do(county, imports, what, given_)
    for id_ in reversed(imports):
        fc.undo_import(county.store, id_, reason="试", by=CLERK, division=county.division)

    assert sheets(county) == empty
    assert held(county)["visit"] == []


@settings(max_examples=25)
@given(ledgers())
def test_an_export_brought_again_changes_nothing(another, rows):
    county, fresh = another(), another()
    county.take(*filled(*rows))
    files = [county.folder / f"{kind}.csv" for kind in STORED_SHEETS]
    for kind, file in zip(STORED_SHEETS, files, strict=True):
        fc.export_sheets(county.store, [kind], file, division=county.division)
    again = fc.import_ledgers(county.store, files, by=CLERK, division=county.division)
    elsewhere = fc.import_ledgers(fresh.store, files, by=CLERK, division=fresh.division)

    assert again.accepted, [fault.message for fault in again.brought.faults + again.brought.conflicts]
    assert again.import_id is None
    assert elsewhere.accepted
    assert sheets(fresh) == sheets(county)


@settings(max_examples=4)
@given(ledgers())
def test_so_does_a_workbook(another, rows):
    county = another()
    county.take(*filled(*rows))
    file = county.folder / "all.xlsx"
    fc.export_sheets(county.store, STORED_SHEETS, file, division=county.division)
    again = fc.import_ledgers(county.store, [file], by=CLERK, division=county.division)

    assert again.accepted, [fault.message for fault in again.brought.faults + again.brought.conflicts]
    assert again.import_id is None


def by_month(batches):
    """The ledger as it stood at each month's end: what had been drawn, reported and voided by then, nothing more."""
    months = sorted({row[day][:7] for row in batches for day in ("抽样日期", "报告日期") if row[day]})
    return [[_as_of(row, month) for row in batches if row["抽样日期"][:7] <= month] for month in months]


def _as_of(row, month):
    unknown = dict.fromkeys(("报告编号", "报告日期", "检验结论"), "")
    status = {"状态": "作废" if row["状态"] == "作废" and row["抽样日期"][:7] < month else ""}
    return row | status if row["报告日期"] and row["报告日期"][:7] <= month else row | unknown | status


@settings(max_examples=25)
@given(ledgers(most_batches=8), st.data())
def test_monthly_ledgers_end_in_the_same_state_in_whatever_order(another, rows, data):
    sites, changes, batches = rows
    months = by_month(batches)
    shuffled = data.draw(st.permutations(months))
    in_order, out_of_order = another(), another()
    for county, several in ((in_order, months), (out_of_order, shuffled)):
        county.take(*filled(sites, changes))
        for ledger in several:
            county.take(ledger)

    assert sheets(out_of_order) == sheets(in_order)
    assert [q.missing for q in out_of_order.status().quotas] == [q.missing for q in in_order.status().quotas]
    assert [q.achieved for q in out_of_order.status().quotas] == [q.achieved for q in in_order.status().quotas]


@settings(max_examples=15)
@given(ledgers(most_batches=8), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_files_does_not_matter(another, rows, random):
    together, apart = another(), another()
    together.take(*filled(*rows))
    shuffled = [random.sample(sheet, len(sheet)) for sheet in filled(*rows)]
    apart.take(*random.sample(shuffled, len(shuffled)))

    assert sheets(apart) == sheets(together)


@settings(max_examples=15)
@given(ledgers(most_batches=8))
def test_the_same_ledger_three_times_is_the_same_ledger(another, rows):
    county = another()
    county.take(*filled(*rows))
    before = held(county)

    assert [county.take(*filled(*rows)) for _ in range(2)] == ["", ""]
    assert held(county) == before
