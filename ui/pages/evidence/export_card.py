"""The export in four steps: whose, of which days, with a reading copy or without, save; nothing leaves before (6.9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.facts.evidence import BagAsked, BagContents, ItemOffered
from app.facts.people import Client
from app.facts.visible import visible
from app.words import N_, Words
from ui.pages.evidence.chosen_items import ChosenItems
from ui.pages.evidence.contents import ContentsList
from ui.pages.evidence.writing_line import WritingLine
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, date_field
from ui.widgets.painting import advance
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.steps import StepMark, StepMarkState, Steps
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

STEPS = (N_("Scope"), N_("Period"), N_("Reading copy"), N_("Save"))
LAST = len(STEPS) - 1
COPY = N_("A PDF to read: cover, chronology, delays by party, gaps. The records beside it are complete either way.")
WHOLE, SPAN = "whole", "span"


class ExportCard(Card):
    """`wanted` asks for the summary of what would go in; `saved` for the export itself. Both carry a BagAsked.

    `offering` asks for the items of a client.
    """

    wanted = Signal(object)
    saved = Signal(object)
    offering = Signal(int)

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, padding=(15, 12, 15, 13), fill=True, name=words.text("Export"), parent=parent)
        self._words, self._step = words, 0
        self.asked: BagAsked | None = None
        head = self.add(Row(gap=8))
        head.add(Text(words.text("Export"), "heading"))
        self.name = head.add(Text("", "small", colour="text2", elide=True), 1)
        self.name.setAlignment(self.name.alignment().AlignRight)
        self.steps, self.contents = self.add(Steps(())), ContentsList(words)
        self.step_name = self.add(Text("", "caption", weight=600, wrap=True))
        self._panels = [self.add(make()) for make in self._makers(today)]
        self.writing = self.add(WritingLine(words))
        foot = self.add(Row(gap=8))
        self.back = foot.add(Button(words.text("Back")).widen(), 1)
        self.next = foot.add(Button(words.text("Next")).widen(), 1)
        self.save = foot.add(Button(words.text("Save the export"), ButtonKind.PRIMARY, icon="folder-down").widen(), 1)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.save.clicked.connect(self._save)
        self.go(0)

    def show_clients(self, clients: tuple[Client, ...]) -> None:
        """Offer these clients; the chosen one stays."""
        choices = [Choice(str(each.number), visible(each.name), "briefcase") for each in clients]
        self.client.editor.set_choices(choices)
        self._panels[0].setEnabled(bool(choices))
        none = self._words.text("There is no client to export yet.")
        for button in (self.next, self.save):
            button.allow() if choices else button.refuse(none)
        if choices:
            self._take()

    def show_contents(self, contents: BagContents) -> None:
        """Show the summary, if it is still the one that was asked for."""
        if contents.asked == self.asked:
            self.contents.show_contents(contents)

    def show_writing(self, busy: bool) -> None:
        """While the export is written, nothing else is asked of it."""
        self.writing.show_writing(busy)
        if busy:
            self.save.refuse(self.writing.text())
        else:
            self.save.allow()

    def show_items(self, client: int, items: tuple[ItemOffered, ...]) -> None:
        """Offer the items of the chosen client, if it is still the chosen one."""
        if self.client.editor.key == str(client):
            self.items.show_items(items)

    def go(self, step: int) -> None:
        """Show a step, from 0 to 3."""
        self._step = max(0, min(step, LAST))
        self._say_step()
        for at, panel in enumerate(self._panels):
            panel.setVisible(at == self._step)
        self.back.setVisible(self._step > 0)
        self.next.setVisible(self._step < LAST)
        self.save.setVisible(self._step == LAST)
        if self._step == LAST and self.asked is not None:
            self.wanted.emit(self.asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name every step where the names fit, else only the present one, below."""
        super().resizeEvent(event)
        self._say_step()

    def _say_step(self) -> None:
        names = [self._words.text(name) for name in STEPS]
        cell = self.steps.width() / len(STEPS) + theme().px(10)
        fits = all(advance(name, theme().font("caption", 600)) <= cell for name in names)
        states = [StepMarkState.DONE, StepMarkState.CURRENT, StepMarkState.NEXT]
        marks = [
            StepMark(name if fits else "", states[(at > self._step) + (at >= self._step)])
            for at, name in enumerate(names)
        ]
        said = self._words.text("Step {n} of {all}: {name}", n=self._step + 1, all=len(STEPS), name=names[self._step])
        self.steps.set_marks(marks, said)
        self.step_name.setText(said)
        self.step_name.setVisible(not fits)

    def _makers(self, today: date) -> tuple[Callable[[], QWidget], ...]:
        self._today = today
        return self._scope, self._period, self._copy, self._summary

    def _scope(self) -> QWidget:
        panel = Column(gap=8)
        self.client = panel.add(choice_field(self._words.text("Client"), []))
        self.client.editor.chosen.connect(self._take)
        panel.add(self._hint(self._words.text("An export is for one client: no other client's words go in.")))
        return panel

    def _period(self) -> QWidget:
        panel, words = Column(gap=8), self._words
        parts = [Segment(WHOLE, words.text("Everything")), Segment(SPAN, words.text("From, to"))]
        self.period = panel.add(Segmented(parts, WHOLE, name=words.text("Period"), stretch=True))
        self.period.changed.connect(self._take)
        self.span = panel.add(Column(gap=8))
        self.first = self.span.add(
            date_field(words.text("From"), self._today.replace(month=1, day=1), language=words.language)
        )
        self.last = self.span.add(date_field(words.text("To"), self._today, language=words.language))
        self.first.editor.changed.connect(self._take)
        self.last.editor.changed.connect(self._take)
        self.span.hide()
        panel.add(self._hint(words.text("Entries outside the period stay out and are named by number.")))
        return panel

    def _copy(self) -> QWidget:
        panel, words = Column(gap=8), self._words
        self.copy = panel.add(CheckBox(words.text("With a reading copy"), checked=True))
        self.copy.toggled.connect(self._take)
        self.items = panel.add(ChosenItems(words))
        self.items.changed.connect(self._take)
        panel.add(self._hint(words.text(COPY)))
        return panel

    def _summary(self) -> QWidget:
        return self.contents

    def _hint(self, text: str) -> Text:
        return Text(text, "caption", colour="text2", wrap=True)

    def _take(self) -> None:
        spanned = self.period.key == SPAN
        self.span.setVisible(spanned)
        if not self.client.editor.key:
            return
        client, copy = int(self.client.editor.key), self.copy.isChecked()
        if self.asked is None or self.asked.client != client:
            self.items.show_items(())
            self.offering.emit(client)
        self.items.setVisible(copy)
        self.asked = BagAsked(client=client, reading_copy=copy, items=self.items.numbers if copy else ())
        if spanned:
            self.asked = replace(self.asked, first=self.first.editor.day, last=self.last.editor.day)
        self.name.setText(self.client.editor.currentText())
        wrong = spanned and self.last.editor.day < self.first.editor.day
        self.last.set_error(self._words.text("This is before the first day. Choose a later one.") if wrong else None)
        if self._step == LAST:
            self.wanted.emit(self.asked)

    def _go_back(self) -> None:
        self.go(self._step - 1)

    def _go_on(self) -> None:
        if not self.last.error:
            self.go(self._step + 1)

    def _save(self) -> None:
        if self.asked is not None:
            self.saved.emit(self.asked)
