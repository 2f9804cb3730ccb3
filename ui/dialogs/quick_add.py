"""Log (Ctrl+N): the quick add of 6.4 from anywhere, for a client that is chosen here, or a new lead from one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.people import ClientState
from app.facts.visible import visible
from ui.dialogs.keeping import nothing_recorded
from ui.dialogs.kept_form import KeptForm
from ui.pages.client.quick_add import FULL_FORMS
from ui.pages.client.quick_add import QuickAdd as QuickBar
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE = 760
LEAD = "lead"
"""The choice that makes a client out of the line."""


class QuickAdd(KeptForm):
    """One line and Enter. Where the kind has a form of its own, Ctrl+Enter opens it with the text taken over."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, text: str = "",
        answer: bool = False,
    ) -> None:  # fmt: skip
        words = workbench.words
        super().__init__(workbench, words.text("Log an answer") if answer else words.text("Log"), parent, width=WIDE)
        known = [each for each in workbench.journal.clients.all() if each.state is not ClientState.CLOSED]
        choices = [Choice(str(each.number), visible(each.name)) for each in known]
        choices.append(Choice(LEAD, words.text("A new lead, from this line")))
        first = str(client) if client else choices[0].key
        self.whom = self.body.add(choice_field(words.text("Client"), choices, first, icon="briefcase"))
        self.bar = self.body.add(QuickBar(workbench))
        said = words.text("Name of the lead, a colon, and what was written. The name is enough.")
        self.hint = self.body.add(Text(said, "caption", colour="text2", wrap=True))
        self.body.add_space()
        self.saving = self.add_foot(words.text("Save"), cancel=words.text("Cancel"))
        self.saving.clicked.disconnect(self.save)
        self.saving.clicked.connect(self.save_line)
        self.bar.field.saved.disconnect(self.bar.save)
        self.bar.field.saved.connect(self.save_line)
        self.bar.written.connect(self._written)
        self.whom.editor.chosen.connect(self._chosen)
        self._asked = False
        self._chosen(first)
        self.fit()
        if text:
            begun = self.bar.field.toPlainText()
            self.bar.field.setPlainText(f"{text}\n{begun}" if begun else text)
        self.bar.field.textChanged.connect(self._changed)
        self.bar.field.setFocus()

    @property
    def is_lead(self) -> bool:
        """Whether the line is to make a new client."""
        return self.whom.editor.key == LEAD

    def save(self) -> None:
        """Ctrl+Enter: the whole form where the kind has one, else the line as it stands."""
        if self.is_lead or self.bar.switches.kind not in FULL_FORMS:
            self.save_line()
            return
        if self.bar.taking.holds_files():
            return
        self.accept()
        self.bar.open_full()

    def save_line(self) -> None:
        """Enter: write the line at once."""
        if self.is_lead:
            self._save_lead()
        else:
            self.bar.save()

    @property
    def is_filled(self) -> bool:
        """A line stands in the field."""
        return bool(self.bar.field.toPlainText().strip())

    def reject(self) -> None:
        """Escape: a line that is not written asks once, and waits with its client."""
        if self.is_filled and not self._asked:
            self._asked = True
            self.remark(nothing_recorded(self.workbench.words), self.leave)
            return
        self.leave()

    def leave(self) -> None:
        """Close; the line waits for the next time."""
        self.bar.begun.keep()
        super().leave()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written; the line stays."""
        self.bar.refuse(sentence)

    def _changed(self) -> None:
        self._asked = False

    def _chosen(self, key: str) -> None:
        lead = key == LEAD
        self.hint.setVisible(lead)
        self.bar.switches.kinds.setEnabled(not lead)
        typed = self.bar.field.toPlainText()
        self.bar.field.clear()  # the line goes with the choice: nothing of it is left with the client before
        if lead:
            self.bar.switches.choose(0)
            self.bar.begun.leave()
            self.bar.client = 0
            self.bar.begun.come_to(0)
        else:
            self.bar.show_client(self.workbench.journal.desk.client_page(int(key)))
        if typed:
            self.bar.field.setPlainText(typed)

    def _save_lead(self) -> None:
        words, journal, owner = self.workbench.words, self.workbench.journal, self.workbench.owner
        name, _, said = (part.strip() for part in self.bar.field.toPlainText().partition(":"))
        if not name:
            self.refuse(words.text("Write the name of the lead first."))
            return
        channel, mine = self.bar.switches.channel.key, self.bar.switches.is_mine
        language = owner.languages[0] if owner.languages else self.workbench.language

        def verb() -> int:
            client = journal.clients.add(name, state="lead", zone=owner.zone, language=language)
            if said and mine:
                journal.talk.sent(client, said, channel=channel)
            elif said:
                journal.talk.received(client, said, channel=channel)
            return client

        self.workbench.do(verb, self._made, at=self)

    def _made(self, client: int) -> None:
        bench, words = self.workbench, self.workbench.words
        name = visible(bench.journal.clients.get(client).name)
        self.bar.begun.forget()
        self.accept()
        bench.say(
            words.text("{client} is kept as a lead.", client=name),
            step=words.text("Open the client"),
            next=partial(bench.show, "client", client),
        )

    def _written(self, seq: int) -> None:
        bench, words = self.workbench, self.workbench.words
        self.accept()
        bench.say(
            words.text("Saved as entry {number}.", number=seq),
            step=words.text("Correct"),
            next=partial(_correct, bench, self.bar.client, seq),
        )


def _correct(workbench: Workbench, client: int, seq: int) -> None:
    from ui.dialogs.correct import Correct

    Correct(workbench, client, entry=seq, parent=workbench.window).open()
