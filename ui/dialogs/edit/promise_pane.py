"""The right pane of an edit request: the promise that changes while typing, its count, its load, the draft (6.5)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.edit_answer import EditAnswer
from app.facts.people import Client
from app.papers.counts import count_for_client, count_sentence
from app.papers.promise_words import day_load_words, load_sentence
from app.words import words_for
from ui.dialogs.edit.draft_pane import DraftPane
from ui.dialogs.edit.promise_words import by_hour, cells
from ui.pages.client.people_tab import voice_words
from ui.widgets.boxes import Row
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.count import Count
from ui.widgets.count_lines import CountLines
from ui.widgets.pane import Pane
from ui.widgets.picture import Picture
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.strip import Strip, StripDay
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class PromisePane(Pane):
    """`changed` when firm or provisional is chosen, `day_taken` with the better day."""

    changed = Signal()
    day_taken = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("rail", gap=10, padding=(24, 20, 24, 16), parent=parent)
        self._workbench = workbench
        words = workbench.words
        head = self.add(Row(gap=8))
        head.add(Text(words.text("Promise"), "small", weight=500, colour="text2"))
        head.add_space()
        kinds = [Segment("firm", words.text("Firm")), Segment("provisional", words.text("Provisional"))]
        self.kind = head.add(Segmented(kinds, "firm", name=words.text("Kind of promise"), small=True))
        self.unconfirmed = head.add(Chip(words.text("Unconfirmed"), "today", icon="hourglass"))
        self.date = self.add(Text("", "display", wrap=True))
        self.below = self.add(Text("", "small", colour="text2", wrap=True))
        self.count = self.add(Count(()))
        self.listed = self.add(CountLines(()))
        self.listed.hide()
        self.week = self.add(Strip((), name=words.text("The week of the promised day")))
        self.week.low = True
        self.load = self.add(Card(gap=0, padding=(12, 9, 9, 9), fill=True))
        row = self.load.add(Row(gap=10))
        row.add(Picture("info"))
        self.remark = row.add(Text("", "small", wrap=True), 1)
        self.take = row.add(Button(""))
        self.draft = self.add(DraftPane(workbench), 1)
        voice = self.add(Row(gap=8))
        voice.add(Picture("history", side=14))
        self.voice = voice.add(Text("", "caption", colour="text2", wrap=True), 1)
        self._voice_line = voice
        self._better: date | None = None
        self.kind.changed.connect(self._tell)
        self.take.clicked.connect(self._take)
        self.week.opened.connect(self._take_day)

    @property
    def is_provisional(self) -> bool:
        """A date by which the date will be told."""
        return self.kind.key == "provisional"

    def set_single(self, single: bool) -> None:
        """At large text the count is a list of lines."""
        self.count.setVisible(not single)
        self.listed.setVisible(single)

    def show_answer(self, answer: EditAnswer, client: Client, text: str, who: str) -> None:
        """Show the date for the present fields."""
        words, counted = self._workbench.words, answer.counted
        self.kind.setVisible(not answer.waits)
        self.unconfirmed.setVisible(answer.waits)
        muted = answer.waits or self.is_provisional
        spoken = count_sentence(words, counted.count)
        self.count.set_count(cells(words, counted.count), muted=muted, spoken=spoken)
        self.listed.set_count(cells(words, counted.count), muted=muted, spoken=spoken)
        self._headline(answer, client)
        self._remark(answer)
        self._count_voice(answer, who)
        self._write_draft(answer, client, text, who)

    def _headline(self, answer: EditAnswer, client: Client) -> None:
        words, counted = self._workbench.words, answer.counted
        contact = answer.contact.short if answer.contact else client.name
        if answer.waits:
            self.date.setText(words.text("No date yet"))
            self.below.setText(
                words.text("If {person} confirms today, it would be {day}", person=contact, day=counted.on)
            )
            return
        if self.is_provisional:
            self.date.setText(words.text("Date told by {day:acc}", day=counted.on))
            self.below.setText(words.text("The work itself is not yet counted"))
            return
        self.date.setText(words.capital(words.date(counted.on)))
        self.below.setText(by_hour(words, counted, self._workbench.owner, client))

    def _remark(self, answer: EditAnswer) -> None:
        words = self._workbench.words
        said = "" if answer.waits or self.is_provisional else load_sentence(words, answer.load, answer.better)
        self.week.setVisible(not answer.waits and not self.is_provisional)
        self.week.set_days(self._week(answer))
        self.load.setVisible(bool(said))
        self.remark.setText(said)
        self._better = answer.better.on if answer.better and said else None
        self.take.setVisible(self._better is not None)
        if self._better is not None:
            self.take.set_text(words.text("Use {weekday}", weekday=words.weekday(self._better)))

    def _week(self, answer: EditAnswer) -> list[StripDay]:
        """The week of the promised day with this promise in it; days off on either side are hatched."""
        words, found = self._workbench.words, []
        for load in answer.week:
            due = load.on == answer.counted.on
            found.append(
                StripDay(
                    key=load.on.isoformat(),
                    weekday=words.weekday(load.on, short=True),
                    number=str(load.on.day),
                    blocks=load.promises + due,
                    limit=load.limit,
                    off=load.off or load.off_there,
                    today=due,
                    spoken=day_load_words(words, load),
                )
            )
        return found

    def _count_voice(self, answer: EditAnswer, who: str) -> None:
        self._voice_line.setVisible(answer.by_voice and answer.voice is not None)
        if answer.voice is not None:
            words = self._workbench.words
            said = voice_words(words, answer.voice)
            self.voice.setText(words.text("Before this from {person}: {count}", person=who, count=said))

    def _write_draft(self, answer: EditAnswer, client: Client, text: str, who: str) -> None:
        language = client.language or self._workbench.language
        theirs = words_for(language, this_year=self._workbench.today.year)
        called = answer.contact.short if answer.contact else ""
        values: dict[str, object] = {
            "called": called,
            "owner": self._workbench.owner.name,
            "client": client.name,
            "item": text.strip().rstrip("."),
            "due": answer.counted.on,
            "count": "" if self.is_provisional else count_for_client(theirs, answer.counted.count),
            "asked_by": who if answer.by_voice else called,
        }
        key = "confirm" if answer.waits else "promise_provisional" if self.is_provisional else "promise"
        self.draft.show_draft(key, language, called or client.name, values)

    def _take(self) -> None:
        if self._better is not None:
            self.day_taken.emit(self._better)

    def _take_day(self, key: str) -> None:
        """A press on a day of the week promises for that day, if it has not passed."""
        day = date.fromisoformat(key)
        if day >= self._workbench.today:
            self.day_taken.emit(day)

    def _tell(self) -> None:
        self.changed.emit()
