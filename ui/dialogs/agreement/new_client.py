"""A new client: step 2 of first run as a dialog (6.2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.facts.beginning import FirstClient
from ui.dialogs.agreement.client_fields import ClientFields
from ui.dialogs.agreement.place_input import settled
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.dialogs.keeping import Editors
from ui.theme import theme
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

ROOMY = 620
"""From this width on (design pixels) fields stand beside each other."""


class NewClient(SmallDialog):
    """Only the client and the contact are asked for; everything else can come later."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(words, words.text("New client"), words.text("Add this client"), width=720, parent=parent)
        self._workbench = workbench
        owner = workbench.owner
        language = next(iter(owner.languages), workbench.language)
        given = FirstClient(zone=owner.zone, language=language, since=workbench.today)
        self.fields = self.body.add(ClientFields(words, given, workbench.now()))
        self.lead = self.body.add(CheckBox(words.text("Only a lead so far, nothing is signed")))
        self.fields.changed.connect(self._judge)
        self.wanted.connect(self._add)
        at = self.fields
        fields: Editors = {
            "name": at.name, "contract": at.contract, "contact": at.contact, "role": at.role, "since": at.since,
            "language": at.language, "lead": self.lead,
        }  # fmt: skip
        self.keep_typed(workbench, "new_client", fields)
        self.fields.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below, as the width allows."""
        super().resizeEvent(event)
        self.fields.set_single(self.width() / theme().scale < ROOMY)

    def _judge(self) -> None:
        """A field that was refused is judged anew while it is filled."""
        for field in (self.fields.name, self.fields.contact):
            if field.error and field.editor.text().strip():
                field.set_error(None)

    def _add(self) -> None:
        wrong = None
        for field, said in (
            (self.fields.name, self.words.text("A name is needed. Write how the client is called in the contract.")),
            (self.fields.contact, self.words.text("One person has to speak for the client. Write their name.")),
        ):
            missing = not field.editor.text().strip()
            field.set_error(said if missing else None)
            wrong = wrong or (field.editor if missing else None)
        if not settled(self.fields.place, self.words):
            return
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        given = self.fields.read()
        self._workbench.do(partial(self._record, given), self._added, at=self)

    def _record(self, given: FirstClient) -> int:
        from app.journal.beginning import add_client

        state = "lead" if self.lead.isChecked() else "active"
        return add_client(self._workbench.journal, given, state=state)

    def _added(self, number: int) -> None:
        self.accept()
        words = self._workbench.words
        name = self._workbench.journal.clients.get(number).name
        self._workbench.show("client", number)
        self._workbench.say(
            words.text("{name} is added. The default terms count until you agree on others.", name=name),
            step=words.text("Agree on the terms"),
            next=partial(self._workbench.open, "agreement", number),
        )
