"""Ledgers brought and given over HTTP: the answer of the contract, everything or nothing."""

from io import BytesIO

from fuelcheck.library import audit_acts
from tests.cast import batch, write_csv


def bring(desk, *rows, name="抽样.csv", **how):
    content = write_csv(desk.county.folder / "brought.csv", rows).read_bytes()
    return desk.ask("/imports", "POST", data={"files": (BytesIO(content), name), **how})


def acts(desk):
    return len(audit_acts(desk.county.store))


def test_what_is_new_is_recorded_under_the_askers_name(desk):
    answer = bring(desk, batch("B1", "2025-04-02", "S001"))

    assert answer.status_code == 201
    assert answer.json["accepted"]
    assert [sheet["new"] for sheet in answer.json["sheets"]] == [1]
    assert answer.json["sheets"][0]["file"] == "抽样.csv"
    last = audit_acts(desk.county.store)[-1]
    assert (last.who, last.id) == ("reviewer.market-supervision", answer.json["import_id"])
    assert desk.ask("/batches/B1").status_code == 200


def test_the_same_again_changes_nothing(desk):
    bring(desk, batch("B1", "2025-04-02", "S001"))
    before = acts(desk)
    answer = bring(desk, batch("B1", "2025-04-02", "S001"))

    assert (answer.status_code, answer.json["import_id"]) == (200, None)
    assert acts(desk) == before


def test_a_rehearsal_says_what_would_become_of_it_and_changes_nothing(desk):
    desk.ask("/sites")
    before = acts(desk)
    good = bring(desk, batch("B1", "2025-04-02", "S001"), dry_run="true")
    bad = bring(desk, batch("B1", "昨天", "S999"), dry_run="true")

    assert (good.status_code, good.json["accepted"], good.json["import_id"]) == (200, True, None)
    assert (bad.status_code, bad.json["accepted"]) == (200, False)
    assert acts(desk) == before


def test_every_fault_is_named_and_nothing_is_recorded(desk):
    desk.ask("/sites")
    before = acts(desk)
    answer = bring(desk, batch("B1", "昨天", "S999"), batch("B2", "2025-04-02", "S001"))

    assert (answer.status_code, answer.json["code"], answer.json["accepted"]) == (422, "import-refused", False)
    assert {(one["row"], one["column"]) for one in answer.json["faults"]} == {(2, "抽样日期"), (2, "站点编号")}
    assert acts(desk) == before


def test_a_conflict_is_settled_with_a_reason_and_refused_without(desk):
    other = batch("A3", "2025-03-10", "S002", 牌号="-10")

    assert [one["code"] for one in bring(desk, other).json["conflicts"]]
    assert bring(desk, other, update="true").json["code"] == "reason-needed"
    assert bring(desk, other, update="true", reason="抄错").status_code == 201


def test_a_mapping_is_a_remembered_name_and_never_a_file_of_the_server(desk):
    for name in ("/etc/fuelcheck.toml", "map.toml"):
        answer = bring(desk, batch("B1", "2025-04-02", "S001"), mapping=name)
        assert (answer.status_code, answer.json["errors"][0]["pointer"]) == (422, "/mapping")
    assert bring(desk, batch("B1", "2025-04-02", "S001"), mapping="../map").json["code"] == "no-mapping"


def test_what_was_brought_is_given_in_the_same_columns(desk):
    answer = desk.ask("/exports/samples", headers={"Accept": "text/csv"})

    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == "attachment; filename=samples.csv"
    again = desk.ask("/imports", "POST", data={"files": (BytesIO(answer.data), "samples.csv")})
    assert (again.status_code, again.json["sheets"][0]["same"]) == (200, 3)


def test_drivers_are_masked_in_what_is_given(desk):
    given = desk.ask("/exports/roadside_checks", headers={"Accept": "text/csv"}).data.decode("utf-8-sig")

    assert "欧阳长河" not in given
    assert "欧阳" in given


def test_the_laboratorys_files_are_judged_without_being_recorded(desk):
    rows = [
        {
            "抽样单编号": "X1",
            "产品": "车用柴油",
            "牌号": "0",
            "抽样日期": "2025-03-09",
            "检验项目": "硫含量",
            "结果": "35",
            "单位": "mg/kg",
        }
    ]
    content = write_csv(desk.county.folder / "r.csv", rows).read_bytes()
    answer = desk.ask("/judgements", "POST", data={"files": (BytesIO(content), "结果.csv")})

    assert [(one["form_no"], one["verdict"]) for one in answer.json] == [("X1", "fail")]
    assert desk.ask("/batches/X1").status_code == 404
