"""What a draft becomes: with sample values, or with those of a client; its gaps are amber as in the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.people import ClientState
from app.facts.visible import visible
from app.papers.draft_samples import sample_values
from app.papers.drafts import filled
from app.papers.letter_values import letter_values
from app.words import words_for
from ui.dialogs.compose.draft_field import DraftField
from ui.dialogs.drafts.place import Place
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

SAMPLE = "0"


class Preview(Column):
    """`changed` when another client is looked at."""

    changed = Signal()

    def __init__(self, workbench: Workbench, client: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._workbench = workbench
        words = workbench.words
        head = self.add(Row(gap=8))
        head.add(Text(words.text("How it will read"), "small", weight=500, colour="text2"), 1)
        self.whose = head.add(ChoiceInput(self._choices(), str(client)))
        self.whose.setAccessibleName(words.text("With whose values"))
        self.whose.chosen.connect(self._choose)
        self.subject = self.add(Text("", "small", weight=500, wrap=True))
        self.field = self.add(DraftField(), 1)
        self.field.setReadOnly(True)
        self.field.setAccessibleName(words.text("How it will read"))
        self.gaps = self.add(Text("", "caption", colour="text2", wrap=True))

    @property
    def client(self) -> int:
        """The client whose values are looked at; 0 for the sample."""
        return int(self.whose.key or SAMPLE)

    def show_text(self, text: str, subject: str, at: Place) -> None:
        """Fill the text as it stands and show it."""
        words, year = self._workbench.words, self._workbench.today.year
        draft = filled(text, subject, at.language, self._values(at), year)
        self.field.put(draft)
        self.subject.setText(words.text("Subject: {subject}", subject=draft.subject))
        self.subject.setVisible(bool(draft.subject))
        count = len(draft.gaps)
        self.gaps.setVisible(bool(count))
        self.gaps.setText(words.plural("{n} gap is left for you to fill.", "{n} gaps are left for you to fill.", count))

    def _values(self, at: Place) -> dict[str, object]:
        bench = self._workbench
        if not self.client:
            return sample_values(words_for(at.language, bench.today.year), at.language, bench.today, bench.owner.name)
        return letter_values(bench.journal.desk.letter_for(self.client, at.key), at.key, at.language)

    def _choices(self) -> list[Choice]:
        clients = self._workbench.journal.clients.all()
        listed = [each for each in clients if each.state is not ClientState.CLOSED]
        sample = Choice(SAMPLE, self._workbench.words.text("With sample values"), "file-text")
        return [sample, *(Choice(str(each.number), visible(each.name), "user") for each in listed)]

    def _choose(self, key: str) -> None:
        self.changed.emit()
