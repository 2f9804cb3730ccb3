"""One Lucide icon as a picture in a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import draw_icon
from ui.theme import follow_theme, theme
from ui.widgets.plain import tip


class Picture(QWidget):
    """An icon of `side` pixels of the design in the colour of a token; `name` only where it says something alone."""

    def __init__(
        self, icon: str, colour: str = "text2", *, side: int = 16, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._colour, self._side = icon, colour, side
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        follow_theme(self)

    def set_picture(self, icon: str, colour: str | None = None) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour or self._colour
        self.update()

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        self.setFixedSize(theme().px(self._side), theme().px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        draw_icon(QPainter(self), self._icon, QRectF(self.rect()), theme().colour(self._colour))
