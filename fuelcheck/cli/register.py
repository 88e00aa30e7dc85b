"""``fuelcheck register`` (laboratories, inspectors) and ``fuelcheck notice`` (list, answer)."""

from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import By, Json, Year, actor, answer_json, day, desk, tell, year
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.rules.noticed import Notice
    from fuelcheck.standing.evaluation import NoticeRow

app = typer.Typer(help=_("Registers that notices are checked against"), no_args_is_help=True, rich_markup_mode=None)
notices = typer.Typer(help=_("Notices that wait for an answer"), no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
Until = Annotated[str | None, typer.Option("--valid-until", metavar="DAY", help=_("The last day of validity"))]


@app.command(help=_("Enter a laboratory, or its new particulars"))
def laboratory(
    name: Name,
    cma: Annotated[str | None, typer.Option("--cma", metavar="NUMBER", help=_("Its CMA number"))] = None,
    valid_until: Until = None,
    product: Annotated[
        list[str] | None, typer.Option("--product", help=_("What it may test; repeat for several"))
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option("--item", help=_("An item that it is approved for, as reports name it; repeat for several")),
    ] = None,
    by: By = None,
) -> None:
    """Enter a laboratory."""
    from fuelcheck.library import enter_laboratory

    with desk().store() as store:
        enter_laboratory(
            store, name, by=actor(by), cma_no=cma, valid_until=day("--valid-until", valid_until),
            products=product or (), items=item or (), division=desk().division,
        )  # fmt: skip
    tell(say(_("Entered: {name}"), name=name))


@app.command(help=_("Enter an inspector, or new particulars"))
def inspector(
    name: Name,
    certificate: Annotated[
        str | None, typer.Option("--certificate", metavar="NUMBER", help=_("The certificate's number"))
    ] = None,
    valid_until: Until = None,
    by: By = None,
) -> None:
    """Enter an inspector."""
    from fuelcheck.library import enter_inspector

    with desk().store() as store:
        enter_inspector(
            store, name, by=actor(by), certificate_no=certificate, valid_until=day("--valid-until", valid_until),
            division=desk().division,
        )  # fmt: skip
    tell(say(_("Entered: {name}"), name=name))


@app.command(help=_("The laboratories of the register"))
def laboratories(as_json: Json = False) -> None:
    """List laboratories with what each may test."""
    from fuelcheck.library import registered_laboratories

    with desk().store() as store:
        entered = registered_laboratories(store, division=desk().division)
    if as_json:
        answer_json([laboratory.as_json() for laboratory in entered])
        return
    for one in entered:
        typer.echo(
            say(_("{name}  CMA {cma}  valid until {until}  products: {products}  items: {items}"),
                name=one.name, cma=one.cma_no or "—", until=one.valid_until or "—",
                products="、".join(p.zh for p in one.products) or _("not stated"),
                items="、".join(one.item_names) or _("not stated"))
        )  # fmt: skip
    if not entered:
        tell(_("No laboratory is in the register"))


@notices.command("list", help=_("The notices of a year and of the vehicles that nobody has answered"))
def list_(year_: Year, as_json: Json = False) -> None:
    """List open notices."""
    from fuelcheck.library import open_vehicle_notices, quota_report

    with desk().store() as store:
        report = quota_report(store, year=year(year_), division=desk().division)
        found: list[NoticeRow | Notice] = [*report.notices]
        found += open_vehicle_notices(store, division=desk().division)
    if as_json:
        answer_json([{"id": n.id, "code": n.code, "noun": n.noun, "row": n.row, "message": _message(n)} for n in found])
        return
    for notice in found:
        typer.echo(f"{notice.id}  {_message(notice)}")
    if not found:
        tell(_("No notice waits for an answer"))


def _message(notice: "NoticeRow | Notice") -> str:
    """In the tongue of the screen; the evaluation's own is Chinese, for paper."""
    from fuelcheck.faults import SENTENCES

    return say(SENTENCES[notice.code], **dict(notice.values))


@notices.command(help=_("Answer a notice; it leaves the report's annex"))
def answer(
    notice: Annotated[str, typer.Argument(metavar="ID", show_default=False)],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("The answer"))],
    by: By = None,
) -> None:
    """Answer a notice."""
    from fuelcheck.library import answer_notice

    with desk().store() as store:
        answer_notice(store, notice, reason, by=actor(by), division=desk().division)
    tell(say(_("Answered: {id}"), id=notice))
