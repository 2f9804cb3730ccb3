"""A window on a real journal file for the tests of Today and the composer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.main_window import MainWindow
from ui.pages.today import TodayPage
from ui.sample import sample_journal
from ui.workbench import Workbench


class Desk:
    """The window, its page and the journal below it; `read` waits until all questions are answered."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.journal = sample_journal(folder)
        self.bench = Workbench(self.journal, Settings(language=language), language)
        self.window = MainWindow(self.bench.settings, language)
        self.window.attach(self.bench)
        self.window.show()
        self.read()

    @property
    def page(self) -> TodayPage:
        """The Today page as it is now."""
        found = self.window.page
        assert isinstance(found, TodayPage)
        return found

    def read(self) -> None:
        """Let every question be answered and every card be made."""
        self.bench.settle()
        QApplication.processEvents()

    def names(self) -> list[str]:
        """The clients on the cards, in order."""
        return [card.look.name for card in self.page.write_first.list.cards]

    def card(self, name: str):  # type: ignore[no-untyped-def]
        """The card of a client."""
        return next(card for card in self.page.write_first.list.cards if card.look.name == name)

    def reasons(self, name: str) -> list[str]:
        """The rules on a client's card."""
        return [reason.flag.rule for reason in self.card(name).look.reasons]

    def close(self) -> None:
        """Close window and journal."""
        self.window.close()
        self.bench.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def press(widget: QWidget, key: Qt.Key, text: str = "", scan: int = 0) -> None:
    """One key, with the place on the board that a real one would tell (`scan` is X11's number)."""
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, none, scan, 0, 0, text))


def kept_texts(desk: Desk, client: int) -> list[str]:
    """The texts of a client's messages that were sent."""
    return [entry.text for entry in desk.journal.reading.timeline(client) if entry.kind == "message.sent"]
