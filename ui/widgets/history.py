"""The promise history of 6.4: every date stays; moved ones are struck through, the last says how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.drawn_label import DrawnLabel
from ui.widgets.painting import advance, draw_text, draw_tick
from ui.widgets.severity import Severity, draw_severity

STEP_HIGH = 38
ARROW = 28
TEXT_LEFT = 20


class StepState(StrEnum):
    """How a promised date stands."""

    PROVISIONAL = "provisional"
    CURRENT = "current"
    MOVED = "moved"
    KEPT = "kept"
    MOVED_LATE = "moved_late"
    MISSED = "missed"


STRUCK = (StepState.MOVED, StepState.MOVED_LATE)
LATE = (StepState.MOVED_LATE, StepState.MISSED)


class PromiseStep(Struct, frozen=True):
    """One date: "Mon 16 Nov", and the note under it: "told Wed 11 Nov"."""

    date: str
    note: str = ""
    state: StepState = StepState.CURRENT


class PromiseHistory(DrawnLabel):
    """The steps from left to right, in as many rows as the width needs; `spoken` says "old:" before moved dates."""

    def __init__(self, steps: Sequence[PromiseStep], spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_steps(steps, spoken)
        follow_theme(self)

    def set_steps(self, steps: Sequence[PromiseStep], spoken: str = "") -> None:
        """Show another history."""
        self._steps = tuple(steps)
        self.setAccessibleName(spoken or ". ".join(f"{step.date}, {step.note}" for step in steps))
        self.restyle()

    def hasHeightForWidth(self) -> bool:
        """A narrow history takes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Rows times their height."""
        return history_height(self._steps, width)

    def sizeHint(self) -> QSize:
        """All steps in one row."""
        wide = sum(step_width(step) for step in self._steps) + _between() * max(0, len(self._steps) - 1)
        return QSize(int(wide + 1), theme().px(STEP_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The widest step."""
        widest = max((step_width(step) for step in self._steps), default=0)
        return QSize(int(widest + 1), theme().px(STEP_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all steps."""
        draw_history(QPainter(self), QRectF(self.rect()), self._steps)


def _between() -> float:
    return theme().px(13 + ARROW + 7)


def step_width(step: PromiseStep) -> float:
    """Width of one step in logical pixels."""
    date = advance(step.date, theme().font("small", 600, tabular=True))
    return theme().px(TEXT_LEFT) + max(date, advance(step.note, theme().font("caption"))) + 1


def _places(steps: Sequence[PromiseStep], width: float) -> list[QPointF]:
    places, left, top = [], 0.0, 0.0
    for step in steps:
        if left and left + step_width(step) > width:
            left, top = 0.0, top + theme().px(STEP_HIGH + 4)
        places.append(QPointF(left, top))
        left += step_width(step) + _between()
    return places


def history_height(steps: Sequence[PromiseStep], width: float) -> int:
    """Height of the history at a width, both in logical pixels."""
    places = _places(steps, width)
    return int((places[-1].y() if places else 0) + theme().px(STEP_HIGH))


def draw_history(painter: QPainter, box: QRectF, steps: Sequence[PromiseStep]) -> None:
    """Draw all steps into `box`; the delegate of the timeline uses the same stroke."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    places = _places(steps, box.width())
    for at, (step, place) in enumerate(zip(steps, places, strict=True)):
        where = box.topLeft() + place
        _draw_step(painter, where, step)
        if at + 1 < len(steps) and places[at + 1].y() == place.y():
            _draw_arrow(painter, where.x() + step_width(step) + theme().px(13), where.y() + theme().px(9))


def _draw_step(painter: QPainter, where: QPointF, step: PromiseStep) -> None:
    t, px = theme(), theme().px
    _draw_node(painter, QPointF(where.x() + px(7), where.y() + px(9)), step.state)
    font = t.font("small", 600, tabular=True)
    font.setStrikeOut(step.state in STRUCK)
    wide = step_width(step)
    upper = QRectF(where.x() + px(TEXT_LEFT), where.y(), wide, px(18))
    draw_text(painter, upper, step.date, font, t.colour("text3" if step.state in STRUCK else "text"))
    lower = QRectF(where.x() + px(TEXT_LEFT), where.y() + px(18), wide, px(18))
    draw_text(painter, lower, step.note, t.font("caption"), t.colour("late" if step.state in LATE else "text2"))


def _draw_node(painter: QPainter, centre: QPointF, state: StepState) -> None:
    t, radius = theme(), theme().scale * 6.25
    if state is StepState.MISSED:
        draw_severity(painter, centre, theme().px(12), Severity.LATE)
        return
    accent = state in (StepState.CURRENT, StepState.KEPT)
    colour = t.colour("late-bar" if state is StepState.MOVED_LATE else "accent" if accent else "field")
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if state is StepState.KEPT else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
    if state is StepState.KEPT:
        side = t.px(7)
        tick = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        draw_tick(painter, tick, t.colour("on-accent"))
    if state is StepState.CURRENT:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(centre, radius / 2, radius / 2)


def _draw_arrow(painter: QPainter, left: float, middle: float) -> None:
    px = theme().px
    painter.setPen(QPen(theme().colour("border2"), 1.5))
    right = left + px(ARROW)
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    painter.drawLine(QPointF(right - px(5), middle - px(4)), QPointF(right, middle))
    painter.drawLine(QPointF(right - px(5), middle + px(4)), QPointF(right, middle))
