"""One part of a form while its words are changed: heading, questions with their hints, sentences to tick."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.forms import FormField, FormPart, FormTick
from app.papers.form_files import new_key
from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.inputs import LineInput


class WordsLine(Row):
    """A question or a sentence in one line, with × to take it out."""

    removed = Signal(object)

    def __init__(self, made: FormField | FormTick, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._made = made
        asked = isinstance(made, FormField)
        text = made.label if isinstance(made, FormField) else made.text
        self.text = self.add(LineInput(text), 3)
        self.text.setAccessibleName(words.text("Question") if asked else words.text("Sentence to tick"))
        self.hint = LineInput(made.hint if isinstance(made, FormField) else "", words.text("hint, may stay empty"))
        self.hint.setAccessibleName(words.text("Hint"))
        self.hint.setCursorPosition(0)
        self.text.setCursorPosition(0)
        if asked:
            self.add(self.hint, 3)
        else:
            self.hint.setParent(self)
            self.hint.hide()
        out = self.add(IconButton("x", words.text("Take out «{text}»", text=text), small=True))
        out.clicked.connect(self._leave)

    @property
    def made(self) -> FormField | FormTick:
        """The line as it is written now."""
        if isinstance(self._made, FormField):
            return replace(self._made, label=self.text.text().strip(), hint=self.hint.text().strip())
        return replace(self._made, text=self.text.text().strip())

    def _leave(self) -> None:
        self.removed.emit(self)


class PartWords(Card):
    """`part` is what stands in it now; lines without words are left out."""

    def __init__(self, part: FormPart, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, fill=True, parent=parent)
        self._part, self._words = part, words
        self.heading = self.add(LineInput(part.heading, words.text("heading of the part")))
        self.heading.setAccessibleName(words.text("Heading of the part"))
        self._lines = self.add(Column(gap=6))
        self.written: list[WordsLine] = []
        for field in part.fields:
            self._add(field)
        for tick in part.ticks:
            self._add(tick)
        foot = self.add(Row(gap=8))
        question = words.text("Add a column") if part.rows else words.text("Add a question")
        foot.add(Button(question, ButtonKind.GHOST, icon="plus", small=True)).clicked.connect(self.add_question)
        sentence = foot.add(Button(words.text("Add a sentence to tick"), ButtonKind.GHOST, icon="plus", small=True))
        sentence.clicked.connect(self.add_tick)
        foot.add_space()

    @property
    def part(self) -> FormPart:
        """The part as it is written now."""
        made: list[FormField | FormTick] = [line.made for line in self.written]
        return replace(
            self._part,
            heading=self.heading.text().strip(),
            fields=tuple(each for each in made if isinstance(each, FormField) and each.label),
            ticks=tuple(each for each in made if isinstance(each, FormTick) and each.text),
        )

    def add_question(self) -> None:
        """A new question, empty."""
        self._add(FormField(key=new_key(), label="", lines=1 if self._part.rows else 2)).text.setFocus()

    def add_tick(self) -> None:
        """A new sentence, empty."""
        self._add(FormTick(key=new_key(), text="")).text.setFocus()

    def _add(self, made: FormField | FormTick) -> WordsLine:
        line = self._lines.add(WordsLine(made, self._words))
        line.removed.connect(self._take_out)
        self.written.append(line)
        return line

    def _take_out(self, line: WordsLine) -> None:
        self.written.remove(line)
        line.hide()
        line.deleteLater()
