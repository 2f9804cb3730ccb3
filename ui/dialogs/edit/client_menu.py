"""A menu of all clients, for a form that can be turned to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.facts.people import Client
from ui.widgets.plain import shown


class ClientMenu(QMenu):
    """`taken` carries the number of the client."""

    taken = Signal(int)

    def __init__(self, clients: Sequence[Client], under: QWidget) -> None:
        super().__init__(under)
        for each in clients:
            action = QAction(shown(each.name).replace("&", "&&"), self)
            action.setData(each.number)
            self.addAction(action)
        self.triggered.connect(self._chosen)
        self.aboutToHide.connect(self.deleteLater)
        self.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        self.taken.emit(int(action.data()))
