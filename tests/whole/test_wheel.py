"""The wheel alone is enough: from an empty environment and an empty folder to documents and evidence."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.whole import installed, office

pytestmark = pytest.mark.whole

AT = ("--year", "2025", "--as-of", "2025-12-31")
PRINTED = ("--printed-at", "2026-01-05T09:00:00+08:00")


@pytest.fixture(scope="module")
def fuelcheck(tmp_path_factory):
    return installed.install(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def desk(fuelcheck, tmp_path_factory):
    """An empty folder in which a county was founded and two ledgers were brought."""
    folder = tmp_path_factory.mktemp("desk")
    fuelcheck.run("init", "--policy", office.POLICY, "--division", office.DIVISION, "--by", "张建国", folder=folder)
    office.sites(folder / "sites.csv", ["S1", "S2"])
    office.samples(folder / "samples.csv", ["A1", "A2"], site="S1", reported=True)
    done = fuelcheck.run("import", "sites.csv", "samples.csv", "--by", "李娜", "--json", folder=folder)
    assert json.loads(done.stdout)["accepted"]
    return folder


def test_the_wheel_holds_what_it_needs_and_no_tests(fuelcheck):
    with zipfile.ZipFile(fuelcheck.wheel) as wheel:
        names = wheel.namelist()
    source = installed.ROOT / "fuelcheck"
    modules = {
        p.relative_to(source.parent).as_posix() for top in (source, installed.ROOT / "api") for p in top.rglob("*.py")
    }
    page = {"api/examples.json", "api/static/docs.html", "api/static/docs.js"}
    data = {p.relative_to(source.parent).as_posix() for p in (source / "law" / "data").rglob("*.toml")}
    templates = {f"fuelcheck/templates/{p.name}" for p in (installed.ROOT / "templates" / "documents").glob("*.toml")}
    catalogues = {f"fuelcheck/locale/{lang}/LC_MESSAGES/fuelcheck.mo" for lang in ("en", "zh_CN")}

    assert {*modules, *page, *data, *templates, *catalogues, "fuelcheck/py.typed"} <= set(names)
    assert data
    assert templates
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"api", "fuelcheck"}
    assert not [name for name in names if _is_a_test(name) or name.endswith((".pyc", ".otf", ".ttf"))]


def _is_a_test(name):
    """A module or folder of tests; the trade's own word retest is none."""
    return any(re.match(r"(test|conftest)", part.lower()) for part in Path(name).parts)


def test_nothing_of_the_checkout_is_seen(fuelcheck, tmp_path):
    home = fuelcheck.python("import fuelcheck; print(fuelcheck.__file__)", folder=tmp_path)

    assert Path(home.strip()).is_relative_to(fuelcheck.environment)


def test_the_status_is_printed_and_checked(fuelcheck, desk):
    status = json.loads(fuelcheck.run("quota", *AT, "--json", folder=desk).stdout)
    counted = {line["id"]: line["achieved"] for line in status["quotas"]}
    assert counted["motor_fuel_batches"] == 2
    assert counted["private_coverage"] == 1
    assert "伊川县" in fuelcheck.run("quota", *AT, "--check", folder=desk, code=1).stdout


def test_templates_and_exports_are_written_and_read_again(fuelcheck, desk):
    fuelcheck.run("template", "-o", "template.xlsx", folder=desk)
    fuelcheck.run("export", "-o", "all.xlsx", folder=desk)
    again = json.loads(fuelcheck.run("import", "all.xlsx", "--json", folder=desk).stdout)
    assert again["accepted"]
    assert again["import_id"] is None
    assert (desk / "template.xlsx").stat().st_size > 5_000


def test_an_import_is_refused_with_its_faults_and_a_marked_workbook(fuelcheck, desk):
    office.samples(desk / "wrong.csv", ["A9"], site="S999")
    done = fuelcheck.run("import", "wrong.csv", "--annotated", "marked.xlsx", "--json", folder=desk, code=2)
    (fault,) = json.loads(done.stdout)["faults"]
    assert (fault["code"], fault["row"], fault["column"]) == ("unknown-site", 2, "站点编号")
    assert (desk / "marked.xlsx").exists()


def test_an_import_is_taken_back(fuelcheck, desk):
    office.samples(desk / "mistaken.csv", ["X1"], site="S2", reported=True)
    done = fuelcheck.run("import", "mistaken.csv", "--json", folder=desk)
    fuelcheck.run("undo", json.loads(done.stdout)["import_id"], "--reason", "笔误", folder=desk)
    status = json.loads(fuelcheck.run("quota", *AT, "--json", folder=desk).stdout)
    assert status["quotas"][0]["achieved"] == 2


