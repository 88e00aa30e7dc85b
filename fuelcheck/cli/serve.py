"""``fuelcheck serve``: the API over HTTP, in this process."""

from typing import Annotated

import typer

from fuelcheck.cli.desk import desk, tell
from fuelcheck.language import _, say


def add_to(app: typer.Typer) -> None:
    """Add this module's verb."""
    app.command(help=_("Serve the API over HTTP, behind a proxy that speaks TLS"))(serve)


def serve(
    host: Annotated[str, typer.Option("--host", metavar="H", help=_("The address to listen at"))] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="P", min=1, max=65_535, help=_("The port"))] = 8_080,
    trusted_proxy: Annotated[
        str | None,
        typer.Option("--trusted-proxy", metavar="ADDRESS", help=_("The proxy whose word about who asks is taken")),
    ] = None,
) -> None:
    """Serve until told to stop."""
    from api.serving import serve as run  # the only module here that knows the API

    tell(say(_("Serving http://{host}:{port}/api/v1/docs; Ctrl+C ends it"), host=host, port=port))
    run(desk().settings, host, port, trusted_proxy)
