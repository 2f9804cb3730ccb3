"""A person on the client's side: name, how to greet them, role, addresses (1.2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.people import Person
from app.papers.names import channel_name
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.widgets.field import line_field
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

ADDRESSES = ("telegram", "whatsapp", "email", "phone", "vk")


class PersonForm(SmallDialog):
    """Adds a person, or changes one."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, person: int = 0, parent: QWidget | None = None
    ) -> None:
        words = workbench.words
        known = next((each for each in workbench.journal.clients.people(client) if each.number == person), None)
        title = known.name if known else words.text("Somebody on their side")
        verb = words.text("Change this person") if known else words.text("Add this person")
        super().__init__(words, title, verb, width=480, parent=parent)
        self._workbench, self._client, self._known = workbench, client, known
        shown = known or Person(number=0, client=client, name="")
        self.name = self.body.add(line_field(words.text("Name"), shown.name))
        row = self.body.add(SideBySide(gap=12))
        self.called = row.add(line_field(words.text("In a greeting"), shown.called), 1)
        self.role = row.add(line_field(words.text("Role"), shown.role), 1)
        given = {each.channel: each.address for each in shown.addresses}
        self.addresses = {
            kind: self.body.add(line_field(channel_name(words, kind), given.get(kind, ""))) for kind in ADDRESSES
        }
        self._others = [(each.channel, each.address) for each in shown.addresses if each.channel not in ADDRESSES]
        self.third = self.body.add(
            CheckBox(words.text("A third party, speaks for nobody here"), checked=shown.third_party)
        )
        self.wanted.connect(self._save)
        fields = {"name": self.name, "called": self.called, "role": self.role, **self.addresses}
        self.keep_typed(workbench, f"person/{client}/{person}", fields | {"third": self.third})
        self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.name.editor.text().strip():
            self.name.set_error(self.words.text("A name is needed. Write how the person is called."))
            self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._workbench.do(partial(self._record, self._body()), self._kept, at=self):
            self.accept()

    def _body(self) -> dict[str, Any]:
        typed = [(kind, field.editor.text().strip()) for kind, field in self.addresses.items()]
        addresses = [{"channel": kind, "address": text} for kind, text in (*typed, *self._others) if text]
        body: dict[str, Any] = {
            "name": self.name.editor.text().strip(),
            "called": self.called.editor.text().strip(),
            "role": self.role.editor.text().strip(),
            "addresses": addresses,
            "third_party": self.third.isChecked(),
        }
        return {key: value for key, value in body.items() if value}

    def _record(self, body: dict[str, Any]) -> int:
        journal = self._workbench.journal
        if self._known is None:
            return journal.record("person.added", self._client, body)
        emptied = [key for key in ("called", "role", "addresses", "third_party") if key not in body]
        drop = {"drop": emptied} if emptied else {}
        return journal.record("person.changed", self._client, {"person": self._known.number} | body | drop)

    def _kept(self, entry: int) -> None:
        self._workbench.say(self._workbench.words.text("Saved as entry {number}.", number=entry))
