"""Makes one sheet after the other, so that the window stays alive; one that resists stops no other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.facts.pages import Paper
from app.facts.sheets import SheetAsked, SheetShown
from app.papers.plain_text import text_of
from app.whole_file import write_whole
from app.words import words_for
from ui.dialogs.make_all.sheet_row import SheetRow
from ui.pages.week.asking import make_sheet, sheet_of
from ui.pages.week.looks import sheet_file
from ui.printing.pdf import write_pdf
from ui.saving import another_name

if TYPE_CHECKING:
    from ui.workbench import Workbench

Made = tuple[SheetShown, Paper, list[Path]]


class Making(QObject):
    """`stepped` after each sheet with how many are done; `ended` after the last."""

    stepped = Signal(int)
    ended = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._rows: list[SheetRow] = []
        self._at, self._folder, self._as_pdf, self._as_text = 0, Path(), True, False
        self._why = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def begin(self, rows: Sequence[SheetRow], folder: Path, *, as_pdf: bool, as_text: bool) -> None:
        """Make the sheets of these rows into a folder."""
        self._rows, self._at, self._folder = list(rows), 0, folder
        self._as_pdf, self._as_text = as_pdf, as_text
        self._timer.start()

    def refuse(self, sentence: str) -> None:
        """Why the sheet of this step was not made."""
        self._why = sentence

    def _next(self) -> None:
        if self._at >= len(self._rows):
            self.ended.emit()
            return
        row = self._rows[self._at]
        made: list[Made] = []
        if self._workbench.do(partial(self._make, row.client, row.week), made.append, at=self):
            row.say_made(*made[0])
        else:
            row.say_refused(self._why)
        self._at += 1
        self.stepped.emit(self._at)
        self._timer.start()

    def _make(self, client: int, week: str) -> Made:
        asked = SheetAsked(client=client, week=week)
        shown = sheet_of(self._workbench, asked)
        paper = make_sheet(self._workbench, asked)
        name = sheet_file(self._workbench.words, shown)
        files = []
        if self._as_pdf:
            files.append(free_path(self._folder, name))
            write_pdf(paper, files[-1])
        if self._as_text:
            files.append(free_path(self._folder, name.removesuffix(".pdf") + ".txt"))
            words = words_for(paper.language, int(week[:4]))
            write_whole(files[-1], text_of(paper, words).encode("utf-8"))
        return shown, paper, files


def free_path(folder: Path, name: str) -> Path:
    """A name that no file has: a sheet made earlier carries another head and stays."""
    path = folder / name
    while path.exists():
        path = folder / another_name(path.name)
    return path
