"""What is kept of a bug: its traceback, in a file of this user, never on the screen."""

from __future__ import annotations

import traceback
from pathlib import Path

from app.folders import make_private, state_folder


def keep_report() -> Path:
    """Write the exception being handled into the report file, the newest report last; where it was written."""
    folder = state_folder()
    path = folder / "reports.txt"
    try:
        make_private(folder)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(traceback.format_exc() + "\n")
    except OSError:
        pass
    return path
