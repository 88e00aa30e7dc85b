"""The terminal's edge: words in, services and evaluations called, words out.

Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 a finding, 2 wrong use or refused
input, 3 the environment. No traceback reaches a person. Each module holds one group of
verbs; heavy libraries are imported inside the verbs that need them.
"""

from fuelcheck.cli.start import run

__all__ = ["run"]
