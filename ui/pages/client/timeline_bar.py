"""The scroll bar of a timeline: by pixels where all lines are loaded, by time where there are more.

A bar by time says where in the years one stands, and its slider is as long at the first line as at the last, although
nobody has measured the rows between. It costs the same for a hundred lines and for a million.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct
from PySide6.QtWidgets import QScrollBar

from ui.pages.client.timeline_places import Places

WHOLE: Final = 1_000_000
"""Steps of a bar by time, from the first line at the top edge to the last one at the bottom edge."""
LEAST: Final = WHOLE // 50
"""The slider's length where the lines in view are a moment of years; the style gives it at least 32 pixels."""


class Span(Struct, frozen=True):
    """From the first line to the top edge of the window that ends with the last one."""

    first: datetime
    last: datetime

    def part(self, at: datetime) -> int:
        """How far along an instant lies, in steps; never quite at an end."""
        length = (self.last - self.first).total_seconds()
        share = (at - self.first).total_seconds() / length if length > 0 else 0.5
        return min(WHOLE - 1, max(1, round(share * WHOLE)))

    def at(self, part: int) -> datetime:
        """The instant that lies so many steps along."""
        return self.first + (self.last - self.first) * (part / WHOLE)


def measure(bar: QScrollBar, places: Places, span: Span | None, whole_height: int) -> None:
    """Give the bar its length and its place; `span` None: by pixels of `whole_height`."""
    if span is None:
        bar.setRange(0, max(0, whole_height - places.high))
        bar.setPageStep(max(1, places.high))
        bar.setValue(-places.placed(0).top if whole_height else 0)
        bar.setEnabled(bar.maximum() > 0)
        return
    bar.setEnabled(True)
    bar.setRange(0, WHOLE)
    bar.setPageStep(LEAST)
    bar.setValue(part_of(places, span))


def part_of(places: Places, span: Span) -> int:
    """Where the window stands, in steps."""
    at = places.instant()
    if at is None or places.is_at_end:
        return WHOLE
    return 0 if places.is_at_start else span.part(at)
