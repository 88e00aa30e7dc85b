"""The report's PDF against drawing the same ledger by hand on a bare canvas, whole processes.

The baseline does the least that makes a readable table: one text object a page, a matrix and
a show operator for each cell, glyph codes of each distinct text asked once, a grid as one
path; no measuring, no wrapping, no repeated captions. ``drawString`` is what one writes first.
"""

from pathlib import Path

from benchmarks.alternate import Row
from benchmarks.processes import Ran, alternate, python

_ROWS = """
import sys
from tests.reports.county import with_ledger
report = with_ledger(int(sys.argv[1]))
rows = [(str(n), r.batch.form_no, r.batch.sampled_on.isoformat(), r.site.code, r.site.name, r.site.township,
         r.site.ownership.zh, r.batch.product.zh, r.batch.grade, "县级", r.batch.laboratory, r.batch.report_no,
         str(r.batch.reported_on or ""), "合格", "计入") for n, r in enumerate(report.ledger, 1)]
"""
_FONT = """
from io import BytesIO; from pathlib import Path; import platformdirs
from reportlab import rl_config; rl_config.useA85 = 0
from reportlab.pdfgen.canvas import Canvas; from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from fuelcheck.reports.fonts import Role, house_font; from fuelcheck.reports.outlines import face_for
cache = Path(platformdirs.user_cache_path("fuelcheck-bench"))
face = face_for(house_font(Role.BODY), {c for row in rows for cell in row for c in cell}, cache)
font = TTFont("F", BytesIO(face.data), shapable=False); pdfmetrics.registerFont(font)
canvas = Canvas(sys.argv[2], pagesize=(842, 595)); X = [40 + 52 * k for k in range(16)]; A_PAGE = 32
"""
_BY_HAND = """
codes = {}
def code(text):
    if text not in codes:
        parts = font.splitString(text, canvas._doc)
        name = font.getSubsetInternalName
        codes[text] = " ".join(f"{name(s, canvas._doc)} 9 Tf ({canvas._escape(t)}) Tj" for s, t in parts)
    return codes[text]
for start in range(0, len(rows), A_PAGE):
    out = ["BT"]
    for k, row in enumerate(rows[start:start + A_PAGE]):
        y = 540 - 15 * k
        out += [f"1 0 0 1 {x} {y} Tm {code(t)}" for x, t in zip(X, row) if t]
    canvas._code.append(" ".join([*out, "ET"]))
    lines = (f"40 {536 - 15 * k} m 820 {536 - 15 * k} l" for k in range(A_PAGE))
    canvas._code.append(" ".join(["0.25 w", *lines, "S"]))
    canvas.showPage()
canvas.save()
"""
_DRAW_STRING = """
for start in range(0, len(rows), A_PAGE):
    canvas.setFont("F", 9)
    for k, row in enumerate(rows[start:start + A_PAGE]):
        for x, text in zip(X, row): canvas.drawString(x, 540 - 15 * k, text)
        canvas.line(40, 536 - 15 * k, 820, 536 - 15 * k)
    canvas.showPage()
canvas.save()
"""
_REPORT = """
from fuelcheck.reports.quota import write_pdf
write_pdf(report, sys.argv[2])
"""


def measure(folder: Path) -> list[Row]:
    """159 and 20,000 rows: the whole report, annexes and all, against the ledger by hand."""
    rows = []
    for count, at_most, rounds in ((159, 4.0, 5), (20_000, 1.4, 3)):
        done = alternate(
            {
                name: python(_ROWS + code, str(count), str(folder / f"{name}.pdf"))
                for name, code in {
                    "rows alone": "",
                    "ledger by hand": _FONT + _BY_HAND,
                    "drawString": _FONT + _DRAW_STRING,
                    "fuelcheck report": _REPORT,
                }.items()
            },
            rounds,
        )
        topic = f"PDF, ledger of {count:,} rows, whole process less the making of the rows"
        rows += [_row(topic, done, "fuelcheck report", at_most), _row(topic, done, "drawString", None)]
        if count > 1_000:
            peak = done["fuelcheck report"].peak_mib
            rows.append(Row(f"{topic}: peak memory", f"{peak:.0f} MiB", "", 0, 1.0, "", None))
    return rows


def _row(topic: str, done: dict[str, Ran], case: str, at_most: float | None) -> Row:
    empty = done["rows alone"].seconds
    seconds = done[case].seconds - empty
    ratio = seconds / (done["ledger by hand"].seconds - empty)
    target = "" if at_most is None else f"≤ ×{at_most:g}"
    return Row(topic, case, "ledger by hand", seconds, ratio, target, None if at_most is None else ratio <= at_most)
