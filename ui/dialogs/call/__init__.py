"""The call note: a small window that stays beside the call (6.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.dialogs.call.begin import begin
from ui.dialogs.call.note import CallNote

if TYPE_CHECKING:
    from ui.workbench import Workbench

__all__ = ["CallNote", "call_note"]


def call_note(
    workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, call: int = 0, **what: Any
) -> CallNote:
    """The window of a call: the one that is open for it, else another."""
    wanted = begin(workbench.journal, client, call, near=what.get("near", 0))
    for other in parent.findChildren(CallNote) if parent is not None else ():
        if other.isVisible() and (other.note.client, other.note.call) == (wanted.client, wanted.call):
            other.activateWindow()
            return other
    return CallNote(workbench, client, parent=parent, call=call, **what)
