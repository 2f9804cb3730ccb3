"""One Lucide icon as a picture in a page."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.plain import tip


class Picture(QWidget):
    """An icon of `side` pixels of the design in the colour of a token; `name` only where it says something alone.

    `line` is the style of a text beside it that may wrap: the icon stays at the height of its first line.
    """

    def __init__(
        self,
        icon: str,
        colour: str = "text2",
        *,
        side: int = 16,
        line: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._colour, self._side, self._line = icon, colour, side, line
        if line:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        follow_theme(self)

    def set_picture(self, icon: str, colour: str | None = None) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour or self._colour
        self.update()

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        side = theme().px(self._side)
        self.setFixedSize(side, max(side, ceil(theme().metrics(self._line).height())) if self._line else side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        place = QRectF(0, 0, self.width(), self.width())
        place.moveCenter(QRectF(self.rect()).center())
        draw_icon(QPainter(self), self._icon, place, theme().colour(self._colour))
