"""Today: who must be written to first, and what the day holds (6.3)."""

from ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
