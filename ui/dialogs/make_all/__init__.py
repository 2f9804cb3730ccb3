"""Makes the sheets of several clients at once, then lets each be marked as given (C6)."""

from ui.dialogs.make_all.dialog import MakeAll

__all__ = ["MakeAll"]
