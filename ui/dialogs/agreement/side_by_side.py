"""Fields beside each other where there is room, below each other where there is not (200 % text)."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from ui.widgets.boxes import Row


class SideBySide(Row):
    """A row that becomes a column."""

    def set_single(self, single: bool) -> None:
        """Stand below each other, or beside each other again."""
        across = QBoxLayout.Direction.LeftToRight
        self.lines.setDirection(QBoxLayout.Direction.TopToBottom if single else across)
        self.updateGeometry()
