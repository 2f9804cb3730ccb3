"""The files of a snippet: chips that can be taken out, and a button that adds one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.words import Words
from ui.widgets.button import Button, ButtonKind
from ui.widgets.chip_button import ChipButton
from ui.widgets.flow import Flow


class Attached(Flow):
    """`names` are files beside the snippets; `added` carries the path of a file that is to be copied there."""

    changed = Signal()
    added = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, line_gap=6, parent=parent)
        self._words = words
        self.names: tuple[str, ...] = ()
        self.show_names(())

    def show_names(self, names: Sequence[str]) -> None:
        """Show these files."""
        self.names = tuple(dict.fromkeys(names))
        self.clear()
        for name in self.names:
            chip = ChipButton(name, "outline", icon="paperclip", removable=True)
            chip.setProperty("file", name)
            chip.removed.connect(self._remove)
            self.add(chip)
        button = self.add(Button(self._words.text("Attach a file"), ButtonKind.GHOST, icon="plus", small=True))
        button.clicked.connect(self._ask)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._words.text("Attach a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, paths: list[str]) -> None:
        for path in paths:
            self.added.emit(path)

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.show_names([name for name in self.names if name != chip.property("file")])
            self.changed.emit()
