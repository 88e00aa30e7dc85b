"""What can go wrong, told to people.

One base error; each kind owns its sentence (an English source string, translated where
it is shown) and the exit code of the command line: 1 a finding, 2 wrong use or refused
input, 3 the environment (disk, lock, database, version).
"""

from typing import ClassVar

from fuelcheck.language import N_, say


class FuelcheckError(Exception):
    """Base of everything that fuelcheck refuses; ``str()`` of it is for people."""

    code: ClassVar[str] = "error"
    sentence: ClassVar[str] = N_("Something went wrong: {why}")
    exit_code: ClassVar[int] = 2

    def __init__(self, **values: object) -> None:
        super().__init__()
        self.values = values

    def __str__(self) -> str:
        return say(self.sentence, **self.values)


class EnvironmentProblem(FuelcheckError):
    """Disk, lock, database or version: nothing wrong with what was asked."""

    code = "environment"
    sentence = N_("The environment does not allow it: {why}")
    exit_code = 3
