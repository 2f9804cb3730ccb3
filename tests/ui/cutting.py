"""Looks for widgets that are cut: reaching over the edge of what holds them, or lower than their own words."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QWidget


def cut(page: QWidget) -> list[str]:
    """A line for each visible widget inside `page` that is cut; the style sheet fixes how high spin boxes are."""
    wrong = []
    for child in page.findChildren(QWidget):
        if not child.isVisibleTo(page) or child.isWindow() or isinstance(child, QAbstractSpinBox):
            continue
        holder = child.parentWidget()
        assert holder is not None
        room = holder.rect().adjusted(-1, -1, 1, 1)
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            room.setHeight(max(room.height(), child.height() + 2))  # a page scrolls downwards, never sideways
        inside = room.contains(child.geometry())
        needed = child.heightForWidth(child.width()) if child.hasHeightForWidth() else child.minimumSizeHint().height()
        if not inside or child.height() < needed - 1:
            wrong.append(f"{type(child).__name__} {child.accessibleName()!r}: {child.geometry()} in {holder.rect()}")
    return wrong
