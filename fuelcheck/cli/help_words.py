"""Words of typer's own that it looks up in our catalogue: headings of help pages and the like.

Nothing reads this list at run time: it brings the words into the catalogues. A test holds
that typer still asks for each of them.
"""

from fuelcheck.language import N_

WORDS = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("default: {default}"),
    N_("Missing command."),
    N_("No such command {name!r}."),
)
