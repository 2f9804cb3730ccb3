"""A field that holds a file's path: typed, pasted, dropped or chosen with a button beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.boxes import Row
from ui.widgets.button import Button
from ui.widgets.inputs import LineInput


class FileInput(Row):
    """`changed` when another path stands in it; `path` is None while it is empty."""

    changed = Signal()

    def __init__(
        self, button: str, *, path: str = "", placeholder: str = "", filter_: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=8, parent=parent)
        self._filter = filter_
        self.line = self.add(_PathInput(path, placeholder), 1)
        self.choose = self.add(Button(button))
        self.choose.clicked.connect(self._ask)
        self.line.editingFinished.connect(self.changed)
        self.line.dropped.connect(self.take)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path | None:
        """The file."""
        text = self.line.text().strip()
        return Path(text) if text else None

    def take(self, path: str) -> None:
        """Hold this file."""
        self.line.setText(path)
        self.changed.emit()

    def setAccessibleName(self, name: str) -> None:
        """Both parts speak the label."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.choose.setAccessibleName(f"{name}: {self.choose.text()}")

    def setAccessibleDescription(self, description: str) -> None:
        """The line speaks the hint and the error."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def setProperty(self, name: str, value: object) -> bool:
        """What a field sets on its editor to show that it is wrong is worn by the line."""
        self.line.setProperty(name, value)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        return super().setProperty(name, value)

    def _ask(self) -> None:
        place = str(self.path.parent) if self.path else ""
        dialog = QFileDialog(self, self.accessibleName(), place, self._filter)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()


class _PathInput(LineInput):
    """Takes a dropped file as its path."""

    dropped = Signal(str)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A local file may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first one."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])
        else:
            super().dropEvent(event)
