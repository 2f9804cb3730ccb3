"""The dialog of the stop-work assistant: it shows how things stand and records what the owner decided, never itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.facts.stop_work import Standing
from app.papers.names import channel_name
from ui.channels import channel_icon
from ui.dialogs.edit.promise_words import draft_label
from ui.dialogs.kept_form import KeptForm
from ui.dialogs.paper import open_paper
from ui.dialogs.stop_work.dates_pane import DatesPane
from ui.dialogs.stop_work.standing_pane import StandingPane
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, text_field
from ui.widgets.flow import Flow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

NOT_TOLD = "none"


class StopWork(KeptForm):
    """For one overdue request. While work is stopped because of it, the dialog records that work goes on."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, request: int) -> None:
        words, journal = workbench.words, workbench.journal
        self.standing: Standing = journal.stops.stand(request)
        self.request, self.client = request, self.standing.client.number
        self.resumes = self.standing.read.stopped is not None
        title = words.text("Work goes on") if self.resumes else words.text("Stop work")
        super().__init__(workbench, title, parent, width=600)
        self.body.add(Text(self.standing.client.name, "small", colour="text2"))
        self.body.add(StandingPane(words, self.standing))
        self.dates = self.body.add(DatesPane(words, self.standing.read.dates, tell=self.resumes))
        self.dates.changed.connect(self._put_note)
        self._note()
        self._how()
        self.body.add_space()
        self._foot()
        self.keep(f"stop/{request}/{'resume' if self.resumes else 'stop'}", {"note": self.note})
        self.fit()

    def save(self) -> None:
        """Record work.stopped or work.resumed with the words in the field; the new dates are told with them."""
        words = self.workbench.words
        said = words.text("Recorded: work goes on.") if self.resumes else words.text("Recorded: work is stopped.")
        verb = self._resume() if self.resumes else self._stop()
        if self.workbench.do(verb, said=said, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded; the words stay."""
        self.note.set_error(sentence)

    def print_notice(self) -> None:
        """The notice as a page with a line to sign."""
        self.paper = open_paper(self.workbench, self.workbench.journal.stops.paper(self.request), self.client, self)

    def _note(self) -> None:
        words, standing = self.workbench.words, self.standing
        person = standing.contact.short if standing.contact else standing.client.name
        text = standing.resume_note if self.resumes else standing.notice
        self.note = self.body.add(text_field(draft_label(words, person, standing.language), text, lines=7))
        ways = self.body.add(Flow(gap=8, line_gap=8))
        copy = ways.add(Button(words.text("Copy"), ButtonKind.PLAIN, icon="copy", small=True))
        copy.clicked.connect(self._copy)
        if not self.resumes:
            page = ways.add(Button(words.text("Print"), ButtonKind.PLAIN, icon="printer", small=True))
            page.clicked.connect(self.print_notice)

    def _how(self) -> None:
        words, journal = self.workbench.words, self.workbench.journal
        usual = journal.talk.usual_channel(self.client)
        agreed = [each.channel for each in journal.agreements.in_force(self.client).terms.agreed_channels]
        kinds = dict.fromkeys([usual, *agreed, "email", "phone", "other"])
        choices = [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in kinds]
        choices.append(Choice(NOT_TOLD, words.text("not told yet")))
        self.channel = self.body.add(choice_field(words.text("Told through"), choices, usual))
        said = words.text("Nothing is sent from here. Copy the words, send them yourself, and record that you did.")
        self.body.add(Text(said, "caption", colour="text2", wrap=True))

    def _foot(self) -> None:
        words = self.workbench.words
        text = words.text("Record that work goes on") if self.resumes else words.text("Record that work stops")
        self.recording = self.add_foot(text, cancel=words.text("Cancel"))

    def _copy(self) -> None:
        """The words as they stand, to be sent by the owner."""
        QGuiApplication.clipboard().setText(self._text())

    def _stop(self) -> Callable[[], object]:
        stops, request, channel, notice = self.workbench.journal.stops, self.request, self._channel(), self._text()

        def verb() -> int:
            return stops.stop(request, notice, channel=channel)

        return verb

    def _resume(self) -> Callable[[], object]:
        stops, client, request = self.workbench.journal.stops, self.client, self.request
        channel, note, dates = self._channel(), self._text(), self.dates.dates

        def verb() -> tuple[int, ...]:
            return stops.resume(client, note, because=request, channel=channel, dates=dates)

        return verb

    def _put_note(self) -> None:
        """The note names the dates that are ticked; what was written by hand stays."""
        stops = self.workbench.journal.stops
        written = self._text()
        if written in (self.standing.resume_note.strip(), getattr(self, "_last", "")):
            self._last = stops.resume_note(self.request, self.dates.dates).strip()
            self.note.editor.setPlainText(self._last)

    def _text(self) -> str:
        return self.note.editor.toPlainText().strip()

    def _channel(self) -> str:
        key = self.channel.editor.key
        return "" if key == NOT_TOLD else key
