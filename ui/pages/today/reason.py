"""One reason of a card: icon and due in its severity's colour, the sentence in plain text; a press explains it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.pages.today.looks import ReasonLook
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.painting import draw_focus
from ui.widgets.picture import Picture
from ui.widgets.severity import severity_text_colour
from ui.widgets.text import Text

TOP = Qt.AlignmentFlag.AlignTop


class ReasonRow(Row):
    """The line; `asked` when its count is wanted (click or Enter)."""

    asked = Signal()
    entered = Signal()

    def __init__(self, look: ReasonLook, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.look = look
        colour = severity_text_colour(look.severity)
        self._picture = self.add(Picture(look.icon, colour), align=TOP)
        self._text = self.add(Text(look.text, wrap=True), 1)
        self._due = self.add(Text(look.due, "small", weight=500, colour=colour, tabular=True), align=TOP)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_look(look)

    def set_look(self, look: ReasonLook) -> None:
        """Say something else; what is the same is left alone."""
        if look != self.look:
            colour = severity_text_colour(look.severity)
            self._picture.set_picture(look.icon, colour)
            self._text.setText(look.text)
            self._due.setText(look.due)
            self._due.set_colour(colour)
        self.look = look
        self.setAccessibleName(f"{look.text}, {look.due}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the count."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for the count; the rest belongs to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The card that holds the line is the chosen one."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus edge round the line."""
        if self.hasFocus():
            box = QRectF(self.rect())
            draw_focus(QPainter(self), box, theme().measure("radius_box"))
