"""The edit request: facts on the left, the promise that changes while typing on the right (6.5)."""

from ui.dialogs.edit.form import EditForm

__all__ = ["EditForm"]
