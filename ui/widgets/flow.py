"""Children side by side that go on in the next line when the width is used up: chips, toggles, facts."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme

W = TypeVar("W", bound=QWidget)


class Flow(QWidget):
    """`gap` between children, `line_gap` between lines, both in pixels of the design."""

    def __init__(self, gap: int = 8, line_gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._children: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self)

    def add(self, widget: W) -> W:
        """Append a widget and give it back."""
        widget.setParent(self)
        widget.installEventFilter(self)
        self._children.append(widget)
        widget.show()
        self.restyle()
        return widget

    def clear(self) -> None:
        """Take every child out and let it go."""
        for child in self._children:
            child.removeEventFilter(self)
            child.hide()
            child.deleteLater()
        self._children.clear()
        self.restyle()

    def restyle(self) -> None:
        """Place the children anew."""
        self.updateGeometry()
        self._place(self.width(), move=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A child that changed its size moves the others."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.restyle()
        return False

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """All children in one line."""
        hints = [child.sizeHint() for child in self._shown()]
        wide = sum(hint.width() for hint in hints) + theme().px(self._gap) * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest child, in as many lines as the present width takes."""
        widest = max((child.minimumSizeHint().width() for child in self._shown()), default=0)
        return QSize(widest, self._place(max(self.width(), widest), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the children in the new width."""
        self._place(self.width(), move=True)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [child for child in self._children if not child.isHidden()]

    def _place(self, width: int, *, move: bool) -> int:
        left = top = line = 0
        placed: list[tuple[QWidget, QRect]] = []
        for child in self._shown():
            size = child.sizeHint().expandedTo(child.minimumSize()).boundedTo(child.maximumSize())
            wide = min(size.width(), max(width, 1))
            high = child.heightForWidth(wide) if child.hasHeightForWidth() else size.height()
            if left and left + wide > width:
                left, top, line = 0, top + line + theme().px(self._line_gap), 0
            placed.append((child, QRect(left, top, wide, high)))
            left += wide + theme().px(self._gap)
            line = max(line, high)
        if move:
            _settle(placed)
        return top + line


def _settle(placed: list[tuple[QWidget, QRect]]) -> None:
    """Give every child its place; what is lower than its line stands in the middle of it, cards at the top."""
    lines: dict[int, int] = {}
    for _, place in placed:
        lines[place.top()] = max(lines.get(place.top(), 0), place.height())
    for child, place in placed:
        rest = lines[place.top()] - place.height()
        low = child.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Maximum
        child.setGeometry(place.translated(0, 0 if low else rest // 2))
