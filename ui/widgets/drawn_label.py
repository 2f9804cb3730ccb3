"""Labels that are drawn on pure data: a switch of theme or text scale has them measured and drawn anew (6.12)."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel


class DrawnLabel(QLabel):
    """What it shows is painted by `paintEvent`; what is said aloud is its accessible name."""

    def restyle(self) -> None:
        """Measure anew."""
        self.updateGeometry()
        self.update()
