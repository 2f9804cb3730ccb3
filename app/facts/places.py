"""What of the window can be asked for from outside: a second start, the tray, a key of the desktop (5.4)."""

from __future__ import annotations

WINDOWS = ("log", "call", "edit", "request", "search")
"""Forms that come up by themselves; a window that was put away stays so."""
PAGES = ("today", "clients", "calls", "edits", "week", "evidence", "settings")
PLACES = WINDOWS + PAGES
