"""Answers to notices, and the registers that notices are checked against."""

from collections.abc import Sequence
from datetime import date

from fuelcheck.library.reasons import need_reason
from fuelcheck.services import notices, registers
from fuelcheck.standing.registered import RegisteredLaboratory, laboratories
from fuelcheck.store.session import Store


def answer_notice(store: Store, notice: str, text: str, *, by: str, division: str | None = None) -> None:
    """Record what a person answers to a notice; it leaves the report's annex. UnknownNotice, ReasonNeeded."""
    need_reason(True, text)
    with store.act("answer", by, reason=text, division=division) as act:
        notices.answer(act, notice, text)


def enter_laboratory(
    store: Store, name: str, *, by: str, cma_no: str | None = None, valid_until: date | None = None,
    products: Sequence[str] = (), items: Sequence[str] = (), division: str | None = None,
) -> None:  # fmt: skip
    """Enter a laboratory in the register, or its new particulars; NoSuchProduct, NoSuchItem."""
    with store.act("register", by, division=division) as act:
        registers.enter_laboratory(
            act, name, cma_no=cma_no, valid_until=valid_until, products=tuple(products), items=tuple(items)
        )


def registered_laboratories(store: Store, *, division: str | None = None) -> tuple[RegisteredLaboratory, ...]:
    """The laboratories of the register, by name."""
    with store.reading(division) as view:
        return laboratories(view)


def enter_inspector(
    store: Store, name: str, *, by: str, certificate_no: str | None = None, valid_until: date | None = None,
    division: str | None = None,
) -> None:  # fmt: skip
    """Enter an inspector in the register, or new particulars."""
    with store.act("register", by, division=division) as act:
        registers.enter_inspector(act, name, certificate_no=certificate_no, valid_until=valid_until)
