"""How a composer is left: Escape asks once, the text is kept as typed, an act taken back brings it again (6.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.unsent import forget_unsent, keep_unsent, unsent
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.dialogs.compose.window import Compose

KEEP_MS = 2000


class Leaving(QObject):
    """Of one composer; what the draft gave is kept as well as what was typed."""

    def __init__(self, window: Compose, client: int) -> None:
        super().__init__(window)
        self._window, self._asked, self._began = window, False, ""
        self._name = f"{window.workbench.journal.log_id}/{client}"
        self._timer = QTimer(self, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)

    @property
    def kept(self) -> str:
        """The text that was not sent last time."""
        return unsent(self._name)

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
        window, name = self._window, self._name
        text, bench, client = window.field.toPlainText(), window.workbench, window.letter.client.number
        keys, about = tuple(flag.key for flag in window.clears.flags), window.clears.items

        def bring_back() -> None:
            keep_unsent(name, text)
            bench.open("compose", client, flags=keys, about=about)

        return bring_back

    def _typed(self) -> None:
        self._asked = False
