"""What a widget says, read as the eye does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.text import Text


def words_on(widget: QWidget) -> list[str]:
    """The texts inside it that are not hidden, in the order of their making."""
    return [one.text() for one in widget.findChildren(Text) if not one.isHidden()]
