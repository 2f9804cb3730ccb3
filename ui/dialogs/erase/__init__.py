"""Erasing: the plan first, in plain words; then why; then one question; then it is done, and cannot be undone (4.7)."""

from __future__ import annotations

from ui.dialogs.erase.dialog import Erase

__all__ = ["Erase"]
