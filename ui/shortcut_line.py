"""The line that a desktop's own settings for keys can run: it brings up a place of the window that is open (5.4)."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from app.folders import data_folder

ROOT = Path(__file__).resolve().parent.parent


def shortcut_line(journal: Path, place: str) -> str:
    """The exact words to paste, for this installation and this journal."""
    options = [] if journal == data_folder() / "journal.ashore" else ["--journal", str(journal.absolute())]
    words = [*_program(), *options, "open", place]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    if os.name == "nt":
        return [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); from ui.__main__ import main;"
                " sys.exit(main(sys.argv[1:]))"]  # fmt: skip
    return ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "ui"]
