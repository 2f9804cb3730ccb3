"""Which backup takes the place of the journal: those that are known with date and entries, or another file (8.3)."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.facts.backups import Backup, BackupsShown
from app.words import Words
from ui.backup_words import WHY
from ui.dialogs.framed import Framed
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.text import Text

WIDE, HIGH = 640, 470


class RestoreDialog(Framed):
    """`chosen` carries the path of a backup; nothing was touched yet."""

    chosen = Signal(object)

    def __init__(self, words: Words, shown: BackupsShown, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(words.text("Restore a backup"), parent)
        self._words, self._shown, self._zone = words, shown, zone
        said = words.text(
            "The files that are there now are moved into a folder of their own beside the journal; nothing is deleted."
            " The journal will say that a backup was restored."
        )
        self.page.add(Text(said, "small", colour="text2", wrap=True))
        where = self.page.add(Text(words.text("In {path}", path=shown.folder), "small", wrap=True, selectable=True))
        where.setMinimumWidth(1)  # a path may be long; it breaks at its strokes
        columns = (
            TableColumn(words.text("Made"), stretch=1),
            TableColumn(words.text("Entries"), right=True, tabular=True),
            TableColumn(words.text("For what")),
        )
        self.table = self.page.add(Table(columns, words.text("Backups")), 1)
        self.table.set_rows([self._row(number, each) for number, each in enumerate(shown.backups)])
        self.table.setMinimumHeight(theme().px(150))
        self.table.opened.connect(self._opened)
        if not shown.backups:
            self.page.add(Text(words.text("No backup was found there."), "small", wrap=True))
        self.other = self.foot.add(Button(words.text("Another file"), ButtonKind.GHOST))
        self.other.clicked.connect(self._ask_file)
        self.foot.add_space()
        self.foot.add(Button(words.text("Cancel"), ButtonKind.GHOST)).clicked.connect(self.reject)
        self.restoring = self.foot.add(Button(words.text("Restore this backup"), ButtonKind.PRIMARY))
        self.restoring.clicked.connect(self._take)
        if shown.backups:
            self.table.selectRow(0)
        else:
            self.restoring.refuse(words.text("Choose another file first."))
        self.resize(theme().px(WIDE), theme().px(HIGH))

    def _row(self, number: int, backup: Backup) -> TableRow:
        words = self._words
        cells = (
            TableCell(words.date_time(backup.made, self._zone)),
            TableCell(words.number(backup.entries)),
            TableCell(words.text(WHY[backup.why]), colour="text2"),
        )
        return TableRow(str(number), cells)

    def _opened(self, key: str) -> None:
        self._take()

    def _take(self) -> None:
        if self.table.chosen_key:
            self._choose(Path(self._shown.folder) / self._shown.backups[int(self.table.chosen_key)].name)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self._words.text("Restore a backup"), self._shown.folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, path: str) -> None:
        self._choose(Path(path))

    def _choose(self, path: Path) -> None:
        self.accept()
        self.chosen.emit(path)
