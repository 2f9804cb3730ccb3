"""How much room a window may take: what is free on the screen on which its parent stands."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def screen_room(window: QWidget | None) -> QSize:
    """The free size in logical pixels. Not by `QWidget.screen`: Python lets the screen go together with the widget."""
    at = window.window().frameGeometry().center() if window is not None else None
    screen = (QGuiApplication.screenAt(at) if at is not None else None) or QGuiApplication.primaryScreen()
    return screen.availableSize()
