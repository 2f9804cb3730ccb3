"""A key or shortcut as a small outlined cap, with the words that say what it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.boxes import Row
from ui.widgets.painting import CENTRE, advance, draw_box, draw_text
from ui.widgets.text import Text


def keycap_width(keys: str) -> int:
    """Width of a cap in logical pixels."""
    return int(advance(keys, theme().font("caption")) + theme().px(18))


def draw_keycap(painter: QPainter, box: QRectF, keys: str) -> None:
    """Draw one cap into `box`."""
    radius = theme().measure("radius_box")
    draw_box(painter, box, radius, fill=theme().colour("card"), edge=theme().colour("border2"))
    draw_text(painter, box, keys, theme().font("caption"), theme().colour("text2"), CENTRE)


class Keycap(QLabel):
    """One cap ("Ctrl Enter")."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        self.setFixedSize(QSize(keycap_width(self.text()), theme().px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        draw_keycap(QPainter(self), QRectF(self.rect()), self.text())


class KeyHints(Row):
    """Caps with their words in one line: (("↑ ↓", "choose"), ("W", "write"))."""

    def __init__(self, hints: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        for keys, words in hints:
            self.add(Keycap(keys))
            self.add(Text(words, "caption", colour="text2"))
            self.add_gap(5)
        self.add_space()
