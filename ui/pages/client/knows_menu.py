"""How much of the trade's language a client knows: said once, shown on the card and in the composer (3.3)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.facts.people import Client
from app.papers.names import KNOWS
from app.words import N_

if TYPE_CHECKING:
    from ui.workbench import Workbench

_UNSAID = N_("Not said")


class KnowsMenu(QMenu):
    """One of three, or nothing said."""

    def __init__(self, workbench: Workbench, client: Client, parent: QWidget) -> None:
        super().__init__(workbench.words.text("The trade's words"), parent)
        self._workbench, self._client = workbench, client
        words, group = workbench.words, QActionGroup(self)
        for key, text in (*KNOWS.items(), ("", _UNSAID)):
            action = group.addAction(words.text(text))
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == client.knows)
            self.addAction(action)
        group.triggered.connect(self._take)

    def _take(self, action: QAction) -> None:
        knows, clients, number = action.data(), self._workbench.journal.clients, self._client.number
        verb = partial(clients.change, number, knows=knows) if knows else partial(clients.change, number, ("knows",))
        self._workbench.do(verb, said=self._workbench.words.text("Saved"))
