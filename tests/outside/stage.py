"""Everything a window needs to be used from outside: a screen, a bus for accessibility, a home. Standard library only.

Runs under the system's Python, the one that has pyatspi; the program runs under the Python it is given.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = ("Xvfb", "xdotool", "dbus-daemon", "pdftotext")
BRIDGE = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCREEN = "1440x900x24"
PATIENCE = 20.0
"""Seconds in which a server must say that it is there, and in which a program must end when it is asked to."""


def what_is_missing() -> list[str]:
    """Names of the tools that this system lacks; empty when the program can be used from outside here."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if not any(Path(path).exists() for path in BRIDGE):
        missing.append("at-spi2-core")
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        missing.append("python3-pyatspi")
    return missing


class Stage:
    """A context: screen, bus and program come with it and leave with it. `home` is a fresh folder unless given."""

    def __init__(self, python: str, home: Path | None = None) -> None:
        self._ending = contextlib.ExitStack()
        self._python = python
        self.home = home or Path(self._ending.enter_context(tempfile.TemporaryDirectory(prefix="day-")))
        self.environment = self._own_home()
        self.program: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Stage:
        self._start_screen()
        self._start_bus()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.close()

    @property
    def journal(self) -> Path:
        """Where the program keeps the journal when nobody says otherwise."""
        return self.home / "data" / "ashore" / "journal.ashore"

    @property
    def screen(self) -> Path:
        """The picture on the screen, as the X server keeps it: see `screen.py`."""
        return self.home / "screen" / "Xvfb_screen0"

    @property
    def said(self) -> str:
        """What the program wrote to its two outputs so far."""
        return (self.home / "said").read_text("utf-8", "replace") if (self.home / "said").exists() else ""

    def open(self, *words: str) -> subprocess.Popen[bytes]:
        """Start the window, in English, over the journal of this home."""
        command = [self._python, "-m", "ui", "--lang", "en", *words]
        with (self.home / "said").open("ab") as said:
            self.program = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=said, stderr=said)
        self._ending.callback(_end, self.program)
        return self.program

    def kill(self) -> None:
        """End the program without a word of warning, as a power cut does."""
        if self.program is not None:
            self.program.kill()
            self.program.wait()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command of the program in the same home, as in a terminal without a screen."""
        command = [self._python, "-m", "ui", *words]
        own = {name: value for name, value in self.environment.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
        return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)

    def _own_home(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        folders = {}
        for name in ("data", "config", "state", "cache", "runtime", "screen"):
            folder = self.home / name
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folders[f"XDG_{name.upper()}_{'DIR' if name == 'runtime' else 'HOME'}"] = str(folder)
        del folders["XDG_SCREEN_HOME"]
        of_qt = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        place = {"TZ": "Europe/Madrid", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
        return {**kept, **folders, **of_qt, **place, "HOME": str(self.home), "PYTHONDONTWRITEBYTECODE": "1"}

    def _start_screen(self) -> None:
        told, tells = os.pipe()
        words = ["Xvfb", "-displayfd", str(tells), "-screen", "0", SCREEN, "-fbdir", str(self.screen.parent)]
        self._start([*words, "-nolisten", "tcp", "-noreset"], pass_fds=(tells,))
        os.close(tells)
        self.environment["DISPLAY"] = ":" + _line(told)

    def _start_bus(self) -> None:
        """A session bus of its own; who asks it for accessibility gets at-spi2-core started by it."""
        told, tells = os.pipe()
        self._start(["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={tells}"], (tells,))
        os.close(tells)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _line(told)

    def _start(self, words: Sequence[str], pass_fds: Sequence[int]) -> None:
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(words, env=self.environment, stdout=quiet, stderr=quiet, pass_fds=pass_fds)
        self._ending.callback(_end, server)


def _line(told: int) -> str:
    """The line a server writes once it is ready. Raises TimeoutError when none comes."""
    with open(told, "rb", buffering=0) as pipe, selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        text = b""
        while not text.endswith(b"\n"):
            if not waiting.select(PATIENCE):
                raise TimeoutError("The server did not say that it is ready.")
            more = pipe.read(1000)
            if not more:
                raise TimeoutError("The server ended before it was ready.")
            text += more
    return text.decode().strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
