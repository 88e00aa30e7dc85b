"""``python -m tests.whole.cli …`` is the console script, from the checkout."""

from fuelcheck.cli import run

if __name__ == "__main__":
    run()
