"""A button that stands in a form like a choice: icon, what is chosen, an arrow; a press opens what chooses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton, tip


class FieldButton(PlainButton):
    """`clicked` says that the choice is to be opened; the text may be cut, the tooltip holds the whole."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._drawing = icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_theme(self)

    def show_chosen(self, text: str) -> None:
        """Say what is chosen."""
        self.setText(text)
        self.setToolTip(tip(text))
        self.setAccessibleDescription(text)

    def restyle(self) -> None:
        """Take the font at the present text scale."""
        self.setFont(theme().font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Icon, words, arrow."""
        return QSize(int(advance(self.text(), self.font())) + theme().px(76), theme().measure("control"))

    def minimumSizeHint(self) -> QSize:
        """May become narrower."""
        return QSize(theme().px(96), theme().measure("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of a field, icon, words and arrow."""
        painter, t, px = QPainter(self), theme(), theme().px
        box, radius, side = QRectF(self.rect()), t.measure("radius_control"), t.measure("icon_text")
        draw_box(painter, box, radius, fill=t.colour("card"), edge=t.colour("field"))
        middle = self.height() / 2
        draw_icon(painter, self._drawing, QRectF(px(11), middle - side / 2, side, side), t.colour("text2"))
        left = px(18) + side
        room = QRectF(left, 0, self.width() - left - px(28), self.height())
        draw_text(painter, room, self.text(), self.font(), t.colour("text"))
        arrow = QRectF(self.width() - px(10) - side, middle - side / 2, side, side)
        draw_icon(painter, "chevron-down", arrow, t.colour("text2"))
        if self.hasFocus():
            draw_focus(painter, box, radius)
