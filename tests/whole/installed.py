"""The wheel, built from this checkout and installed alone in an empty environment, with what the lock file pins."""

import os
import re
import subprocess
import sys
import venv
from dataclasses import dataclass
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with the wheel and what it needs, nothing else; ``home`` is its user's folder."""

    wheel: Path
    environment: Path
    home: Path

    def run(self, *words: str, folder: Path, code: int = 0) -> "subprocess.CompletedProcess[str]":
        """The console script in a folder; it must end with ``code`` and without a traceback."""
        return self._run([str(self.environment / "bin" / "fuelcheck"), *words], folder, code)

    def python(self, program: str, *, folder: Path) -> str:
        """What a Python program prints there."""
        return self._run([str(self.environment / "bin" / "python"), "-c", program], folder, 0).stdout

    def _run(self, command: list[str], folder: Path, code: int) -> "subprocess.CompletedProcess[str]":
        surroundings = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == code, f"{command[1:]}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return done


def install(folder: Path) -> Installed:
    """Build and install; pip and the lock file decide where the packages come from."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    environment, home, pins = folder / "environment", folder / "home", folder / "pins.txt"
    home.mkdir()
    venv.create(environment, with_pip=False)
    pins.write_text(pinned((ROOT / "requirements.lock").read_text("utf-8"), needed("fuelcheck")), "utf-8")
    into = [*pip, "--python", str(environment), "install", "--no-deps"]
    subprocess.run([*into, "--require-hashes", "-r", str(pins)], check=True)
    subprocess.run([*into, str(wheel)], check=True)
    subprocess.run([*pip, "--python", str(environment), "check"], check=True)
    return Installed(wheel, environment, home)


def needed(package: str) -> set[str]:
    """The names of all that a package needs to run here, without its extras."""
    found: set[str] = set()
    waiting = [package]
    while waiting:
        for line in requires(waiting.pop()) or ():
            requirement = Requirement(line)
            name = canonicalize_name(requirement.name)
            wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
            if wanted and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def pinned(lock: str, names: set[str]) -> str:
    """The entries of a lock file for those packages, with their hashes."""
    entries = re.split(r"\n(?=\S)", lock)
    return "\n".join(entry for entry in entries if canonicalize_name(re.split("[=<> ]", entry)[0]) in names) + "\n"
