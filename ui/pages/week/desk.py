"""The desk of the week page: the paper as it will print, its zoom, and the sentence over an empty week (6.8)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from app.facts.sheets import ALL_CLIENTS, SheetShown
from app.papers.plain_text import text_of
from app.words import Words, words_for
from ui.printing.preview import PaperPreview
from ui.widgets.boxes import Column
from ui.widgets.card import Card
from ui.widgets.notice import Notice, NoticeLine


class SheetDesk(Column):
    """`write` when an empty week is answered with a line to the client."""

    write = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self._words = words
        self.empty = self.add(NoticeLine(Notice("")))
        self.empty.step_taken.connect(self.write)
        self.empty.hide()
        self._ground = self.add(Card(ground="sunken", padding=(4, 4, 4, 4), fill=True), 1)
        self.preview = self._ground.add(PaperPreview(), 1)
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self.preview.installEventFilter(self)
        self._zooming()

    def show_sheet(self, shown: SheetShown) -> None:
        """Show the paper; an empty week is said, and a line to the client is offered."""
        spoken = text_of(shown.paper, words_for(shown.language, shown.made.last.year))
        self.preview.show_paper(shown.paper, spoken)
        self.empty.setVisible(shown.empty)
        if shown.empty:
            words, named = self._words, self._words.week(shown.asked.week)
            if shown.asked.client == ALL_CLIENTS:
                self.empty.set_notice(Notice(words.text("Nothing recorded in {week}.", week=named)))
                return
            asked = words.text("Nothing recorded in {week}. Send a line anyway?", week=named)
            self.empty.set_notice(Notice(asked, step=words.text("Write")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The edge shows that the paper has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._ground.set_chosen(event.type() == QEvent.Type.FocusIn)
        return False

    def _zooming(self) -> None:
        """Larger, smaller, the whole page, its width: keys, and a menu on the paper."""
        words, preview = self._words, self.preview
        for name, keys, slot in (
            (words.text("Larger"), ("Ctrl++", "Ctrl+="), preview.zoom_in),
            (words.text("Smaller"), ("Ctrl+-",), preview.zoom_out),
            (words.text("Fit the page"), ("Ctrl+0",), preview.fit_page),
            (words.text("Fit the width"), ("Ctrl+9",), preview.fit_width),
        ):
            action = QAction(name, preview)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(slot)
            preview.addAction(action)
        preview.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
