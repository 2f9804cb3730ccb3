"""Reads a window as somebody does who does not see it: names, roles, what belongs together, where Tab goes (6.14)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.ui.audit import path_of, shown_below, tip_of
from ui.reading_order import stops
from ui.widgets.button import IconButton

ROLE = QAccessible.Role
BLIND = (ROLE.NoRole, ROLE.Client, ROLE.Window, ROLE.Pane, ROLE.Grouping)
"""Roles that say nothing about what a thing does."""


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def takes_keys(widget: QWidget) -> bool:
    """Whether Tab stops at it."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.focusProxy() is None


def part_of_another(widget: QWidget) -> bool:
    """The line inside a spin box or a choice, the viewport of what scrolls: its holder speaks for it."""
    holder = widget.parentWidget()
    inside = isinstance(holder, QAbstractSpinBox | QComboBox) or (
        isinstance(holder, QAbstractScrollArea) and widget is holder.viewport()
    )
    return inside or widget.objectName().startswith("qt_")


def nameless(window: QWidget) -> Iterator[str]:
    """What takes the keyboard or can be pressed and is called nothing."""
    for each in shown_below(window):
        pressed = isinstance(each, QAbstractButton)
        if (takes_keys(each) or pressed) and not part_of_another(each) and not name_of(each):
            yield f"{path_of(each)} has no name"


def roleless(window: QWidget) -> Iterator[str]:
    """What takes the keyboard and does not say what it is."""
    for each in shown_below(window):
        if takes_keys(each) and not part_of_another(each):
            interface = QAccessible.queryAccessibleInterface(each)
            if interface is None or interface.role() in BLIND:
                yield f"{path_of(each)} is a {interface.role().name if interface else 'nothing'}"


def without_tip(window: QWidget) -> Iterator[str]:
    """Buttons of an icon alone whose tooltip does not name them."""
    for each in shown_below(window):
        named = bool(name_of(each)) and name_of(each) in tip_of(each)
        if isinstance(each, IconButton) and each.isEnabled() and not named:
            yield f"{path_of(each)} is called {name_of(each)!r}, its tooltip {tip_of(each)!r}"


def untied(window: QWidget) -> Iterator[str]:
    """Fields that neither a label nor a name of their own says what is asked in them."""
    for each in shown_below(window):
        if isinstance(each, QLineEdit | QComboBox | QAbstractSpinBox) and not part_of_another(each):
            asked = each.placeholderText() if isinstance(each, QLineEdit) else ""
            if not each.accessibleName() and not asked and not _buddies(window, each):
                yield f"{path_of(each)} has no label"


def _buddies(window: QWidget, field: QWidget) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.buddy() is field]


def tree(interface: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Everything that assistive technology finds below, as it finds it."""
    yield interface
    for at in range(interface.childCount() if depth < 40 else 0):
        child = interface.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child, depth + 1)


def mute(window: QWidget) -> Iterator[str]:
    """What can be focused in the tree of assistive technology and has no name there."""
    for each in tree(QAccessible.queryAccessibleInterface(window)):
        focusable = each.state().focusable and not each.state().disabled
        inside = each.object()
        if isinstance(inside, QWidget) and (part_of_another(inside) or inside.isWindow() or not takes_keys(inside)):
            continue
        if focusable and not each.text(QAccessible.Text.Name).strip():
            yield f"{each.role().name} of {path_of(inside) if isinstance(inside, QWidget) else inside} has no name"


def way_of_tab(window: QWidget, most: int = 400) -> list[QWidget]:
    """Where Tab goes, from the first stop until it comes round again, with real key presses."""
    from PySide6.QtTest import QTest

    first = next(stops(window), None)
    if first is None:
        return []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    way: list[QWidget] = []
    for _ in range(most):
        at = QApplication.focusWidget()
        if at is None or (way and at is way[0]):
            break
        if at in way:
            break
        way.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return way


def views(window: QWidget) -> list[QAbstractItemView]:
    """Tables and lists with more than one row."""
    return [each for each in shown_below(window) if isinstance(each, QAbstractItemView)]
