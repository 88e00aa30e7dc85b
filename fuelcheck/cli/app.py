"""The verbs, put together. Importing this module loads none of the heavy libraries."""

from typing import Annotated

import typer

from fuelcheck.cli import audit, config, county, document, judge, ledgers, policy, quota, register, report, standard
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


for module in (county, ledgers, quota, judge):
    module.add_to(app)
for name, group in (
    ("report", report.app), ("document", document.app), ("policy", policy.app), ("standard", standard.app),
    ("audit", audit.app), ("config", config.app), ("register", register.app), ("notice", register.notices),
):  # fmt: skip
    app.add_typer(group, name=name)
