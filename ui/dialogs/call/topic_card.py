"""A topic of the call: its title, its outcomes, the line that is being written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.people import Person
from app.words import Words
from ui.dialogs.call.outcome_line import BY, LEFT, WHO, OutcomeEditor, OutcomeRow, date_wide
from ui.kept_call import KeptOutcome, KeptTopic
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.inputs import LineInput
from ui.widgets.picture import Picture
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class TopicCard(Card):
    """`changed` after every change; `opened_line` when the focus comes here, so that the others close theirs."""

    changed = Signal()
    entered = Signal(int)

    def __init__(
        self, workbench: Workbench, number: int, topic: KeptTopic, people: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(gap=4, padding=(13, 8, 13, 8), fill=True, parent=parent)
        self._workbench, self.number, self._people = workbench, number, people
        self._agreed, self._outcomes = topic.agreed, list(topic.outcomes)
        words = workbench.words
        head = self.add(Row(gap=8))
        head.add(Text(str(number), "small", weight=500, colour="text2", tabular=True))
        self.title = head.add(LineInput(topic.title, words.text("What is talked about")), 1)
        self.title.setAccessibleName(words.text("Topic {number}", number=number))
        self.fixed = head.add(Text(topic.title, "small", weight=600, wrap=True), 1)
        self.title.setVisible(not (topic.agreed and topic.title))
        self.fixed.setVisible(topic.agreed and bool(topic.title))
        self.done = head.add(Picture("circle-check", "accent", name=words.text("Has an outcome")))
        self.open_chip = head.add(Chip(words.text("No outcome yet"), "today", icon="circle-dashed", in_row=True))
        self._heads()
        self.rows = self.add(Column(gap=0))
        self.editor = self.add(OutcomeEditor(workbench, people))
        low = self.add(Row(gap=8))
        self.more = low.add(Button(words.text("Add an outcome"), ButtonKind.LINK))
        low.add_space()
        self.editor.put(topic.begun)
        self._connect()
        self._show()

    @property
    def topic(self) -> KeptTopic:
        """The topic as it stands."""
        begun = self.editor.outcome if not self.editor.isHidden() else KeptOutcome()
        return KeptTopic(
            title=self.title.text().strip(), agreed=self._agreed, outcomes=tuple(self._outcomes), begun=begun
        )

    @property
    def is_open(self) -> bool:
        """It has no outcome yet; a line that was begun becomes one when the call is saved."""
        return not self._outcomes

    def take_begun(self) -> bool:
        """Add the line that is being written; False when its day is none."""
        if self.editor.isHidden() or not self.editor.outcome.what:
            return True
        if not self.editor.is_sound:
            self.editor.by.setFocus()
            return False
        self._add()
        return True

    def put_outcomes(self, outcomes: Sequence[KeptOutcome]) -> None:
        """Show these as written, and no line to write in."""
        self._outcomes = list(outcomes)
        self._show()
        self.close_line()

    def open_line(self) -> None:
        """Show the line to write in."""
        self.editor.show()
        self._show()

    def close_line(self) -> None:
        """Hide an empty line: only one topic is written at a time."""
        if self._outcomes and not self.editor.outcome.what:
            self.editor.hide()
            self._show()

    def _heads(self) -> None:
        words = self._workbench.words
        self.heads = self.add(Row(gap=0, margins=(LEFT, 0, 0, 0)))
        self.heads.add(Text(words.text("What"), "caption", colour="text2"), 1)
        last = max(theme().px(BY), int(date_wide(words)))
        for text, wide in ((words.text("Who"), theme().px(WHO)), (words.text("By when"), last)):
            self.heads.add(Text(text, "caption", colour="text2")).setFixedWidth(wide)

    def _connect(self) -> None:
        self.editor.added.connect(self._add)
        self.editor.changed.connect(self._tell)
        self.title.textEdited.connect(self._tell)
        self.editor.nothing.clicked.connect(self._decide_nothing)
        self.more.clicked.connect(self._more)

    def _add(self) -> None:
        if not self.editor.outcome.what:
            return
        self._outcomes = [each for each in self._outcomes if not each.nothing] + [self.editor.outcome]
        self.editor.put(KeptOutcome(who=int(self._people[1].key) if len(self._people) > 1 else 0))
        self._show()
        self.editor.what.setFocus()
        self.changed.emit()

    def _decide_nothing(self) -> None:
        self._outcomes = [KeptOutcome(nothing=True)]
        self.editor.put(KeptOutcome())
        self.editor.hide()
        self._show()
        self.changed.emit()

    def _more(self) -> None:
        self.open_line()
        self.editor.what.setFocus()
        self.entered.emit(self.number)

    def _edit(self, at: int) -> None:
        outcome = self._outcomes.pop(at)
        self.editor.put(outcome)
        self.open_line()
        self.editor.what.setFocus()
        self.changed.emit()

    def _remove(self, at: int) -> None:
        del self._outcomes[at]
        self.open_line()
        self.changed.emit()

    def _show(self) -> None:
        words = self._workbench.words
        self.rows.clear()
        self.written: list[OutcomeRow] = []
        for at, each in enumerate(self._outcomes):
            what = words.text("Nothing decided") if each.nothing else each.what
            who = "" if each.nothing else self._named(each.who)
            by = words.date(each.by, short=True) if each.by else ""
            row = self.rows.add(OutcomeRow(at, what, who, by, date_wide(words)))
            self.written.append(row)
            row.edited.connect(self._edit)
            row.removed.connect(self._remove)
        written = bool(self._outcomes)
        self.heads.setVisible(written and not self._outcomes[0].nothing)
        self.rows.setVisible(written)
        self.editor.nothing.setVisible(not written)
        self.more.setVisible(written and self.editor.isHidden())
        self._tell()

    def _named(self, who: int) -> str:
        return next((each.text for each in self._people if each.key == str(who)), "")

    def _tell(self) -> None:
        self.done.setVisible(bool(self._outcomes))
        self.open_chip.setVisible(not self._outcomes)
        self.changed.emit()


def who_could(words: Words, people: Sequence[Person], contact: Person | None) -> list[Choice]:
    """Who may do what was decided: me, the contact, the others."""
    first = [contact] if contact else []
    others = [each for each in people if each not in first]
    return [Choice("0", words.text("me")), *(Choice(str(each.number), each.short) for each in (*first, *others))]
