"""One row of the rail: an icon or a shape, words, a count; in the narrow rail the icon with its pill."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.badge import count_text, draw_pill
from ui.widgets.painting import RIGHT, advance, draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton, tip
from ui.widgets.severity import draw_severity

NARROW_SIDE = 40


class RailRow(PlainButton):
    """A row with a key; `went` carries the key when it is pressed."""

    went = Signal(str)

    def __init__(
        self,
        key: str,
        text: str,
        *,
        icon: str = "",
        severity: str = "",
        count: int = 0,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.key, self._drawing, self._severity, self._quiet = key, icon, severity, quiet
        self._count, self._narrow, self._is_current = count, False, False
        self._hint = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._go)
        follow_theme(self)

    def set_row(self, text: str, *, count: int = 0, severity: str = "", spoken: str = "", hint: str = "") -> None:
        """Take other words, count and shape; `spoken` is the whole sentence, `hint` the shortcut."""
        self.setText(text)
        self._count, self._severity, self._hint = count, severity, hint
        counted = f"{text}, {count}" if count else text
        self.setAccessibleName(spoken or counted)
        self._tell()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, its name as tooltip."""
        self._narrow = narrow
        self._tell()
        self.updateGeometry()

    def set_current(self, current: bool) -> None:
        """Mark the row of the page that is shown."""
        self._is_current = current
        self.update()

    def restyle(self) -> None:
        """Take sizes at the present text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """34 high; a square of 40 in the narrow rail."""
        if self._narrow:
            return QSize(theme().px(NARROW_SIDE), theme().px(NARROW_SIDE))
        return QSize(theme().px(192), theme().measure("rail_row"))

    def minimumSizeHint(self) -> QSize:
        """Height is fixed; too long a name is cut, the tooltip holds it."""
        return QSize(theme().px(NARROW_SIDE), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the chosen row, then the contents and the focus edge."""
        painter, box = QPainter(self), QRectF(self.rect())
        radius = theme().measure("radius_control")
        if self._is_current or self.underMouse():
            draw_box(painter, box, radius, fill=theme().colour("sel" if self._is_current else "hover"))
        if self._narrow:
            self._draw_narrow(painter, box)
        else:
            self._draw_wide(painter, box)
        if self.hasFocus():
            draw_focus(painter, box, radius)

    def _draw_narrow(self, painter: QPainter, box: QRectF) -> None:
        side = theme().measure("icon_narrow_rail")
        place = QRectF(0, 0, side, side)
        place.moveCenter(box.center())
        draw_icon(painter, self._drawing, place, self._icon_colour())
        draw_pill(painter, QPointF(box.right() - theme().px(8), box.top() + theme().px(9)), self._count, box.right())

    def _draw_wide(self, painter: QPainter, box: QRectF) -> None:
        px = theme().px
        middle = box.center().y()
        if self._drawing:
            side = theme().measure("icon_rail") - (px(2) if self._quiet else 0)
            place = QRectF(px(19) - side / 2, middle - side / 2, side, side)
            draw_icon(painter, self._drawing, place, self._icon_colour())
        elif self._severity:
            draw_severity(painter, QPointF(px(19), middle), theme().measure("severity"), self._severity)
        counted = count_text(self._count)
        figures = advance(counted, theme().font("caption", 500, tabular=True))
        right = box.right() - px(10)
        at = QRectF(right - figures - 1, 0, figures + 1, box.height())
        draw_text(painter, at, counted, theme().font("caption", 500, tabular=True), theme().colour("text2"), RIGHT)
        room = QRectF(px(38), 0, right - (figures + px(8) if counted else 0) - px(38), box.height())
        draw_text(painter, room, self.text(), self._font(), theme().colour("text" if self._is_current else "text2"))

    def _font(self) -> QFont:
        if self._quiet:
            return theme().font("caption")
        return theme().font("small", 600 if self._is_current else 500)

    def _icon_colour(self) -> QColor:
        return theme().colour("accent" if self._is_current else "text2")

    def _tell(self) -> None:
        whole = f"{self.text()} ({self._hint})" if self._hint else self.text()
        told = self._narrow or self._hint or advance(self.text(), theme().font("small", 600)) > theme().px(120)
        self.setToolTip(tip(whole if told else ""))

    def _go(self) -> None:
        self.went.emit(self.key)
