"""Where to save a paper or an export: the system's dialog, the folder of last time, another name when one is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_NAME: Final = 60

Write = Callable[[Path], bool]
"""Writes to a path; False when it could not, and the reason was kept as the workbench's last refusal."""


class Saving(QObject):
    """One file to save: `ask` opens the dialog, `save` writes; a file that resists is offered another name."""

    def __init__(self, workbench: Workbench, parent: QWidget, name: str, filter_: str, write: Write) -> None:
        super().__init__(parent)
        self._workbench, self._parent = workbench, parent
        self._name, self._filter, self._write = name, filter_, write
        self.dialog: QFileDialog | None = None

    @property
    def proposed(self) -> Path:
        """The path that the dialog begins with."""
        kept = self._workbench.settings.paper_folder
        folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
        return folder / self._name

    def ask(self) -> None:
        """Open the system's dialog over the window."""
        self.dialog = QFileDialog(self._parent, self._workbench.words.text("Save"), str(self.proposed.parent))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setNameFilter(self._filter)
        self.dialog.setDefaultSuffix(self.proposed.suffix.lstrip("."))
        self.dialog.selectFile(self._name)
        self.dialog.fileSelected.connect(self._chosen)
        self.dialog.open()

    def save(self, path: Path) -> bool:
        """Write to `path` and remember its folder; when it resists, say why and propose another name."""
        if self._write(path):
            if self._workbench.settings.paper_folder != str(path.parent):
                self._workbench.set(paper_folder=str(path.parent))
            return True
        self._name = another_name(path.name)
        words = self._workbench.words
        step = words.text("Save as {name}", name=self._name)
        self._workbench.say(self._workbench.last_refusal, NoticeKind.ERROR, step=step, next=self.ask)
        return False

    def _chosen(self, path: str) -> None:
        self.save(Path(path))


def file_name(said: str) -> str:
    """`said` as the name of a PDF that every file system takes."""
    return _NOT_IN_NAMES.sub(" ", said).strip(" .")[:LONGEST_NAME].strip(" .") + ".pdf"


def another_name(name: str) -> str:
    """ "Sheet.pdf" → "Sheet (2).pdf" → "Sheet (3).pdf"; the number of a week is never taken for a count."""
    stem, dot, suffix = name.rpartition(".")
    stem, suffix = (stem, dot + suffix) if dot else (name, "")
    found = re.fullmatch(r"(.*) \((\d{1,3})\)", stem)
    return f"{found[1]} ({int(found[2]) + 1}){suffix}" if found else f"{stem} (2){suffix}"
