"""The card of 6.12: a bordered sheet with an optional severity bar; normal, hover, chosen, dashed. No shadow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.boxes import Column, Margins
from ui.widgets.painting import draw_box, fill_box, rounded
from ui.widgets.severity import Severity, severity_shape_colour

PADDING: Margins = (14, 14, 14, 12)
BAR_PADDING: Margins = (18, 12, 14, 12)


class Card(Column):
    """A column on a sheet, as high as its contents unless it may `fill` what is left (then end it with `add_space`).

    With `acts` it takes the focus: a click says `chosen`, Enter or a double click `opened`.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(
        self,
        *,
        severity: str | None = None,
        acts: bool = False,
        dashed: bool = False,
        ground: str = "card",
        edge: str = "border",
        gap: int = 8,
        padding: Margins | None = None,
        fill: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._severity, self._acts, self._dashed = severity, acts, dashed
        self._ground, self._edge, self._is_chosen = ground, edge, False
        super().__init__(gap, padding or (PADDING if severity is None else BAR_PADDING), parent)
        high = QSizePolicy.Policy.Preferred if fill else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.setAccessibleName(name)
        if acts:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def is_chosen(self) -> bool:
        """Whether the card wears the accent edge."""
        return self._is_chosen

    def set_chosen(self, chosen: bool) -> None:
        """Put the accent edge on or off; nothing moves."""
        self._is_chosen = chosen
        self.update()

    def set_severity(self, severity: str | None) -> None:
        """Show another bar, or none."""
        self._severity = severity
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, the bar inside its left edge, and the edge over both."""
        painter = QPainter(self)
        box, radius = QRectF(self.rect()), theme().measure("radius_card")
        draw_box(painter, box, radius, fill=theme().colour(self._ground))
        if self._severity not in (None, Severity.NONE):
            painter.save()
            painter.setClipPath(rounded(box, radius))
            under = 1 if self._wears_accent() else 0  # what the wider edge covers more than the plain one
            bar = QRectF(0, 0, theme().measure("bar") + under, self.height())
            fill_box(painter, bar, severity_shape_colour(str(self._severity)))
            painter.restore()
        self._draw_edge(painter, box, radius)

    def _wears_accent(self) -> bool:
        return self._is_chosen or (self._acts and self.hasFocus())

    def _draw_edge(self, painter: QPainter, box: QRectF, radius: int) -> None:
        if self._wears_accent():
            draw_box(painter, box, radius, edge=theme().colour("accent"), width=2 if self.hasFocus() else 1.5)
            return
        edge = "border2" if self._dashed or (self._acts and self.underMouse()) else self._edge
        painter_edge = theme().colour("field" if self._dashed else edge)
        draw_box(painter, box, radius, edge=painter_edge, dashed=self._dashed)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint for the hover edge."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without it."""
        self.update()

        self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open on a double click."""
        if self._acts:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; everything else goes on to the list."""
        if self._acts and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)
