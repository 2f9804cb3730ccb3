"""The painter as the command line takes it: a paper and a path in, a PDF on disk out, with or without a display."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.facts.pages import Paper
from ui.printing.pdf import write_pdf


def paint(paper: Paper, path: Path) -> None:
    """Write `paper` as a PDF to `path`. Makes an off-screen QGuiApplication when there is none.

    Raises Unavailable when the file cannot be written.
    """
    ensure_gui()
    write_pdf(paper, path)


def ensure_gui() -> QGuiApplication:
    """The running QGuiApplication, or a new one that needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return _offscreen()


@cache
def _offscreen() -> QGuiApplication:
    """Made once and kept: an application that nobody holds is destroyed at once.

    A page needs no display. Asking for one where there is none would end the process.
    """
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    return QGuiApplication(["ashore", *platform])
