"""Opens attachments of entries: a read-only copy, a question before what could run, nothing from the network (6.4)."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.facts.file_kinds import FileKind, Opening
from app.facts.file_names import safe_name
from app.folders import make_private, runtime_folder
from ui.widgets.plain import shown

if TYPE_CHECKING:
    from app.journal.attached import Attached
    from ui.workbench import Workbench


class Attachments(QObject):
    """Opens files for one part of the window; `parent` is what a question stands over."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._parent = workbench, parent

    def open(self, attached: Attached) -> None:
        """Open a copy at once, or ask first; say so where the file is missing or was changed (fault 15)."""
        from app.journal.attached import kind_of

        bench = self._workbench
        bench.do(partial(kind_of, bench.journal, attached), partial(self._look, attached))

    def _look(self, attached: Attached, kind: FileKind) -> None:
        if kind.opening is Opening.SHOWS:
            self.open_copy(attached)
            return
        from ui.dialogs.open_attached import OpenAttached

        OpenAttached(self._workbench, attached, kind, self, parent=self._parent.window()).open()

    def open_copy(self, attached: Attached) -> None:
        """Open a copy with the program that the system has for it."""
        from app.journal.attached import copy_to_open

        bench = self._workbench
        bench.do(partial(copy_to_open, bench.journal, attached, opened_folder()), self._show)

    def save_copy(self, attached: Attached) -> None:
        """Ask where a copy is to be kept."""
        from ui.saving import Saving

        write = partial(self._write, attached)
        every = self._workbench.words.text("All files (*)")
        Saving(self._workbench, self._parent.window(), safe_name(attached.name), every, write).ask()

    def _write(self, attached: Attached, path: Path) -> bool:
        from app.journal.attached import copy_to_keep

        bench = self._workbench
        said = bench.words.text("{name} is saved.", name=path.name)
        return bench.do(partial(copy_to_keep, bench.journal, attached, path), said=said)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self._workbench.words
            self._workbench.say(words.text("No program here opens {name}. Save a copy instead.", name=shown(path.name)))


@cache
def opened_folder() -> Path:
    """Where copies lie that are opened, for this user alone; gone when the program ends."""
    runtime = runtime_folder()
    make_private(runtime)
    folder = Path(tempfile.mkdtemp(prefix="opened-", dir=runtime))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
