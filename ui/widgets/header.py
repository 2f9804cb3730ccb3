"""The page header: title in display type, chips beside it, a line under it, actions on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column, Row
from ui.widgets.text import Text


class PageHeader(Row):
    """`chips` stands beside the title, `buttons` at the right; both are rows to add to."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        words = self.add(Column(gap=2), 1)
        line = words.add(Row(gap=12))
        self.title = line.add(Text("", "display", wrap=True))
        self.chips = line.add(Row(gap=8))
        line.add_space()
        self.subtitle = words.add(Text("", "small", colour="text2", wrap=True))
        self.buttons = self.add(Row(gap=8), align=Qt.AlignmentFlag.AlignTop)
        self.set_title(title, subtitle)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say something else; an empty line under the title takes no room."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
