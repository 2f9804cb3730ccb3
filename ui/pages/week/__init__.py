"""The week page: one client's sheet as it will print, and what to do with it (6.8)."""

from ui.pages.week.page import WeekPage

__all__ = ["WeekPage"]
