"""What can be done with a damaged journal: keep a copy as it is, put a backup in its place (6.9)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import Said
from app.facts.backups import BackupsShown
from ui.attempt import attempt
from ui.backup_words import where_they_are
from ui.dialogs.restore import RestoreDialog
from ui.widgets.boxes import Column
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.notice import NoticeKind
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Rescue(Column):
    """Says where the backups are at the moment they are needed (8.3)."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._workbench, self._shown = workbench, BackupsShown(folder="", backups=())
        words = workbench.words
        self.where = self.add(Text("", "small", wrap=True, selectable=True))
        self.where.setMinimumWidth(1)
        line = self.add(Flow(gap=8, line_gap=8))
        self.copying = line.add(Button(words.text("Save a copy"), icon="copy"))
        self.copying.clicked.connect(self._ask_folder)
        self.restoring = line.add(Button(words.text("Restore a backup"), icon="rotate-ccw"))
        self.restoring.clicked.connect(self._ask_which)

    def refresh(self) -> None:
        """Read anew where backups are, beside the window."""
        self._workbench.ask(partial(attempt, self._workbench.journal.backups.found), self._show)

    def copy_to(self, folder: str) -> None:
        """Keep the journal as it is, damage and all, in that folder."""
        verb = partial(self._workbench.journal.backups.copy_as_it_is, Path(folder))
        self._workbench.ask(partial(attempt, verb), self._copied)

    def _show(self, shown: BackupsShown | Said) -> None:
        if isinstance(shown, BackupsShown):
            self._shown = shown
            self.where.setText(where_they_are(self._workbench.words, shown, self._workbench.zone))

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self._workbench.words.text("The folder for the copy"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.copy_to)
        dialog.open()

    def _ask_which(self) -> None:
        dialog = RestoreDialog(self._workbench.words, self._shown, self._workbench.zone, self)
        dialog.chosen.connect(self._workbench.restoring)
        dialog.open()

    def _copied(self, value: Path | Said) -> None:
        words = self._workbench.words
        if isinstance(value, Said):
            self._workbench.say(words.of(value), NoticeKind.ERROR)
        else:
            self._workbench.say(words.text("The journal as it is was copied to {path}.", path=str(value)))
