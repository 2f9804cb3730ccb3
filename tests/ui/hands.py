"""A hand at the keyboard: every key goes to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press one key on the widget that has the focus; with a modifier, shortcuts of its window are heard first."""
    # Without a window manager nobody gives the window the keyboard back when a list of proposals has closed.
    if QApplication.activePopupWidget() is None:
        focused().window().activateWindow()
    if modifiers:
        QTest.keyClick(focused(), key, modifiers)
    else:
        _send(focused(), key, "")
    QApplication.processEvents()


def write(text: str) -> None:
    """Type a text, any script, over whatever is selected."""
    for sign in text:
        _send(focused(), Qt.Key.Key_unknown, sign)
    QApplication.processEvents()


def tab(times: int = 1) -> None:
    """Go on to the next field."""
    for _ in range(times):
        press(Qt.Key.Key_Tab)


def focused() -> QWidget:
    """What has the focus."""
    at = QApplication.focusWidget()
    assert at is not None, "nothing has the focus"
    return at


def _send(at: QWidget, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(at, QKeyEvent(kind, key, NONE, text))
