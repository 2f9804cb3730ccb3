"""The frame of the edit dialog: two panes side by side, or one below the other at large text; as high as needed."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.edit.facts_pane import FactsPane
from ui.dialogs.edit.foot import EditFoot
from ui.dialogs.edit.promise_pane import PromisePane
from ui.layout import Layout, Widths
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.pane import Dim

WIDE, HIGH, PROMISE, NARROW_PROMISE = 980, 540, 440, 380
SMALLEST, EDGE = 680, 32


class Frame:
    """Puts the panes into the dialog and minds its size; `parent` is dimmed behind it."""

    def __init__(
        self, dialog: QDialog, facts: FactsPane, promise: PromisePane, foot: EditFoot, parent: QWidget | None
    ) -> None:
        self._dialog, self._facts, self._promise, self._foot = dialog, facts, promise, foot
        screen = screen_room(parent)
        self.most: QSize = parent.window().size() if parent is not None else screen
        self.layout = Widths(max(self.most.width(), SMALLEST), theme().scale).layout
        single = self.layout is Layout.SINGLE
        lines = QVBoxLayout(dialog)
        lines.setSpacing(0)
        lines.setContentsMargins(0, 0, 0, 0)
        body = Column(gap=0) if single else Row(gap=0)
        body.add(facts, 0 if single else 1)
        body.add(promise)
        if not single:
            promise.setFixedWidth(theme().px(PROMISE if self.layout is Layout.FULL else NARROW_PROMISE))
        promise.set_single(single)
        foot.set_single(single)
        lines.addWidget(Scroll(body), 1)
        lines.addWidget(foot)
        wide, high = self.most.width() - EDGE, self.most.height() - EDGE
        dialog.resize(min(theme().px(WIDE), wide), min(theme().px(HIGH), high))
        self._settled = QTimer(dialog, singleShot=True, interval=0)
        self._settled.timeout.connect(self._fit)
        if parent is not None:
            Dim(parent.window(), dialog)

    def grow(self) -> None:
        """As high as both panes need, once their lines have settled, where the window behind has room."""
        if self.layout is not Layout.SINGLE:
            self._settled.start()

    def _fit(self) -> None:
        facts, promise = self._facts, self._promise
        wide = facts.width() if self._dialog.isVisible() else theme().px(WIDE - PROMISE)
        for pane in (facts, promise):
            pane.layout().activate()  # type: ignore[union-attr]
        panes = max(facts.heightForWidth(wide), promise.heightForWidth(promise.width()))
        needed = panes + self._foot.sizeHint().height()
        high = min(max(needed, theme().px(HIGH)), self.most.height() - EDGE)
        if high != self._dialog.height():
            self._dialog.resize(self._dialog.width(), high)
