"""A place to drop a file, with a button for those who would rather choose it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.facts.visible import visible
from ui.widgets.boxes import Row
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.picture import Picture
from ui.widgets.text import Text

CENTRE = Qt.AlignmentFlag.AlignHCenter


class DropPlace(Card):
    """`dropped` carries the path of the one file or folder that was dropped."""

    dropped = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(dashed=True, ground="sunken", gap=8, padding=(16, 16, 16, 14), fill=True, parent=parent)
        self.setAcceptDrops(True)
        self.add(Picture("file-up", "text2", side=20), align=CENTRE)
        self.text = self.add(Text(text, "small", colour="text2", wrap=True, align=CENTRE))
        self._buttons = self.add(Row(gap=8), align=CENTRE)

    def add_button(self, button: Button) -> Button:
        """Append a button under the words and give it back."""
        return self._buttons.add(button)

    def show_path(self, path: Path) -> None:
        """Name what was chosen."""
        self.text.setText(visible(str(path)))
        self.text.set_colour("text")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file."""
        if _path_in(event) is not None:
            event.acceptProposedAction()
            self.set_chosen(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let the edge go."""
        self.set_chosen(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped."""
        self.set_chosen(False)
        path = _path_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _path_in(event: QDropEvent) -> Path | None:
    local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(local[0]) if local else None
