"""The notice as a PDF: asks where, writes it whole, says what went wrong."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.errors import Said
from app.facts.pages import Paper
from app.words import Words
from ui.attempt import attempt
from ui.dialogs.agreement.annex_file import file_name


class NoticeFile(QObject):
    """`written` with the path; `refused` with a sentence, and the question stays open."""

    written = Signal(str)
    refused = Signal(str)

    def __init__(self, words: Words, paper: Paper, window: QWidget) -> None:
        super().__init__(window)
        self._words, self.paper = words, paper
        self.dialog = QFileDialog(window, words.text("Save the notice as a PDF"))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setNameFilters([words.text("PDF files (*.pdf)")])
        self.dialog.setDefaultSuffix("pdf")
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        self.dialog.selectFile(file_name(paper.title, paper.subtitle))
        self.dialog.finished.connect(self._answered)

    def ask(self) -> None:
        """Ask where the file is to lie."""
        self.dialog.open()

    def write(self, path: Path) -> None:
        """Write the paper there."""
        from ui.printing.pdf import write_pdf

        said = attempt(partial(write_pdf, self.paper, path))
        if isinstance(said, Said):
            self.refused.emit(self._words.of(said))
            self.dialog.open()
        else:
            self.written.emit(str(path))

    def _answered(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.write(Path(self.dialog.selectedFiles()[0]))
