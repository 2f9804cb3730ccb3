"""The contract beside the agreement: number, days, sum, and what changes them (6.4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.people import Client
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class ContractCard(Card):
    """The dates rule reminders of the term's end (F25) and what counts as accepted then (F16)."""

    def __init__(self, workbench: Workbench, client: Client, parent: QWidget | None = None) -> None:
        from ui.dialogs.agreement.contract_form import contract_body, contract_text

        words = workbench.words
        super().__init__(gap=4, fill=True, name=words.text("Contract"), parent=parent)
        self._workbench, self._client = workbench, client
        self._body = contract_body(client.contract)
        self.add(Text(words.text("Contract"), "small", weight=600))
        lines = [line for line in (client.contract.number, contract_text(words, self._body)) if line]
        for line in lines or [words.text("Its number and its days are not known yet.")]:
            self.add(Text(line, "small", colour="text2", wrap=True, selectable=True))
        change = self.add(Button(words.text("Change the contract"), small=True), align=Qt.AlignmentFlag.AlignLeft)
        change.clicked.connect(self.ask)

    def ask(self) -> None:
        """Have number, days and sum given."""
        from ui.dialogs.agreement.contract_form import ContractForm

        dialog = ContractForm(self._workbench.words, self._body, self._workbench.today, parent=self.window())
        dialog.given.connect(self._keep)
        dialog.open()

    def _keep(self, body: dict[str, Any]) -> None:
        if body == self._body:
            return
        clients, number = self._workbench.journal.clients, self._client.number
        drop = () if body else ("contract",)
        change = partial(clients.change, number, drop, contract=body)
        self._workbench.do(change, said=self._workbench.words.text("The contract is kept."))