def test_the_report_is_rendered_issued_shown_and_checked(fuelcheck, desk):
    fuelcheck.run("report", "quota", *AT, *PRINTED, "-o", "draft.pdf", folder=desk)
    fuelcheck.run("report", "quota", *AT, *PRINTED, "-o", "again.pdf", folder=desk)
    assert (desk / "draft.pdf").read_bytes() == (desk / "again.pdf").read_bytes()
    for ending in (".pdf", ".xlsx"):
        fuelcheck.run("report", "quota", *AT, "--issue", "--by", "王强", "-o", f"issued{ending}", folder=desk)
    documents = json.loads(fuelcheck.run("document", "list", "--json", folder=desk).stdout)
    assert len(documents) == 2
    fuelcheck.run("document", "show", documents[0]["number"], "-o", "shown.pdf", folder=desk)
    assert (desk / "shown.pdf").read_bytes() == (desk / "issued.pdf").read_bytes()
    fuelcheck.run("document", "check", "issued.pdf", folder=desk)
    fuelcheck.run("document", "check", "draft.pdf", folder=desk, code=1)


def test_the_evidence_verifies_and_goes_into_a_backup(fuelcheck, desk):
    head = fuelcheck.run("audit", "head", folder=desk).stdout
    (desk / "anchor.txt").write_text(head, "utf-8")
    fuelcheck.run("audit", "verify", "--anchor", "anchor.txt", folder=desk)
    assert fuelcheck.run("backup", "copy.db", folder=desk).stdout == head
    fuelcheck.run("restore", "copy.db", folder=desk, code=3)
    there = ("--database", "sqlite:///restored.db")
    assert fuelcheck.run(*there, "restore", "copy.db", folder=desk).stdout == head
    fuelcheck.run(*there, "audit", "verify", "--anchor", "anchor.txt", folder=desk)
    assert "李娜" in fuelcheck.run("audit", "show", "A1", folder=desk).stdout


def test_the_store_lies_in_the_users_folder_unless_another_is_named(fuelcheck, desk):
    assert list(fuelcheck.home.rglob("fuelcheck.db"))
    assert not (desk / "fuelcheck.db").exists()


def test_policies_and_settings_are_shown(fuelcheck, desk):
    (policy,) = fuelcheck.environment.rglob(f"policies/{office.POLICY}.toml")
    fuelcheck.run("policy", "check", str(policy), folder=desk)
    (desk / "bad.toml").write_text("id = 1\n", "utf-8")
    fuelcheck.run("policy", "check", "bad.toml", folder=desk, code=2)
    listed = json.loads(fuelcheck.run("policy", "list", "--json", folder=desk).stdout)
    assert [p["id"] for p in listed["registered"]] == [office.POLICY]
    assert json.loads(fuelcheck.run("doctor", "--json", folder=desk).stdout)["problem"] is None
    fuelcheck.run("config", "show", folder=desk)
    fuelcheck.run("upgrade", folder=desk)


def test_a_database_whose_driver_is_not_installed_is_a_sentence(fuelcheck, desk):
    done = fuelcheck.run("--database", "postgresql+psycopg://x@localhost/x", *("quota", *AT), folder=desk, code=3)
    assert "psycopg" in done.stderr


def test_the_demo_makes_its_county_its_status_and_its_documents(fuelcheck, tmp_path):
    done = fuelcheck.run("demo", folder=tmp_path)
    assert "伊川县" in done.stdout
    assert {"county.db", "quota-2025.pdf", "quota-2025.xlsx"} <= {p.name for p in (tmp_path / "demo").iterdir()}


def test_the_library_is_typed_and_works_from_the_wheel(fuelcheck, tmp_path):
    program = (
        "import fuelcheck as fc\nfrom datetime import date\n"
        "with fc.open_store('sqlite:///county.db', create=True) as store:\n"
        f"    fc.init(store, division='{office.DIVISION}', policy='{office.POLICY}', by='张建国')\n"
        "    report = fc.quota_report(store, year=2025, as_of=date(2025, 12, 31))\n"
        "    fc.render_quota_report(report, 'q.pdf')\n"
        "    print(report.status.met)\n"
    )
    assert fuelcheck.python(program, folder=tmp_path).strip() == "False"
    assert (tmp_path / "q.pdf").read_bytes().startswith(b"%PDF")
