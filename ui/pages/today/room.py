"""The room of cards that are not made yet: it makes the bar at the side as long as the list will be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Room(QWidget):
    """Nothing to see; none at all while its height is 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_high(0)

    def set_high(self, pixels: int) -> None:
        """Take another height."""
        self.setFixedHeight(pixels)
        self.setVisible(pixels > 0)
