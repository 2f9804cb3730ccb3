"""Steps of a story in first run, told by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.ui.hands import press, tab, write
from ui.dialogs.first_run import FirstRun

Open = Callable[..., FirstRun]
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def enter() -> None:
    press(Qt.Key.Key_Return)


def go_on() -> None:
    press(Qt.Key.Key_Return, CONTROL)


def name_both(window: FirstRun) -> None:
    """Steps 1 and 2 with what is asked for and nothing else; the window then shows step 3."""
    write("Elena Marín")
    enter()
    write("Кедровый дом")
    tab(4)
    write("Дмитрий Лаптев")
    enter()
    assert window.given.step == 2


def without_annex(window: FirstRun) -> None:
    """Take the tick off; the file dialog has a test of its own."""
    window.terms.annex.setFocus()
    press(Qt.Key.Key_Space)
    assert not window.terms.annex.isChecked()
