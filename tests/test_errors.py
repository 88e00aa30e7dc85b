"""Each error names its sentence and the exit code of the command line."""

import pytest

from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.language import use


@pytest.mark.parametrize(("error", "exit_code"), [(FuelcheckError, 2), (EnvironmentProblem, 3)])
def test_wrong_use_is_two_and_the_environment_three(error: type[FuelcheckError], exit_code: int) -> None:
    assert error.exit_code == exit_code


def test_an_error_speaks_the_tongue_of_its_reader() -> None:
    error = EnvironmentProblem(why="disk full")

    with use("en"):
        assert str(error) == "The environment does not allow it: disk full"
    with use("zh"):
        assert str(error) == "运行环境有问题：disk full"
