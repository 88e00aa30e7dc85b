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
    "read-elsewhere": N_("The sheet is a table of the kind {kind}, which this command does not read"),
    "hidden-sheet": N_("The sheet is hidden; it was read like the others"),
    "sheet-without-table": N_("The sheet holds no table of a known kind and was not read"),
    "skipped-end": N_("here the table ends"),
    "skipped-after-end": N_("stands below the end of the table"),
    "skipped-subtotal": N_("a subtotal"),
    "skipped-bare": N_("nothing is filled in by which a row of this sheet is known"),
    "skipped-header": N_("the header once more"),
    "skipped-limits": N_("says what is demanded or how it is tested, not what was found"),
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
    "unknown-check-kind": N_("{value} is no kind of check; allowed: {allowed}"),
    "unknown-check-method": N_("{value} is no method of measuring exhaust; allowed: {allowed}"),
    "unknown-pass-state": N_("{value} does not say whether the pass counts; allowed: {allowed}"),
    "unknown-obd": N_("{value} is no state of the on-board diagnosis; allowed: {allowed}"),
    "unknown-aftertreatment": N_("{value} is no state of the devices behind the engine; allowed: {allowed}"),
    "unknown-urea": N_("{value} is no state of the urea; allowed: {allowed}"),
    "unknown-energy": N_("{value} is nothing that a vehicle drives on; allowed: {allowed}"),
    "unknown-plate-colour": N_("{value} is no colour of a plate; allowed: {allowed}"),
    "unknown-stage": N_("{value} is no emission stage; allowed: {allowed}"),
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
    "unknown-form-no": N_("{value} is no batch of the store or of these files: bring its row of {sheet} first"),
    "void-batch": N_("The batch {form_no} is void ({reason}): nothing is entered for it"),
    "unknown-programme": N_("{value} is no registered programme; allowed: {allowed}"),
    "label-differs": N_("{column} is {value}, but the batch {form_no} has {other}"),
    "label-unrecorded": N_(
        "{column}: the batches of {count} rows have none recorded, and results do not record it; bring it in {sheet}"
    ),
    "closed-before-opened": N_("The site closed on {value}, not later than it opened ({opened_on})"),
    "duplicate-form-no": N_("The form number {value} already stands in row {row} of {sheet}, with other content"),
    "duplicate-site-code": N_("The site code {value} already stands in row {row} of {sheet}, with other content"),
    "duplicate-row": N_("The same thing already stands in row {row} of {sheet}, with other content"),
    "lists-differ": N_(
        "{column} is {value}, but {other} in row {row} of {sheet}, which is the same vehicle; bring the lists one "
        "after the other: then --update and a reason settle what differs"
    ),
    "batch-differs": N_(
        "{column} is {value}, but {other} in row {row} of {sheet}, which has the same form number {form_no}"
    ),
    # results and their samples
    "nothing-to-judge": N_("The file holds no table of results; one needs these columns: {needs}"),
    "no-label-columns": N_(
        "These columns are missing: {missing}; they may stand here, or in a sheet {kind} with the same form numbers"
    ),
    "result-without-sample": N_(
        "{value} stands in no row of the samples, and beside its results these are missing as well: {missing}"
    ),
    "no-results": N_("{value}: no results, so it was not judged"),
    "judged-though-void": N_("{value} is void; its results were judged all the same"),
    "conclusion-unread": N_("{value} was not understood as a conclusion ({allowed}), so nothing was compared with it"),
    "conclusions-by-item": N_(
        "The conclusions of this batch differ from row to row, so they are about its items: none was taken for that "
        "on the batch"
    ),
    # a programme that is named for a judgement
    "programme-example": N_(
        "The programme {programme} is an example that no office uses: whether {count} batches are complete was judged "
        "by it"
    ),
    "programme-elsewhere": N_("The programme {programme} is of {theirs}, not of {ours}: {count} batches"),
    "programme-other-year": N_(
        "The programme {programme} is of {year}; {count} of {all} batches were sampled in another year ({years})"
    ),
    "police-unit-missing": N_(
        "{column} must be filled in: on the road only the police stop a vehicle; a check where it is kept is written "
        "{visit} in the column {kind}"
    ),
    "retest-before-check": N_("The re-test is due on {value}, before the check on {checked_on}"),
    "duplicate-record-no": N_("The record number {value} already stands in row {row} of {sheet}, with other content"),
    # vehicles
    "unknown-category": N_("{value} is nothing that a vehicle serves; allowed: {allowed}"),
    "category-by-use": N_(
        "{value} is a use of the registration and leaves open what the vehicle serves; the office names it: {allowed}"
    ),
    "energy-hybrid-or-plug-in": N_(
        "{value} covers all hybrids: can it be plugged in ({plug_in}, new energy) or not ({hybrid})?"
    ),
    "unknown-combustion": N_("{value} is no way in which a gas engine burns; allowed: {allowed}"),
    "unknown-source": N_("{value} does not say how it is known; allowed: {allowed}"),
    "unknown-area": N_("{value} is no area; allowed: {allowed}"),
    "bad-month": N_("{value} is no month; write 2026-05"),
    "month-without-year": N_("{value} lacks the year; write 2026-05"),
    "bad-count": N_("{value} is no number of vehicles; allowed: whole numbers from 0 to {most}"),
    "unknown-decision": N_("{value} is no decision about a vehicle; allowed: {allowed}"),
    "unknown-plate-kind": N_("{value} is no kind of plate; allowed: {allowed}"),
    "unknown-exemption": N_("{value} is no reason that the policy exempts; allowed: {allowed}"),
    "plate-kind-differs": N_("{plate} is no plate of the kind {kind}; it can be: {allowed}"),
    "plate-colour-differs": N_("{plate} is on no plate of the colour {colour}; it can be: {allowed}"),
    "energy-contradicts-plate": N_(
        "{plate} is a plate of a new energy vehicle, but the vehicle is said to drive on {energy}; allowed: {allowed}"
    ),
    "combustion-without-gas": N_("{value} is told of gas engines only; this vehicle drives on {energy}"),
    "moved-in-before-registered": N_("The vehicle moved in on {value}, before it was first registered ({day})"),
    "moved-out-before-registered": N_("The vehicle moved out on {value}, before it was registered ({day})"),
    "moved-out-before-moved-in": N_(
        "The vehicle moved out on {value}, before it moved in ({day}); if it came back, state when it was registered"
    ),
    "moved-out-after-scrapped": N_("The vehicle moved out on {value}, after it was scrapped ({day})"),
    "scrapped-before-registered": N_("The vehicle was scrapped on {value}, before it was registered ({day})"),
    "scrapped-before-moved-in": N_("The vehicle was scrapped on {value}, before it moved in ({day})"),
    "replaces-itself": N_("{value} is the row's own vehicle"),
    "vehicle-other-vin": N_(
        "{plate} is borne by another vehicle that has not left: {other}. Is this the same vehicle? Write {same} or "
        "{other_word} in the column {decision}; or bring first the day on which that one left"
    ),
    "vehicle-other-day": N_(
        "The vehicle of this plate, {other}, was registered on {its_day}, this one on {day}. Is it the same vehicle? "
        "Write {same} or {other_word} in the column {decision}; or bring first the day on which that one left"
    ),
    "vehicle-gone": N_(
        "The vehicle of this plate, {other}, left on {gone}. Is this the same vehicle, or the next one with this "
        "plate? Write {same} or {other_word} in the column {decision}, or state when this one came"
    ),
    "vehicle-left-before": N_(
        "This vehicle is said to have left on {day}, before {other} came with the same plate. Is it the same vehicle "
        "and the day wrong, or an earlier one? Write {same} or {other_word} in the column {decision}"
    ),
    "vehicle-ambiguous": N_(
        "Several vehicles can be meant: {candidates}. State the VIN, or the kind of plate and the days on which the "
        "vehicle came and left"
    ),
    "vehicle-unknown": N_("No vehicle with the plate {plate} is known: there is none that this one could be"),
    "vehicle-of-that-vin": N_("The VIN {vin} is that of the vehicle {plate}, so this is no other one"),
    # conflicts
    "plate-changed": N_(
        "{column}: {old} → {new}, the VIN is the same. If the vehicle got another plate, or the first was misread, "
        "bring it with --update and a reason"
    ),
    "differs": N_("{column}: {old} → {new}; to correct it, bring it with --update and a reason"),
    "default-differs": N_(
        "{column}: empty, which counts as {old} → {new}; to correct it, bring it with --update and a reason"
    ),
    "correction-or-change": N_(
        "{column}: {old} → {new}. Is it a correction (bring it with --update and a reason) or a change on a day "
        "(write a row in {sheet})?"
    ),
    # told when a report is entered
    "failed-items-missing": N_("{value}: the report fails the batch and does not say on which items"),
    "corrected-already": N_(
        "{value}: report {n} has a correction already, report {other}, and all of them stand: withdraw what must not"
    ),
    "report-without-results": N_(
        "{value}: report {n} has no results, those of report {other} do not hold for it: enter its own"
    ),
    # a visit as it is recorded on the spot
    "wrong-type": N_("{column} takes text or a number"),
    "unknown-field": N_("There is no field {value} here; allowed: {allowed}"),
    "not-positive": N_("{value}: {column} must be more than 0"),
    "no-batches": N_("A visit on which samples were drawn has at least one batch"),
    "batches-unexpected": N_("A visit without a sample ({outcome}) has no batches"),
    "visit-recorded": N_("This visit without a sample is recorded already"),
    "form-no-taken": N_("The form number {value} is taken; a batch keeps its number, void or not"),
    "other-seal-missing": N_("Both portions are sealed, each by itself: fill in both seals or none"),
    "same-seal": N_("{value} cannot seal both portions: each has a seal of its own"),
    "seal-taken": N_("The seal {value} is on the batch {form_no} already"),
    "half-position": N_("A position needs both longitude and latitude"),
    "ended-before-started": N_("The visit ended before it began ({started_at})"),
    "not-on-that-day": N_("{value} is not of the day of the visit, {visited_on}"),
    "unknown-claim-item": N_("{value} is no one item of the registered standards"),
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
    "laboratory-unknown": N_("{form_no}: {laboratory} is not in the register of laboratories"),
    "item-out-of-scope": N_("{form_no}: the register does not list {items} among what {laboratory} may test"),
    "late-for-contract": N_(
        "{form_no}: {laboratory} reported on {day}, {days} days after {due}, the last day by the programme's contract"
    ),
    "verdict-differs": N_(
        "{form_no}: the laboratory concluded {conclusion}, our judging {verdict}: {found}; compare the entry with the "
        "signed report before anything is sent out"
    ),
    # notices about the register of vehicles
    "truck-stage-unknown": N_("{plate}: the emission stage of this truck is not known: look it up by its VIN"),
    "truck-stage-hint": N_(
        "{plate}: the emission stage of this truck is not known; registered on {day}: {hint}. Look it up by its VIN"
    ),
    "plate-letter-energy": N_(
        "{plate}: the letter of the plate says {letter}, but the vehicle is said to be {energy}: see the certificate"
    ),
    "plate-unusual": N_("{plate} is a rare plate ({kind}) whose form is not certain here: look at the plate"),
    "replaces-unknown": N_("{plate} is said to replace {other}, and no such vehicle is known"),
    "registered-ahead": N_("{plate} is said to have been registered on {day}, which is still to come"),
    "plate-twice": N_("{plate} is borne by two vehicles on the same day: {one} and {other}"),
    "no-sensing-rule": N_("No rule of remote sensing that was in force on {day} is held here"),
    # notices about checks on vehicles
    "plate-other-colour": N_("{plate} is no plate on a {colour} ground; possible: {allowed}. Look at the photograph"),
    "check-twice": N_(
        "{plate} was already checked at this moment under the number {other}: is it the same check? Declare one void"
    ),
    "driver-erased": N_(
        "The driver's name was erased from the record and was not taken again (rows: {count}): leave the cell empty"
    ),
    "checked-ahead": N_("{record_no} is dated {day}, which is still to come (today is {today}): see the date"),
    "energy-differs": N_(
        "{record_no}: the check calls {plate} {energy}; by the register or its plate it is {other}: see the certificate"
    ),
    "stage-differs": N_(
        "{record_no}: the check gives {plate} the emission stage {stage}, the register {other}: look it up by its VIN"
    ),
    "driver-masked": N_("A masked name says nothing and was not read (rows: {count})"),
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
    "claim-of-unknown-item": N_("The label promises {claim} of {value}, which is no one item of the standards"),
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
    "batch-unjudged": N_("Nothing could be judged, so a person must decide ({open} open points)"),
    "no-product": N_("{value} is no product that can be judged; allowed: {allowed}"),
    "no-standard": N_("no standard for {product} that was in force on {day} is held here"),
    "no-sampling-day": N_("the day of sampling is not known, and it decides which standard was in force"),
    "grade-unknown": N_("the grade {value} is none of {product}; allowed: {allowed}"),
    "grade-not-stated": N_("the grade is not stated; allowed: {allowed}"),
    "nothing-tested": N_("nothing was tested that has a limit"),
    "incomplete": N_("the programme {programme} asks for {count} more items: {items}"),
    "programme-without-product": N_("the programme {programme} names no items for {product}"),
    "question-beside": N_("open about the standard, without bearing on the verdict: {question}"),
    # about the vehicles behind a target
    "target-area-unknown": N_(
        "{target}: of {count} vehicles nobody knows whether they are used in the town; they are not counted"
    ),
    "target-stage-estimated": N_("{target}: the stage of {count} vehicles in the register is only an estimate"),
    "target-suspected": N_("{target}: of the unknown vehicles {count} probably have to go; look them up first"),
    "target-not-exempt": N_(
        "{target}: {count} vehicles name a reason for exemption that this target does not grant; they are counted"
    ),
    # what became of an item of a check on a vehicle; the item's name stands before it
    "mean-meets-limit": N_("the mean of {count} readings is {value} and meets the limit {limit}"),
    "mean-above-limit": N_("the mean of {count} readings is {value}, more than the limit {limit} allows"),
    "too-few-readings": N_("only {count} readings were written down, at least {needed} are needed: measure again"),
    "reading-unreadable": N_("{value} cannot be read as a number: look at the printout of the instrument"),
    "reading-impossible": N_("{value} lies outside what an instrument can show ({allowed}): look at its printout"),
    "instrument-expired": N_(
        "the calibration of the instrument {instrument} ended on {until}, before the check on {day}, so what it "
        "showed decides nothing: measure again with a calibrated one"
    ),
    "not-of-this-method": N_("{value} was not measured by the method of this check ({method}); a person must look"),
    "check-not-judged": N_("{value} is not judged, for the reason given with the check"),
    "obd-ok": N_("the on-board diagnosis reports no fault"),
    "obd-fault": N_("the on-board diagnosis reports a fault or does not answer: have the vehicle repaired"),
    "obd-not-checked": N_("the on-board diagnosis was not read"),
    "aftertreatment-intact": N_("the devices that clean the exhaust are there and whole"),
    "aftertreatment-missing": N_("a device that cleans the exhaust is missing: it must be fitted again"),
    "aftertreatment-tampered": N_("a device that cleans the exhaust was changed or bypassed: it must be set right"),
    "urea-ok": N_("there is urea in the tank, and nothing speaks against it"),
    "urea-none": N_("there is no urea in the tank: the vehicle must not be driven without it"),
    "urea-poor": N_("the urea looks wrong by a quick test, which decides nothing: a sample goes to the laboratory"),
    "urea-screened": N_("a quick test of the urea shows {value}, as good urea does"),
    # what became of a check on a vehicle
    "check-passes": N_("The vehicle passes: what had to be checked meets {standard} ({met} items)"),
    "check-fails": N_("The vehicle does not pass: {failed}"),
    "check-undecided": N_("Nothing fails, but a person must decide ({open} open points)"),
    "measurement-missing": N_("the method ({method}) asks for {item}, and nothing was written down"),
    "method-missing": N_("how the exhaust was measured is not known; allowed: {allowed}"),
    "vehicle-not-covered": N_("{standard} is about diesel vehicles and says nothing of this one ({vehicle})"),
    "check-day-missing": N_("the day of the check is not known, and it decides which limits were in force"),
    "no-check-standard": N_("no limits for vehicles in use that were in force on {day} are held here"),
    "calibration-unstated": N_(
        "the record does not say until when the instrument {instrument} is calibrated: enter it before the case goes on"
    ),
    "readings-spread": N_(
        "the readings lie {spread} apart, more than {allowed}: see whether the engine was warm and the probe sat well"
    ),
    # identifiers of vehicles and firms
    "identifier-empty": N_("there is nothing to identify"),
    "identifier-not-text": N_(
        "a value of the type {value} is no text: a number may have lost its end, write it as text"
    ),
    "identifier-unknown": N_(
        "{value} resembles neither a number plate, nor a vehicle identification number (17 characters), nor a unified "
        "social credit code (18 characters)"
    ),
    "plate-province": N_("{value}: a plate begins with the character of a province; {character} is none"),
    "plate-authority": N_("{value}: behind the province stands a letter other than I; {character} is none"),
    "plate-character": N_("{value}: the character {character} (place {place}) occurs on no such plate"),
    "plate-letter": N_(
        "{value}: the letter {character} (place {places}) occurs in the serial of no plate, probably the digit "
        "{meant} is meant: look at the plate"
    ),
    "plate-length": N_("{value} has {count} characters; a plate has 7, one of a new energy vehicle 8"),
    "plate-new-energy-form": N_(
        "{value}: a plate of 8 characters is one of a new energy vehicle, such as {small} or {large}, with one of the "
        "letters {letters} in that place"
    ),
    "plate-kind-form": N_("{value} is not written as a plate of the kind {kind}; an example: {example}"),
    "vin-length": N_("{value} has {count} characters; a vehicle identification number has 17"),
    "vin-character": N_(
        "{value}: the character {character} (place {place}) occurs in no vehicle identification number"
    ),
    "vin-letter": N_(
        "{value}: the letter {character} (place {places}) occurs in no vehicle identification number, probably the "
        "digit {meant} is meant: look at the vehicle"
    ),
    "vin-check-digit": N_(
        "{value}: the check digit (place 9) is {found}, but the other characters demand {expected}: one of them was "
        "probably misread; imported and old vehicles may have none"
    ),
    "uscc-length": N_("{value} has {count} characters; a unified social credit code has 18"),
    "uscc-character": N_("{value}: the character {character} (place {place}) occurs in no unified social credit code"),
    "uscc-letter": N_(
        "{value}: the letter {character} (place {places}) occurs in no unified social credit code, probably {meant} is "
        "meant: look at the licence"
    ),
    "uscc-region": N_("{value}: places 3 to 8 of a unified social credit code are digits, not {region}"),
    "uscc-check-digit": N_(
        "{value}: the check digit (the last) is {found}, but the other characters demand {expected}: one of them was "
        "probably misread"
    ),
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
