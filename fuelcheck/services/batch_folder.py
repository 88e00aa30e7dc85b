"""Everything held of one batch while an act is at it: its row, its reports in order, their results.

What cannot be entered is refused here, for whoever enters it.
"""

from collections.abc import Iterable
from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.ledgers.cells import BadCell, text
from fuelcheck.ledgers.of_batches import spelling
from fuelcheck.rules.item_meanings import Meanings
from fuelcheck.rules.reported import Result
from fuelcheck.rules.reports import counting_day
from fuelcheck.rules.units import unit_kept
from fuelcheck.services.filing import day_text, is_bare, new_report
from fuelcheck.services.known import report_fact, standing
from fuelcheck.store.acts import Act
from fuelcheck.store.law import registered_standards
from fuelcheck.store.rows import content, contents
from fuelcheck.store.types import Content
from fuelcheck.words import BatchStatus, Conclusion


class NoSuchBatch(FuelcheckError):
    """There is no batch of that form number."""

    code = "no-such-batch"
    sentence = N_("There is no batch {form_no}")


class VoidBatch(FuelcheckError):
    """A batch that was declared void takes no reports."""

    code = "void-batch"
    sentence = N_("The batch {form_no} is void ({reason}): nothing is entered for it")


class NoSuchReport(FuelcheckError):
    """The batch has no report of that number."""

    code = "no-such-report"
    sentence = N_("The batch {form_no} has no report {n}; it has: {known}")


class NothingToWithdraw(FuelcheckError):
    """No report of the batch stands."""

    code = "nothing-to-withdraw"
    sentence = N_("No report of the batch {form_no} stands: there is nothing to withdraw")


class ReportWithdrawn(FuelcheckError):
    """The report was withdrawn before."""

    code = "report-withdrawn"
    sentence = N_("Report {n} of the batch {form_no} was withdrawn already: {why}")


class ReportStands(FuelcheckError):
    """A further report must say what it is to the ones that stand."""

    code = "report-stands"
    sentence = N_("The batch {form_no} has a report already ({known}): say which one the new one corrects or replaces")


class AlreadyRecorded(FuelcheckError):
    """The same report is entered a second time."""

    code = "report-already-recorded"
    sentence = N_("The report {known} of {day} with that conclusion is already recorded for the batch {form_no}")


class WhichReport(FuelcheckError):
    """Several reports stand and none was named."""

    code = "which-report"
    sentence = N_("Several reports of the batch {form_no} stand ({known}): name one of them")


class ReportBeforeSampling(FuelcheckError):
    """A report is dated before the sampling."""

    code = "report-before-its-sampling"
    sentence = N_("The report is dated {day}, before the batch {form_no} was sampled on {sampled_on}")


class BadResult(FuelcheckError):
    """An item without name or result, or one that cannot be printed."""

    code = "bad-result"
    sentence = N_(
        "{item}: {value} is no result: item and result must be filled in, with characters that can be printed"
    )


class ResultDiffers(FuelcheckError):
    """Another result of the item is recorded, and nobody says why it is changed."""

    code = "result-differs"
    sentence = N_("{item}: {old} → {new}; to correct what is recorded, give a reason")


class ResultTwice(FuelcheckError):
    """Two results of one item in the same command, whatever names they go by."""

    code = "result-twice"
    sentence = N_("{item} has two results here, {old} and {new}: enter the one that the report states")


