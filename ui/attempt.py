"""The one place in the window where a refusal is caught: the verb's value comes back, or the sentence why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.errors import Said

T = TypeVar("T")


def attempt(verb: Callable[[], T]) -> T | Said:
    """Run a verb; what a rule or the disk said instead of doing it is a value here."""
    try:
        return verb()
    except Said as refusal:
        return refusal
