"""``fuelcheck demo``: a whole county from untidy workbooks, printed and on paper, and always called an example."""

from datetime import date

import openpyxl
import pytest

from fuelcheck import demo, library

DOCUMENTS = {
    "quota-2025.pdf", "quota-2025.xlsx", "targets-2025.pdf", "targets-2025.xlsx", "phase-out-2025.pdf",
    "checks-2025-11.pdf",
}  # fmt: skip
RENDERERS = ("render_quota_report", "render_targets_report", "render_phase_out_list", "render_check_summary")


@pytest.fixture
def quick(monkeypatch):
    """The demo without its documents, which other tests render."""
    for name in RENDERERS:
        monkeypatch.setattr(library, name, lambda _report, path, **_: path.write_bytes(b""))


@pytest.fixture
def made(fuelcheck, quick, tmp_path):
    said = fuelcheck("demo", "--folder", tmp_path / "demo")
    assert said.code == 0, said.err
    return said


def test_workbooks_store_and_documents_lie_in_the_folder_and_are_called_an_example(made, tmp_path):
    books = [path for path in (tmp_path / "demo").glob("*.xlsx") if path.name not in DOCUMENTS]

    assert {path.name for path in (tmp_path / "demo").iterdir()} >= {"county.db"} | DOCUMENTS
    assert len(books) == 6
    for path in books:
        assert all("示例" in str(sheet["A2"].value) for sheet in openpyxl.load_workbook(path))
    with library.open_store(f"sqlite:///{(tmp_path / 'demo' / 'county.db').as_posix()}") as store:
        assert library.targets_report(store, as_of=date(2025, 12, 31)).example
        assert library.verify_audit(store) == []


def test_what_was_taken_quotas_targets_and_checks_are_printed(made, fuelcheck):
    assert made.out.count(" rows taken from ") == 6
    assert made.out.count("is not in the register of laboratories") == 1
    assert made.out.count("Example county") == 2
    assert "fuel sampling 2025, as of 2025-12-31" in made.out
    assert "vehicle targets, as of 2025-12-31" in made.out
    assert "Vehicles checked in 2025: 150" in made.out
    assert "re-tests overdue: 1" in made.out

    command = made.err.strip().splitlines()[-1].split("fuelcheck ")[1].split()
    assert fuelcheck(*command).code == 0


def test_a_county_that_the_import_refuses_is_no_example(fuelcheck, quick, monkeypatch, tmp_path):
    monkeypatch.setattr(demo, "write_county", lambda _folder: ())
    said = fuelcheck("demo", "--folder", tmp_path / "demo")

    assert said.code != 0
    assert "The import refused the example" in said.err
