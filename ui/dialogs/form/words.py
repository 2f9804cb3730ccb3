"""The words of a form, changed by the owner: title, questions, sentences to tick; kept beside the journal (1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.facts.forms import FormPart, FormText
from ui.dialogs.form.said import Said, keep_in_room
from ui.dialogs.form.words_part import PartWords
from ui.dialogs.plain_dialog import PlainDialog
from ui.language_names import LANGUAGES
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import line_field, text_field
from ui.widgets.notice import Notice, NoticeKind
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.dialogs.form.sheet import FormSheet

WIDE, HIGH = 680, 740


class FormWords(PlainDialog):
    """Saved for every client whose forms are in this language; answers given before keep their questions' keys."""

    def __init__(self, sheet: FormSheet) -> None:
        workbench = sheet.workbench
        words, text = workbench.words, sheet.text
        super().__init__(workbench, words.text("Words of this form"), sheet, width=WIDE)
        self._sheet, self._text, self._asked = sheet, text, False
        self._notices = self.body.add(Said(words))
        language = words.text(LANGUAGES[text.language])
        said = words.text("{language}. Your version is taken for every client who gets this form in that language.",
                          language=language)  # fmt: skip
        self.body.add(Text(said, "small", colour="text2", wrap=True))
        self.heading = self.body.add(line_field(words.text("Title"), text.title))
        self.opening = self.body.add(text_field(words.text("Before the questions"), text.opening, lines=3))
        self._parts = self.body.add(Column(gap=12))
        self.parts = [self._parts.add(PartWords(part, words)) for part in text.parts]
        self.more = self.body.add(Button(words.text("Add a part"), ButtonKind.GHOST, icon="plus", small=True))
        self.more.clicked.connect(self._add_part)
        self.closing = self.body.add(text_field(words.text("After the questions"), text.closing, lines=2))
        self.body.add_space()
        self.reset = self.foot.add(Button(words.text("Back to the shipped form"), ButtonKind.GHOST, icon="rotate-ccw"))
        self.reset.setVisible(workbench.journal.forms.has_own_text(text.sort, text.language))
        self.reset.clicked.connect(self._reset)
        self.add_foot(words.text("Save"), cancel=words.text("Cancel"))
        keep_in_room(self, WIDE, HIGH)
        self.heading.editor.setFocus()

    @property
    def written(self) -> FormText:
        """The form as it is written now; parts that ask nothing are left out."""
        return replace(
            self._text,
            title=self.heading.editor.text().strip(),
            opening=self.opening.editor.toPlainText().strip(),
            closing=self.closing.editor.toPlainText().strip(),
            parts=tuple(part for part in (each.part for each in self.parts) if part.fields or part.ticks),
        )

    def save(self) -> None:
        """Keep the owner's version (Ctrl+Enter)."""
        forms, text = self.workbench.journal.forms, self.written
        if self.workbench.do(lambda: forms.keep_text(text), at=self):
            self.accept()
            self._sheet.reword()

    def refuse(self, sentence: str) -> None:
        """Say why it was not kept; the words stay."""
        self._notices.say(Notice(sentence, NoticeKind.ERROR))

    def reject(self) -> None:
        """Leave; with changed words ask once."""
        if self.written != self._text and not self._asked:
            self._asked = True
            said = self.workbench.words.text("The words you changed are not saved. Close once more to give them up.")
            self._notices.say(Notice(said, NoticeKind.WARNING))
            return
        super().reject()

    def _add_part(self) -> None:
        fresh = self._parts.add(PartWords(FormPart(), self.workbench.words))
        self.parts.append(fresh)
        fresh.add_question()

    def _reset(self) -> None:
        forms, text = self.workbench.journal.forms, self._text
        if self.workbench.do(lambda: forms.reset_text(text.sort, text.language), at=self):
            self.accept()
            self._sheet.reword()
