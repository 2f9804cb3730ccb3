"""The tray: how many wait, the worst shape, a short menu, and one digest in the owner's hours (C7).

It is never the only signal: everything it says stands on Today, and without a tray nothing is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from app.words import N_
from ui.notice_words import lines, title, waiting
from ui.tray_icon import tray_icon
from ui.tray_sign import Sign, SystemSign
from ui.widgets.severity import Severity

if TYPE_CHECKING:
    from app.facts.today import Today
    from app.journal.notices import Notices
    from ui.workbench import Workbench

PLACES = (("log", N_("Log")), ("call", N_("Call note")), ("today", N_("Today")))


class Tray(QObject):
    """Lives as long as the workbench; reads the day with whoever else does."""

    wanted = Signal(str)
    """A place of the window: log, call, today."""
    leaving = Signal()

    def __init__(self, workbench: Workbench, sign: Sign | None = None) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self.sign = sign or SystemSign(self)
        self._notices: Notices | None = None
        self._day: Today | None = None
        self._ended = False
        self.menu = QMenu()
        self.head = self._action("")
        self.menu.addSeparator()
        self.places = {key: self._action(key) for key, _ in PLACES}
        self.menu.addSeparator()
        self.pause = self._action("pause")
        self.pause.setCheckable(True)
        self.menu.addSeparator()
        self.quit = self._action("quit")
        self.head.setEnabled(False)
        self.sign.offer(self.menu)
        self.sign.chosen.connect(self._chosen)

    def begin(self) -> None:
        """Read the day now and after every change; each minute is one."""
        self._workbench.changed.connect(self._changed)
        self._workbench.worded.connect(self.say)
        self._changed()

    @property
    def is_shown(self) -> bool:
        """Whether a window may be closed and found again behind the picture."""
        return self._workbench.settings.tray and self._day is not None and self.sign.is_there()

    def say(self) -> None:
        """Take the words of the language, and the picture of the moment."""
        words, settings = self._workbench.words, self._workbench.settings
        told = waiting(words, self._day)
        self.head.setText(told.replace("&", "&&"))
        for key, text in PLACES:
            self.places[key].setText(words.text(text))
        self.pause.setText(words.text("Pause notices until tomorrow"))
        self.pause.setVisible(settings.notices)
        self.quit.setText(words.text("Quit"))
        if self.is_shown:
            worst = self._day.cards[0].severity if self._day is not None and self._day.cards else Severity.NONE
            self.sign.show(tray_icon(worst), words.text("Ashore. {waiting}.", waiting=told))
        else:
            self.sign.hide()

    @property
    def _speaks(self) -> bool:
        """What waits in the sample waits for nobody."""
        from app.demo.folder import is_sample

        return self._workbench.settings.notices and not is_sample(self._workbench.journal.path)

    def end(self) -> None:
        """Take the picture away; an answer that is still on its way shows it no more."""
        self._ended = True
        self._workbench.changed.disconnect(self._changed)
        self._workbench.worded.disconnect(self.say)
        self.sign.hide()
        self.menu.deleteLater()

    def _action(self, key: str) -> QAction:
        action = self.menu.addAction("")
        action.setData(key)
        action.triggered.connect(self._triggered)
        return action

    def _changed(self, numbers: object = ()) -> None:
        self._workbench.ask_day(self._read)

    def _read(self, day: Today) -> None:
        if self._ended:
            return
        self._day = day
        notices = self._memory()
        self.pause.setChecked(notices.are_paused(day))
        self.say()
        if not self.is_shown or not self._speaks:
            return
        said = notices.due(day)
        if said is not None and QApplication.activeWindow() is None:  # who looks at the window sees it there
            words = self._workbench.words
            self.sign.say(title(words, said), lines(words, said, day))

    def _memory(self) -> Notices:
        if self._notices is None:
            from app.journal.notices import Notices

            self._notices = Notices(self._workbench.journal.log_id)
        return self._notices

    def _triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        key = str(action.data())
        if key == "quit":
            self.leaving.emit()
        elif key == "pause":
            self._pause()
        else:
            self.wanted.emit(key)

    def _pause(self) -> None:
        if self._day is None:
            return
        if self.pause.isChecked():
            self._memory().pause(self._day)
        else:
            self._memory().resume()

    def _chosen(self) -> None:
        self.wanted.emit("today")
