"""Rows, columns and the vertical scroll area of a page, with gaps that follow the text scale."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import fill_box

W = TypeVar("W", bound=QWidget)
Margins = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the design."""


class Box(QWidget):
    """Children in one line; `gap` and `margins` are pixels of the design."""

    def __init__(
        self,
        direction: QBoxLayout.Direction,
        gap: int = 8,
        margins: Margins = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gap, self._margins = gap, margins
        self._across = direction is QBoxLayout.Direction.LeftToRight
        self.lines = QBoxLayout(direction, self)
        follow_theme(self)

    def add(self, widget: W, stretch: int = 0, align: Qt.AlignmentFlag | None = None) -> W:
        """Append a widget and give it back."""
        if align is None and self._across:
            align = self._side(widget)
        if align is None:
            self.lines.addWidget(widget, stretch)
        else:
            self.lines.addWidget(widget, stretch, align)
        return widget

    def _side(self, widget: QWidget) -> Qt.AlignmentFlag:
        """What is never higher than its contents stands at the top of a row, not in its middle."""
        low = widget.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Maximum
        return Qt.AlignmentFlag.AlignTop if low else Qt.AlignmentFlag(0)

    def add_space(self, stretch: int = 1) -> None:
        """Append room that takes what is left."""
        self.lines.addStretch(stretch)

    def add_gap(self, length: int) -> None:
        """Append a fixed gap in pixels of the design, besides the gap between children."""
        self.add(Gap(length))

    def clear(self) -> None:
        """Take every child out and let it go."""
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def restyle(self) -> None:
        """Take gap and margins at the present text scale."""
        self.lines.setSpacing(theme().px(self._gap))
        self.lines.setContentsMargins(*(theme().px(side) for side in self._margins))


class Row(Box):
    """Children from left to right."""

    def __init__(self, gap: int = 8, margins: Margins = (0, 0, 0, 0), parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, gap, margins, parent)


class Column(Box):
    """Children from top to bottom."""

    def __init__(self, gap: int = 8, margins: Margins = (0, 0, 0, 0), parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, gap, margins, parent)


class Gap(QWidget):
    """A fixed distance in both directions."""

    def __init__(self, length: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = length
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def restyle(self) -> None:
        """Take the distance at the present text scale."""
        self.setFixedSize(QSize(theme().px(self._length), theme().px(self._length)))


class Divider(QWidget):
    """A hairline in the border colour; `vertical` stands between facts of a header."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        fill_box(QPainter(self), self.rect(), theme().colour("border"))


class Scroll(QScrollArea):
    """A page that scrolls vertically and never horizontally; `content` is its column."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its own, which fills nothing: to be asked for Qt's would make Python's copy of every widget class there is.
        self.setViewport(QWidget())
        content.setAutoFillBackground(False)
        self.setWidget(content)
