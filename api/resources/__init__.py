"""One file per noun: a request in, a service or a question, an answer out. No rule lives here.

Reading is here, and judging and bringing. What records a visit, a batch, a report, a roadside
check or an attachment hangs beside its noun's reading address, in the same file.
"""

from api.blueprint import Blueprint
from api.resources import (
    acts,
    batches,
    documents,
    exports,
    imports,
    judgements,
    law,
    people,
    quotas,
    registers,
    roadside_checks,
    sites,
    targets,
    vehicles,
    visits,
)

BLUEPRINTS: tuple[Blueprint, ...] = tuple(
    module.blueprint
    for module in (
        sites, visits, batches, judgements, quotas, targets, vehicles, roadside_checks, documents, imports, exports,
        law, registers, people, acts,
    )
)  # fmt: skip
"""All nouns, in the order of the documentation."""
