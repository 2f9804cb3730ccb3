"""The command line of 5.4: the same journal without a window; errors are sentences, exit codes 0, 1 and 2."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.facts.pages import Paper

Paint = Callable[["Paper", Path], None]
"""A page model and the file to write it to; handed in, so that the command line stays free of Qt."""

Show = Callable[[Path, str, str], int]
"""A journal, the instant at which its clock stands, a language ("" for the user's): opens a window and waits for it."""

Enter = Callable[[Path, str, str], int]
"""A journal, a language ("" for the user's), a place of the window: raises or opens the window there (5.4)."""


def run(argv: Sequence[str], paint: Paint | None = None, show: Show | None = None, enter: Enter | None = None) -> int:
    """Carry out a command line (without the program's name); gives the exit code."""
    from app.cli.hands import Hands
    from app.cli.program import run_program

    return run_program(Hands(words=tuple(argv), paint=paint, show=show, enter=enter))
