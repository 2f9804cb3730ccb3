"""The stop-work assistant: how a request stands, the notice, and the note that work goes on (F15, D11)."""

from ui.dialogs.stop_work.dialog import StopWork

__all__ = ["StopWork"]
