"""The composition root of the window and the command line; Qt is imported only when something is painted."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.facts.pages import Paper

TURN_SECONDS = 0.0005
"""How long a question beside the window may go on when the window wants its turn; Python's own is ten times as long,
and a page of a hundred painted parts waited half a second while a client's ten years were read."""
GLOBAL = ("--journal", "--lang", "--now")


def main(argv: list[str]) -> int:
    """Carry out the command in `argv`, or open the window when there is none. Returns the exit code."""
    collect_less()
    if argv == ["--version"]:  # told at once: nothing is loaded for it (8.1, Q17)
        from app import __version__

        print(f"ashore {__version__}")
        return 0
    options = window_options(argv)
    if options is None:
        from app.cli import run

        return run(argv, paint=_paint, show=_show if _sees_a_display() else None, enter=_enter)
    return _window(options)


def collect_less() -> None:
    """Look for rings of garbage after fifty thousand new objects, not seven hundred: a fifth of a start went there."""
    gc.set_threshold(50_000, 20, 20)


def prepare() -> None:
    """Before the modules of the window: while they are loaded nothing is garbage (ui.collecting takes over)."""
    gc.disable()
    sys.setswitchinterval(TURN_SECONDS)
    from ui.plain_imports import import_plainly

    import_plainly()


def window_options(argv: list[str]) -> dict[str, str] | None:
    """The global options, when there is nothing else: then a window is meant. None for a command."""
    found: dict[str, str] = {}
    rest = list(argv)
    while rest:
        name, _, value = rest.pop(0).partition("=")
        if name not in GLOBAL or not (value or rest):
            return None
        found[name] = value or rest.pop(0)
    return found


def _window(options: dict[str, str]) -> int:
    prepare()
    from app.folders import data_folder
    from ui.start import Wish, run_window

    journal = Path(options["--journal"]) if "--journal" in options else data_folder() / "journal.ashore"
    return run_window(Wish(journal=journal, language=options.get("--lang", ""), now=options.get("--now", "")))


def _enter(journal: Path, language: str, place: str) -> int:
    """The window that is open goes there, or a new one begins there."""
    from ui.start import Wish, run_window

    return run_window(Wish(journal=journal, language=language, place=place))


def _show(journal: Path, now: str, language: str) -> int:
    """A window of its own process: this one may have painted papers, and Qt is told its platform once."""
    import subprocess

    options = ["--journal", str(journal), "--now", now, *(["--lang", language] if language else [])]
    itself = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui"]
    return subprocess.run([*itself, *options], check=False).returncode


def _sees_a_display() -> bool:
    """Whether somebody would see a window; asked without Qt, and before anything is painted."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _paint(paper: Paper, path: Path) -> None:
    from ui.printing.paint import paint

    paint(paper, path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
