"""The document that lies in the repository is the one that is served, and its examples are real answers."""

import json

from api.described import EXAMPLES
from tests.api import described


def test_document_and_examples_are_current_make_openapi(quick):
    examples, document = described.made()

    assert EXAMPLES.read_text("utf-8") == described.text(examples)
    assert described.DOCUMENT.read_text("utf-8") == described.text(document)


def test_the_document_is_openapi_3_1_and_every_reference_leads_somewhere():
    document = json.loads(described.DOCUMENT.read_text("utf-8"))

    assert document["openapi"] == "3.1.0"
    text = json.dumps(document)
    for name in {part.split('"')[0] for part in text.split('"$ref": "#/')[1:]}:
        found = document
        for step in name.split("/"):
            found = found[step]


def test_a_row_of_a_list_is_described_from_its_table_in_the_ledgers_words():
    row = json.loads(described.DOCUMENT.read_text("utf-8"))["components"]["schemas"]["BatchRow"]["properties"]

    assert row["form_no"]["description"] == "抽样单编号"
    assert row["sampled_on"]["format"] == "date"
    assert "fail" in row["conclusion"]["enum"]
    assert "division" not in row


def test_the_page_loads_nothing_from_elsewhere(desk):
    page = desk.ask("/docs", role=None)

    assert "http" not in page.text
    assert "script-src 'self';" in page.headers["Content-Security-Policy"]
    for name in ("docs.js", "swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"):
        assert f"docs/{name}" in page.text
        assert desk.ask(f"/docs/{name}", role=None).status_code == 200
    assert desk.ask("/docs/..%2Fdocs.html", role=None).status_code == 404
    assert desk.ask("/docs/index.css", role=None).status_code == 404
