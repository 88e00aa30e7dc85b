"""Documents that several tests look at, rendered once; fonts are converted once a run."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from fuelcheck.china import CHINA
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.quota import write_pdf
from fuelcheck.standing.evaluation import QuotaReport
from tests.reports import county

PAPER = Paper(
    number="示市监〔2026〕3号",
    printed_at=datetime(2026, 1, 5, 9, 0, tzinfo=CHINA),
    office="伊川县市场监督管理局",
    addressee="伊川县环境污染防治攻坚战领导小组办公室",
    phone="0379-00000000",
    code="QR7K-2M4P",
    check_url="https://fuel.example.org/d/QR7K-2M4P",
)


@pytest.fixture(scope="session", autouse=True)
def face_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Fonts are kept in a folder of this run, never in the user's own."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("platformdirs.user_cache_dir", lambda *_args, **_kwargs: str(folder))
        yield folder / "faces"


@pytest.fixture(scope="session")
def nearly_done() -> QuotaReport:
    return county.nearly_done()


@pytest.fixture(scope="session")
def stressed() -> QuotaReport:
    return county.stressed()


@pytest.fixture(scope="session")
def untouched() -> QuotaReport:
    return county.untouched()


@pytest.fixture(scope="session")
def pdf_of_nearly_done(nearly_done: QuotaReport) -> bytes:
    return rendered(nearly_done, PAPER)


@pytest.fixture(scope="session")
def pages_of_nearly_done(pdf_of_nearly_done: bytes) -> list[str]:
    return pages(pdf_of_nearly_done)


@pytest.fixture(scope="session")
def pages_of_stressed(stressed: QuotaReport) -> list[str]:
    return pages(rendered(stressed, PAPER))


@pytest.fixture(scope="session")
def pages_of_untouched(untouched: QuotaReport) -> list[str]:
    return pages(rendered(untouched))


@pytest.fixture
def letters() -> Iterator[Letters]:
    """Letters that know a few words."""
    known = Letters()
    words = "伊川县成品油质量监督抽检任务完成情况（序号）名称：，。、〔〕…—①附件续单位"
    known.prepare([(role, words) for role in Role])
    yield known
    known.close()


def rendered(report: QuotaReport, paper: Paper | None = None) -> bytes:
    """The report as a file's bytes."""
    file = BytesIO()
    write_pdf(report, file, paper or Paper())
    return file.getvalue()


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without its line ends: a name may go on in the next line of its cell."""
    return [page.extract_text().replace("\n", "") for page in PdfReader(BytesIO(pdf)).pages]
