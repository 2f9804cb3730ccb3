"""A place among the small pictures of the desktop; tests put another in its place that remembers what was shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon


class Sign(QObject):
    """What the tray needs of a desktop. This one is a desktop without such a place."""

    chosen = Signal()
    """Somebody clicked the picture, or the last thing that was said."""

    def is_there(self) -> bool:
        """Whether the desktop has a place for it now."""
        return False

    def show(self, icon: QIcon, text: str) -> None:
        """Show the picture; `text` is what it stands for."""

    def hide(self) -> None:
        """Take the picture away."""

    def say(self, title: str, text: str) -> None:
        """Have the desktop say something, in its own way and for as long as it likes."""

    def offer(self, menu: QMenu) -> None:
        """The menu of the picture."""


class SystemSign(Sign):
    """The real one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.chosen)

    def is_there(self) -> bool:
        """Asked each time: a panel may start later than this program, or be gone."""
        return tray_is_there()

    def show(self, icon: QIcon, text: str) -> None:
        """Show the picture; its text is a tooltip."""
        self._icon.setIcon(icon)
        self._icon.setToolTip(text)
        self._icon.setVisible(True)

    def hide(self) -> None:
        """Take the picture away."""
        self._icon.setVisible(False)

    def say(self, title: str, text: str) -> None:
        """A notification with the picture."""
        self._icon.showMessage(title, text, self._icon.icon())

    def offer(self, menu: QMenu) -> None:
        """The menu of the picture."""
        self._icon.setContextMenu(menu)

    def _activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        """A click; the other reasons open the menu, which the desktop does itself."""
        if why in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.chosen.emit()


def tray_is_there() -> bool:
    """Whether this desktop has such a place now."""
    return QSystemTrayIcon.isSystemTrayAvailable()
