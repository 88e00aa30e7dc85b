"""``make pictures``: the README's pictures, made from the example county as it is today."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from fuelcheck import language
from fuelcheck.cli.example import AS_OF, BY, POLICY, YEAR
from fuelcheck.cli.shown_quota import show
from fuelcheck.demo import write_county
from fuelcheck.library import import_ledgers, init, open_store, quota_report, render_quota_report

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SCALE = 1.4


def main() -> None:
    """Make report.png (the first two pages) and terminal.svg."""
    language.choose("zh")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/county.db", create=True) as store:
        init(store, policy=POLICY, by=BY, example=True)
        import_ledgers(store, write_county(Path(folder)), by=BY)
        report = quota_report(store, year=YEAR, as_of=AS_OF)
        pdf = Path(folder) / "quota.pdf"
        render_quota_report(report, pdf)
        _first_pages(pdf, IMAGES / "report.png")
    screen = Console(record=True, width=100, force_terminal=True, highlight=False, quiet=False, file=_Nowhere())
    show(report, screen)
    title = "fuelcheck quota --year 2025 --as-of 2025-12-31"
    screen.save_svg(str(IMAGES / "terminal.svg"), title=title, code_format=_plain_svg())


def _plain_svg() -> str:
    """Rich's picture without the fonts that it would fetch from elsewhere."""
    plain = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return plain.replace("Fira Code", "Noto Sans Mono CJK SC")


class _Nowhere:
    """A screen that nobody looks at."""

    def write(self, text: str) -> int:
        """Take what is written."""
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""


def _first_pages(pdf: Path, picture: Path) -> None:
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    pages = [document[n].render(scale=SCALE).to_pil() for n in range(2)]
    both = Image.new("RGB", (sum(p.width for p in pages) + 20, pages[0].height), "#d0d0d0")
    both.paste(pages[0], (0, 0))
    both.paste(pages[1], (pages[0].width + 20, 0))
    both.quantize(64).save(picture, optimize=True)


if __name__ == "__main__":
    main()
