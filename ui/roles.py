"""What painted widgets are to assistive technology: Qt gives a widget of no class of its own no role (6.14)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_INSTALLED: list[object] = []


def tell_roles() -> None:
    """Have every widget asked for its own role: a class says it as `ROLE`. Once per program."""
    if not _INSTALLED:
        _INSTALLED.append(_interface)
        QAccessible.installFactory(_interface)


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "ROLE", None)
    if role is None or key != type(thing).__name__ or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role, thing.accessibleName())
