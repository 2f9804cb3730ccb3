"""What painted widgets are to assistive technology: Qt gives a widget of no class of its own no role (6.14).

A class says what it is as `ROLE`. Whoever takes a role from here has the factory installed with it: the first frame
has no such class, and does not wait for two hundred names of roles and events (8.1).
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "ROLE", None)
    if role is None or key != type(thing).__name__ or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role, thing.accessibleName())


QAccessible.installFactory(_interface)