class BatchFolder:
    """All that is held of one batch, while an act is at it."""

    def __init__(self, act: Act, form_no: str) -> None:
        batch = content(act.connection, "batch", act.division, form_no=form_no)
        if batch is None:
            raise NoSuchBatch(form_no=form_no)
        if batch["status"] == BatchStatus.VOID:
            raise VoidBatch(form_no=form_no, reason=batch["void_reason"] or "—")
        self._act = act
        self._batch = batch
        self._reports = {row["n"]: row for row in contents(act.connection, "report", act.division, form_no=form_no)}

    def check_day(self, day: date) -> None:
        """A report is not dated before the sampling."""
        if day.isoformat() < self._batch["sampled_on"]:
            raise ReportBeforeSampling(day=day, form_no=self._form_no, sampled_on=self._batch["sampled_on"])

    def check_new(self, report_no: str | None, day: date, conclusion: Conclusion) -> None:
        """The same report as the one that stands last is no further one."""
        last = self.last_report()
        said = report_no, day_text(day), conclusion.value
        if last is not None and (last["report_no"], last["reported_on"], last["conclusion"]) == said:
            raise AlreadyRecorded(form_no=self._form_no, known=_numbers([last]), day=day)

    def corrections_of(self, old: Content) -> list[Content]:
        """The reports that correct that one and stand."""
        return [row for row in self._reports.values() if row["corrects"] == old["n"] and row["withdrawn"] is None]

    def last_report(self) -> Content | None:
        """The report whose conclusion and results hold."""
        return standing(self._reports.values())

    def only_report(self) -> Content:
        """The one report that stands."""
        valid = [row for row in self._reports.values() if row["withdrawn"] is None]
        if len(valid) > 1:
            raise WhichReport(form_no=self._form_no, known=_numbers(valid))
        if not valid:
            raise NothingToWithdraw(form_no=self._form_no)
        return valid[0]

    def valid_report(self, n: int) -> Content:
        """The report of that number, which stands."""
        report = self._reports.get(n)
        if report is None:
            raise NoSuchReport(form_no=self._form_no, n=n, known=_numbers(self._reports.values()))
        if report["withdrawn"] is not None:
            raise ReportWithdrawn(form_no=self._form_no, n=n, why=report["withdrawn"] or "—")
        return report

    def next_report(self, old: Content | None) -> Content:
        """The row that a new report fills: the bare one that waits for it, or a further one."""
        last = self.last_report()
        if old is None and last is not None:
            if not is_bare(last):
                raise ReportStands(form_no=self._form_no, known=_numbers([last]))
            return last
        return new_report(self._form_no, self._reports.values(), {"corrects": old["n"] if old else None})

    def put(self, report: Content, kind: str) -> None:
        """Record a report as it is now."""
        before = self._reports.get(report["n"])
        if before is None:
            self._act.create("report", report, kind)
        elif before != report:
            self._act.amend("report", before, report, kind)
        self._reports[report["n"]] = report

    def items(self, report: Content) -> list[Content]:
        """The results of a report."""
        key = {"form_no": self._form_no, "n": report["n"]}
        return list(contents(self._act.connection, "result", self._act.division, **key))

    def enter(self, n: int, results: Iterable[Result]) -> int:
        """Record results of a report; returns how many it has now."""
        held = {row["item"]: row for row in self.items(self._reports[n])}
        meanings = Meanings(registered_standards(self._act.connection, self._act.division))
        entered: set[str] = set()
        for result in results:
            written, value, unit = _cells(result)
            item = spelling(written, held, meanings, self._batch["product"])
            if unit is None and item != written:
                unit = meanings.unit(written, self._batch["product"]) or None
            row = {"form_no": self._form_no, "n": n, "item": item, "value": value, "unit": unit, "note": None}
            if item in entered:
                _check_twice(held[item], row)
            held[item] = self._enter(held.get(item), row)
            entered.add(item)
        return len(held)

    def _enter(self, before: Content | None, row: Content) -> Content:
        if before is None:
            self._act.create("result", row, "recorded")
            return row
        after = before | {"value": row["value"], "unit": unit_kept(row["value"], row["unit"], before["unit"])}
        fills = before["value"] == after["value"] and before["unit"] is None
        if after != before:
            if not fills and not self._act.reason:
                raise ResultDiffers(item=before["item"], old=_shown(before), new=_shown(after))
            self._act.amend("result", before, after, "filled" if fills else "amended")
        return after

    def keep_counting_day(self, kind: str) -> None:
        """The batch counts by the day of its first valid report that has one."""
        day = day_text(counting_day(map(report_fact, self._reports.values())))
        if day != self._batch["reported_on"]:
            self._act.amend("batch", self._batch, self._batch | {"reported_on": day}, kind)

    @property
    def _form_no(self) -> str:
        return str(self._batch["form_no"])


def _cells(result: Result) -> tuple[str, str, str | None]:
    try:
        item, value, unit = map(text, result)
    except BadCell:
        item = value = unit = ""
    if not item or not value:
        raise BadResult(item=result.item.strip() or "—", value=result.value.strip() or "—")
    return item, value, unit or None


def _check_twice(first: Content, row: Content) -> None:
    """One command may name an item twice, but not with two results."""
    again = first | {"value": row["value"], "unit": unit_kept(row["value"], row["unit"], first["unit"])}
    if again != first:
        raise ResultTwice(item=first["item"], old=_shown(first), new=_shown(again))


def _shown(result: Content) -> str:
    return f"{result['value']} {result['unit'] or ''}".strip()


def _numbers(reports: Iterable[Content]) -> str:
    return ", ".join(f"{row['n']} ({row['report_no'] or '—'})" for row in reports) or "—"
