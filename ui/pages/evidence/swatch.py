"""Small painted parts of the ladder: the colour of a rung, and the entry numbers under the bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import LEFT, RIGHT, advance, draw_text
from ui.widgets.share_bar import SharePart, draw_shares, share_widths


class Swatch(QWidget):
    """A square of 14 in the look of one share."""

    def __init__(self, part: SharePart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        follow_theme(self)

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        self.setFixedSize(theme().px(14), theme().px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        draw_shares(QPainter(self), QRectF(self.rect()), (self._part,))


class BarNumbers(QWidget):
    """The first entry at the left, and the last entry of each share under its right end, where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[SharePart, ...] = ()
        self._ends: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_numbers(self, parts: Sequence[SharePart], ends: Sequence[str]) -> None:
        """`ends` beside the shares, in the same order."""
        self._parts, self._ends = tuple(parts), tuple(ends)
        self.update()

    def restyle(self) -> None:
        """Measure anew."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line of small text."""
        return QSize(theme().px(160), theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw from the right; a number that would touch the next one is left out, the rungs below name it."""
        painter, font, colour = QPainter(self), theme().font("small", tabular=True), theme().colour("text2")
        gap = theme().px(2)
        right, free = float(self.width()), float(self.width())
        widths = share_widths(self._parts, self.width(), gap)
        for wide, end in reversed(list(zip(widths, self._ends, strict=True))):
            needed = advance(end, font)
            if wide and right <= free and right - needed > theme().px(16):
                box = QRectF(right - needed - 1, 0, needed + 1, self.height())
                draw_text(painter, box, end, font, colour, RIGHT)
                free = right - needed - theme().px(8)
            right -= wide + (gap if wide else 0)
        if any(widths):
            draw_text(painter, QRectF(0, 0, theme().px(16), self.height()), "1", font, colour, LEFT)
