"""The call note: a small window that stays beside the call (6.6)."""

from ui.dialogs.call.note import CallNote

__all__ = ["CallNote"]
