"""Steps of a longer job: done with a check, the present one with its number in accent, the next in grey."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.drawn_label import DrawnLabel
from ui.widgets.painting import CENTRE, advance, draw_text, draw_tick

NODE = 22
PITCH = 56


class StepMarkState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    CURRENT = "current"
    NEXT = "next"


class StepMark(Struct, frozen=True):
    """One step: "First client", below it "Harbour & Finch"."""

    text: str
    state: StepMarkState = StepMarkState.NEXT
    note: str = ""


class Steps(DrawnLabel):
    """All steps, across (export) or down (first run)."""

    def __init__(
        self, marks: Sequence[StepMark], *, vertical: bool = False, spoken: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._vertical = vertical
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_marks(marks, spoken)
        follow_theme(self)

    def set_marks(self, marks: Sequence[StepMark], spoken: str = "") -> None:
        """Show other steps."""
        self._marks = tuple(marks)
        self.setAccessibleName(spoken or ". ".join(f"{mark.text} {mark.note}".strip() for mark in marks))
        self.restyle()

    def sizeHint(self) -> QSize:
        """A line of 44, of 26 without words, or 56 for each step."""
        font = theme().font("small", 600)
        words = max((advance(mark.text, font) for mark in self._marks), default=0)
        if self._vertical:
            return QSize(int(words + theme().px(36 + 8)), theme().px(PITCH * len(self._marks)))
        return QSize(int((words + theme().px(8)) * len(self._marks)), theme().px(44 if words else 26))

    def minimumSizeHint(self) -> QSize:
        """Half of it; words are then cut, the accessible name holds them."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines first, nodes over them, words last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, mark in enumerate(self._marks):
            if at:
                reached = mark.state is not StepMarkState.NEXT
                painter.setPen(QPen(theme().colour("accent" if reached else "border2"), 2 if self._vertical else 1.5))
                self._draw_line(painter, self._node(at - 1), self._node(at))
        for at, mark in enumerate(self._marks):
            draw_step_node(painter, self._node(at), str(at + 1), mark.state)
            self._draw_words(painter, at, mark)

    def _node(self, at: int) -> QPointF:
        px = theme().px
        if self._vertical:
            return QPointF(px(12), px(PITCH * at + 12))
        cell = self.width() / max(1, len(self._marks))
        return QPointF(cell * (at + 0.5), px(12))

    def _draw_line(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        off = theme().px(NODE / 2 + 4)
        shift = QPointF(0, off) if self._vertical else QPointF(off, 0)
        painter.drawLine(start + shift, end - shift)

    def _draw_words(self, painter: QPainter, at: int, mark: StepMark) -> None:
        t, px, node = theme(), theme().px, self._node(at)
        here = mark.state is not StepMarkState.NEXT
        if self._vertical:
            upper = QRectF(px(36), node.y() - px(12), self.width() - px(36), px(18))
            draw_text(painter, upper, mark.text, t.font("small", 600), t.colour("text" if here else "text2"))
            lower = QRectF(px(36), node.y() + px(5), self.width() - px(36), px(18))
            draw_text(painter, lower, mark.note, t.font("caption"), t.colour("text2"))
            return
        cell = self.width() / max(1, len(self._marks))
        current = mark.state is StepMarkState.CURRENT
        words = QRectF(cell * at - px(6), px(26), cell + px(12), px(18))
        font = t.font("caption", 600 if current else 400)
        draw_text(painter, words, mark.text, font, t.colour("text" if current else "text2"), CENTRE)


def draw_step_node(painter: QPainter, centre: QPointF, number: str, state: StepMarkState) -> None:
    """Draw one node: a filled check, a ring in accent, a ring in grey."""
    t = theme()
    radius = t.px(NODE) / 2
    done, current = state is StepMarkState.DONE, state is StepMarkState.CURRENT
    painter.setBrush(t.colour("accent") if done else t.colour("soft") if current else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(t.colour("accent" if done or current else "field"), 1.5))
    painter.drawEllipse(centre, radius, radius)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    if done:
        inset = radius * 0.58
        draw_tick(painter, box.adjusted(inset, inset, -inset, -inset), t.colour("on-accent"))
        return
    colour = t.colour("accent-text" if current else "text2")
    draw_text(painter, box, number, t.font("caption", 600, tabular=True), colour, CENTRE)
