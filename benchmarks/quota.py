"""Quota status of one division against hand-written SQL on the same database.

The hand-written statement answers the same six lines for the same day; both answers are
compared before anything is timed. The size of the whole and the years of history must not
matter.
"""

import sqlite3
from datetime import date
from pathlib import Path

from benchmarks.alternate import Row, medians, row
from benchmarks.counties import code, store
from fuelcheck.library import open_store, quota_status

YEAR, AS_OF = 2025, date(2025, 12, 31)
_SQL = """
WITH t AS MATERIALIZED (
  SELECT site_code, COUNT(CASE WHEN product <> 'urea' THEN 1 END) fuel,
    COUNT(CASE WHEN product = 'urea' THEN 1 END) urea
  FROM batch WHERE division = :v AND year = :y AND sampled_on <= :d AND status = 'valid' AND reported_on <= :d
  AND (task IS NULL OR task = 'county') AND (purpose IS NULL OR purpose IN ('routine', 'campaign', 'complaint'))
  GROUP BY division, site_code)
SELECT SUM(CASE WHEN s.kind IN ('station', 'filling_point') THEN COALESCE(t.fuel, 0) END),
  COUNT(CASE WHEN s.ownership IN ('private', 'collective') AND s.kind IN ('station', 'filling_point')
    AND t.fuel > 0 THEN 1 END),
  COUNT(CASE WHEN s.ownership = 'sinopec' AND s.kind IN ('station', 'filling_point') AND t.fuel > 0 THEN 1 END),
  COUNT(CASE WHEN s.ownership = 'petrochina' AND s.kind IN ('station', 'filling_point') AND t.fuel > 0 THEN 1 END),
  COALESCE(SUM(t.urea), 0)
FROM site s LEFT JOIN t ON t.site_code = s.code
WHERE s.division = :v AND (s.opened_on IS NULL OR s.opened_on <= :d) AND (s.closed_on IS NULL OR s.closed_on > :d)
"""
_MONTHS = """
SELECT COUNT(*) FROM (SELECT DISTINCT b.site_code, substr(b.sampled_on, 1, 7) FROM site s JOIN batch b
  ON b.division = s.division AND b.year = :y AND b.site_code = s.code AND b.status = 'valid' AND b.reported_on <= :d
  WHERE s.division = :v AND s.kind IN ('depot', 'producer'))
"""


def measure(folder: Path) -> list[Row]:
    """The ratios at county, province and nation size, and over one and ten years of history."""
    rows = []
    for size, years in (("county", 10), ("county", 1), ("province", 10), ("nation", 5)):
        url = store(folder, size, years)
        rows.append(_one(url, f"quota status, one division, {size}, {years} years of history"))
    return rows


def _one(url: str, topic: str) -> Row:
    division = code(0)
    raw = sqlite3.connect(url.removeprefix("sqlite:///"))
    values = {"v": division, "y": YEAR, "d": AS_OF.isoformat()}
    with open_store(url) as opened:

        def ours() -> list[int]:
            status = quota_status(opened, year=YEAR, as_of=AS_OF, division=division)
            return [line.achieved for line in status.quotas]

        def by_hand() -> list[int]:
            return [*raw.execute(_SQL, values).fetchone(), *raw.execute(_MONTHS, values).fetchone()]

        if ours() != by_hand():
            raise SystemExit(f"{topic}: the answers differ: {ours()} {by_hand()}")
        times = medians({"fuelcheck": ours, "SQL by hand": by_hand}, rounds=9, repeat=40)
    return row(topic, "fuelcheck", "SQL by hand", times, 2)
