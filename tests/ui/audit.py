"""Looks at a window as its reader must: no word cut, nothing over anything, nothing too small to hit (6.1, 6.14)."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from types import FrameType

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from ui.widgets.painting import advance

BREAKS = re.compile(r"\s+|(?<=[/-])")
"""Where Qt may begin a new line: between words, and after a stroke or a hyphen of a path."""
TARGET = 24
"""The smallest side of what can be pressed, in logical pixels (6.1)."""
ROUNDING = 1.5

Elided = tuple[QWidget, str, str]
"""Who painted a text cut, the whole of it, what was painted instead."""


def path_of(widget: QWidget) -> str:
    """Where a widget stands, as one finds it again: the classes above it and its own words."""
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 6:
        names.append(type(at).__name__)
        at = at.parentWidget()
    words = words_of(widget)
    return "/".join(reversed(names)) + (f" {words[:60]!r}" if words else "")


def words_of(widget: QWidget) -> str:
    """What a widget shows, or else what it is called."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return text or widget.accessibleName()


def said_of(widget: QWidget) -> str:
    """What a screen reader is told of a widget: its name and its description."""
    interface = QAccessible.queryAccessibleInterface(widget)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    return " ".join(interface.text(kind) for kind in kinds) if interface is not None else ""


def tip_of(widget: QWidget) -> str:
    """The words of a tooltip."""
    return html.unescape(re.sub(r"<[^>]*>", "", widget.toolTip()))


@contextmanager
def painted_cut(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Elided]]:
    """Everything that is painted with an ellipsis meanwhile, with the widget that paints it."""
    found: list[Elided] = []
    elided = QFontMetricsF.elidedText

    def noted(self: QFontMetricsF, text: str, *rest: object) -> str:
        short = str(elided(self, text, *rest))
        painter = _painting(sys._getframe(1))
        if short != text and painter is not None:
            found.append((painter, text, short))
        return short

    with monkeypatch.context() as patch:
        patch.setattr(QFontMetricsF, "elidedText", noted)
        yield found


def _painting(frame: FrameType | None) -> QWidget | None:
    """The widget that is being painted: the nearest `self` that is one, or what a delegate paints for."""
    while frame is not None:
        for name in ("self", "option"):
            who = frame.f_locals.get(name)
            who = getattr(who, "widget", None) if name == "option" else who
            if isinstance(who, QWidget):
                return who
        frame = frame.f_back
    return None


def shown_below(window: QWidget) -> list[QWidget]:
    """Every widget of this window that is shown."""
    return [each for each in window.findChildren(QWidget) if each.isVisibleTo(window) and each.window() is window]


def clipped(window: QWidget) -> Iterator[str]:
    """Words that are wider or higher than their room."""
    for each in shown_below(window):
        if isinstance(each, QLabel) and each.text():
            yield from _label(each)
        elif isinstance(each, QAbstractButton) and each.text():
            wanted = each.sizeHint()
            if _told(each, each.text()):
                continue
            if wanted.width() > each.width() + ROUNDING or wanted.height() > each.height() + ROUNDING:
                yield f"{path_of(each)} wants {wanted.toTuple()} and has {each.size().toTuple()}"
        elif isinstance(each, QComboBox | QLineEdit):
            yield from _field(each)


def _label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        if label.height() < high - ROUNDING:
            yield f"{path_of(label)} is {label.height()} high and needs {high}"
        word = max(BREAKS.split(label.text()), key=len, default="")
        if advance(word, label.font()) > label.width() + ROUNDING and not _told(label, label.text()):
            yield f"{path_of(label)}: {word!r} is wider than {label.width()}"
        return
    widest = max(advance(line, label.font()) for line in label.text().split("\n"))
    if widest > label.contentsRect().width() + ROUNDING and not _told(label, label.text()):
        yield f"{path_of(label)} wants {widest:.0f} and has {label.contentsRect().width()}"
    if label.height() < label.fontMetrics().height() - ROUNDING:
        yield f"{path_of(label)} is {label.height()} high and needs {label.fontMetrics().height()}"


