"""The week page: the sheet on the left as it will print, what it shall be and whom to give it to on the right (6.8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.facts.sheets import SheetAsked, SheetShown
from ui.layout import Layout
from ui.pages.week.asking import first_asked, sheet_of
from ui.pages.week.desk import SheetDesk
from ui.pages.week.giving import GivenBefore, GivingCard
from ui.pages.week.handing import Handing
from ui.pages.week.heading import Heading
from ui.pages.week.looks import turned
from ui.pages.week.options import OptionsCard
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button, ButtonKind
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from ui.workbench import Workbench

SHEET, OPTIONS = "sheet", "options"
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WeekPage(Column):
    """Reads the sheet beside the window; prints, saves, copies and marks it as given."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(gap=12, margins=(24, 18, 20, 16))
        self._workbench = workbench
        words = workbench.words
        self.wanted: SheetAsked | None = None
        self.shown: SheetShown | None = None
        self._layout, self._half, self._client = Layout.FULL, SHEET, 0
        self.heading = self.add(Heading(words))
        self.heading.moved.connect(self.move_by)
        self.heading.half.connect(self._show_half)
        self.body = self.add(Row(gap=20), 1)
        self.desk = self.body.add(SheetDesk(words), 1)
        self.desk.write.connect(self._write)
        self.side = Column(gap=10)
        self.options = self.side.add(OptionsCard(words))
        self.giving = self.side.add(GivingCard(words))
        self.before = self.side.add(GivenBefore(words))
        self.side.add_space()
        self._side_scroll = self.body.add(Scroll(self.side))
        self.nobody = self.add(EmptyState(words.text("No client yet. Agree with the first one.")), 1)
        begin = self.nobody.add_button(Button(words.text("New client"), ButtonKind.PRIMARY))
        begin.clicked.connect(self._begin)
        self.nobody.hide()
        self.handing = Handing(workbench, self)
        self._connect()
        self.restyle()

    def refresh(self) -> None:
        """Read the sheet anew, beside the window."""
        if self.wanted is None:
            self._workbench.ask(partial(first_asked, self._workbench, self._client), self._begin_with)
        else:
            self._workbench.ask(partial(sheet_of, self._workbench, self.wanted), self._show)

    def open_at(self, client: int, item: int) -> None:
        """Show this client's paper that is due, else the sheet of this week; without a client, what was shown last."""
        if client:
            self._client, self.wanted = client, None

    def set_layout(self, layout: Layout) -> None:
        """Become full, narrow or single."""
        self._layout = layout
        if layout is not Layout.FULL:
            self.desk.preview.fit_width()
        self.restyle()

    def restyle(self) -> None:
        """Take gaps and the width of the side column at the present text scale."""
        super().restyle()
        if not hasattr(self, "handing"):
            return
        single = self._layout is Layout.SINGLE
        self.heading.set_single(single, self._half)
        if single:
            self._side_scroll.setMinimumWidth(0)
            self._side_scroll.setMaximumWidth(16777215)
        else:
            wide = {Layout.FULL: 324, Layout.NARROW: 284}[self._layout]
            self._side_scroll.setFixedWidth(theme().px(wide))
        self.desk.setVisible(not single or self._half == SHEET)
        self._side_scroll.setVisible(not single or self._half == OPTIONS)

    def panes(self) -> list[QWidget]:
        """Where F6 goes: the paper, then the options."""
        return [self.desk.preview, self.options]

    def focus_first(self) -> None:
        """Put the keyboard on the paper."""
        self.desk.preview.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The paper takes the keyboard, so that Alt with an arrow turns the weeks at once."""
        super().showEvent(event)
        if not self.desk.preview.hasFocus():
            self.focus_first()

    def print_page(self) -> None:
        """Ctrl+P."""
        if self.shown is not None:
            self.handing.print(self.shown)

    def move_by(self, weeks: int) -> None:
        """So many weeks or months on or back; 0 is this one, of a plan the next one. Only a plan goes past today."""
        if self.shown is not None and self.wanted is not None:
            self._ask(turned(self.shown, self.wanted, weeks))

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow is for weeks while the page has the keyboard; elsewhere it goes back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _turns(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Left and Alt+Right."""
        if _turns(event):
            self.move_by(_STEPS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.options.asked.connect(self._ask)
        self.heading.sorted.connect(self.options.take_sort)
        self.desk.preview.pages_changed.connect(self.options.show_pages)
        self.giving.printed.connect(self.print_page)
        self.giving.saved.connect(self._save)
        self.giving.copied.connect(self._copy)
        self.giving.marked.connect(self._mark)
        self.giving.where.connect(self._where)
        for keys, slot in (("Ctrl+S", self._save), ("Ctrl+Shift+C", self._copy)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _ask(self, asked: SheetAsked) -> None:
        self.wanted = asked
        self.refresh()

    def _begin_with(self, asked: SheetAsked | None) -> None:
        self.body.setVisible(asked is not None)
        self.nobody.setVisible(asked is None)
        if asked is not None:
            self._ask(asked)

    def _show(self, shown: SheetShown) -> None:
        if shown.asked != self.wanted:
            return
        self.shown = shown
        words, zone = self._workbench.words, self._workbench.zone
        self.heading.show_sheet(shown)
        self.desk.show_sheet(shown)
        self.options.show_sheet(shown)
        self.giving.show_sheet(shown, self._workbench.now(), zone)
        self.before.show_sheets(shown.given, zone)
        self.before.setVisible(shown.asked.client != 0)
        self.setAccessibleName(words.text("Week"))

    def _show_half(self, half: str) -> None:
        self._half = half
        self.restyle()

    def _save(self) -> None:
        if self.shown is not None:
            self.handing.ask_where(self.shown)

    def _copy(self) -> None:
        if self.shown is not None:
            self.handing.copy(self.shown)

    def _mark(self) -> None:
        if self.shown is not None:
            self.handing.mark(self.shown)

    def _where(self) -> None:
        if self.shown is not None:
            self.handing.copy_where(self.shown)

    def _write(self) -> None:
        if self.shown is not None:
            self._workbench.open("compose", self.shown.asked.client)

    def _begin(self) -> None:
        self._workbench.open("new_client")


def _turns(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _STEPS
