"""What happens to the text: copied, opened in its channel, marked as sent by the owner. Nothing is sent from here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from app.facts.today import Hours
from app.papers.question import question_of
from ui.dialogs.compose.opening import Opening
from ui.widgets.notice import Notice, NoticeKind, NoticeLine

if TYPE_CHECKING:
    from ui.dialogs.compose.window import Compose


class Sending(QObject):
    """The verbs of the composer."""

    def __init__(self, window: Compose) -> None:
        super().__init__(window)
        self._window = window
        self._asked_gaps = False
        self._opening = Opening(window)

    def copy(self) -> None:
        """Copy the text and open the channel; with a gap left, ask once."""
        window, words = self._window, self._window.words
        count = window.field.gaps_left
        if count and not self._asked_gaps:
            self._asked_gaps = True
            question = QMessageBox(window)
            question.setWindowTitle(window.windowTitle())
            question.setText(words.plural("{n} gap is left in the text.", "{n} gaps are left in the text.", count))
            fill = question.addButton(words.text("Fill it"), QMessageBox.ButtonRole.RejectRole)
            question.addButton(words.text("Copy as it is"), QMessageBox.ButtonRole.AcceptRole)
            question.setDefaultButton(fill)
            question.accepted.connect(self._copy_now)
            question.rejected.connect(window.field.next_gap)
            question.open()
            return
        self._copy_now()

    def mark(self) -> None:
        """Record message.sent with the text as it is in the field, and what it tells (B8)."""
        window, words = self._window, self._window.words
        text = window.field.toPlainText().strip()
        if not text:
            window.refuse(words.text("The message is empty. Write what you sent."))
            window.field.setFocus()
            return
        desk, letter = window.workbench.journal.desk, window.letter
        expects = question_of(text) if window.expects.isChecked() else ""
        channel, flags, items = window.head.channel or "other", window.clears.flags, window.clears.items

        def verb() -> tuple[int, ...]:
            files = window.files.attachments(window.workbench.journal)
            return desk.mark_as_sent(
                letter.client.number,
                text,
                channel=channel,
                clears=flags,
                about=items,
                expects=expects,
                attachments=files,
            )

        window.workbench.do(verb, self._marked, at=window)

    def log_call(self) -> None:
        """By phone nothing is sent: the number is shown and the call is logged."""
        window = self._window
        window.workbench.open("call", window.letter.client.number, channel="phone")

    def say_hours(self) -> None:
        """Out of their hours, or in a pause: said, and never forbidden."""
        window, words, letter = self._window, self._window.words, self._window.letter
        if letter.paused_until is not None:
            until = words.moment(letter.paused_until, window.workbench.zone)
            said = words.text("A pause was agreed until {until}. Keep it short.", until=until)
            window.say(said, NoticeKind.WARNING)
        elif letter.clock.hours in (Hours.OUT, Hours.DAY_OFF) and letter.clock.opens is not None:
            self.offer_reminder()

    def offer_reminder(self) -> None:
        """Out of their hours: both times, and a reminder for when they open."""
        window, words, letter = self._window, self._window.words, self._window.letter
        opens = letter.clock.opens
        if opens is None:
            return
        zone, there = window.workbench.zone, ZoneInfo(letter.clock.zone)
        at = words.moment(opens, zone, window.workbench.today)
        said = words.text("{time} there. Copy now, or be reminded {at:at}", time=words.time(letter.now, there), at=at)
        step = words.text("Remind me") if window.letter.clearable else ""
        line = window.lines.add(NoticeLine(Notice(said, NoticeKind.WARNING, step=step)))
        line.step_taken.connect(self._remind)

    def _remind(self) -> None:
        window, words = self._window, self._window.words
        journal, opens = window.workbench.journal, window.letter.clock.opens
        flags = window.clears.flags
        if opens is None or not flags:
            return

        def verb() -> None:
            with journal.act():
                for flag in flags:
                    journal.desk.snooze(flag, opens, words.text("out of their hours"))

        said = words.text("You are reminded {at:at}", at=words.moment(opens, window.workbench.zone))
        if window.workbench.do(verb, said=said, at=window):
            window.close()

    def _copy_now(self) -> None:
        window = self._window
        QGuiApplication.clipboard().setText(window.field.toPlainText())
        window.foot.set_copied()
        self._opening.begin()

    def _marked(self, numbers: tuple[int, ...]) -> None:
        window, words = self._window, self._window.words
        if len(numbers) == 1:
            said = words.text("Marked as sent by you, entry {n}", n=numbers[0])
        else:
            said = words.text("Marked as sent by you, entries {first} to {last}", first=numbers[0], last=numbers[-1])
        window.workbench.say(said)
        window.done()
