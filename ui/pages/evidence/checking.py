"""The check of the open journal: runs beside the window, can be stopped, and is remembered until the next one (6.9)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.facts.evidence import Examined
from ui.pages.evidence import asking
from ui.pages.evidence.check_strip import CheckStrip, ProblemsCard
from ui.pages.evidence.rescue import Rescue
from ui.running import Running, said
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.workbench import Workbench


class Checking(QObject):
    """`done` after each check that came to its end."""

    done = Signal()

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._workbench = workbench
        self.entries = 0
        self.examined: Examined | None = None
        self.at: datetime | None = None
        self.strip = CheckStrip(workbench.words)
        self.rescue = Rescue(workbench)
        self.problems = ProblemsCard(workbench.words, self.rescue)
        self._running = Running(workbench, self)
        self._running.progressed.connect(self.strip.show_done)
        self._running.ended.connect(self._ended)
        self.strip.stopped.connect(self.stop)

    @property
    def problem_count(self) -> int:
        """Problems that the last check found."""
        return len(self.examined.problems) if self.examined else 0

    def start(self) -> None:
        """Check now; a check that runs goes on."""
        if not self._running.busy:
            self.strip.begin(self.entries)
            self._running.start(partial(asking.check, self._workbench))

    def stop(self) -> None:
        """Stop the check."""
        self._running.stop()

    def in_words(self) -> str:
        """When the journal was checked, and what came of it."""
        words = self._workbench.words
        if self.examined is None or self.at is None:
            return self._looked_over()
        if self.examined.sound:
            return self._sound(self.at)
        when = words.moment(self.at, self._workbench.zone)
        return words.plural(
            "Checked at {at:time}: {n} problem", "Checked at {at:time}: {n} problems", self.problem_count, at=when
        )

    def _sound(self, at: datetime) -> str:
        """A window that stays open overnight names the day."""
        words, zone = self._workbench.words, self._workbench.zone
        when = words.moment(at, zone)
        if at.astimezone(zone).date() == self._workbench.today:
            return words.text("Checked today at {at:time}: every hash and link agrees with the list", at=when)
        return words.text("Checked {at}: every hash and link agrees with the list", at=when)

    def _looked_over(self) -> str:
        """What the check after the start said, before one was asked for here."""
        words, checked = self._workbench.words, self._workbench.checked
        if checked is None:
            return words.text("Not checked since the window was opened")
        if not checked.sound:
            return words.text("The journal is damaged. Check now to see where.")
        return self._sound(checked.at)

    def _ended(self, value: object) -> None:
        self.strip.hide()
        words = self._workbench.words
        if isinstance(value, Examined):
            self.examined, self.at = value, self._workbench.now()
            self._workbench.note_check(sound=value.sound)
            self.problems.show_problems(value, str(self._workbench.journal.path))
            if value.problems:
                self.rescue.refresh()
            self.done.emit()
        elif (refusal := said(value)) is not None:
            self._workbench.say(words.of(refusal), NoticeKind.ERROR)
        else:
            self._workbench.say(words.text("The check was stopped. Nothing is known yet."))
