"""The head of the composer: the contact, since when, their clock; and the ladder of agreed channels (6.7)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.letter import Letter
from app.facts.visible import visible
from app.papers.names import channel_name, knows_words
from app.words import Words
from ui.channels import channel_icon, in_sentence
from ui.pages.today.looks import clock_face
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.clock import Clock
from ui.widgets.ladder import Ladder, LadderState, LadderStep
from ui.widgets.text import Text

LIST_FROM_SCALE = 1.5
"""From this text scale on the ladder is one list button."""


class Head(Column):
    """`chosen` carries the channel taken."""

    chosen = Signal(str)

    def __init__(self, words: Words, letter: Letter, here: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words, self._letter = words, letter
        self.channel = letter.channel
        who = self.add(Row(gap=12))
        names = who.add(Column(gap=2), 1)
        contact = visible(letter.contact.name) if letter.contact else words.text("Nobody is named as the contact")
        names.add(Text(contact, "title", wrap=True))
        names.add(Text(self._below(), "small", colour="text2", wrap=True))
        knows = knows_words(words, letter.client.knows)
        if knows:
            names.add(Text(knows, "small", colour="text2", wrap=True))
        face = clock_face(words, letter.clock, letter.now, here)
        who.add(Clock(face), align=Qt.AlignmentFlag.AlignVCenter)
        self.add_gap(4)
        line = self.add(Row(gap=12))
        line.add(Text(words.text("Channel, in the agreed order"), "small", weight=500, colour="text2"), 1)
        self._silent = line.add(Text("", "caption", colour="text2"))
        self._as_list = theme().scale >= LIST_FROM_SCALE
        self._ladder = self.add(Ladder((), words.text("Channel")))
        self._ladder.chosen.connect(self.choose)
        self._list = self.add(ChoiceInput())
        self._list.setAccessibleName(words.text("Channel"))
        self._list.chosen.connect(self.choose)
        self._ladder.setVisible(not self._as_list)
        self._list.setVisible(self._as_list)
        self._show()

    @property
    def address(self) -> str:
        """The address of the chosen channel."""
        return next((step.address for step in self._letter.steps if step.channel == self.channel), "")

    def choose(self, channel: str) -> None:
        """Take another channel."""
        self.channel = channel
        self._show()
        self.chosen.emit(channel)

    def _below(self) -> str:
        words, letter = self._words, self._letter
        name = visible(letter.client.name)
        if letter.contact_since is None:
            return name
        return words.text("{client}, the contact since {since:gen}", client=name, since=letter.contact_since)

    def _show(self) -> None:
        words, letter = self._words, self._letter
        steps = []
        for step in letter.steps:
            current = step.channel == self.channel
            tried = LadderState.TRIED if step.tried else LadderState.NEXT
            note = words.text("tried {day:short}", day=step.tried) if step.tried else ""
            steps.append(
                LadderStep(
                    step.channel,
                    channel_name(words, step.channel),
                    visible(step.address) or words.text("no address yet"),
                    channel_icon(step.channel),
                    LadderState.CURRENT if current else tried,
                    note,
                )
            )
        self._ladder.set_steps(steps)
        self._list.set_choices(
            [Choice(each.key, f"{each.channel} · {each.address}", each.icon) for each in steps], self.channel
        )
        self._silent.setText(self._if_silent())

    def _if_silent(self) -> str:
        """The step after the chosen one, and the day on which it comes."""
        words, steps = self._words, [step.channel for step in self._letter.steps]
        if self._letter.silent_until is None or self.channel not in steps[:-1]:
            return ""
        after = steps[steps.index(self.channel) + 1]
        name = in_sentence(after, channel_name(words, after))
        return words.text("If silent: {channel} {day:on}", channel=name, day=self._letter.silent_until)
