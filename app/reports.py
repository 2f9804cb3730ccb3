"""What is kept of a bug: its traceback, in a file of this user, never on the screen."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.folders import make_private, state_folder


def keep_report() -> Path:
    """Write the exception being handled into the report file, the newest report last; where it was written."""
    path = _place()
    try:
        make_private(path.parent)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(traceback.format_exc() + "\n")
    except OSError:
        pass
    return path


def reports_hold(words: Sequence[str]) -> bool:
    """Whether a report holds one of these: a traceback may quote what was being recorded (4.7)."""
    try:
        text = _place().read_text(encoding="utf-8", errors="backslashreplace")
    except OSError:
        return False
    return any(form in text for word in words for form in (word, repr(word)[1:-1], ascii(word)[1:-1]))


def drop_reports() -> None:
    """Delete the reports, all of them: what stands between the words tells nobody anything."""
    with suppress(OSError):
        _place().unlink(missing_ok=True)


def _place() -> Path:
    return state_folder() / "reports.txt"
