"""Old derived tables made anew when the window opens a journal: a bar with a number instead of a window that hangs."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ui.running import Stopped

if TYPE_CHECKING:
    from ui.laying_out_page import LayingOutPage
    from ui.main_window import MainWindow

PATIENCE_SECONDS = 0.4
"""Until then nothing is shown (6.1, Motion)."""


class LayingOut:
    """Told how far it is while the journal is opened; paints that, and raises Stopped where the window was closed."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._page: LayingOutPage | None = None
        self._begun: float | None = None

    def __call__(self, done: int, all_: int) -> None:
        """So many entries are laid out, of so many."""
        now = monotonic()
        if self._begun is None:
            self._begun = now
        if self._page is None and now - self._begun < PATIENCE_SECONDS:
            return
        self._shown().show_done(done, all_)
        self._paint()
        if not self._window.isVisible():
            raise Stopped

    def end(self) -> None:
        """It is over, or was never begun."""
        if self._page is not None:
            self._window.stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    def _shown(self) -> LayingOutPage:
        if self._page is None:
            from ui.laying_out_page import LayingOutPage

            self._page = LayingOutPage(self._window.words)
            self._window.stack.addWidget(self._page)
            self._window.stack.setCurrentWidget(self._page)
            self._window.show()
        return self._page

    def _paint(self) -> None:
        """Let the window live between two steps; keys and clicks wait, there is nothing yet that they could mean."""
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
