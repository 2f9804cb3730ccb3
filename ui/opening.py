"""Opens the journal after the first frame: found, missing, new, locked or damaged, each in a sentence (8.2, 8.3)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.errors import Said, Unavailable
from app.settings import Settings
from ui.attempt import attempt
from ui.laying_out import LayingOut
from ui.running import Stopped
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from app.clock import Clock
    from app.facts.backups import Restored
    from app.journal.journal import Journal
    from ui.main_window import MainWindow
    from ui.refused_page import RefusedPage
    from ui.start import Wish
    from ui.workbench import Workbench

WAIT_SECONDS = 0.3
"""How long a lock is waited for before the window says who holds the journal."""
ADVISES = "backup"
"""A sentence about a missing or damaged journal advises to restore one; one about a lock or a newer format does not."""


class Opening(QObject):
    """Ends in `ready` with a workbench, in the first run, or on a page that says what stands in the way."""

    ready = Signal(object)

    def __init__(self, wish: Wish, settings: Settings, language: str, window: MainWindow) -> None:
        super().__init__(window)
        self._path, self._now = wish.journal, wish.now
        self._settings, self._language, self._window = settings, language, window
        self._page: RefusedPage | None = None
        self._restored: Restored | None = None

    def begin(self) -> None:
        """Look what is there."""
        from app.demo.folder import is_sample
        from app.ledger.high_water import HighWater

        if not self._path.exists() and HighWater().log_at(self._path) is None:
            self._first_run()
        else:
            self._open(writes=not self._now or is_sample(self._path))

    def _open(self, *, writes: bool) -> None:
        from app.journal.opening import open_journal

        laying_out = LayingOut(self._window)
        clock, wait = self._clock(), WAIT_SECONDS
        opening = partial(open_journal, self._path, clock, writes=writes, wait_seconds=wait, laying_out=laying_out)
        try:
            found = attempt(opening)
        except Stopped:
            return
        laying_out.end()
        if isinstance(found, Said):
            self._say(found)
        else:
            self.take(found)

    def take(self, journal: Journal) -> None:
        """Go on with an open journal."""
        from ui.workbench import Workbench

        if self._page is not None:
            self._window.stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
        self._window.show()
        workbench = Workbench(journal, self._settings, self._language, self._window)
        self.ready.emit(workbench)
        self._say_what_is_open(workbench)

    def _say_what_is_open(self, workbench: Workbench) -> None:
        """The sample, and a journal that may only be read, are said at once."""
        from app.demo.folder import is_sample

        words, restored = workbench.words, self._restored
        if restored is not None:
            from ui.backup_words import restored_in_words

            self._restored = None
            workbench.say(restored_in_words(words, restored))
        elif is_sample(workbench.journal.path):
            workbench.say(words.text("Sample data. Nothing here is yours; try what you like."))
        elif not workbench.journal.writes:
            said = words.text("The journal is open for reading only. Nothing can be recorded.")
            workbench.say(said, NoticeKind.WARNING)

    def _clock(self) -> Clock:
        from app.clock import FixedClock, system_clock

        if not self._now:
            return system_clock
        from app.journal.bodies import instant_of
        from app.system_zone import system_zone

        return FixedClock(instant_of(self._now, system_zone()))

    def _first_run(self) -> None:
        from ui.dialogs.first_run import FirstRun

        self._wizard = FirstRun(self._path, self._clock(), self._language)
        self._wizard.finished.connect(self._begun)
        self._wizard.closed.connect(self._window.close)
        self._wizard.sample.connect(self._sample)
        self._window.hide()
        self._wizard.show()

    def _begun(self, journal: Journal) -> None:
        self._wizard.closed.disconnect(self._window.close)
        self._wizard.close()
        self.take(journal)

    def _sample(self) -> None:
        """Look around with sample data, in a file of its own."""
        from app.demo.build import open_sample

        found = attempt(open_sample)
        if isinstance(found, Said):
            self._wizard.refuse(self._window.words.of(found))
        else:
            self._begun(found)

    def _say(self, said: Said) -> None:
        """A plain page instead of pages: what is wrong, what was kept, what to do."""
        if self._page is None:
            from ui.refused_page import RefusedPage

            self._page = RefusedPage(self._window.words)
            self._page.again.connect(self._again)
            self._page.reading.connect(self._only_read)
            self._page.restoring.connect(self._ask_backup)
            self._page.another.connect(self._another)
            self._window.stack.addWidget(self._page)
        sentence, may_read = self._window.words.of(said), isinstance(said, Unavailable) and self._path.exists()
        helps = ADVISES in said.text
        if helps:
            sentence = f"{sentence} {self._where_backups_are()}"
        self._page.say(sentence, may_read=may_read, may_restore=helps)
        self._window.stack.setCurrentWidget(self._page)
        self._window.show()

    def _where_backups_are(self) -> str:
        """Said at the moment at which they are needed (8.3)."""
        from app.journal.backup_place import backups_of
        from app.system_zone import system_zone
        from ui.backup_words import where_they_are

        return where_they_are(self._window.words, backups_of(self._path), ZoneInfo(system_zone()))

    def _ask_backup(self) -> None:
        from app.journal.backup_place import backups_of
        from app.system_zone import system_zone
        from ui.dialogs.restore import RestoreDialog

        zone = ZoneInfo(system_zone())
        dialog = RestoreDialog(self._window.words, backups_of(self._path), zone, self._window)
        dialog.chosen.connect(self.restore)
        dialog.open()

    def restore(self, file: Path) -> None:
        """Put a backup in the place of the journal, then open it; a refusal leaves everything as it was."""
        from app.journal.restoring import restore

        done = attempt(partial(restore, file, self._path, self._clock(), wait_seconds=WAIT_SECONDS))
        if isinstance(done, Said):
            self._say(done)
            return
        self._restored = done
        self.begin()

    def _again(self) -> None:
        self.begin()

    def _only_read(self) -> None:
        self._open(writes=False)

    def _another(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self._window.words.text("Open another journal"), str(self._path.parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self._path = type(self._path)(path)
        self.begin()
