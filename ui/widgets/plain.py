"""What somebody else wrote stays text: no markup in tooltips, no hidden characters in labels, no shortcut from an &."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtWidgets import QPushButton, QWidget

from app.facts.visible import visible

LONGEST_TIP = 2000


LONGEST_KEPT = 400


def shown(text: str) -> str:
    """The text as it may be painted: control characters and reversed writing become marks."""
    return _kept(text) if len(text) <= LONGEST_KEPT else visible(text)


_kept = lru_cache(maxsize=1024)(visible)
"""Labels and lines are measured and painted again and again; long texts are broken into lines once."""


def tip(text: str) -> str:
    """The text as it may stand in a tooltip, where Qt would else read markup; at most 2,000 characters."""
    words = shown(text[:LONGEST_TIP])
    if "<" not in words:
        return words
    from html import escape

    return f"<span style='white-space:pre-wrap'>{escape(words)}</span>"


class PlainButton(QPushButton):
    """A button whose text may hold an & of somebody's name and is no default of its dialog unless told."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text and take no shortcut from it; an & is spoken, where Qt would leave it out."""
        words = shown(text)
        if self.accessibleName() in ("", self.text()):
            self.setAccessibleName(words if "&" in words else "")
        super().setText(words)
        if "&" in words:
            from PySide6.QtGui import QKeySequence  # loading it costs as much as painting a button

            self.setShortcut(QKeySequence())
