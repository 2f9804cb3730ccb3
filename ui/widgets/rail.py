"""The rail of 6.2: mark, search, pages with counts, active clients, and the foot; wide 216 or narrow 56."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.mark import Mark
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.painting import fill_box
from ui.widgets.rail_row import RailRow
from ui.widgets.search_button import SearchButton
from ui.widgets.text import Text

SHOWN_CLIENTS = 8
PART_OF = {"client": "clients"}
"""A page without a row of its own stands under another's (2-client)."""


class RailEntry(Struct, frozen=True):
    """A page: key, words, icon, what is open; `hint` is its shortcut, `spoken` the sentence with the count."""

    key: str
    text: str
    icon: str
    count: int = 0
    hint: str = ""
    spoken: str = ""


class RailClient(Struct, frozen=True):
    """A client under *Active clients*; `spoken` names the severity ("Кедровый дом, late")."""

    key: str
    name: str
    severity: str
    spoken: str = ""


class RailContent(Struct, frozen=True):
    """All words of the rail, translated. `more` is "all 12"; `call` the running timer; both may be empty."""

    name: str
    search: str
    search_keys: str
    entries: tuple[RailEntry, ...]
    clients_title: str
    clients: tuple[RailClient, ...]
    more: str = ""
    checked: str = ""
    checked_ok: bool = True
    settings: str = ""
    settings_hint: str = ""
    call: str = ""


class Rail(Column):
    """The rail. `went` carries a page's key ("settings", "all", "check" and "call" as well), `client` a client's."""

    went = Signal(str)
    client = Signal(str)
    search = Signal()

    def __init__(self, content: RailContent, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        self._narrow, self._current = narrow, ""
        self._call: tuple[str, str] = ("", "")
        self._rows: list[RailRow] = []
        self._content = content
        self._filled_narrow = narrow
        super().__init__(gap=2, margins=(12, 14, 12, 12), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_content(content)

    def set_content(self, content: RailContent) -> None:
        """Show other words, counts and clients; the current page stays marked, the focus stays in its row."""
        if self._rows and content == self._content and self._filled_narrow == self._narrow:
            return
        self._filled_narrow = self._narrow
        focused = next((row.key for row in self._rows if row.hasFocus()), "")
        self._content = content
        self.clear()
        self._rows = []
        self._fill_head(content)
        for entry in content.entries:
            row = self._row(entry.key, entry.text, entry.icon)
            row.set_row(entry.text, count=entry.count, spoken=entry.spoken, hint=entry.hint)
        if not self._narrow:
            self._fill_clients(content)
        self.add_space()
        self._fill_foot(content)
        self.set_current(self._current)
        self._show_at_once()
        for row in self._rows:
            if row.key == focused:
                row.setFocus()

    def set_call(self, text: str, spoken: str = "") -> None:
        """Show the timer of a call note, or none; the row stays where it is while its digits change."""
        before, self._call = self._call, (text, spoken)
        row = next((row for row in self._rows if row.key == "call"), None)
        if row is not None and text:
            row.set_row(text, spoken=spoken)
        elif before[0] != text:
            self._filled_narrow = not self._narrow  # another row: everything is laid out anew
            self.set_content(self._content)

    def _show_at_once(self) -> None:
        """What is added to a window that is shown appears one turn later: the rail would blink at each reading."""
        if self.isVisible():
            for widget in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if self.lines.indexOf(widget) >= 0:
                    widget.show()
            self.lines.activate()

    def set_narrow(self, narrow: bool) -> None:
        """Become 56 or 216 wide."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.set_content(self._content)
            self.restyle()

    def set_current(self, key: str, client: str = "") -> None:
        """Mark the page (and the client) that is shown."""
        self._current = key
        for row in self._rows:
            row.set_current(row.key in (PART_OF.get(key, key), f"client:{client}" if client else key))

    def restyle(self) -> None:
        """Take width and margins at the present text scale."""
        side = 8 if self._narrow else 12
        self._margins = (side, 14, side, 12)
        super().restyle()
        left, top, right, bottom = (theme().px(length) for length in self._margins)
        self.lines.setContentsMargins(left, top, right + 1, bottom)
        self.setFixedWidth(theme().measure("rail_narrow" if self._narrow else "rail_wide") + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line at its right."""
        painter = QPainter(self)
        fill_box(painter, self.rect(), theme().colour("rail"))
        fill_box(painter, QRect(self.width() - 1, 0, 1, self.height()), theme().colour("border"))

    def _fill_head(self, content: RailContent) -> None:
        head = self.add(Row(gap=10, margins=(4 if self._narrow else 6, 2, 0, 0)))
        head.add(Mark(32 if self._narrow else 28))
        if not self._narrow:
            head.add(Text(content.name, "heading"), 1)
        self.add_gap(14)
        search = self.add(SearchButton())
        search.set_search(content.search, content.search_keys, self._narrow)
        search.clicked.connect(self.search)
        self.add_gap(10 if not self._narrow else 2)

    def _fill_clients(self, content: RailContent) -> None:
        if not content.clients:
            return
        title = Row(margins=(10, 20, 0, 4))
        title.add(Text(content.clients_title, "caption", weight=500, colour="text2"))
        self.add(title)
        for client in content.clients[:SHOWN_CLIENTS]:
            row = self._row(f"client:{client.key}", client.name, "")
            row.set_row(client.name, severity=client.severity, spoken=client.spoken)
        if content.more:
            self._row("all", content.more, "ellipsis")

    def _fill_foot(self, content: RailContent) -> None:
        text, spoken = self._call if self._call[0] else (content.call, "")
        if text:
            self._row("call", text, "phone-call").set_row(text, spoken=spoken)
        if content.checked and not (self._narrow and content.checked_ok):
            self._row("check", content.checked, "circle-check" if content.checked_ok else "circle-alert", quiet=True)
        row = self._row("settings", content.settings, "settings")
        row.set_row(content.settings, hint=content.settings_hint)

    def _row(self, key: str, text: str, icon: str, *, quiet: bool = False) -> RailRow:
        row = RailRow(key, text, icon=icon, quiet=quiet)
        row.set_row(text)
        row.set_narrow(self._narrow)
        row.went.connect(self._go)
        self._rows.append(row)
        return self.add(row)

    def _go(self, key: str) -> None:
        if key.startswith("client:"):
            self.client.emit(key.removeprefix("client:"))
        else:
            self.went.emit(key)
