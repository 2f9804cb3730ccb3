"""Pictures of what belongs to the tray: its card in the settings, and the icon with each shape (6.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import theme
from ui.tray_icon import SIDES, tray_icon
from ui.widgets.severity import Severity
from ui.window_pictures import window_at

if TYPE_CHECKING:
    from ui.shots import Shot


def settings_notices(shot: Shot) -> QWidget:
    """The card in the settings."""
    window = window_at(shot, "settings")
    page = cast("Any", window.page)
    QApplication.processEvents()
    page.show_notices()
    QApplication.processEvents()
    return window


class Icons(QWidget):
    """Every shape at every size, on the page and on a panel of the other brightness."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them in rows."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("bg"))
        half = self.width() // 2
        painter.fillRect(QRectF(half, 0, half, self.height()), theme().colour("text2"))
        for start in (20, half + 20):
            for row, severity in enumerate(Severity):
                left = start
                for side in SIDES:
                    painter.drawPixmap(left, 20 + row * 80, tray_icon(severity).pixmap(side, side))
                    left += side + 16


def icons(shot: Shot) -> QWidget:
    """The icon with each shape."""
    found = Icons()
    found.resize(720, 340)
    return found


TRAY = (("settings-notices", settings_notices), ("tray-icons", icons))
