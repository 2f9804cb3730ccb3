"""Ctrl+K: a panel over the page that finds clients, people, entries and commands as one types (6.2)."""

from ui.dialogs.search.found import Found
from ui.dialogs.search.panel import SearchPanel

__all__ = ["Found", "SearchPanel"]
