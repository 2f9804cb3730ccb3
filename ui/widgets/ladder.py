"""The ladder of channels: cards in the agreed order, joined by chevrons; a channel not agreed is not there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.reading_order import placed_in
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Row
from ui.widgets.painting import advance, draw_box, draw_focus, draw_text
from ui.widgets.picture import Picture
from ui.widgets.plain import PlainButton, tip


class LadderState(StrEnum):
    """Where a step stands: the one to use now, one that was tried, one that comes later."""

    CURRENT = "current"
    TRIED = "tried"
    NEXT = "next"


class LadderStep(Struct, frozen=True):
    """One channel: "Telegram", "@laptev_kedr", its icon; `note` is the date it was tried."""

    key: str
    channel: str
    address: str
    icon: str
    state: LadderState = LadderState.NEXT
    note: str = ""
    spoken: str = ""


class _StepCard(PlainButton):
    def __init__(self, step: LadderStep, parent: QWidget) -> None:
        super().__init__(step.channel, parent)
        self.step = step
        self.setAccessibleName(step.spoken or ", ".join(p for p in (step.channel, step.address, step.note) if p))
        self.setToolTip(tip(f"{step.channel} · {step.address}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = advance(self.step.channel, theme().font("small", 600)) + theme().px(60)
        lower = advance(self._below(), theme().font("caption"))
        return QSize(int(max(words, lower + theme().px(56))), theme().px(52))

    def minimumSizeHint(self) -> QSize:
        words = advance(self.step.channel, theme().font("small", 600))
        return QSize(int(words + theme().px(60)), theme().px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box, t, px = QPainter(self), QRectF(self.rect()), theme(), theme().px
        here, radius = self.step.state is LadderState.CURRENT, theme().measure("radius_card")
        fill = "soft" if here else "hover" if self.underMouse() else "card"
        edge = t.colour("accent" if here else "border2")
        draw_box(painter, box, radius, fill=t.colour(fill), edge=edge, width=1.5 if here else 1)
        side = t.measure("icon_rail")
        tint = t.colour("accent-text" if here else "text2")
        draw_icon(painter, self.step.icon, QRectF(px(14), (box.height() - side) / 2, side, side), tint)
        left, wide = px(41), box.width() - px(51)
        upper, lower = QRectF(left, px(8), wide, px(18)), QRectF(left, px(27), wide, px(17))
        draw_text(painter, upper, self.step.channel, t.font("small", 600), t.colour("accent-text" if here else "text"))
        draw_text(painter, lower, self._below(), t.font("caption"), t.colour("text2"))
        if self.step.state is LadderState.TRIED:
            tick = t.measure("icon_chip")
            draw_icon(painter, "check", QRectF(box.right() - tick - px(10), px(10), tick, tick), t.colour("text2"))
        if self.hasFocus():
            draw_focus(painter, box, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _below(self) -> str:
        return self.step.note if self.step.state is LadderState.TRIED and self.step.note else self.step.address


class Ladder(Row):
    """The steps in one line; any may be chosen, `chosen` carries its key. Arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, steps: Sequence[LadderStep], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self.setAccessibleName(name)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[LadderStep]) -> None:
        """Show other steps; the keyboard stays where it was."""
        at = next((n for n, card in enumerate(self._cards()) if card.hasFocus()), -1)
        self.clear()
        for number, step in enumerate(steps):
            if number:
                self.add(Picture("chevron-right", "text3"))
            card = self.add(_StepCard(step, self), 1)
            card.clicked.connect(self._pressed)
        if 0 <= at < len(steps):
            self._cards()[at].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the keyboard from step to step."""
        cards = self._cards()
        at = next((n for n, card in enumerate(cards) if card.hasFocus()), -1)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        cards[min(max(at + step, 0), len(cards) - 1)].setFocus()

    def _cards(self) -> list[_StepCard]:
        return [card for card in placed_in(self.lines) if isinstance(card, _StepCard)]

    def _pressed(self) -> None:
        card = self.sender()
        if isinstance(card, _StepCard):
            self.chosen.emit(card.step.key)
