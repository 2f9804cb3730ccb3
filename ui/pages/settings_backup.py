"""The backups in the settings: where they are, how old the newest is, whether one could be restored, and what to do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import Said
from app.facts.backups import Backup, BackupsShown
from ui.attempt import attempt
from ui.backup_words import newest_in_words, trial_in_words, unsaved_in_words
from ui.widgets.boxes import Column
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.notice import NoticeKind
from ui.widgets.plain import tip
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class BackupSettings(Column):
    """Reads beside the window; every button says what came of it in the notice line."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._workbench = workbench
        words = workbench.words
        said = words.text(
            "Made when the window closes, before an import and half an hour after a change, and checked each time."
            " Best on another disk."
        )
        self.add(Text(said, "small", colour="text2", wrap=True))
        self.where = self.add(Text("", "small", wrap=True, selectable=True))
        self.newest = self.add(Text("", "small", wrap=True))
        self.trial = self.add(Text("", "small", wrap=True))
        self.unsaved = self.add(Text("", "small", wrap=True))
        self.aside = self.add(Text("", "small", colour="text2", wrap=True, selectable=True))
        self.aside.hide()
        for line in (self.where, self.aside):
            line.setMinimumWidth(1)  # a path may be long; it breaks at its strokes
        self.shown: BackupsShown | None = None
        buttons = self.add(Flow(gap=8, line_gap=8))
        self.now = buttons.add(Button(words.text("Back up now"), icon="archive"))
        self.now.clicked.connect(self.back_up)
        self.folder = buttons.add(Button(words.text("Another folder"), icon="folder-down"))
        self.folder.clicked.connect(self._ask_folder)
        self.trying = buttons.add(Button(words.text("Try one out"), icon="rotate-cw"))
        self.trying.clicked.connect(self.try_out)
        self.restoring = buttons.add(Button(words.text("Restore a backup"), icon="rotate-ccw"))
        self.restoring.clicked.connect(self.restore)

    def refresh(self) -> None:
        """Read anew, beside the window."""
        self._workbench.ask(partial(attempt, self._workbench.journal.backups.shown), self._show)

    def back_up(self) -> None:
        """Make one now, by hand."""
        self._workbench.ask(partial(attempt, self._workbench.journal.backups.make), self._made)

    def try_out(self) -> None:
        """Restore the newest into a scratch folder now."""
        self._workbench.ask(partial(attempt, self._workbench.journal.backups.try_out), self._tried)

    def restore(self) -> None:
        """Choose the backup that takes the place of this journal."""
        from ui.dialogs.restore import RestoreDialog

        if self.shown is not None:
            bench = self._workbench
            dialog = RestoreDialog(bench.words, self.shown, bench.zone, self)
            dialog.chosen.connect(bench.restoring)
            dialog.open()

    def choose_folder(self, path: str) -> None:
        """Put backups there from now on, and make the first one."""
        self._workbench.set(backup_folder=path)
        self.back_up()

    def _ask_folder(self) -> None:
        words = self._workbench.words
        dialog = QFileDialog(self, words.text("The folder for backups"), self._workbench.settings.backup_folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()

    def _show(self, shown: BackupsShown | Said) -> None:
        words, zone = self._workbench.words, self._workbench.zone
        if isinstance(shown, Said):
            self.where.setText(words.of(shown))
            return
        self.shown = shown
        count = len(shown.backups)
        self.where.setText(words.plural("{n} backup in {path}", "{n} backups in {path}", count, path=shown.folder))
        self.where.setToolTip(tip(self.where.text()))  # a path has no place where it could wrap
        none = words.text("There is none yet; the first is made when the window closes.")
        self.newest.setText(newest_in_words(words, shown.newest, zone) if shown.newest else none)
        self.trial.setVisible(shown.newest is not None)
        self.trial.setText(trial_in_words(words, shown, zone))
        self.unsaved.setVisible(shown.unsaved > 0)
        self.unsaved.setText(unsaved_in_words(words, shown, zone))
        self.unsaved.set_colour("late" if shown.is_overdue else "text2")
        names = [Path(name).name for name in self._workbench.journal.backups.set_aside()]
        self.aside.setVisible(bool(names))
        self.aside.setText(words.text("Moved aside by a restore, beside the journal: {names}", names=names))

    def _made(self, value: Backup | Said) -> None:
        words = self._workbench.words
        if isinstance(value, Said):
            self._workbench.say(words.of(value), NoticeKind.ERROR)
        else:
            said = words.plural(
                "The backup is made and checked: {n} entry.", "The backup is made and checked: {n} entries.",
                value.entries,
            )  # fmt: skip
            self._workbench.say(said)
        self.refresh()

    def _tried(self, value: Backup | Said) -> None:
        words = self._workbench.words
        if isinstance(value, Said):
            self._workbench.say(words.of(value), NoticeKind.ERROR)
        else:
            self._workbench.say(words.text("The newest backup was restored into a scratch folder, and it stands."))
        self.refresh()
