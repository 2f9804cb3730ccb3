"""The forms of a client: those begun, newest first, and every sort that can be begun (1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.forms import FormText
from app.facts.plan import Form
from app.facts.visible import visible
from ui.dialogs.form.said import keep_in_room
from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH = 640, 760


class FormsList(PlainDialog):
    """Enter, a double click or Open goes to the form; nothing is recorded here."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Forms"), parent, width=WIDE)
        clients = workbench.journal.clients.all()
        self.client = client or next((each.number for each in clients), 0)
        names = [Choice(str(each.number), visible(each.name)) for each in clients]
        self.whom = self.body.add(choice_field(words.text("Client"), names, str(self.client), icon="briefcase"))
        self.whom.setVisible(not client)
        self.whom.editor.chosen.connect(self._take_client)
        said = words.text("Questions and checklists for the turns of a project. Nothing forces them.")
        self.body.add(Text(said, "small", colour="text2", wrap=True))
        columns = (TableColumn(words.text("Form"), stretch=1), TableColumn(words.text("State")))
        self.table = self.body.add(Table(columns, words.text("Forms")), 1)
        self.table.opened.connect(self._open)
        self._show()
        self.add_foot(words.text_in("button", "Open"), cancel=words.text("Cancel"))
        keep_in_room(self, WIDE, HIGH)
        self.table.setFocus()

    def save(self) -> None:
        """Open the chosen form (Ctrl+Enter)."""
        if self.table.chosen_key:
            self._open(self.table.chosen_key)

    def _take_client(self, key: str) -> None:
        self.client = int(key)
        self._show()

    def _show(self) -> None:
        words, clients = self.workbench.words, self.workbench.journal.clients
        if not self.client:
            self.title.setText(words.text("No client yet"))
            return
        self.title.setText(words.text("Forms for {client}", client=visible(clients.get(self.client).name)))
        rows = self._rows()
        self.table.set_rows(rows)
        self.table.choose(rows[0].key)

    def _open(self, key: str) -> None:
        self.accept()
        what = {"form": int(key)} if key.isdecimal() else {"sort": key}
        self.workbench.open("form", self.client, **what)

    def _rows(self) -> list[TableRow]:
        words, forms = self.workbench.words, self.workbench.journal.forms
        texts = [each.text for each in forms.texts(self.workbench.language)]
        titles = {text.sort: text.title for text in texts}
        begun = sorted(forms.of_client(self.client), key=_newest, reverse=True)
        rows = [self._begun(form, titles.get(form.sort_of_form, form.sort_of_form), words.text_in("forms", "Begun"))
                for form in begun]  # fmt: skip
        rows += [self._blank(text, words.text_in("forms", "Blank")) for text in texts]
        return rows

    def _begun(self, form: Form, title: str, group: str) -> TableRow:
        state = self._state(form)
        icon = "clipboard-check" if form.closed else "clipboard-list"
        cells = (TableCell(title, weight=500, icon=icon), TableCell(state, colour="text2"))
        return TableRow(str(form.number), cells, group=group, spoken=f"{title}, {state}")

    def _state(self, form: Form) -> str:
        words, zone = self.workbench.words, self.workbench.zone
        if form.closed:
            return words.text("closed {day:short}", day=form.closed.at.astimezone(zone).date())
        if form.fills:
            return words.text("filled {day:short}", day=form.fills[-1].at.astimezone(zone).date())
        return words.text("not filled yet")

    def _blank(self, text: FormText, group: str) -> TableRow:
        cells = (TableCell(text.title, icon="clipboard", tooltip=text.opening), TableCell(""))
        return TableRow(text.sort, cells, group=group, spoken=text.title)


def _newest(form: Form) -> tuple[bool, int]:
    return form.open, form.number
