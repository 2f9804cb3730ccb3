"""Correct an entry (D4) or retract it: the text as it should be, and why; nothing that was written is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.entries import Entry
from app.papers.kind_names import kind_name
from ui.dialogs.kept_form import KeptForm
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import line_field, text_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

TEXT_KEYS = ("text", "title", "what", "metric", "word", "note")


class Correct(KeptForm):
    """One entry. Ctrl+Enter writes the correction; *Retract* takes the entry back for good."""

    def __init__(self, workbench: Workbench, client: int = 0, *, entry: int, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Correct entry {number}", number=entry), parent)
        self._client = client
        self.entry = workbench.journal.reading.entry(entry)
        self.key = next((key for key in TEXT_KEYS if isinstance(self.entry.body.get(key), str)), "note")
        self.body.add(Text(self._what(self.entry), "small", colour="text2", wrap=True))
        before = str(self.entry.body.get(self.key, ""))
        self.text = self.body.add(text_field(words.text("What it should say"), before, lines=4), 1)
        placeholder = words.text("in a few words: what was wrong")
        self.reason = self.body.add(
            line_field(words.text("Reason"), hint=words.text("stays on record"), placeholder=placeholder)
        )
        note = words.text("The old words stay and are shown struck through.")
        self.body.add(Text(note, "caption", colour="text2", wrap=True))
        self.retracting = self.foot.add(Button(words.text("Retract the entry"), ButtonKind.GHOST, icon="ban"))
        self.retracting.clicked.connect(self.retract)
        self.saving = self.add_foot(words.text("Save the correction"), cancel=words.text("Cancel"))
        self.keep(f"correct/{entry}", {"text": self.text, "reason": self.reason})
        self.fit()
        self.text.editor.setFocus()

    def save(self) -> None:
        """Write entry.corrected; a refusal stays at the reason."""
        text, before = self.text.editor.toPlainText().strip(), str(self.entry.body.get(self.key, ""))
        if text == before:
            self.text.set_error(self.workbench.words.text("Nothing is different yet. Change the text, or cancel."))
            self.text.editor.setFocus()
            return
        self.text.set_error(None)
        self._do(self._correction(text, self.reason.editor.text()))

    def retract(self) -> None:
        """Write entry.retracted, for good."""
        talk, client, of, reason = self.workbench.journal.talk, self._client, self.entry.seq, self.reason.editor.text()

        def verb() -> int:
            return talk.retract(client, of, reason)

        self._do(verb)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written, beside the reason."""
        self.reason.set_error(sentence)
        self.reason.editor.setFocus()

    def _correction(self, text: str, reason: str) -> Callable[[], int]:
        talk, client, of, key = self.workbench.journal.talk, self._client, self.entry.seq, self.key

        def verb() -> int:
            return talk.correct(client, of, {key: text} if text else {}, reason, drop=() if text else (key,))

        return verb

    def _do(self, verb: Callable[[], int]) -> None:
        if self.workbench.do(verb, self._kept, at=self):
            self.accept()

    def _kept(self, seq: int) -> None:
        self.workbench.say(self.workbench.words.text("Saved as entry {number}.", number=seq))

    def _what(self, entry: Entry) -> str:
        at = self.workbench.words.date_time(entry.happened, self.workbench.zone)
        return f"{kind_name(self.workbench.words, entry.kind)}, {at}"
