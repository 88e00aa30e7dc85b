"""``batch attach`` and ``attachment get``: a photograph goes in and comes back to the byte."""

import json
from hashlib import sha256

from tests.sampling import photograph


def test_a_photograph_comes_back_to_the_byte(office, tmp_path):
    (tmp_path / "罐.jpg").write_bytes(content := photograph())
    digest = sha256(content).hexdigest()
    attached = office("batch", "attach", "A1", tmp_path / "罐.jpg", "--by", "王敏")
    got = office("attachment", "get", digest, "-o", tmp_path / "back.jpg")
    told = json.loads(office("batch", "show", "A1", "--as-of", "2026-01-31", "--json").out)

    assert (attached.code, got.code) == (0, 0)
    assert digest in attached.err
    assert (tmp_path / "back.jpg").read_bytes() == content
    assert [(one["name"], one["shown"], one["claimed"]["latitude"]) for one in told["attachments"]] == [
        ("罐.jpg", True, "34.420000")
    ]  # fmt: skip


def test_what_is_not_there_or_no_picture_is_refused(office, tmp_path):
    (tmp_path / "a.jpg").write_text("<html>")

    assert office("batch", "attach", "A1", tmp_path / "a.jpg", "--by", "王敏").code == 2
    assert office("batch", "attach", "A1", tmp_path / "b.jpg", "--by", "王敏").code == 2
    assert office("attachment", "get", "0" * 64, "-o", tmp_path / "c").code == 2
