"""Handing the sheet over: paper, PDF, text, and the mark that it was given. What leaves makes a checkpoint (5.1)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.facts.pages import Paper
from app.facts.sheets import ALL_CLIENTS, SheetShown
from app.facts.week import Edition
from app.papers.plain_text import text_of
from app.words import words_for
from ui.pages.week.asking import make_sheet, where_we_are
from ui.pages.week.looks import sheet_file
from ui.pages.week.mark_given import MarkGiven
from ui.printing.on_paper import Printed, print_paper
from ui.printing.pdf import write_pdf
from ui.saving import Saving
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

Left = tuple[int, str, str]
"""Whose paper of which sort and period left."""


class Handing(QObject):
    """Remembers the last sheet that left, so that marking it as given records the head which that sheet carries."""

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._workbench, self._page = workbench, page
        self._left: dict[Left, tuple[Paper, str]] = {}
        self._shown: SheetShown | None = None
        self._printing: Paper | None = None
        self.saving: Saving | None = None
        self.dialog: MarkGiven | None = None

    def print(self, shown: SheetShown) -> None:
        """Through the system's dialog; without a printer a PDF is offered."""
        self._shown = shown
        self._workbench.do(partial(make_sheet, self._workbench, shown.asked), self._print)

    def ask_where(self, shown: SheetShown) -> None:
        """Ask for a place, then write the PDF there."""
        self._shown = shown
        filter_ = self._workbench.words.text("PDF files (*.pdf)")
        name = sheet_file(self._workbench.words, shown)
        self.saving = Saving(self._workbench, self._page, name, filter_, self.write)
        self.saving.ask()

    def save_to(self, shown: SheetShown, path: Path) -> bool:
        """Write the PDF to a place that is known."""
        self._shown = shown
        self.saving = Saving(self._workbench, self._page, path.name, "", self.write)
        return self.saving.save(path)

    def write(self, path: Path) -> bool:
        """Make the sheet and write it as a PDF."""
        words, shown = self._workbench.words, self._shown
        if shown is None:
            return False
        said = words.text("Saved as {name}.", name=path.name)
        return self._workbench.do(
            partial(self._write, shown, path), said=said, step=words.text("Mark as given"), next=self._mark_again
        )

    def copy(self, shown: SheetShown) -> None:
        """Put the sheet as plain text on the clipboard, with the full head in it."""
        self._shown = shown
        words = self._workbench.words
        said = words.text("Copied. The text holds the full head.")
        self._workbench.do(
            partial(make_sheet, self._workbench, shown.asked),
            self._to_clipboard,
            said=said,
            step=words.text("Mark as given"),
            next=self._mark_again,
        )

    def mark(self, shown: SheetShown) -> None:
        """Ask to whom and how; the sheet that left last is meant, or the one as it would print now."""
        self._shown = shown
        left = self._left.get(_left(shown))
        if left is None:
            self._workbench.do(partial(make_sheet, self._workbench, shown.asked), self._ask_how)
        else:
            self._open(left[0], made=True, how=left[1])

    def _write(self, shown: SheetShown, path: Path) -> None:
        paper = make_sheet(self._workbench, shown.asked)
        write_pdf(paper, path)
        self._keep(paper, "mailed")

    def _print(self, paper: Paper) -> None:
        self._printing = paper
        print_paper(paper, self._page, self._printed)

    def _printed(self, how: Printed) -> None:
        words, say = self._workbench.words, self._workbench.say
        if how is Printed.DONE and self._printing is not None:
            self._keep(self._printing, "printed")
            say(words.text("Printed."), step=words.text("Mark as given"), next=self._mark_again)
        elif how is Printed.NO_PRINTER:
            text = words.text("No printer found. Save PDF instead.")
            say(text, NoticeKind.WARNING, step=words.text("Save PDF"), next=self._save_again)
        elif how is Printed.FAILED:
            text = words.text("The printer did not take the sheet. Look at it and print again, or save a PDF.")
            say(text, NoticeKind.ERROR, step=words.text("Save PDF"), next=self._save_again)

    def _to_clipboard(self, paper: Paper) -> None:
        year = self._shown.made.last.year if self._shown else None
        QGuiApplication.clipboard().setText(text_of(paper, words_for(paper.language, year)))
        self._keep(paper, "sent")

    def _keep(self, paper: Paper, how: str) -> None:
        """My edition and the sheet over all clients are for nobody else's drawer."""
        shown = self._shown
        if shown and shown.asked.client != ALL_CLIENTS and shown.asked.edition is Edition.CLIENT:
            self._left[_left(shown)] = (paper, how)

    def _ask_how(self, paper: Paper) -> None:
        self._open(paper, made=False)

    def _open(self, paper: Paper, *, made: bool, how: str = "") -> None:
        if self._shown is not None:
            self.dialog = MarkGiven(self._workbench, self._shown, paper, made=made, how=how, parent=self._page)
            self.dialog.open()

    def _mark_again(self) -> None:
        if self._shown is not None:
            self.mark(self._shown)

    def _save_again(self) -> None:
        if self._shown is not None:
            self.ask_where(self._shown)

    def copy_where(self, shown: SheetShown) -> None:
        """Put a few lines about where the work stands on the clipboard; the next step is to send them."""
        words = self._workbench.words
        self._shown = shown
        self._workbench.do(
            partial(where_we_are, self._workbench, shown),
            QGuiApplication.clipboard().setText,
            said=words.text("Copied: where we are. Paste it into the messenger."),
            step=words.text("Write"),
            next=self._write_where,
        )

    def _write_where(self) -> None:
        if self._shown is not None:
            text = QGuiApplication.clipboard().text()
            self._workbench.open("compose", self._shown.asked.client, text=text)


def _left(shown: SheetShown) -> Left:
    return shown.asked.client, shown.asked.sort.value, shown.made.period
