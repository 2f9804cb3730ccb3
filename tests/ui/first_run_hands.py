"""A hand at the keyboard for the tests of first run: every key goes to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Press one key on the widget that has the focus."""
    at = QApplication.focusWidget()
    assert at is not None, "nothing has the focus"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(at, QKeyEvent(kind, key, modifiers, text))
    QApplication.processEvents()


def write(text: str) -> None:
    """Type a text, any script, over whatever is selected."""
    for sign in text:
        press(Qt.Key.Key_unknown, text=sign)


def tab(times: int = 1) -> None:
    """Go on to the next field."""
    for _ in range(times):
        press(Qt.Key.Key_Tab)


def focused() -> QWidget:
    """What has the focus."""
    at = QApplication.focusWidget()
    assert at is not None
    return at
