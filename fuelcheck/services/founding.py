"""Founding a division in a store, and registering its policies (登记方案)."""

from uuid import uuid4

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.values import Policy
from fuelcheck.store.acts import Act
from fuelcheck.store.chain import ALGORITHM
from fuelcheck.store.rows import content


class AlreadyFounded(FuelcheckError):
    """The store has the division already."""

    code = "already-founded"
    sentence = N_("The store already keeps {division}; to register a further policy use: fuelcheck policy add")


class ForeignPolicy(FuelcheckError):
    """A policy of another division."""

    code = "foreign-policy"
    sentence = N_("The policy {policy} is of division {found}, not of {division}")


class OtherText(FuelcheckError):
    """A policy of that id is registered with another text."""

    code = "other-policy-text"
    sentence = N_("The policy {policy} is registered with another text; replace it with --update and --reason")


def found(act: Act, policy: Policy, text: str, *, example: bool = False) -> None:
    """Found the policy's division and register the policy; AlreadyFounded, ForeignPolicy."""
    if act.head.n:
        raise AlreadyFounded(division=act.division)
    division = {
        "division": act.division, "name": policy.division_name, "instance": str(uuid4()), "algorithm": ALGORITHM,
        "example": int(example),
    }  # fmt: skip
    act.create("division", division, kind="founded")
    register_policy(act, policy, text)


def register_policy(act: Act, policy: Policy, text: str, *, update: bool = False) -> None:
    """Copy a policy's text into the store: evaluations read it there from now on.

    The same text again changes nothing; another text under the same id is refused unless
    ``update``. ForeignPolicy, OtherText.
    """
    if policy.division != act.division:
        raise ForeignPolicy(policy=policy.id, found=policy.division, division=act.division)
    row = {"id": policy.id, "issued_on": policy.document.issued_on.isoformat(), "text": text, "sha256": policy.sha256}
    before = content(act.connection, "policy", act.division, id=policy.id)
    if before is None:
        act.create("policy", row, kind="registered")
    elif before != row:
        if not update:
            raise OtherText(policy=policy.id)
        act.amend("policy", before, row)
