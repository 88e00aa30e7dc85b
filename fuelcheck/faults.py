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
    "is-a-folder": N_("{path} is a folder: name the ledgers in it"),
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
    "no-header": N_("No header of a ledger was found in the first 15 rows; it needs these columns: {needs}"),
    "no-rows": N_("There is nothing in the file"),
    "two-columns": N_("These columns are both read as {meaning}: {headers}; rename or map one of them"),
    "row-too-long": N_(
        "The row has more fields than the header ({fields}): a text that holds a comma needs quotation marks around it"
    ),
    "unknown-column": N_("The column {column} is not known here and was not read"),
    "passed-over-column": N_("The column {column} was not read: {other} already gives {meaning}"),
    "nothing-read": N_("No row was read and {count} were skipped: is anything missing?"),
    "results-are-judged": N_(
        "This is a table of results, and an import does not take results yet: judge them with fuelcheck judge FILE"
    ),
    "read-elsewhere": N_("The sheet is a table of the kind {kind} and was not read: only results are judged"),
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
    "product-differs": N_("{column} says {value}, {product} says {other}: both cells must name the same product"),
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
    "code-by-number": N_("{value} was read as {code}, the only code of that number; rows: {rows} ({count} in all)"),
    "row-repeated": N_("The same row already stands in row {row} of {sheet}: without a form number it is one batch"),
    "numbered-apart": N_(
        "Row {row} of {sheet} is of the same site, day, product and grade, but differs in {columns}: without form "
        "numbers they are two batches"
    ),
    "report-before-sampling": N_("The report is dated {value}, before the sampling on {sampled_on}"),
    "conclusion-missing": N_("A report needs its conclusion; allowed: {allowed}"),
    "follows-missing": N_("A recheck needs the form number of the batch that failed"),
    "follows-itself": N_("{value} is the row's own form number"),
    "unknown-follows": N_("{value} is no form number of the store or of these files"),
    "closed-before-opened": N_("The site closed on {value}, not later than it opened ({opened_on})"),
    "duplicate-form-no": N_("The form number {value} already stands in row {row} of {sheet}, with other content"),
    "duplicate-site-code": N_("The site code {value} already stands in row {row} of {sheet}, with other content"),
    "duplicate-row": N_("The same thing already stands in row {row} of {sheet}, with other content"),
    "batch-differs": N_(
        "{column} is {value}, but {other} in row {row} of {sheet}, which has the same form number {form_no}"
    ),
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
    # the standard that a report names
    "basis-superseded": N_("The report names {value}, by which no sample drawn on {day} may be judged: {text}"),
    "basis-differs": N_("The report names {value}; on {day} {standard} was in force for {product}"),
    "basis-unreadable": N_("{value} cannot be read as a standard; on {day} {standard} was in force for {product}"),
    # what became of an item of a report; the item's name stands before it
    "meets-limit": N_("{value} meets the limit {limit}"),
    "meets-rounded": N_("{value}, rounded to the limit's digits {rounded}, meets the limit {limit}"),
    "above-limit": N_("{value} is more than the limit {limit} allows"),
    "below-limit": N_("{value} is less than the limit {limit} demands"),
    "as-demanded": N_("{value} meets what is demanded ({limit})"),
    "contrary-found": N_("{value} is the contrary of what is demanded ({limit})"),
    "above-claim": N_("{value} meets the standard, but is more than what the label promises ({limit})"),
    "below-claim": N_("{value} meets the standard, but is less than what the label promises ({limit})"),
    "claim-unread": N_("{value} meets the standard, but what the label promises ({claim}) cannot be held against it"),
    "methods-differ": N_(
        "{value} as it stands does not meet the limit {limit}, but rounded to the limit's digits, {rounded}, it does; "
        "which of the two comparisons of GB/T 8170 applies is not known, so a person must decide"
    ),
    "result-leaves-open": N_("{value} leaves open whether the limit {limit} is met"),
    "result-unreadable": N_("{value} cannot be read as a result; a person must look at the report"),
    "result-ambiguous": N_("{value}: the comma may stand for a decimal point or for thousands; ask the laboratory"),
    "result-impossible": N_("{value} cannot be the result of this test; ask the laboratory"),
    "word-unknown": N_("{value} is neither what is demanded ({limit}) nor its contrary; a person must decide"),
    "unit-unknown": N_("the unit {unit} is not known here; the limit is {limit}"),
    "unit-other": N_("the unit {unit} cannot be converted into that of the limit {limit}"),
    "unit-basis": N_("the unit {unit} does not say whether it is by mass or by volume; the limit is {limit}"),
    "unit-contradiction": N_("the report gives two different units ({unit}); the limit is {limit}"),
    "season-window": N_(
        "{value} meets the limit of one season but not of the other ({limit}), and in the days after the change of "
        "season a station may still hold the stock of the season before; a person must decide"
    ),
    "depends-on-grade": N_("{value} meets the limit of one grade but not of another ({limit}); the grade is not known"),
    "edition-open": N_("{value} is not judged, because a question about the standard is open: {question}"),
    "cetane-improver": N_(
        "the cetane index {value} is less than the limit {limit} demands, but the cetane number is not: the index says "
        "nothing where a cetane improver was added, so a person must decide"
    ),
    "several-results": N_("the report gives several results that do not lead to the same verdict; ask the laboratory"),
    "group-line": N_("{value} stands for {count} items, each of which has a limit of its own: ask for their results"),
    "group-by-members": N_("judged by the results of its items"),
    "not-tested": N_("not tested"),
    "no-limit": N_("{value}; the standard sets no limit"),
    "item-unknown": N_("this item is not known here, so its result {value} is not judged; a person must look"),
    "item-ambiguous": N_("this may be one of several items, so its result {value} is not judged; a person must look"),
    "not-judged": N_("{value} is not judged, for the reason given with the batch"),
    "near-limit": N_(
        "the result lies within what two laboratories may differ by ({reproducibility}) of the limit: it is likely to "
        "be contested, keep the retained sample safe"
    ),
    # what became of a batch
    "batch-passes": N_("Everything that had to be tested was tested and meets {standard} ({met} items)"),
    "batch-passes-in-part": N_(
        "What was tested meets {standard} ({met} items); {missing} of its items were not tested"
    ),
    "batch-fails": N_("It does not meet {standard}: {failed}"),
    "batch-undecided": N_("No item fails, but a person must decide ({open} open points)"),
    "no-product": N_("{value} is no product that can be judged; allowed: {allowed}"),
    "no-standard": N_("no standard for {product} that was in force on {day} is held here"),
    "no-sampling-day": N_("the day of sampling is not known, and it decides which standard was in force"),
    "grade-unknown": N_("the grade {value} is none of {product}; allowed: {allowed}"),
    "grade-not-stated": N_("the grade is not stated; allowed: {allowed}"),
    "nothing-tested": N_("nothing was tested that has a limit"),
    "incomplete": N_("the programme {programme} asks for {count} more items: {items}"),
    "programme-without-product": N_("the programme {programme} names no items for {product}"),
    "question-beside": N_("open about the standard, without bearing on the verdict: {question}"),
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
