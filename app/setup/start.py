"""What `python3 -m app WORDS` starts, and with which Python. Standard library only."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import app
from app.errors import Unavailable
from app.setup import system
from app.setup.environment import Environment, importable_here

SYSTEM = {"libraries": system.require_libraries, "tools": system.require_tools}


@dataclass(frozen=True)
class Target:
    """The words for its Python, the list of packages it needs, and the parts of the system it is better for."""

    words: tuple[str, ...]
    packages: str = "dev"
    system: tuple[str, ...] = ("libraries",)


PROGRAM = Target(("-m", "ui"), "run")
WORKSHOP = {
    "test": Target(("-m", "pytest", "-n", "2"), system=("libraries", "tools")),
    "bench": Target(("-m", "tests.benchmarks")),
    "crash": Target(("-m", "tests.crash")),
    "pictures": Target(("-m", "ui.pictures")),
    "build": Target(("-m", "tests.frozen"), "build"),
}


def main(arguments: list[str]) -> int:
    """Find or make what is needed, then become the program. Returns an exit code only if it could not."""
    try:
        python, words = prepared(Path(app.__file__).parent.parent, arguments)
    except Unavailable as said:
        print(said, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The next start begins the set-up anew.", file=sys.stderr)
        return 130
    return become(python, words)


def target(arguments: list[str]) -> tuple[Target, list[str]]:
    """What the first word asks for, and the words that are left for it."""
    if arguments and arguments[0] in WORKSHOP:
        return WORKSHOP[arguments[0]], arguments[1:]
    return PROGRAM, arguments


def prepared(root: Path, arguments: list[str]) -> tuple[str, list[str]]:
    """The Python to run and the words for it, once everything it needs is there. Raises Unavailable."""
    aim, rest = target(arguments)
    words = [*aim.words, *rest]
    environment = Environment(root)
    if not environment.folder.exists() and importable_here(aim.packages):
        return sys.executable, words
    if not environment.is_ready(aim.packages):
        environment.prepare(aim.packages)
    for kind in aim.system:
        if not environment.seen(kind).exists() and has(kind):
            with contextlib.suppress(OSError):
                environment.seen(kind).touch()
    return str(environment.python), words


def has(kind: str) -> bool:
    """Whether the system's libraries or tools are here now. If not, say which line installs them: much needs none."""
    try:
        SYSTEM[kind]()
    except Unavailable as said:
        print(said, file=sys.stderr)
        return False
    return True


def become(python: str, words: list[str]) -> int:
    """Replace this process by `python words`; where a system cannot, run it and hand its exit code on."""
    if os.name == "nt":
        return subprocess.call([python, *words])
    os.execv(python, [python, *words])
