"""The window with a journal: pages made when they are first shown, read at each change and each minute (6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from app.words import Words, words_for
from ui.frame import Frame
from ui.frame_words import ENTRIES
from ui.page_stack import PageStack, refresh
from ui.pages import PAGES
from ui.theme import theme

if TYPE_CHECKING:
    from ui.company import Company
    from ui.rail_reading import RailReading
    from ui.workbench import Place, Workbench

PAGE_KEYS = tuple(key for key, _, _ in ENTRIES)
MOST_VISITED = 20
READS_THE_DAY = "today"
"""This page reads all that the rail needs: the rail takes it from there."""
REST_MS = 3000
"""What the first page needs not is made once that page says that it was read, or after this time."""


class MainWindow(Frame):
    """`attach` gives it a workbench and with it pages."""

    def __init__(self, settings: Settings, language: str) -> None:
        self.workbench: Workbench | None = None
        self._here: tuple[str, int] = ("today", 0)
        self._visited: list[tuple[str, int]] = []
        self._reading: RailReading | None = None
        self._company: Company | None = None
        self._pages: PageStack | None = None
        super().__init__(settings, language)
        self._pages = PageStack(self.stack)
        theme().changing.connect(self._let_go)
        self.rail.went.connect(self._rail_went)
        self.rail.client.connect(self._rail_client)
        self.rail.search.connect(self._search)

    @property
    def words(self) -> Words:
        """The words of the window."""
        return self.workbench.words if self.workbench else words_for(self.language)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.get(self._here[0]) if self._pages is not None else None

    def attach(self, workbench: Workbench) -> None:
        """Take the journal's workbench; the page of last time is shown, then comes what it needs not (Q2)."""
        from ui.rail_reading import RailReading
        from ui.reading_strip import ReadingStrip

        ReadingStrip(workbench, self.right)
        workbench.ask_day()  # begins while the page is being built
        self.workbench = workbench
        workbench.window = self
        self._reading = RailReading(workbench, self.rail)
        workbench.changed.connect(self._changed)
        workbench.told.connect(self.notices.tell)
        workbench.wanted.connect(self._wanted)
        workbench.commanded.connect(self.run)
        workbench.worded.connect(self._worded)
        self.go(self.settings.page if self.settings.page in PAGE_KEYS else "today")
        self._read_rail()
        QTimer.singleShot(REST_MS if self._here[0] == READS_THE_DAY else 0, self, self.complete)

    def complete(self) -> None:
        """Menus and shortcuts, the call that was being noted, stamps, the minute: once, after the first page."""
        if self.commands is not None or self.workbench is None:
            return
        from ui.company import Company

        self.add_commands()
        self._company = Company(self, self.workbench)

    def go(self, page: str, client: int = 0, item: int = 0) -> None:
        """Show a page, made now if it was not shown before."""
        if self.workbench is None:
            return
        from ui.page_commands import enter_page

        if self._here != (page, client) and self._pages:
            self._visited = [*self._visited, self._here][-MOST_VISITED:]
        self._show(page, client, item)
        if page in PAGE_KEYS:
            enter_page(self)

    def run(self, key: str) -> None:
        """Carry out a command of the menu."""
        if self.workbench is None or key == "quit":
            super().run(key)
        elif key in PAGES:
            self.go(key)
        elif key == "back":
            self._back()
        elif key == "menu":
            self.toggle_menu()
        else:
            from ui.page_commands import carry_out

            carry_out(self, self.workbench, key, self._here[1])

    def laid_out(self) -> None:
        """Tell every page that was made."""
        if self._pages is not None:
            self._pages.set_layout(self.place_layout)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order, also to what was made a moment ago (6.14)."""
        from ui.reading_order import go_on

        return go_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc hides the menu bar, else goes back."""
        if event.key() == Qt.Key.Key_Escape:
            if self.menuBar().isVisible():
                self.menuBar().hide()
            else:
                self._back()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and page."""
        if self.workbench is not None:
            page = self._here[0] if self._here[0] in PAGE_KEYS else "today"
            size = {} if self.isMaximized() else {"width": self.width(), "height": self.height()}
            self.workbench.set(page=page, maximized=self.isMaximized(), opened=self.workbench.recent.kept, **size)
        super().closeEvent(event)

    def _show(self, page: str, client: int, item: int = 0) -> None:
        assert self.workbench is not None
        assert self._pages is not None
        self._here = (page, client)
        is_new = self._pages.get(page) is None
        found = self._pages.made(page, self.workbench, self.place_layout)
        read = getattr(found, "read", None)
        if is_new and page == READS_THE_DAY and read is not None and self._reading is not None:
            read.connect(self._reading.show_day, Qt.ConnectionType.QueuedConnection)
            read.connect(self.complete, Qt.ConnectionType.QueuedConnection)
        self._pages.show(found, client, item)
        if self._reading is not None:
            self._reading.stand_at(page, client)
        refresh(found)

    def _read_rail(self) -> None:
        if self._reading is not None and self._here[0] != READS_THE_DAY:
            self._reading.read()

    def _changed(self, numbers: object) -> None:
        refresh(self.page)
        self._read_rail()

    def _worded(self) -> None:
        """Another language: pages are made anew, at the same place."""
        assert self._pages is not None
        self._pages.clear()
        self.say_words()
        if self._reading is not None:
            self._reading.say()
        self._show(*self._here)

    def _let_go(self) -> None:
        """Only the page that is seen is dressed anew: the others are made again when somebody comes to them."""
        if self._pages is not None:
            self._pages.clear(but=self.page)

    def _wanted(self, place: Place) -> None:
        self.go(place.page, place.client, place.item)

    def _rail_went(self, key: str) -> None:
        going = {"all": "clients", "check": "evidence"}
        if key == "call" and self._company is not None:
            self._company.call.open()
        else:
            self.go(going.get(key, key))

    def _rail_client(self, key: str) -> None:
        self.go("client", int(key))

    def _search(self) -> None:
        self.run("search")

    def _back(self) -> None:
        if self._visited:
            page, client = self._visited.pop()
            self._show(page, client)
