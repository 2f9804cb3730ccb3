"""Backups while the window is open: half an hour after a change, tried out once a month, and what is wrong is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.errors import Said
from app.facts.backups import Backup, BackupsShown, Returned, Why
from ui.attempt import attempt
from ui.backup_words import unsaved_in_words
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

AFTER_CHANGE_MS = 30 * 60_000
TRIAL_AFTER_MS = 10 * 60_000
"""A window that is opened for a line and closed again tries nothing out."""


class BackingUp(QObject):
    """Lives as long as the workbench; everything is done in its pool, beside the window."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._change = self._timer(AFTER_CHANGE_MS, self.back_up)
        self._trial = self._timer(TRIAL_AFTER_MS, self.try_out)
        workbench.changed.connect(self._changed)

    def begin(self) -> None:
        """Ask whether the journal is as it was, and whether its backups are too old."""
        bench = self._workbench
        bench.ask(bench.journal.backups.returned, self._ask_why, aside=True)
        bench.ask(bench.journal.backups.shown, self._warn, aside=True)
        self._trial.start()

    def back_up(self) -> None:
        """Make one now if anything changed."""
        backups = self._workbench.journal.backups
        verb = partial(backups.make_if_changed, Why.CHANGE)
        self._workbench.ask(partial(attempt, verb), self._made, aside=True)

    def try_out(self) -> None:
        """Restore the newest into a scratch folder, once a month."""
        self._workbench.ask(partial(attempt, self._try_if_due), self._tried, aside=True)

    def _timer(self, after: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer

    def _changed(self, numbers: object) -> None:
        if numbers and not self._change.isActive():
            self._change.start()

    def _try_if_due(self) -> Backup | None:
        backups = self._workbench.journal.backups
        return backups.try_out() if backups.is_trial_due() else None

    def _ask_why(self, returned: Returned | None) -> None:
        if returned is not None:
            self._workbench.open("returned", returned=returned)

    def _warn(self, shown: BackupsShown) -> None:
        if shown.is_overdue:
            words = self._workbench.words
            said = unsaved_in_words(words, shown, self._workbench.zone)
            self._workbench.say(said, NoticeKind.ERROR, step=words.text("Back up now"), next=self.back_up)

    def _made(self, value: object) -> None:
        if isinstance(value, Said):
            self._refused(value)
        elif isinstance(value, Backup):
            self._workbench.refresh()

    def _tried(self, value: object) -> None:
        if isinstance(value, Said):
            self._refused(value)

    def _refused(self, said: Said) -> None:
        words = self._workbench.words
        self._workbench.say(
            words.of(said), NoticeKind.ERROR, step=words.text("Open the settings"), next=self._open_settings
        )

    def _open_settings(self) -> None:
        self._workbench.show("settings")


def watch_backups(workbench: Workbench) -> None:
    """From now on, unless the journal is the sample or may only be read."""
    if _has_backups(workbench):
        BackingUp(workbench).begin()


def back_up_at_close(workbench: Workbench) -> Said | None:
    """The backup at close (8.3); what the disk said instead, if it said no."""
    if not _has_backups(workbench):
        return None
    found = attempt(partial(workbench.journal.backups.make_if_changed, Why.CLOSE))
    return found if isinstance(found, Said) else None


def _has_backups(workbench: Workbench) -> bool:
    from app.demo.folder import is_sample

    return workbench.journal.writes and not is_sample(workbench.journal.path)
