"""The draft of first run beside the journal: closing the window keeps it, the finished journal forgets it (6.10)."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from app.facts.beginning import Beginning
from app.folders import state_folder
from app.whole_file import write_private


def draft_file() -> Path:
    """Where the draft lies."""
    return state_folder() / "first-run.json"


def load_draft() -> Beginning | None:
    """What was entered before; None where there is none or it cannot be read."""
    try:
        return msgspec.json.decode(draft_file().read_bytes(), type=Beginning)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return None


def keep_draft(given: Beginning) -> bool:
    """Write the draft in one step; False when the folder cannot be written, which stops nobody."""
    return write_private(draft_file(), msgspec.json.format(msgspec.json.encode(given), indent=1))


def forget_draft() -> None:
    """The journal has begun; the draft is no longer needed."""
    with contextlib.suppress(OSError):
        draft_file().unlink(missing_ok=True)
