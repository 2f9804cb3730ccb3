"""How a call note is left: Escape asks once, closing keeps everything, only *Discard* and *Save* let it go (6.6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.dialogs.call.missed import Missed
from ui.dialogs.call.timer import every
from ui.kept_call import KeptCall, behind, forget, keep, kept
from ui.widgets.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from ui.dialogs.call.note import CallNote
    from ui.workbench import Workbench

KEEP_MS = 2000


class Leaving(QObject):
    """Keeps one note every two seconds in a file beside the journal's memory (fault 30)."""

    def __init__(self, window: CallNote) -> None:
        super().__init__(window)
        self._window, self._asked, self._is_over = window, False, False
        self._log = window.workbench.journal.log_id
        self.timer = every(window, KEEP_MS, self.keep)

    def keep(self) -> None:
        """Keep the note as it stands; one without a word and without a clock is none."""
        if self._is_over:
            return
        self._window.gather()
        note = self._window.note
        if note.is_empty:
            forget(self._log, note)
        else:
            keep(self._log, note)
        self._window.workbench.noted.emit()

    def escape(self) -> None:
        """Escape: a note with words in it asks once; they are kept, and the timer goes on."""
        self._window.gather()
        if self._window.note.has_words and not self._asked:
            self._asked = True
            words = self._window.workbench.words
            said = words.text("The call is not saved yet. Escape once more closes the window; the words are kept.")
            self._window.say(Notice(said, NoticeKind.WARNING))
            return
        self._window.close()

    def ask_again(self) -> None:
        """Something was typed since: Escape asks anew."""
        self._asked = False

    def offer(self) -> None:
        """Discarding asks: a note without a word goes at once."""
        self._window.gather()
        if not self._window.note.has_words:
            self.let_go()
            return
        words = self._window.workbench.words
        said = words.text("Nothing of this call is recorded. What is written here would be gone.")
        self._window.say(Notice(said, NoticeKind.WARNING, step=words.text("Discard the note")), self.let_go)

    def miss(self) -> None:
        """The call did not take place: asked by whom it was missed, and why."""
        window = self._window
        at = window.plan.planned_at if window.plan else window.note.started
        name = window.contact.name if window.contact else window.client.name
        Missed(window.workbench, window.client.number, call=window.note.call, at=at, name=name, then=self.let_go,
               parent=window).open()  # fmt: skip

    def let_go(self) -> None:
        """It was saved, missed or discarded: nothing is kept any more."""
        self.forget()
        self._window.close()

    def forget(self) -> None:
        """From here on nothing of it is kept."""
        self._is_over = True
        self.timer.stop()
        forget(self._log, self._window.note)
        self._window.workbench.noted.emit()


def taking_up(workbench: Workbench, note: KeptCall) -> Callable[[], object]:
    """What brings a note back that was saved and taken back again: with all its words."""

    def take_up() -> None:
        log = workbench.journal.log_id
        _put_away(workbench, note)
        begun = kept(log, note.client, note.call)
        keep(log, note if begun is None else behind(note, begun))
        workbench.noted.emit()
        workbench.open("call", note.client, call=note.call)

    return take_up


def _put_away(workbench: Workbench, note: KeptCall) -> None:
    """Close the window that holds a newer note of this call: its words are kept, and come back behind the older."""
    from ui.dialogs.call.note import CallNote

    for other in workbench.window.findChildren(CallNote) if workbench.window is not None else ():
        if other.isVisible() and (other.note.client, other.note.call) == (note.client, note.call):
            other.close()
            other.leaving.timer.stop()
