"""Photographs and scans: known by their content, kept to the byte, shown without what the camera wrote."""

import struct
import zlib
from hashlib import sha256
from io import BytesIO

import pytest
import sqlalchemy as sa
from PIL import Image

import fuelcheck as fc
from fuelcheck.library import Sent, attached_file, attached_files, shown_picture, verify_audit
from fuelcheck.services.attachments import (
    MOST_BYTES,
    EmptyFile,
    NoSuchVisit,
    NotTaken,
    OneRecord,
    TooLarge,
    look_at,
)
from fuelcheck.services.batch_folder import NoSuchBatch
from fuelcheck.services.retests import NoSuchCheck
from fuelcheck.store.attachments import UnknownAttachment
from tests.cast import CLERK, SHUNDA, batch, road_check, sites, visit
from tests.sampling import photograph

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@pytest.fixture(autouse=True)
def recorded(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA)], [visit(SHUNDA, "2025-04-01", "停业")])


@pytest.fixture
def attach(county):
    def put(content, name="罐.jpg", **subject):
        return fc.attach_file(county.store, content, name, by=CLERK, **(subject or {"form_no": "A1"}))

    return put


def bomb():
    """A PNG of a few kilobytes that says it has 144 million pixels."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 12_000, 12_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 12_001))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(("kind", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_a_picture_is_what_its_content_says(kind, media_type):
    file = look_at(photograph(kind), "C:\\fakepath\\说明.pdf")

    assert (file.media_type, file.name) == (media_type, "说明.pdf")
    assert (file.taken_at, file.longitude, file.latitude) == ("2025-03-09T09:12:00", "112.430000", "34.420000")


def test_what_is_shown_is_a_new_picture_without_place_and_comment():
    shown = Image.open(BytesIO(look_at(photograph(), "a.jpg").shown))

    assert (shown.format, shown.size) == ("JPEG", (80, 60))
    assert not dict(shown.getexif())
    assert "comment" not in shown.info
    assert b"secret" in photograph()


def test_a_picture_on_its_side_is_shown_upright_and_a_large_one_smaller():
    turned = Image.open(BytesIO(look_at(_turned(), "a.jpg").shown))
    large = Image.open(BytesIO(look_at(photograph(size=(4096, 1024)), "a.jpg").shown))

    assert turned.size == (60, 80)
    assert large.size == (2048, 512)


def _turned():
    picture = Image.new("RGB", (80, 60), "red")
    about = picture.getexif()
    about[0x0112] = 6
    picture.save(out := BytesIO(), "JPEG", exif=about)
    return out.getvalue()


def test_what_is_clear_is_shown_on_white():
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(out := BytesIO(), "PNG")
    shown = Image.open(BytesIO(look_at(out.getvalue(), "a.png").shown))

    assert shown.getpixel((4, 4)) == (255, 255, 255)


def test_a_pdf_is_kept_and_not_opened():
    file = look_at(PDF, "告知书.pdf")
    assert (file.media_type, file.shown) == ("application/pdf", None)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", EmptyFile), (b"MZ\x90", NotTaken), (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NotTaken),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", NotTaken), (photograph()[:200], NotTaken),
        (b"GIF89a" + bytes(40), NotTaken), (bomb(), TooLarge), (PDF + bytes(MOST_BYTES), TooLarge),
    ],
)  # fmt: skip
def test_what_is_no_picture_or_too_large_is_refused(content, refusal):
    with pytest.raises(refusal):
        look_at(content, "a.jpg")


def test_an_original_comes_back_to_the_byte(county, attach):
    content = photograph()
    done = attach(content)
    attachment, original = attached_file(county.store, sha256(content).hexdigest().upper())

    assert original == content
    assert attachment == done.attachment
    assert shown_picture(county.store, attachment.sha256)[1] == look_at(content, "x").shown
    assert verify_audit(county.store) == []


def test_the_same_file_again_is_the_first_one_and_belongs_to_many_records(county, attach):
    first, again = attach(PDF), attach(PDF, "另一个名字.pdf")
    assert (again.attachment, again.acknowledged.entry) == (first.attachment, None)
    visited = _visit(county)
    attach(PDF, visit_id=visited)

    assert len(attached_files(county.store)) == 2
    assert [one.visit_id for one in attached_files(county.store, visit_id=visited)] == [visited]


def test_a_check_at_the_roadside_has_photographs_too(county, attach):
    county.take([road_check("R1")])
    attach(PDF, record_no="R1")
    assert [one.record_no for one in attached_files(county.store, record_no="R1")] == ["R1"]


def test_a_file_belongs_to_one_record_that_there_is(attach):
    for subject, refusal in (
        ({"form_no": "B9"}, NoSuchBatch), ({"visit_id": "x"}, NoSuchVisit), ({"record_no": "x"}, NoSuchCheck),
        ({"form_no": "A1", "record_no": "x"}, OneRecord), ({"form_no": None}, OneRecord),
    ):  # fmt: skip
        with pytest.raises(refusal):
            attach(PDF, **subject)


def test_a_file_that_nobody_attached_is_unknown(county):
    with pytest.raises(UnknownAttachment):
        attached_file(county.store, "0" * 64)


def test_sent_twice_it_is_attached_once(county):
    sent = Sent("0190d5a2-7c3e-7b1a-9f52-3d6a1c2b4e5f", "1" * 64)
    first, again = (fc.attach_file(county.store, PDF, "a.pdf", by=CLERK, form_no="A1", sent=sent) for _ in range(2))

    assert again.acknowledged.replayed
    assert again.attachment == first.attachment
    assert first.attachment.id == sent.act_id


@pytest.mark.parametrize("which", ["sha256", "shown_sha256"])
def test_a_changed_or_lost_file_is_found(county, attach, which):
    digest = getattr(attach(photograph()).attachment, which)
    with county.store.engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE attachment_file SET content = :other WHERE sha256 = :sha"), {"other": b"x", "sha": digest}
        )
    assert [finding.code for finding in verify_audit(county.store)] == ["attachment-changed"]
    with county.store.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM attachment_file WHERE sha256 = :sha"), {"sha": digest})
    assert [finding.code for finding in verify_audit(county.store)] == ["attachment-missing"]


def test_a_visit_with_photographs_stays_when_its_last_batch_is_moved(county, attach):
    visited = _visit(county, "sampled")
    attach(PDF, visit_id=visited)
    fc.amend_batch(county.store, "A1", {"sampled_on": "2025-03-10"}, by=CLERK, reason="笔误")

    assert [one.visit_id for one in attached_files(county.store)] == [visited]
    assert verify_audit(county.store) == []


def _visit(county, outcome="closed"):
    query = sa.text("SELECT id FROM visit WHERE outcome = :outcome")
    with county.store.reading() as view:
        return view.connection.execute(query, {"outcome": outcome}).scalar()
