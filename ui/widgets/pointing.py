"""Keyboard and mouse of painted widgets that consist of cells: one is pointed at, Enter or a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from ui.widgets.plain import tip

BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Pointing(QLabel):
    """Cells numbered from 0. Heirs say how many there are, which one lies where, and what each one is called."""

    opened = Signal(str)
    pointed = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self.at = name, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def cells(self) -> int:
        """How many cells there are."""
        raise NotImplementedError

    def cell_at(self, place: QPointF) -> int:
        """The number of the cell under `place`; -1 beside all of them."""
        raise NotImplementedError

    def cell_words(self, at: int) -> tuple[str, str]:
        """Key and spoken sentence of a cell."""
        raise NotImplementedError

    def point(self, at: int) -> None:
        """Point at a cell and speak it."""
        if not self.cells():
            return
        self.at = min(max(at, 0), self.cells() - 1)
        key, _ = self.cell_words(self.at)
        self.speak()
        self.update()
        self.pointed.emit(key)

    def speak(self) -> None:
        """Name the widget after the cell that is pointed at, describe it by all of them."""
        if not self.cells():
            self.setAccessibleName(self._name)
            return
        said = [self.cell_words(at)[1] for at in range(self.cells())]
        at = min(self.at, self.cells() - 1)
        self.setAccessibleName(f"{self._name}. {said[at]}" if self._name else said[at])
        self.setAccessibleDescription(". ".join(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End point; Enter and Space open."""
        key = Qt.Key(event.key())
        if key in BACK + FORTH:
            self.point(self.at + (1 if key in FORTH else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.point(0 if key == Qt.Key.Key_Home else self.cells() - 1)
        elif key in PRESS and self.cells():
            self.opened.emit(self.cell_words(self.at)[0])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click points and opens."""
        at = self.cell_at(event.position())
        if at >= 0:
            self.point(at)
            self.opened.emit(self.cell_words(at)[0])

    def event(self, event: QEvent) -> bool:
        """The tooltip names the cell under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.cell_words(at)[1]) if at >= 0 else "", self)
            return True
        return super().event(event)
