"""The one catalogue of faults, notices and conflicts, for every edge.

A remark has a stable code (what programs rely on) and values; its sentence is looked up
here by code and translated where it is shown. ``SENTENCES`` is the whole catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fuelcheck.language import N_, say

SENTENCES: dict[str, str] = {
    # law files
    "missing-key": N_("The key {key} is missing; it must be {allowed}"),
    "unknown-key": N_("The key {key} is not known here; allowed: {allowed}"),
    "bad-value": N_("{key} is {value}; allowed: {allowed}"),
    "repeated-value": N_("{key} is {value}, which already stands elsewhere in the file"),
    "toml-syntax": N_("Line {line} is not TOML: {value}"),
    "toml-bounds": N_("The file holds a number or a nesting beyond all bounds"),
    "not-utf-8": N_("The file is not UTF-8 text"),
    # files that people bring
    "missing-file": N_("There is no such file"),
    "unknown-file-type": N_("This kind of file is not read; allowed: {allowed}"),
    "empty-file": N_("The file is empty (0 bytes)"),
    "too-large": N_("The file is damaged or too large: at most 200 MB unpacked and 5 million cells are read"),
    "damaged-file": N_("The file is damaged or too large: open it in Excel and save it again as .xlsx"),
    "encrypted-file": N_("The workbook is protected by a password: save it without one"),
    "renamed-file": N_("The content is not what the file's name says: open it in Excel and save it as .xlsx"),
    "web-page": N_("This is a web page under the name of a workbook: open it in Excel and save it as .xlsx"),
    "bad-encoding": N_("The text is neither UTF-8 nor GB18030: save it from Excel as CSV UTF-8"),
    "bad-csv": N_("Line {line} is not CSV: a quotation mark stands in the wrong place or is missing"),
    # tables
    "no-table": N_(
        "No table was found in the first 15 rows; nearest to {kind}, of which these columns are missing: {missing}"
    ),
    "no-rows": N_("There is nothing in the file"),
    "two-columns": N_("These columns are both read as {meaning}: {headers}; rename or map one of them"),
    "row-too-long": N_(
        "The row has more fields than the header ({fields}): a text that holds a comma needs quotation marks around it"
    ),
    "unknown-column": N_("The column {column} is not known here and was not read"),
    "hidden-sheet": N_("The sheet is hidden; it was read like the others"),
    "sheet-without-table": N_("The sheet holds no table of a known kind and was not read"),
    "skipped-end": N_("here the table ends"),
    "skipped-after-end": N_("stands below the end of the table"),
    "skipped-subtotal": N_("a subtotal"),
    "skipped-bare": N_("nothing is filled in by which a row of this sheet is known"),
    "skipped-header": N_("the header once more"),
    # cells
    "missing-cell": N_("{column} must be filled in"),
    "ownership-missing": N_(
        "{column} must be filled in; the name {name} suggests {proposed}: see who holds the business licence"
    ),
    "control-character": N_("{column} holds a character that cannot be printed ({character}): type the text again"),
    "number-too-long": N_(
        "Excel keeps 15 digits of a number, this one has lost its end: format the column as text and type it again"
    ),
    "code-as-day": N_("Excel has made a day of this number: format the column as text and type it again"),
    "bad-day": N_("{value} is no day; write 2025-03-09"),
    "day-as-number": N_("{value} is a bare number: format the column as a date"),
    "day-without-day": N_("{value} lacks the day; write 2025-03-09"),
    "day-without-year": N_("{value} lacks the year; write 2025-03-09"),
    "bad-number": N_("{value} is no number of the kind that {column} needs: {allowed}"),
    "unknown-product": N_("{value} is no known product; allowed: {allowed}"),
    "ambiguous-petrol": N_("{value}: with ethanol or not? Allowed: {allowed}"),
    "bad-grade": N_("{value} is no grade; allowed: {allowed}"),
    "grade-missing": N_("The grade is missing; allowed: {allowed}"),
    "grade-unsuited": N_("{value} is no grade of {product}; allowed: {allowed}"),
    "grade-differs": N_("{value} contradicts the grade {other} that stands beside the product"),
    "unknown-kind": N_("{value} is no known kind of site; allowed: {allowed}"),
    "unknown-ownership": N_("{value} is no known ownership; allowed: {allowed}"),
    "ownership-by-sign": N_(
        "{value} does not say who controls the site. Ownership is who holds more than half of the holder of the "
        "business licence (leased: of the lessee), not the sign over the forecourt"
    ),
    "unknown-township": N_("{value} is no township of the division; allowed: {allowed}"),
    "unknown-datum": N_("{value} is no known coordinate system; allowed: {allowed}"),
    "unknown-risk-class": N_("{value} is no risk class; allowed: {allowed}"),
    "unknown-task": N_("{value} is no known level; allowed: {allowed}"),
    "unknown-purpose": N_("{value} is no known purpose of sampling; allowed: {allowed}"),
    "retest-is-no-row": N_(
        "{value}: a test of the retained portion belongs to its batch and is no row; a new sample after correction "
        "is written {recheck}"
    ),
    "unknown-conclusion": N_("{value} is no conclusion; allowed: {allowed}"),
    "unknown-status": N_("{value} is no status; allowed: {allowed}"),
    "unknown-outcome": N_("{value} is no outcome of a visit without a sample; allowed: {allowed}"),
    "unknown-change": N_("{value} is no change of a site; allowed: {allowed}"),
    "value-unexpected": N_("{value}: {what} takes no value, leave the cell empty"),
    "one-sampler": N_("{value}: at least two different people are needed"),
    "bad-uscc": N_(
        "{value} is no unified social credit code: 18 characters, the last of which must fit the others (GB 32100)"
    ),
    # rows
    "unknown-site": N_("{value} is neither the code nor the name of a known site; nearest: {nearest}"),
    "ambiguous-site": N_("{value} is the name of several sites: {codes}; write the code"),
    "site-differs": N_("{value} is the site {other}, but the row also names the site {site}"),
    "code-by-number": N_("{value} was read as {code}, the only code of that number"),
    "report-before-sampling": N_("The report is dated {value}, before the sampling on {sampled_on}"),
    "conclusion-missing": N_("A report needs its conclusion; allowed: {allowed}"),
    "follows-missing": N_("A recheck needs the form number of the batch that failed"),
    "follows-itself": N_("{value} is the row's own form number"),
    "unknown-follows": N_("{value} is no form number of the store or of these files"),
    "closed-before-opened": N_("The site closed on {value}, not later than it opened ({opened_on})"),
    "duplicate-form-no": N_("The form number {value} already stands in row {row} of {sheet}, with other content"),
    "duplicate-site-code": N_("The site code {value} already stands in row {row} of {sheet}, with other content"),
    "duplicate-row": N_("The same thing already stands in row {row} of {sheet}, with other content"),
    # conflicts
    "differs": N_("{column}: {old} → {new}; to correct it, bring it with --update and a reason"),
    "default-differs": N_(
        "{column}: empty, which counts as {old} → {new}; to correct it, bring it with --update and a reason"
    ),
    "correction-or-change": N_(
        "{column}: {old} → {new}. Is it a correction (bring it with --update and a reason) or a change on a day "
        "(write a row in {sheet})?"
    ),
    # notices about the year's batches
    "likely-duplicate": N_("{form_no} and {other}: the same product of the same grade at {site} on {day}"),
    "outside-operating": N_("{form_no} was sampled at {site} on {day}, when the site was not operating"),
    "not-on-sale": N_("{form_no}: {site} does not list {item} among what it sells ({on_sale})"),
    "too-soon-after-higher-level": N_(
        "{form_no}: sampled at {site} on {day}, less than six months after {other}, the same product sampled by a "
        "higher level on {other_day}"
    ),
    "late-report": N_("{form_no} was reported {days} days after the sampling, more than {limit}"),
    "undated-report": N_("{form_no}: the report {report} has no day and does not count"),
    "unknown-sampler": N_("{form_no}: {sampler} was not in the register of inspectors on {day}"),
    "laboratory-out-of-scope": N_("{form_no}: the register does not list {product} among what {laboratory} may test"),
    "laboratory-expired": N_("{form_no}: the approval of {laboratory} ended on {until}, before {day}"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault, notice or conflict: where it stands, what stood there, what is allowed.

    ``row`` is the number that Excel shows; ``column`` the header as the file writes it;
    ``values`` fill the sentence's fields besides ``value`` and ``column``.
    """

    code: str
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence for people, in the tongue in use."""
        return say(SENTENCES[self.code], **{"value": self.value, "column": self.column, **self.values})

    def as_json(self) -> dict[str, object]:
        """The object of the contract: code, file, sheet, row, column, value, message."""
        return {
            "code": self.code,
            "file": self.file,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "message": self.message,
        }
