"""The search field of the rail: a button that looks like a field and opens the palette."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.painting import draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton, tip


class SearchButton(PlainButton):
    """Looks like a field and opens the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._keys, self._narrow = "", False
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_search(self, text: str, keys: str, narrow: bool) -> None:
        """Take words, shortcut and width."""
        self.setText(text)
        self._keys, self._narrow = keys, narrow
        self.setAccessibleName(text)
        self.setToolTip(tip(f"{text} ({keys})"))
        self.updateGeometry()

    def restyle(self) -> None:
        """Take sizes at the present text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """34 high; a square of 40 in the narrow rail."""
        high = theme().px(40) if self._narrow else theme().measure("rail_row")
        return QSize(theme().px(40 if self._narrow else 192), high)

    def minimumSizeHint(self) -> QSize:
        """The narrow size."""
        return QSize(theme().px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with icon, words and keys; the icon alone in the narrow rail."""
        painter, box, px = QPainter(self), QRectF(self.rect()), theme().px
        radius = theme().measure("radius_control")
        side = theme().measure("icon_narrow_rail") if self._narrow else theme().measure("icon_text")
        left = box.center().x() - side / 2 if self._narrow else px(10)
        if not self._narrow or self.underMouse():
            edge = None if self._narrow else theme().colour("border2")
            draw_box(painter, box, radius, fill=theme().colour("hover" if self._narrow else "card"), edge=edge)
        place = QRectF(left, box.center().y() - side / 2, side, side)
        draw_icon(painter, "search", place, theme().colour("text2"))
        if not self._narrow:
            wide = keycap_width(self._keys)
            cap = QRectF(box.right() - wide - px(6), box.center().y() - px(10), wide, px(20))
            draw_keycap(painter, cap, self._keys)
            room = QRectF(px(34), 0, cap.left() - px(40), box.height())
            draw_text(painter, room, self.text(), theme().font("small"), theme().colour("text2"))
        if self.hasFocus():
            draw_focus(painter, box, radius)
