"""The draft of first run beside the journal: closing the window keeps it, the finished journal forgets it (6.10)."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from app.facts.beginning import Beginning
from app.folders import make_private, state_folder


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
    file = draft_file()
    fresh = file.with_suffix(".new")
    try:
        make_private(file.parent)
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(given), indent=1))
        fresh.replace(file)
    except OSError:
        return False
    return True


def forget_draft() -> None:
    """The journal has begun; the draft is no longer needed."""
    with contextlib.suppress(OSError):
        draft_file().unlink(missing_ok=True)
