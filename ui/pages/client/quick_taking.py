"""What quick add takes from outside: a pasted piece of a chat, files, the export of a chat (5.2, 6.4)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.exchange.paste import read_piece
from ui.dropping import Dropping, sort_dropped

if TYPE_CHECKING:
    from ui.pages.client.quick_add import QuickAdd
    from ui.workbench import Workbench


class Taking(QObject):
    """The slots of one bar."""

    def __init__(self, workbench: Workbench, bar: QuickAdd) -> None:
        super().__init__(bar)
        self._workbench, self._bar = workbench, bar
        bar.field.pasted.connect(self._look)
        bar.below.taken.connect(self.show_piece)
        bar.field.files_pasted.connect(self.take_files)
        Dropping(bar).dropped.connect(self.take_files)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files go with the next line; an export of a chat opens its import."""
        bar, found = self._bar, sort_dropped(paths, self._workbench.words)
        if found.export is not None:
            self._workbench.open("import", bar.client, path=found.export)
        bar.files.take(found.files)
        if found.refused:
            bar.refuse(" ".join(found.refused))
        elif found.files:
            bar.field.setFocus()

    def holds_files(self) -> bool:
        """Files go with a line only: a whole form takes none of them, so it is said and the line stays (Ctrl+Enter)."""
        words = self._workbench.words
        if self._bar.files.paths:
            said = words.text("Files are kept with a line. Press Enter to save it, or take the files out first.")
            self._bar.refuse(said)
        return bool(self._bar.files.paths)

    def show_piece(self) -> None:
        """Show what the pasted piece would become: who, when, in which direction."""
        bar = self._bar
        text, channel = bar.field.toPlainText(), bar.switches.channel.key
        self._workbench.open("paste", bar.client, text=text, channel=channel, then=self._kept)

    def _look(self) -> None:
        self._bar.below.offer(len(read_piece(self._bar.field.toPlainText()).messages))

    def _kept(self) -> None:
        if isValid(self._bar):
            self._bar.empty()
