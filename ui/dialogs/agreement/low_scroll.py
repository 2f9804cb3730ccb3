"""A part of a dialog that scrolls by itself and asks for little height; where all is small, its dialog scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.boxes import Scroll
from ui.widgets.pane import Pane

LEAST = 96


class LowScroll(Scroll):
    """`content` lies on card colour; two bars beside each other would be one too many."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        self._whole = False
        self._ground = Pane("card", padding=(2, 2, 10, 4))
        self._ground.add(content, 1)
        super().__init__(self._ground, parent)

    def set_whole(self, whole: bool) -> None:
        """Ask for all the height of the content, so that nothing scrolls here."""
        self._whole = whole
        policy = self.sizePolicy()
        policy.setHeightForWidth(whole)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height of the content at a width."""
        return self._ground.heightForWidth(width) if self._whole else -1

    def sizeHint(self) -> QSize:
        """As wide as its content, and low."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(super().minimumSizeHint().width(), self._height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What grows inside is told outside."""
        if self._whole and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _height(self) -> int:
        return self.heightForWidth(self.width()) if self._whole else theme().px(LEAST)
