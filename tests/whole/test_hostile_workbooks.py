"""No workbook ends the process that imports it: each is read, or refused with a coded fault, and changes nothing."""

import json
import random
import shutil
import zipfile
from itertools import pairwise

import pytest

import fuelcheck as fc
from fuelcheck.cli import start
from fuelcheck.faults import SENTENCES
from tests.ledgers import desk
from tests.whole import office

pytestmark = pytest.mark.whole

MUTATIONS = 150


@pytest.fixture
def brought(tmp_path, capsys):
    """Brings a file through the command line of this very process; the codes of its faults."""
    url = f"sqlite:///{tmp_path / 'county.db'}"
    with fc.open_store(url, create=True) as store:
        fc.init(store, policy=office.POLICY, by="张建国")

    def bring(path):
        annotated = ["--annotated", str(tmp_path / "marked.xlsx")] if path.stat().st_size < 1_000_000 else []
        code = start.main(["--database", url, "import", str(path), "--dry-run", "--json", *annotated])
        said = capsys.readouterr()
        assert code in (0, 2), said.err
        if not said.out:  # the answer had been refused as a whole
            assert said.err.count("\n") == 1, said.err
            return set()
        answer = json.loads(said.out)
        assert answer["accepted"] == (code == 0)
        return {fault["code"] for fault in answer["faults"]}

    return bring


@pytest.fixture
def book(tmp_path):
    return desk.county(tmp_path)


def part_replaced(book, path, name, data):
    """A copy of a workbook with other bytes in one of its parts."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))
    return path


def sheet_of(rows):
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


SHEET = "xl/worksheets/sheet1.xml"


def test_a_bounding_box_of_half_a_terabyte(brought, book, tmp_path):
    far = sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')

    assert brought(part_replaced(book, tmp_path / "wide.xlsx", SHEET, far)) <= {"damaged-file", "too-large"}


def test_four_megabytes_that_unpack_to_gigabytes(brought, book, tmp_path):
    path = tmp_path / "bomb.xlsx"
    shutil.copy(book, path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/media/x.bin", "w") as part:
        for _ in range(300):
            part.write(bytes(1 << 20))

    assert brought(path) == {"too-large"}


def test_a_sheet_of_one_endless_text(brought, book, tmp_path):
    text = sheet_of(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"站" * 60_000_000}</t></is></c></row>')

    assert brought(part_replaced(book, tmp_path / "text.xlsx", SHEET, text))


def test_a_sheet_of_five_million_cells_and_more(brought, book, tmp_path):
    cells = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="ZZ{n}"><v>1</v></c></row>' for n in range(1, 9_000))

    assert brought(part_replaced(book, tmp_path / "many.xlsx", SHEET, sheet_of(cells))) == {"too-large"}


def test_entities_that_unfold_into_each_other(brought, book, tmp_path):
    names = ["a", *(f"b{n}" for n in range(20))]
    entities = '<!ENTITY a "laugh">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    unfolding = (
        f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>'
        + sheet_of('<row r="1"><c r="A1" t="inlineStr"><is><t>&b19;</t></is></c></row>').partition("?>")[2]
    )

    assert brought(part_replaced(book, tmp_path / "laughs.xlsx", SHEET, unfolding))


def test_elements_nested_a_hundred_thousand_deep(brought, book, tmp_path):
    deep = sheet_of("<row>" * 100_000)

    assert brought(part_replaced(book, tmp_path / "deep.xlsx", SHEET, deep))


@pytest.mark.parametrize("head", ["d0cf11e0a1b11ae1", "504b0304", "504b0506"])
def test_nothing_but_noise_behind_a_workbooks_first_bytes(brought, tmp_path, head):
    for n, ending in enumerate((".xls", ".xlsx")):
        path = tmp_path / f"{n}{ending}"
        path.write_bytes(bytes.fromhex(head) + random.Random(n).randbytes(20_000))

        assert brought(path) & set(SENTENCES)


def test_random_mutations(brought, book, tmp_path):
    """Half are made in the package's bytes, half in a part before it is packed: those reach the parsers."""
    chance, codes, original = random.Random(6), set(), book.read_bytes()
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith(".xml")}
    for n in range(MUTATIONS):
        path = tmp_path / f"m{n}.xlsx"
        if n % 2:
            path.write_bytes(mutated(original, chance))
        else:
            name = chance.choice(sorted(parts))
            part_replaced(book, path, name, mutated(parts[name], chance))
        codes |= brought(path)
        path.unlink()

    assert "damaged-file" in codes
    assert codes <= set(SENTENCES)


def mutated(data, chance):
    """Some bytes flipped, cut out or doubled."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randrange(len(changed))
        match chance.randrange(3):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + chance.choice((1, 20, 400))]
            case 2:
                changed[at:at] = changed[at : at + chance.choice((1, 20, 400))]
        changed = changed or bytearray(b"x")
    return bytes(changed)
