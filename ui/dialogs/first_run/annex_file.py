"""The annex of the first agreement as a PDF: asks where, writes it whole, says what went wrong (6.10)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.errors import Said
from app.words import Words
from ui.attempt import attempt
from ui.saving import file_name

if TYPE_CHECKING:
    from app.journal.journal import Journal


class AnnexFile(QObject):
    """`finished` when the paper was written or the owner thought better of it."""

    finished = Signal()
    refused = Signal(str)
    """Why the file could not be written; the question stays open."""

    def __init__(self, journal: Journal, client: int, words: Words, window: QWidget) -> None:
        from app.journal.annex import annex_paper

        super().__init__(window)
        self._words = words
        self.paper = annex_paper(journal, client, words.language)
        self.dialog = QFileDialog(window, words.text("Save the annex as a PDF"))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setNameFilters([words.text("PDF files (*.pdf)")])
        self.dialog.setDefaultSuffix("pdf")
        self.dialog.setDirectory(_documents())
        self.dialog.selectFile(file_name(f"{self.paper.title} – {journal.clients.get(client).name}"))
        self.dialog.finished.connect(self._answered)

    def ask(self) -> None:
        """Ask where the file is to lie."""
        self.dialog.open()

    def write(self, path: Path) -> Said | None:
        """Write the paper; what the disk said instead, if it did."""
        from ui.printing.pdf import write_pdf

        said = attempt(partial(write_pdf, self.paper, path))
        return said if isinstance(said, Said) else None

    def _answered(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            chosen = Path(self.dialog.selectedFiles()[0])
            problem = self.write(chosen)
            if problem is not None:
                self.refused.emit(self._words.of(problem))
                self.dialog.open()
                return
        self.finished.emit()


def _documents() -> str:
    """The folder of documents; where there is none, Qt would begin in the folder the program was started in."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return str(folder if folder.is_dir() else Path.home())
