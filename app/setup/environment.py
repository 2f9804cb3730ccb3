"""`.venv`, made once from the hash-pinned lists and remembered by a stamp. Standard library only.

A stamp says which list was installed by which Python. It is written last; a `.venv` that was begun and not finished
carries a mark instead, and is made anew. With a fresh stamp nothing is installed and no registry is asked.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from app.errors import Unavailable
from app.setup import system

# A list stands for those under it: who has the packages of "dev" has those of "run" too.
COVERS = {"run": ("run",), "dev": ("dev", "run"), "build": ("build", "run")}
# What is installed before a list: the tools that build what is published as source only.
BEFORE = {"run": (), "dev": ("tools",), "build": ()}
# One module of every package that a start imports by name.
MODULES = {
    "run": ("PySide6", "sqlalchemy", "msgspec", "babel", "click", "cryptography", "holidays", "platformdirs"),
    "dev": ("pytest", "pytestqt", "xdist", "hypothesis", "bagit", "rfc8785", "mypy", "importlinter"),
    "build": ("PyInstaller",),
}


class Environment:
    """The `.venv` of the checkout at `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.unfinished = self.folder / "unfinished"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def list_of(self, name: str) -> Path:
        """The hash-pinned list `name`: run, dev or build."""
        return self.root / "resources" / "requirements" / f"{name}.txt"

    def seen(self, kind: str) -> Path:
        """The stamp that says: these parts of the system were found, and need not be looked for again."""
        return self.folder / f"{kind}.stamp"

    def is_ready(self, name: str) -> bool:
        """Whether the list `name` was installed whole, as it is now, by the Python that still stands behind .venv."""
        stamp = self._stamp(name)
        with contextlib.suppress(OSError):
            return not self.unfinished.exists() and stamp.read_text("utf-8") == self._state(name)
        return False

    def prepare(self, name: str) -> None:
        """Make or complete .venv from the list `name`. Raises Unavailable, in which case the next start heals it."""
        with self._alone():
            if self.is_ready(name):
                return
            try:
                self._make_folder()
                self._install(name)
            except OSError as broken:
                raise Unavailable(
                    "{folder} cannot be written: {why}. Copy Ashore into a folder of your own and start it there.",
                    folder=self.folder,
                    why=broken.strerror or broken,
                ) from broken

    def _make_folder(self) -> None:
        if not self.unfinished.exists() and self._has_pip():
            return
        if importlib.util.find_spec("ensurepip") is None:
            system.require_venv()
        self._clear()
        done = _run([sys.executable, "-m", "venv", str(self.folder)])
        if done.returncode:
            raise Unavailable("No .venv could be made: {why}", why=_last_line(done))

    def _clear(self) -> None:
        """Empty .venv. The mark comes first and stays, so that a kill at any moment is seen by the next start."""
        self.folder.mkdir(exist_ok=True)
        self.unfinished.touch()
        for entry in self.folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry != self.unfinished:
                entry.unlink()

    def _has_pip(self) -> bool:
        return self.python.exists() and _run([str(self.python), "-c", "import pip"]).returncode == 0

    def _install(self, name: str) -> None:
        print(f"Preparing {self.folder} from the list {name!r}, once …", file=sys.stderr, flush=True)
        self.unfinished.touch()
        for packages in (*BEFORE[name], name):
            self._fetch(packages)
        self.unfinished.unlink()
        for covered in COVERS[name]:
            self._stamp(covered).write_text(self._state(covered), "utf-8")

    def _fetch(self, name: str) -> None:
        done = _run([str(self.python), "-m", "pip", *PIP_WORDS, "--requirement", str(self.list_of(name))])
        if done.returncode > 0:  # not killed: pip fetches everything before it changes anything
            self.unfinished.unlink()
        if done.returncode:
            raise Unavailable(
                "The packages of {list} could not be fetched: go on line and start again. {why}",
                list=self.list_of(name).name,
                why=_last_line(done),
            )

    def _stamp(self, name: str) -> Path:
        return self.folder / f"{name}.stamp"

    def _state(self, name: str) -> str:
        """What a stamp must say now: the hash of the list, and the Python that stands behind .venv."""
        return f"{hashlib.sha256(self.list_of(name).read_bytes()).hexdigest()} {self.python.resolve(strict=True)}\n"

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Two starts at once: the second waits for the first, and finds everything made."""
        if os.name == "nt":
            yield
            return
        import fcntl

        folder = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)


PIP_WORDS = (
    "install",
    "--quiet",
    "--no-input",
    "--disable-pip-version-check",
    "--retries=2",
    "--only-binary=:all:",
    "--no-binary=bagit",
    "--no-build-isolation",
    "--require-hashes",
)


def importable_here(name: str) -> bool:
    """Whether the Python that runs now has everything of the list `name` already, wherever it came from."""
    modules = [module for covered in COVERS[name] for module in MODULES[covered]]
    return all(importlib.util.find_spec(module) is not None for module in modules)


def _run(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, errors="replace", check=False)


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in (done.stdout + "\n" + done.stderr).splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["No reason was given."])[-1].removeprefix("ERROR: ")
