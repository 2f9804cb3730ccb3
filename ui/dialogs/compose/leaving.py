"""How a composer is left: Escape asks once, the text is kept as typed, an act taken back brings it again (6.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.unsent import forget_unsent, keep_unsent, slots, unsent
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.dialogs.compose.window import Compose

KEEP_MS = 2000


class Leaving(QObject):
    """Of one composer; what the draft gave is kept as well as what was typed."""

    def __init__(self, window: Compose, client: int) -> None:
        super().__init__(window)
        self._window, self._asked, self._began = window, False, ""
        self._first = f"{window.workbench.journal.log_id}/{client}"
        free = _free_of_windows(self._first)
        self._name = next((each for each in free if unsent(each)), free[0])
        self._timer = QTimer(self, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)

    @property
    def kept(self) -> str:
        """The text that was not sent last time."""
        return unsent(self._name)

    @property
    def name(self) -> str:
        """Under which the text waits: no two open composers share one."""
        return self._name

    def wait_apart(self) -> None:
        """The message came with words of its own: what was left waits on under its own name."""
        self._name = _empty_of(_free_of_windows(self._first))

    def begin(self) -> None:
        """From here on what is typed differs from what the window began with."""
        self._began = self._window.field.toPlainText()
        self._window.field.textChanged.connect(self._typed)
        self._timer.start()

    def keep(self) -> None:
        """Keep the text beside the journal's memory (fault 30)."""
        if self._timer.isActive() and self._window.field.written:
            keep_unsent(self._name, self._window.field.toPlainText())

    def escape(self) -> None:
        """Escape: a text that somebody typed asks once, and is kept."""
        window = self._window
        if window.field.toPlainText() != self._began and not self._asked:
            self._asked = True
            said = window.words.text("Nothing is marked as sent yet. Escape once more leaves; the text is kept.")
            window.say(said, NoticeKind.WARNING)
            return
        window.close()

    def let_go(self) -> None:
        """It is recorded: nothing has to be kept."""
        self._timer.stop()
        forget_unsent(self._name)
        self._window.field.document().setModified(False)
        self._window.close()

    def again(self) -> Callable[[], object]:
        """What brings the message back with its text when its entries are taken back (1.3b)."""
        window, first = self._window, self._first
        text, bench, client = window.field.toPlainText(), window.workbench, window.letter.client.number
        keys, about = tuple(flag.key for flag in window.clears.flags), window.clears.items

        def bring_back() -> None:
            free = _free_of_windows(first)
            begun = unsent(free[0])
            if begun and begun != text:  # begun since: it waits behind
                keep_unsent(_empty_of(free), begun)
            keep_unsent(free[0], text)
            bench.open("compose", client, flags=keys, about=about)

        return bring_back

    def _typed(self) -> None:
        self._asked = False


def _free_of_windows(first: str) -> list[str]:
    """The names of this client's texts that no open composer writes to."""
    from ui.dialogs.compose.window import Compose

    open_ones = [each for each in QApplication.topLevelWidgets() if isinstance(each, Compose) and each.isVisible()]
    taken = {each.leaving.name for each in open_ones}
    counted = slots(first)
    while not [each for each in counted if each not in taken and not unsent(each)]:
        counted.append(f"{first}/{len(counted) + 1}")
    return [each for each in counted if each not in taken]


def _empty_of(names: list[str]) -> str:
    return next(each for each in names if not unsent(each))
