"""A window-modal form of one column: title, body, foot with what it does; Ctrl+Enter does it, the parent is dimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.dialogs.framed import Framed
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind

if TYPE_CHECKING:
    from ui.workbench import Workbench


class PlainDialog(Framed):
    """Heirs add to `body` and `foot` and say in `save` what Ctrl+Enter does."""

    def __init__(self, workbench: Workbench, title: str, parent: QWidget | None, *, width: int = 560) -> None:
        super().__init__(title, parent)
        self.workbench = workbench
        self.body = self.page
        self._wide = width
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    def add_foot(self, save: str, *, cancel: str = "") -> Button:
        """Cancel and the primary button, at the right."""
        self.foot.add_space()
        if cancel:
            self.foot.add(Button(cancel, ButtonKind.GHOST)).clicked.connect(self.reject)
        primary = self.foot.add(Button(save, ButtonKind.PRIMARY, shortcut="Ctrl+Enter"))
        primary.clicked.connect(self.save)
        return primary

    def fit(self) -> None:
        """Take the size of the contents, never more than the window behind it or the screen."""
        parent = self.parentWidget()
        most = parent.window().size() if parent is not None else screen_room(None)
        width = min(theme().px(self._wide), max(320, most.width() - 32))
        layout = self.body.layout()
        if layout is not None:
            layout.activate()
        high = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        foot = self.foot.parentWidget()
        high += foot.sizeHint().height() if foot is not None else 0
        self.resize(width, min(high, max(240, most.height() - 32)))

    def save(self) -> None:
        """What Ctrl+Enter does."""
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field does not close the form."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
