"""What a command is given besides its words: who paints and opens windows, and, in a window, its open journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.cli import Enter, Paint, Show

if TYPE_CHECKING:
    from app.journal.journal import Journal


class Hands(Struct, frozen=True, kw_only=True):
    """`words` as they were typed. The rest from `journal` on is set only where a window carries a command out (5.4)."""

    words: tuple[str, ...]
    paint: Paint | None = None
    show: Show | None = None
    enter: Enter | None = None
    journal: Journal | None = None
    folder: Path | None = None
    """Where the command was typed; None: here."""
    typed: bytes | None = None
    """What was read from standard input before the command was handed over."""
    ask: Callable[[str], bool] | None = None
    """Has somebody at the other terminal answer yes or no; click.Abort when the answer never comes."""
