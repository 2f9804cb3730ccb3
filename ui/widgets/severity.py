"""Urgency as a shape: diamond, disc, triangle, ring. The colour only repeats what the shape says (6.1)."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme import follow_theme, theme
from ui.widgets.plain import tip


class Severity(StrEnum):
    """How urgent: its time has passed, before today's closing, within one working day, nothing."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    NONE = "none"


def severity_shape_colour(severity: str) -> QColor:
    """The colour of the shape or bar; text3 where nothing is urgent."""
    return theme().colour("text3" if severity == Severity.NONE else f"{Severity(severity)}-bar")


def severity_text_colour(severity: str) -> str:
    """The token of a text that says how urgent something is; text2 where nothing is."""
    return "text2" if severity == Severity.NONE else str(Severity(severity))


def draw_severity(painter: QPainter, centre: QPointF, side: float, severity: str) -> None:
    """Draw the shape round `centre`, `side` logical pixels wide."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(severity_shape_colour(severity))
    half = side / 2
    if severity == Severity.LATE:
        painter.save()
        painter.translate(centre)
        painter.rotate(45)
        painter.drawRoundedRect(QRectF(-half * 0.86, -half * 0.86, side * 0.86, side * 0.86), side / 7, side / 7)
        painter.restore()
    elif severity == Severity.TODAY:
        painter.drawEllipse(centre, half, half)
    elif severity == Severity.SOON:
        peak = QPointF(centre.x(), centre.y() - half)
        base = centre.y() + half * 0.9
        painter.drawPolygon(QPolygonF([peak, QPointF(centre.x() + half, base), QPointF(centre.x() - half, base)]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(severity_shape_colour(severity), side / 6))
        painter.drawEllipse(centre, half * 0.8, half * 0.8)


class SeverityMark(QWidget):
    """The shape alone, 9 px of the design; `name` is the word for it ("late")."""

    def __init__(self, severity: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        follow_theme(self)

    def set_severity(self, severity: str, name: str) -> None:
        """Show another shape with its word."""
        self._severity = severity
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.update()

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        side = theme().measure("severity") + 2
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        draw_severity(painter, QRectF(self.rect()).center(), theme().measure("severity"), self._severity)
