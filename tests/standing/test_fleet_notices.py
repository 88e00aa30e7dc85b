"""Open notices about vehicles: derived anew, silent once they are answered."""

from datetime import date

from fuelcheck.library import answer_notice
from fuelcheck.standing.fleet_notices import fleet_notice_ids, fleet_notices_among, open_fleet_notices
from tests.cast import CLERK

DAY = date(2025, 6, 30)


def test_notices_close_when_answered_and_when_nothing_is_odd_any_more(county):
    trucks = [{"号牌号码": f"豫C1234{n}", "用途": "货车", "能源": "柴油"} for n in (1, 2)]
    county.take(trucks)
    with county.store.reading() as view:
        first, second = open_fleet_notices(view, DAY)
        assert fleet_notice_ids(view) == {first.id, second.id}
    answer_notice(county.store, first.id, "已查", by=CLERK)
    with county.store.reading() as view:
        assert open_fleet_notices(view, DAY) == (second,)
        assert first.id in fleet_notice_ids(view)
    county.take([trucks[1] | {"排放标准": "国四"}])
    with county.store.reading() as view:
        assert open_fleet_notices(view, DAY) == ()


def test_only_those_about_the_asked_vehicles(county):
    county.take([{"号牌号码": f"豫C1234{n}", "用途": "货车", "能源": "柴油"} for n in (1, 2)])
    with county.store.reading() as view:
        (one,) = view.connection.exec_driver_sql("SELECT id FROM vehicle WHERE plate = '豫C12342'").scalars()
        ((id_, notice),) = fleet_notices_among(view, {one}, DAY)

    assert (id_, notice.row) == (one, "豫C12342")
