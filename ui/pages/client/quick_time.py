"""The time of quick add: "now, 11:42", or what was typed: a click opens it, `@yesterday 16:00` in the text sets it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.words.day_words import moment_typed
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.inputs import LineInput

if TYPE_CHECKING:
    from ui.workbench import Workbench

_AT = re.compile(r"(?:^|\s)@([^@\n]{1,40})$")


def time_in(text: str, workbench: Workbench) -> tuple[str, datetime | None, bool]:
    """The text without a time at its end (`… @yesterday 16:00`), that time in UTC, and whether it was understood.

    An @ that begins no time, as in an address, stays part of the text.
    """
    found = _AT.search(text)
    if found is None:
        return text, None, True
    at = typed(found[1], workbench)
    if at is not None:
        return text[: found.start()].strip(), at, True
    return text, None, not re.search(r"\d{1,2}[:.]\d{2}$", found[1])


def typed(text: str, workbench: Workbench) -> datetime | None:
    """The instant that was typed, in UTC; None when it is none or has not come yet."""
    now = workbench.now().astimezone(workbench.zone)
    at = moment_typed(text, now, workbench.language)
    return at.astimezone(UTC) if at is not None and at <= now else None


class QuickTime(Row):
    """A button with the time; a click turns it into a field."""

    done = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=0, parent=parent)
        self._workbench = workbench
        self.at: datetime | None = None
        words = workbench.words
        self.button = self.add(Button("", ButtonKind.GHOST, small=True))
        self.field = self.add(_TimeField(placeholder=words.text("yesterday 16:00")))
        self.field.setAccessibleName(words.text("When it happened"))
        self.field.hide()
        self.button.clicked.connect(self._edit)
        self.field.returnPressed.connect(self._take)
        self.field.escaped.connect(self.reset)
        self.setFocusProxy(self.button)
        self.tell()

    def tell(self) -> None:
        """Say the time that will be written."""
        words = self._workbench.words
        if self.at is None:
            text = words.text("now, {time}", time=words.time(self._workbench.now(), self._workbench.zone))
        else:
            text = words.date_time(self.at, self._workbench.zone, short=True)
        self.button.set_text(text)
        self.button.setAccessibleName(words.text("When it happened: {at}", at=text))

    def reset(self) -> None:
        """Now again."""
        self.at = None
        self._close()

    def restyle(self) -> None:
        """Take the width at the present text scale."""
        super().restyle()
        if hasattr(self, "field"):
            self.field.setFixedWidth(theme().px(150))

    def _edit(self) -> None:
        self.button.hide()
        self.field.show()
        self.field.setFocus()

    def _take(self) -> None:
        at = typed(self.field.text(), self._workbench)
        if at is None and self.field.text().strip():
            self.field.setProperty("wrong", True)
            self.field.style().polish(self.field)
            return
        self.at = at
        self._close()
        self.done.emit()

    def _close(self) -> None:
        self.field.hide()
        self.field.clear()
        self.field.setProperty("wrong", False)
        self.button.show()
        self.tell()


class _TimeField(LineInput):
    escaped = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__("", placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to now."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
