"""The files of a message or an entry: chips that can be taken out; what is sent the owner attaches himself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.dropping import LARGEST
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.chip_button import ChipButton
from ui.widgets.flow import Flow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.journal.journal import Journal


class Files(Column):
    """`paths` are recorded with the message when it is marked as sent; `said` is what stands under other files."""

    def __init__(self, words: Words, said: str = "", parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words = words
        self.paths: tuple[Path, ...] = ()
        self.chips = self.add(Flow(gap=6, line_gap=6))
        line = self.add(Row(gap=8))
        to_send = words.text("Attach these files yourself. They are recorded when you mark the message as sent.")
        line.add(Text(said or to_send, "caption", colour="text2", wrap=True), 1)
        if not said:
            line.add(Button(words.text("Open their folder"), ButtonKind.LINK)).clicked.connect(self._open)
        self.hide()

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, each once."""
        self._show(tuple(dict.fromkeys((*self.paths, *paths))))

    def forget(self) -> None:
        """No files any more."""
        self._show(())

    def attachments(self, journal: Journal) -> list[dict[str, Any]]:
        """The files as an entry names them (B5); they are kept beside the journal. Raises Unavailable."""
        kept = [(path, journal.files.keep_file(path, LARGEST)) for path in self.paths]
        return [{"sha256": found.sha256, "size": found.size, "name": path.name} for path, found in kept]

    def _show(self, paths: tuple[Path, ...]) -> None:
        self.paths = paths
        self.chips.clear()
        for path in paths:
            chip = ChipButton(path.name, "outline", icon="paperclip", removable=True, tooltip=str(path))
            chip.setProperty("path", str(path))
            chip.removed.connect(self._remove)
            self.chips.add(chip)
        self.setVisible(bool(paths))

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self._show(tuple(path for path in self.paths if str(path) != chip.property("path")))

    def _open(self) -> None:
        if self.paths:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.paths[0].parent)))
