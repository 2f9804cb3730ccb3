"""The draft beside a form: in the client's language, in three styles, and kept as edited once it was touched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.papers.draft_files import own_folder
from app.papers.drafts import render
from app.words import N_
from ui.dialogs.edit.promise_words import draft_label
from ui.widgets.boxes import Column, Row
from ui.widgets.inputs import TextInput
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

STYLES: Final = (("formal", N_("Formal")), ("plain", N_("Plain")), ("friendly", N_("Friendly")))


class DraftPane(Column):
    """`text` is what would be sent."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._workbench = workbench
        words = workbench.words
        head = self.add(Row(gap=8))
        self.label = head.add(Text("", "small", weight=500, colour="text2", wrap=True), 1)
        styles = [Segment(key, words.text_in("style", text)) for key, text in STYLES]
        self.style_of = head.add(Segmented(styles, "plain", name=words.text("Style of the draft"), small=True))
        self.field = self.add(TextInput(lines=4), 1)
        self.field.setAccessibleName(words.text("Draft of the message"))
        self.style_of.changed.connect(self._restyle_draft)
        self.field.textChanged.connect(self._touched)
        self._filling = self.edited = False
        self._last: tuple[str, str, Mapping[str, object]] = ("", "en", {})

    @property
    def text(self) -> str:
        """The message as it stands in the field."""
        return self.field.toPlainText().strip()

    def prefer(self, style: str) -> None:
        """The client's style."""
        if style in dict(STYLES):
            self.style_of.choose(style)

    def show_draft(self, key: str, language: str, person: str, values: Mapping[str, object]) -> None:
        """Put the draft in; one that was edited stays as it is."""
        self.label.setText(draft_label(self._workbench.words, person, language))
        self._last = key, language, values
        if not self.edited:
            self._fill()

    def _fill(self) -> None:
        key, language, values = self._last
        if not key:
            return
        folder = own_folder(self._workbench.journal.path)
        draft = render(key, self.style_of.key, language, values, folder, this_year=self._workbench.today.year)
        if draft.text == self.field.toPlainText():
            return
        self._filling = True
        self.field.setPlainText(draft.text)
        self._filling = False

    def _restyle_draft(self) -> None:
        """Another style is asked for in so many words: what was edited gives way."""
        self.edited = False
        self._fill()

    def _touched(self) -> None:
        if not self._filling:
            self.edited = True
