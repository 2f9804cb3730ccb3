"""The notice line of 6.2: one line at the foot of a page that stays until it is dismissed or replaced."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class NoticeKind(StrEnum):
    """Plain news, a warning, an error."""

    PLAIN = "plain"
    WARNING = "warning"
    ERROR = "error"


class Notice(Struct, frozen=True):
    """What the line says; `step` is the next thing to do ("Write the summary"); `lead` a bold first sentence.

    `undo` takes back what the line tells of.
    """

    text: str
    kind: NoticeKind = NoticeKind.PLAIN
    step: str = ""
    lead: str = ""
    icon: str = ""
    undo: str = ""


LOOKS = {
    NoticeKind.PLAIN: ("card", "border", "info", "text2", "text"),
    NoticeKind.WARNING: ("today-soft", "today-soft", "triangle-alert", "today", "today"),
    NoticeKind.ERROR: ("late-soft", "late-soft", "circle-alert", "late", "late"),
}


class NoticeLine(Card):
    """The line; `step_taken` when its button is pressed, `undone`, `dismissed` at × (`dismiss_name` is its name)."""

    step_taken = Signal()
    undone = Signal()
    dismissed = Signal()

    def __init__(self, notice: Notice, *, dismiss_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(gap=0, padding=(12, 7, 8, 7), fill=True, parent=parent)
        self._row = self.add(Row(gap=10))
        self._dismiss_name = dismiss_name
        self.set_notice(notice)

    def set_notice(self, notice: Notice) -> None:
        """Replace what is said; screen readers are told by `announce`."""
        self._ground, self._edge, drawing, tint, lead = LOOKS[notice.kind]
        self._row.clear()
        self._row.add(Picture(notice.icon or drawing, tint), align=Qt.AlignmentFlag.AlignVCenter)
        words = self._row.add(Column(gap=2), 1)
        if notice.lead:
            words.add(Text(notice.lead, "small", weight=600, colour=lead, wrap=True))
        words.add(Text(notice.text, "small", wrap=True))
        if notice.undo:
            undo = self._row.add(Button(notice.undo, ButtonKind.GHOST, icon="undo-2", small=True))
            undo.clicked.connect(self._undo)
        if notice.step:
            step = self._row.add(Button(notice.step, ButtonKind.PLAIN, small=True))
            step.clicked.connect(self._take_step)
        if self._dismiss_name:
            close = self._row.add(IconButton("x", self._dismiss_name, small=True))
            close.clicked.connect(self._dismiss)
        self.setAccessibleName(" ".join(part for part in (notice.lead, notice.text) if part))
        self.update()

    def announce(self) -> None:
        """Tell screen readers, politely."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 190 names of roles and events

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def _take_step(self) -> None:
        self.step_taken.emit()

    def _undo(self) -> None:
        self.undone.emit()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
