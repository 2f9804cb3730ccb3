"""Chips that act: pressed, removed at their ×, or a toggle with a box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.chip import ChipKind, chip_height, chip_width, draw_chip
from ui.widgets.painting import advance, draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton, tip
from ui.widgets.severity import draw_severity
from ui.widgets.tick import draw_tick_box


class ChipButton(PlainButton):
    """A chip that acts when pressed; `removable` shows an × that says `removed` (Delete does the same)."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        kind: str = ChipKind.NEUTRAL,
        *,
        icon: str = "",
        removable: bool = False,
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._drawing, self._removable = ChipKind(kind), icon, removable
        self.setToolTip(tip(tooltip))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_chip(self, text: str, *, icon: str = "") -> None:
        """Say something else."""
        self._drawing = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take font and height at the present text scale."""
        self.setFont(theme().font("caption", 500))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as icon, text and × with their padding."""
        cross = theme().px(20) if self._removable else 0
        return QSize(chip_width(self.text(), bool(self._drawing)) + cross, chip_height(False))

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, the × and the focus edge."""
        painter, box = QPainter(self), QRectF(self.rect())
        draw_chip(painter, box, self.text(), self._kind, self._drawing, hover=self.underMouse())
        if self._removable:
            side = theme().measure("icon_chip")
            cross = QRectF(box.right() - side - theme().px(7), (box.height() - side) / 2, side, side)
            draw_icon(painter, "x", cross, theme().colour("text3"))
        if self.hasFocus():
            draw_focus(painter, box, theme().measure("radius_control"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A release on the × removes, anywhere else presses."""
        if self._removable and event.position().x() > self.width() - theme().measure("target"):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove."""
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class ToggleChip(PlainButton):
    """A chip with a box and, where it stands for a flag, its shape; `toggled` says so. Space turns it over."""

    def __init__(
        self, text: str, *, checked: bool = True, severity: str = "", spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._severity = severity
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(spoken or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def restyle(self) -> None:
        """Take font and height at the present text scale."""
        self.setFont(theme().font("small", 500))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as box, shape and text with their padding."""
        wide = advance(self.text(), self.font()) + theme().px(8 + 16 + 8 + 12 + (17 if self._severity else 0))
        return QSize(int(wide + 1), theme().measure("control"))

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, box, shape, text and the focus edge."""
        painter, box, px = QPainter(self), QRectF(self.rect()), theme().px
        radius = theme().measure("radius_control")
        fill = theme().colour("hover" if self.underMouse() else "card")
        draw_box(painter, box, radius, fill=fill, edge=theme().colour("border2"))
        side = px(16)
        draw_tick_box(painter, QRectF(px(9), (box.height() - side) / 2, side, side), checked=self.isChecked())
        left = float(px(9 + 16 + 8))
        if self._severity:
            draw_severity(painter, QPointF(left + px(5), box.height() / 2), theme().measure("severity"), self._severity)
            left += px(17)
        room = QRectF(left, 0, box.width() - left, box.height())
        draw_text(painter, room, self.text(), self.font(), theme().colour("text" if self.isChecked() else "text2"))
        if self.hasFocus():
            draw_focus(painter, box, radius)