def _field(field: QComboBox | QLineEdit) -> Iterator[str]:
    if isinstance(field.parentWidget(), QAbstractSpinBox) and isinstance(field, QLineEdit):
        if advance(field.text(), field.font()) > _room(field) + ROUNDING:
            yield f"{path_of(field)}: {field.text()!r} has {_room(field)}"
        return
    if isinstance(field.parentWidget(), QComboBox):
        return
    text = field.currentText() if isinstance(field, QComboBox) else field.placeholderText()
    if not text or (isinstance(field, QLineEdit) and field.text()):
        return
    room = _room(field) if isinstance(field, QLineEdit) else field.width() - TARGET
    if advance(text, field.font()) > room + ROUNDING and not _told(field, text):
        yield f"{path_of(field)}: {text!r} wants {advance(text, field.font()):.0f} and has {room}"


def _room(line: QLineEdit) -> int:
    """How wide the words of a line may be."""
    option, margins = QStyleOptionFrame(), line.textMargins()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    return inside.width() - margins.left() - margins.right() - 4


def _told(widget: QWidget, text: str) -> bool:
    """Whether what is cut stands whole in the tooltip and is said whole."""
    return text in tip_of(widget) and (isinstance(widget, QLineEdit) or text in said_of(widget))


def overlapping(window: QWidget) -> Iterator[str]:
    """Brothers of which one lies over the other."""
    below: dict[int, list[QWidget]] = {}
    for each in shown_below(window):
        holder = each.parentWidget()
        if holder is not None and not isinstance(holder, QAbstractScrollArea) and not _floats(each):
            below.setdefault(id(holder), []).append(each)
    for brothers in below.values():
        for one, other in combinations(brothers, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > ROUNDING and both.height() > ROUNDING:
                yield f"{path_of(one)} lies over {path_of(other)} by {both.width()}x{both.height()}"


def _floats(widget: QWidget) -> bool:
    """What is meant to lie over everything else: a veil, a scroll bar, the corner to pull."""
    through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return through or isinstance(widget, QScrollBar | QSizeGrip) or type(widget).__name__ == "Dim"


def too_small(window: QWidget) -> Iterator[str]:
    """What can be pressed and is less than 24 wide or high, or lies out of its holder's sight."""
    for each in shown_below(window):
        if isinstance(each, QScrollBar | QSizeGrip) or isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox):
            continue
        takes = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) and each.isEnabled()
        if not (takes or isinstance(each, QAbstractButton | QAbstractSlider)) or isinstance(each, QAbstractItemView):
            continue
        if each.width() < TARGET or each.height() < TARGET:
            yield f"{path_of(each)} is {each.width()}x{each.height()}"


def sideways(window: QWidget) -> Iterator[str]:
    """Pages that are wider than what scrolls them; whatever reaches over the edge of the window."""
    for each in shown_below(window):
        if isinstance(each, QScrollArea) and (page := each.widget()) is not None:
            if page.width() > each.viewport().width() + 1:
                yield f"{path_of(page)} is {page.width()} wide in {each.viewport().width()}"
        elif isinstance(each, QAbstractScrollArea) and each.horizontalScrollBar().maximum() > 0:
            yield f"{path_of(each)} scrolls sideways by {each.horizontalScrollBar().maximum()}"
        left = each.mapTo(window, each.rect().topLeft()).x()
        if left < -1 or left + each.width() > window.width() + 1:
            yield f"{path_of(each)} reaches from {left} to {left + each.width()} of {window.width()}"


def over_the_edge(window: QWidget) -> Iterator[str]:
    """Children that reach over the edge of what holds them."""
    for each in shown_below(window):
        holder = each.parentWidget()
        if holder is None or isinstance(holder, QAbstractScrollArea) or _floats(each):
            continue
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            continue
        room = QRect(holder.rect()).adjusted(-2, -2, 2, 2)
        if not room.contains(each.geometry()) and not each.size().isEmpty():
            yield f"{path_of(each)} {each.geometry().getRect()} in {holder.size().toTuple()}"


def wrong_in(window: QWidget) -> list[str]:
    """Everything of the above."""
    return [
        *clipped(window),
        *overlapping(window),
        *too_small(window),
        *sideways(window),
        *over_the_edge(window),
    ]


def told_whole(cut: list[Elided]) -> Iterator[str]:
    """What was painted with an ellipsis and is told whole nowhere."""
    for widget, text, short in cut:
        if isinstance(widget, QAbstractItemView):
            continue
        if text not in tip_of(widget) or text not in said_of(widget):
            yield f"{path_of(widget)} paints {short!r} for {text!r}; tooltip {tip_of(widget)[:80]!r}"
