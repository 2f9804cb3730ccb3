"""The frame of 6.2: rail, room for a page, notice line, menu bar. It paints before anything of a journal is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.settings import SMALLEST, Settings
from app.words import Words, words_for
from ui.alt_alone import AltAlone
from ui.frame_words import rail_content
from ui.layout import Layout, Widths
from ui.notices import Notices
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Column
from ui.widgets.painting import fill_box
from ui.widgets.rail import Rail

if TYPE_CHECKING:
    from ui.actions import Actions


ICON_MS = 500
"""The desktop shows the window's icon; its eight sizes are drawn once the first page had time to be painted."""


class Frame(QMainWindow):
    """What is there before there are pages; heirs fill `stack` and carry out commands."""

    painted = Signal()
    closed = Signal()

    def __init__(self, settings: Settings, language: str) -> None:
        super().__init__()
        self.settings, self.language = settings, language
        self.place_layout = Layout.FULL
        self._was_painted = False
        self._alt = AltAlone(self)
        self.setWindowTitle("Ashore")
        self.setMinimumSize(*SMALLEST)
        self._build()
        self.commands: Actions | None = None
        self.say_words()
        self.resize(settings.width, settings.height)
        follow_theme(self)

    @property
    def words(self) -> Words:
        """The words of the window."""
        return words_for(self.language)

    def run(self, key: str) -> None:
        """Carry out a command of the menu; without a journal there is only one."""
        if key == "quit":
            self.close()

    def say_words(self) -> None:
        """Take the words of the language into menu, rail and notices."""
        if self.commands is not None:
            self.commands.say(self.words)
            self.commands.fill(self.menuBar(), self.words)
        self.rail.setAccessibleName(self.words.text("Pages and clients"))
        self.notices.say_words(self.words.text("Dismiss"))

    def add_commands(self) -> None:
        """Make menus and shortcuts; they need a journal, and the first frame does not need them."""
        from ui.actions import Actions

        self.commands = Actions(self, self.run)
        self.menuBar().hide()
        self.say_words()

    def toggle_menu(self) -> None:
        """Show the menu bar with its first menu chosen, or hide it."""
        bar = self.menuBar()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible():
            bar.setFocus()
            bar.setActiveAction(bar.actions()[0])

    def restyle(self) -> None:
        """Lay out anew, in a turn of its own: the text scale decides together with the width."""
        QTimer.singleShot(0, self, self._lay_out)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground; after the first time say so: now the journal may be opened."""
        fill_box(QPainter(self), self.rect(), theme().colour("bg"))
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._say_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout by the effective width."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt went down: alone, or for another key?"""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self._alt.begin()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt alone opens the menu."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            if self._alt.end():
                self.toggle_menu()
            return
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program close the journal."""
        super().closeEvent(event)
        self.closed.emit()

    def laid_out(self) -> None:
        """Called when the layout has changed."""

    def _build(self) -> None:
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setSpacing(0)
        line.setContentsMargins(0, 0, 0, 0)
        self.rail = Rail(rail_content(self.words, None))
        line.addWidget(self.rail)
        right = self.right = Column(gap=0)
        self.stack = right.add(QStackedWidget(), 1)
        self.notices = right.add(Notices(""))
        line.addWidget(right, 1)
        self.setCentralWidget(inside)

    def _lay_out(self) -> None:
        layout = Widths(self.width(), theme().scale).layout
        self.rail.set_narrow(layout is not Layout.FULL)
        if layout is not self.place_layout:
            self.place_layout = layout
            self.laid_out()

    def _say_painted(self) -> None:
        self.painted.emit()
        QTimer.singleShot(ICON_MS, self, self._wear_mark)

    def _wear_mark(self) -> None:
        from ui.mark import mark_icon

        self.setWindowIcon(mark_icon())
