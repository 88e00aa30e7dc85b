"""How a document can be checked: the records that it rests on, its number, its code."""

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from fuelcheck.law.values import Policy
from fuelcheck.reports.blocks import CheckCode
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.prose import MissingCharacters, Prose
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.typography import DATA, DIGEST
from fuelcheck.standing.evaluation import Head

_CODE_SIDE = 62.0


def proof_lines(head: Head, policy: Policy, paper: Paper, say: Sentences) -> list[str]:
    """Which records and which policy the figures rest on, how to check that, and when this was printed."""
    told = [say("data.policy"), say("data.digest", hash=policy.sha256.removeprefix("sha256:"))]
    return record_lines(head, policy.division_name, paper, say, told)


def record_lines(
    head: Head, division_name: str, paper: Paper, say: Sentences, law: Sequence[str] = ()
) -> list[str]:  # fmt: skip
    """The same of a document that rests on no policy, or with the lines that tell of its ``law``."""
    lines = [
        say("data.head", division=division_name, n=head.n, moment=say.moment(head.moment)),
        head.hash,
        say("data.purpose"),
        *law,
    ]
    if paper.code:
        lines.append(say("data.code_at" if paper.check_url else "data.code", code=paper.code, url=paper.check_url))
    if paper.printed_at:
        lines.append(say("data.printed", moment=say.moment(paper.printed_at)))
    return lines


def proof(head: Head, policy: Policy, paper: Paper, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    """The same on paper, with the check code of an issued document beside."""
    return printed_proof(proof_lines(head, policy, paper, say), head, paper, say, letters)


def printed_proof(
    told: Sequence[str], head: Head, paper: Paper, say: Sentences, letters: Letters
) -> Iterator[Flowable]:  # fmt: skip
    """Such lines on paper, likewise."""
    lines = [Prose(letters, line, DIGEST if line.isascii() else DATA) for line in told]
    lines.append(MissingCharacters(letters, say.raw("data.glyphs"), DATA))
    if paper.code:
        yield CheckCode(letters, lines, code_content(head, paper), _CODE_SIDE)
    else:
        yield from lines


def code_content(head: Head, paper: Paper) -> str:
    """What the code says, whole: whoever keeps the paper keeps an anchor of the chain."""
    content = f"{paper.code} {head.division} {head.n} {head.hash}"
    return f"{paper.check_url} {content}" if paper.check_url else content
