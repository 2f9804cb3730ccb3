"""Tab order is reading order (6.14): by the places of layouts, not by when a widget happened to be made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QButtonGroup,
    QLayout,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QWidget,
)

if TYPE_CHECKING:
    _Window = QWidget
else:
    _Window = object  # Qt's classes cannot be inherited from twice.


class InReadingOrder(_Window):
    """A window in which Tab goes as one reads; named before Qt's own class."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order, also to what was made a moment ago (6.14)."""
        return go_on(self, forward=forward)


def go_on(root: QWidget, *, forward: bool) -> bool:
    """Put the keyboard on the next stop below `root`, round from the last to the first; False where there is none.

    Qt's own chain is not gone along: it loses its ring where composed widgets were put into another order.
    """
    put_in_reading_order(root)
    order = [each for each in stops(root) if each.isEnabled() and each.isVisible()]
    if not order:
        return False
    here: QWidget | None = root.focusWidget()
    held = [each is here or (here is not None and each.isAncestorOf(here)) for each in order]
    at = len(held) - 1 - held[::-1].index(True) if True in held else -1 if forward else 0
    to = order[(at + (1 if forward else -1)) % len(order)]
    to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(to)
    return True


def _bring_into_view(widget: QWidget) -> None:
    holder = widget.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()


def put_in_reading_order(root: QWidget) -> None:
    """Chain what Tab stops at below `root`, top left to bottom right."""
    for ring in root.findChildren(QRadioButton):
        _stop_at_the_chosen(ring)
    for first, then in pairwise(stops(root)):
        QWidget.setTabOrder(first, then)


def _stop_at_the_chosen(ring: QRadioButton) -> None:
    """Of several rings Tab comes to the chosen one; Qt would come to the first, and from then on pass the chosen by."""
    group: QButtonGroup | None = ring.group()
    if group is not None and group.checkedButton() is not None:
        policy = Qt.FocusPolicy.StrongFocus if ring.isChecked() else Qt.FocusPolicy.ClickFocus
        ring.setFocusPolicy(policy)


def stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at below `root`, in the order of the layouts; hidden parts are left out."""
    if isinstance(root, QMainWindow):
        inside = root.centralWidget()
    else:
        inside = root.widget() if isinstance(root, QScrollArea) else None
    layout = root.layout()
    if inside is not None:
        yield from _widget(inside)
    elif layout is not None:
        yield from _items(layout)
    elif not isinstance(root, QAbstractScrollArea):
        placed = root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for child in sorted(placed, key=_place):
            yield from _widget(child)


def _place(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _items(layout: QLayout) -> Iterator[QWidget]:
    for each in placed_in(layout):
        if isinstance(each, QWidget):
            yield from _widget(each)
        else:
            yield from _items(each)


def placed_in(layout: QLayout) -> list[QWidget | QLayout]:
    """What stands in a layout, in its order.

    Asked of the widgets and never with `itemAt`: PySide keeps what that gives as long as the layout, and takes for it
    whatever is made later where a deleted item lay.
    """
    holder = layout.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    widgets = holder.findChildren(QWidget, options=direct) if holder is not None else []
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    for inner in layout.findChildren(QLayout, options=direct):
        found.append((layout.indexOf(inner), inner))
    return [each for at, each in sorted(found, key=_first) if at >= 0]


def _first(found: tuple[int, QWidget | QLayout]) -> int:
    return found[0]


def _widget(widget: QWidget) -> Iterator[QWidget]:
    if widget.isHidden() or widget.isWindow():
        return
    proxy = widget.focusProxy()
    if proxy is None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    yield from stops(widget)


def enter(pane: QWidget) -> None:
    """Put the keyboard on a pane, or on the first thing in it that takes it."""
    takes = pane.focusPolicy() & Qt.FocusPolicy.TabFocus or pane.focusProxy() is not None
    first = pane if takes else next(stops(pane), None)
    if first is not None:
        first.setFocus()
