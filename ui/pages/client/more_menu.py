"""What is done with a client now and then: the full forms, an import, a pause, the end, a new beginning (1.2, C5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from app.facts.people import Client, ClientState
from app.words import N_
from ui.pages.client.knows_menu import KnowsMenu

if TYPE_CHECKING:
    from ui.workbench import Workbench

FORMS: Final = (
    ("edit", N_("Edit request")),
    ("call", N_("Call note")),
    ("request", N_("Request to the client")),
    ("plan_call", N_("Plan a call")),
    ("forms", N_("Forms")),
    ("import", N_("Import a chat")),
)

PLAN_FORMS: Final = (
    ("stage", N_("Plan a stage")),
    ("goal", N_("Set a goal")),
    ("risk", N_("Note a risk")),
    ("understanding", N_("Note a word")),
    ("objection", N_("Note an objection")),
    ("payment", N_("Note a payment")),
    ("feedback", N_("Note feedback")),
    ("planning", N_("Note a planning session")),
)

TURNS: Final = {
    ClientState.LEAD: (("client.closed", N_("Close the client")),),
    ClientState.ACTIVE: (("client.paused", N_("Pause the client")), ("client.closed", N_("Close the client"))),
    ClientState.PAUSED: (("client.resumed", N_("End the pause")), ("client.closed", N_("Close the client"))),
    ClientState.CLOSED: (("client.reopened", N_("Reopen the client")),),
}
"""From each state the verbs that lead on."""


class MoreMenu(QMenu):
    """One menu per opening."""

    def __init__(self, workbench: Workbench, client: Client, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._client = workbench, client
        words = workbench.words
        self.setAccessibleName(words.text("More about this client"))
        self.aboutToHide.connect(self.deleteLater)
        for key, text in FORMS:
            self.addAction(words.text(text)).setData(("open", key))
        plan = self.addMenu(words.text("Add to the plan"))
        for key, text in PLAN_FORMS:
            plan.addAction(words.text(text)).setData(("open", key))
        self.addMenu(KnowsMenu(workbench, client, self))
        self.addSeparator()
        for kind, text in TURNS[client.state]:
            self.addAction(f"{words.text(text)}…").setData(("turn", kind))
        hold = words.text("Lift the legal hold") if client.legal_hold else words.text("Put under legal hold")
        self.addAction(f"{hold}…").setData(("hold", not client.legal_hold))
        self.triggered.connect(self._take)

    def _take(self, action: QAction) -> None:
        if action.data() is None or isinstance(action.data(), str):
            return  # a submenu takes care of its own
        what, key = action.data()
        if what == "open":
            self._workbench.open(key, self._client.number)
        elif what == "hold":
            HoldQuestion(self._workbench, self._client.number, key, action.text().rstrip("…")).open()
        else:
            TurnQuestion(self._workbench, self._client.number, key, action.text().rstrip("…")).open()


class TurnQuestion(QInputDialog):
    """Asks why, then writes client.paused, .resumed, .closed or .reopened."""

    def __init__(self, workbench: Workbench, client: int, kind: str, title: str) -> None:
        super().__init__(workbench.window)
        self._workbench, self._client, self._kind = workbench, client, kind
        words = workbench.words
        self.setWindowTitle(title)
        self.setLabelText(words.text("Why? The reason stays on record."))
        self.setOkButtonText(title)
        self.setCancelButtonText(words.text("Cancel"))
        self.textValueSelected.connect(self._turn)

    def _turn(self, reason: str) -> None:
        clients, client, kind = self._workbench.journal.clients, self._client, self._kind
        self._workbench.do(lambda: clients.turn(client, kind, reason.strip()), said=self.windowTitle())


class HoldQuestion(QInputDialog):
    """Asks why, then puts the client under legal hold or lifts it: while it stands nothing may be erased (4.7)."""

    def __init__(self, workbench: Workbench, client: int, on: bool, title: str) -> None:
        super().__init__(workbench.window)
        self._workbench, self._client, self._on = workbench, client, on
        words = workbench.words
        self.setWindowTitle(title)
        why = words.text("While the hold stands, nothing of this client may be erased. Why?")
        self.setLabelText(why if on else words.text("Why? The reason stays on record."))
        self.setOkButtonText(title)
        self.setCancelButtonText(words.text("Cancel"))
        self.textValueSelected.connect(self._hold)

    def _hold(self, reason: str) -> None:
        clients, client, on = self._workbench.journal.clients, self._client, self._on
        self._workbench.do(lambda: clients.hold(client, on, reason.strip()), said=self.windowTitle())
