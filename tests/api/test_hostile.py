"""No input makes the server fail: whatever is sent, the answer is one of ours, and never a 5xx."""

import json
import zipfile
from io import BytesIO
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.problems import MEDIA_TYPE

TEXT = st.text(max_size=40) | st.sampled_from(
    ["", "0", "-1", "2025-02-30", "9" * 30, "NaN", "%", "../..", "=1+1", "\ufeff", "null"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(TEXT, below, max_size=3),
    max_leaves=12,
)
BATCH = st.fixed_dictionaries(
    {
        "product": TEXT | st.sampled_from(["diesel", "0号柴油"]),
        "results": st.dictionaries(TEXT | st.just("sulfur"), JSON, max_size=3),
    },
    optional={"grade": TEXT, "sampled_on": TEXT, "site_kind": TEXT, "standard": TEXT, "claims": JSON, "form_no": JSON},
)
LISTS = ("/sites", "/site-changes", "/visits", "/batches", "/vehicles", "/roadside-checks", "/documents", "/acts")
PLACES = (
    "/sites/",
    "/batches/",
    "/vehicles/",
    "/roadside-checks/",
    "/documents/",
    "/standards/",
    "/acts/",
    "/exports/",
)
PARAMETERS = (
    "sort", "cursor", "limit", "division", "as_of", "known_at", "code", "form_no", "sampled_on", "sampled_on_from",
    "kind", "plate", "n", "period", "printed_at", "number", "effective_on", "programme",
)  # fmt: skip


HEADERS = (
    "Accept", "Accept-Language", "Accept-Encoding", "Cookie", "Content-Type", "Content-Length", "If-None-Match",
    "If-Modified-Since", "If-Match", "Range", "Host", "X-CSRF-Token", "Sec-Fetch-Site", "X-Forwarded-For",
)  # fmt: skip
LATIN = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=40)


def is_ours(answer):
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        assert answer.mimetype == MEDIA_TYPE
        assert answer.json["code"]
    return answer


@given(st.sampled_from(LISTS), st.dictionaries(st.sampled_from(PARAMETERS) | TEXT, TEXT, max_size=4))
@settings(max_examples=150)
def test_any_parameters_of_a_list(desk, address, parameters):
    is_ours(desk.ask(address, query_string=parameters))


@given(st.sampled_from(LISTS), st.binary(max_size=60))
def test_any_bytes_behind_the_question_mark(desk, address, query):
    is_ours(desk.ask(address, environ_overrides={"QUERY_STRING": query.decode("latin-1")}))


@given(
    st.sampled_from(PLACES), TEXT, st.dictionaries(st.sampled_from(("as_of", "known_at", "division")), TEXT, max_size=2)
)
def test_any_name_in_an_address(desk, place, name, parameters):
    is_ours(desk.ask(place + quote(name, safe="/"), query_string=parameters))


@given(
    st.sampled_from((*LISTS, "/sites/S001", "/exports/sites", "/x")), st.dictionaries(st.sampled_from(HEADERS), LATIN)
)
def test_any_text_in_a_header(desk, address, headers):
    is_ours(desk.ask(address, headers=headers))


@given(
    st.sampled_from(("/quotas/2025", "/quotas/1901", "/quotas/9998", "/targets", "/batches/A1", "/roadside-checks/R1")),
    st.dates(), st.none() | st.datetimes() | st.dates() | st.sampled_from(("0001-01-01T00:00:00+14:00", "9999-12-31")),
)  # fmt: skip
@settings(max_examples=60)
def test_any_day_and_moment(desk, address, as_of, known_at):
    known = {} if known_at is None else {"known_at": known_at if isinstance(known_at, str) else known_at.isoformat()}
    is_ours(desk.ask(address, query_string={"as_of": as_of.isoformat(), **known}))


@given(JSON | st.lists(BATCH, max_size=3))
@settings(max_examples=150)
def test_any_json_to_be_judged(desk, body):
    answer = is_ours(desk.ask("/judgements", "POST", data=json.dumps(body), content_type="application/json"))

    assert answer.status_code in (200, 400, 422)


@given(st.binary(max_size=200))
def test_any_bytes_to_be_judged(desk, body):
    is_ours(desk.ask("/judgements", "POST", data=body, content_type="application/json"))


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'[{"a":' * 50_000, b'"\\ud800"', b"NaN", b"[1e999]", b"", b"\xff\xfe", b"1" * 5_000]
)
def test_json_beyond_all_bounds_is_malformed_or_refused(desk, body):
    answer = is_ours(desk.ask("/judgements", "POST", data=body, content_type="application/json"))

    assert answer.status_code in (400, 422)


def test_a_body_larger_than_its_address_takes_is_413(desk):
    for large in (b"x" * 2_000_000, b"x" * 34_000_000):
        address, kind = (
            ("/imports", "multipart/form-data; boundary=b") if len(large) > 3e7 else ("/judgements", "text/csv")
        )
        status = is_ours(desk.ask(address, "POST", data=large, content_type=kind)).status_code
        assert status == (413 if len(large) > 3e7 else 415)


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", ""])
def test_a_body_of_another_kind_is_415_or_has_no_file(desk, kind):
    answer = is_ours(desk.ask("/judgements", "POST", data=b"x", content_type=kind))

    assert answer.status_code in (400, 415, 422)


def _workbook(parts):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return file.getvalue()


BOMB = _workbook({f"xl/part{n}.xml": b"\0" * 20_000_000 for n in range(12)})
FILES = {
    "空.csv": b"",
    "垃圾.xlsx": b"PK\x03\x04" + b"\xff" * 300,
    "炸弹.xlsx": BOMB,
    "旧.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "../../etc/passwd": b"a,b\n1,2\n",
    "=cmd|' /C calc'!A0.csv": "抽样单编号\n=1+1\n".encode(),
    "名" * 300 + ".csv": b"x",
    "C:\\x\\台账.csv": "抽样单编号,抽样日期\nA9,昨天\n".encode(),
    "页.xlsx": b"<html>",
    "图.png": b"\x89PNG",
    "\x00.csv": b"x",
}


@pytest.mark.parametrize("name", FILES, ids=range(len(FILES)))
def test_any_file_is_refused_by_name_and_changes_nothing(desk, name):
    before = desk.ask("/acts?sort=-n&limit=1").json["items"]
    for address in ("/imports", "/judgements"):
        answer = is_ours(desk.ask(address, "POST", data={"files": (BytesIO(FILES[name]), name)}))
        assert answer.status_code in (400, 422)
    assert desk.ask("/acts?sort=-n&limit=1").json["items"] == before


def test_a_bomb_in_the_form_is_refused(desk):
    parts = {f"part{n}": "x" for n in range(60)}

    assert is_ours(desk.ask("/imports", "POST", data={**parts, "files": (BytesIO(b"x"), "a.csv")})).status_code == 413
    many = {"files": [(BytesIO(b"x"), f"{n}.csv") for n in range(21)]}
    assert is_ours(desk.ask("/imports", "POST", data=many)).status_code == 422
