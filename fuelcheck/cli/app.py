"""The verbs, put together. Importing this module loads none of the heavy libraries."""

from typing import Annotated

import typer

from fuelcheck.cli import (
    attachment,
    audit,
    batch,
    check,
    clerk,
    config,
    county,
    document,
    judge,
    ledgers,
    measure,
    policy,
    programme,
    quota,
    register,
    report,
    serve,
    standard,
    targets,
    token,
    user,
    vehicle,
)
from fuelcheck.cli.desk import set_desk
from fuelcheck.language import _

app = typer.Typer(
    help=_("Proves that the fuel sold in a county is clean: quotas, ledgers, documents, evidence."),
    no_args_is_help=True, add_completion=False, rich_markup_mode=None,
)  # fmt: skip


@app.callback()
def options(
    database: Annotated[
        str | None, typer.Option(metavar="URL", help=_("The database; else FUELCHECK_DATABASE_URL"))
    ] = None,
    data: Annotated[
        str | None, typer.Option(metavar="FOLDER", help=_("The office's own folder; else FUELCHECK_DATA"))
    ] = None,
    division: Annotated[str | None, typer.Option(metavar="CODE", help=_("The division; else the only one"))] = None,
) -> None:
    """Options that may stand before or after any verb."""
    set_desk(database, data, division)


for module in (county, ledgers, quota, targets, judge, serve):
    module.add_to(app)
for name, group in (
    ("visit", clerk.visits), ("batch", batch.app), ("attachment", attachment.app),
    ("report", report.app), ("check", check.app), ("document", document.app),
    ("policy", policy.app), ("standard", standard.app), ("programme", programme.app), ("audit", audit.app),
    ("config", config.app), ("measure", measure.app), ("register", register.app), ("vehicle", vehicle.app),
    ("notice", register.notices),
    ("user", user.app), ("token", token.app),
):  # fmt: skip
    app.add_typer(group, name=name)
