"""Any paper before it is printed: its pages as they will come out, then print, save or copy (6.8, 6.12 "paper")."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.pages import Paper
from app.facts.visible import visible
from app.papers.plain_text import text_of
from app.words import words_for
from ui.printing.ground import PaperGround
from ui.printing.on_paper import Printed, print_paper
from ui.printing.pdf import write_pdf
from ui.reading_order import InReadingOrder
from ui.remembering import Remembering
from ui.saving import Saving, file_name
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.pane import Pane
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH = 720, 820


def open_paper(workbench: Workbench, paper: Paper, client: int, over: QWidget | None = None) -> PaperWindow:
    """Show a paper; `over` a dialog, so that the dialog does not keep it from being used."""
    window = PaperWindow(workbench, client, parent=over or workbench.window, paper=paper)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    Remembering(workbench, "paper", window)
    window.show()
    return window


def open_annex(workbench: Workbench, client: int) -> PaperWindow:
    """Show the terms in force as the annex to the contract (1.4)."""
    from app.journal.annex import annex_paper

    return open_paper(workbench, annex_paper(workbench.journal, client, workbench.language), client)


def open_summary(workbench: Workbench, call: int, over: QWidget | None = None) -> bool:
    """Show what was agreed on a held call as a paper (D14); False where it was refused."""
    from app.journal.call_paper import summary_paper

    client = workbench.journal.calls.get(call).client
    paper = partial(summary_paper, workbench.journal, call, workbench.language)
    return workbench.do(paper, partial(_show_paper, workbench, client, over))


def _show_paper(workbench: Workbench, client: int, over: QWidget | None, paper: Paper) -> None:
    open_paper(workbench, paper, client, over)


class PaperWindow(InReadingOrder, QWidget):
    """A window of its own, not modal; what it shows is what every one of its buttons hands over."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, paper: Paper) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._workbench, self._paper, self._client = workbench, paper, client
        words = self._words = workbench.words
        self.saving: Saving | None = None
        self.setWindowTitle(paper.title)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        body = Column(gap=10, margins=(16, 16, 16, 12))
        lines.addWidget(body, 1)
        self.notices = body.add(Column(gap=0))
        self.preview = body.add(PaperGround(words), 1).preview
        self.preview.show_paper(paper, self.text)
        lines.addWidget(self._foot())
        room = screen_room(self.parentWidget())
        self.resize(min(theme().px(WIDE), round(room.width() * 0.9)), min(theme().px(HIGH), round(room.height() * 0.9)))
        self.preview.fit_width()
        self.preview.setFocus()

    @property
    def text(self) -> str:
        """The paper as plain text, in its own language."""
        return text_of(self._paper, words_for(self._paper.language))

    def print(self) -> None:
        """Through the system's dialog; without a printer a PDF is offered."""
        print_paper(self._paper, self, self._printed)

    def ask_where(self) -> None:
        """Ask for a place, then write the PDF there."""
        words = self._words
        self.saving = Saving(self._workbench, self, self._file_name(), words.text("PDF files (*.pdf)"), self.write)
        self.saving.ask()

    def write(self, path: Path) -> bool:
        """Write the paper as a PDF; False when the disk said no, which is said here."""
        if not self._workbench.do(partial(write_pdf, self._paper, path), at=self):
            return False
        self.say(self._words.text("Saved as {name}.", name=path.name))
        return True

    def copy(self) -> None:
        """The text, for a letter or a messenger."""
        QGuiApplication.clipboard().setText(self.text)
        self.say(self._words.text("Copied as text."))

    def refuse(self, sentence: str) -> None:
        """Say what could not be done."""
        self.say(sentence, NoticeKind.ERROR)

    def say(self, sentence: str, kind: NoticeKind = NoticeKind.PLAIN, *, offer_pdf: bool = False) -> None:
        """One line over the paper; it replaces the last one."""
        self.notices.clear()
        step = self._words.text("Save PDF") if offer_pdf else ""
        line = self.notices.add(NoticeLine(Notice(sentence, kind, step), dismiss_name=self._words.text("Dismiss")))
        line.step_taken.connect(self.ask_where)
        line.dismissed.connect(self.notices.clear)
        line.announce()

    def _foot(self) -> Pane:
        words, pages = self._words, self.preview.page_count
        foot = Pane("card", padding=(16, 12, 16, 12), top_line=True)
        row = foot.add(Row(gap=8))
        row.add(Text(words.plural("{n} page", "{n} pages", pages), "small", colour="text2"))
        row.add_space()
        ways: tuple[tuple[Button, str, Callable[[], object]], ...] = (
            (Button(words.text("Copy text"), shortcut="Ctrl+Shift+C"), "Ctrl+Shift+C", self.copy),
            (Button(words.text("Save PDF"), icon="download", shortcut="Ctrl+S"), "Ctrl+S", self.ask_where),
            (Button(words.text("Print"), ButtonKind.PRIMARY, icon="printer", shortcut="Ctrl+P"), "Ctrl+P", self.print),
        )
        for button, key, slot in ways:
            row.add(button).clicked.connect(slot)
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        return foot

    def _file_name(self) -> str:
        whose = visible(self._workbench.journal.clients.get(self._client).name) if self._client else ""
        name = f"{self._paper.title} – {whose}" if whose and whose not in self._paper.title else self._paper.title
        return file_name(name)

    def _printed(self, how: Printed) -> None:
        words = self._words
        if how is Printed.DONE:
            self.say(words.text("Printed."))
        elif how is Printed.NO_PRINTER:
            self.say(words.text("No printer found. Save PDF instead."), NoticeKind.WARNING, offer_pdf=True)
        elif how is Printed.FAILED:
            said = words.text("The printer did not take the paper. Look at it and print again, or save a PDF.")
            self.say(said, NoticeKind.ERROR, offer_pdf=True)
