"""Where the keys of a timeline lead: a row, a window, the first line of all and the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractItemView

from ui.pages.client.timeline_delegate import GAP, HEADING
from ui.theme import theme

if TYPE_CHECKING:
    from ui.pages.client.timeline_scroll import TimelineScroll

Actions = QAbstractItemView.CursorAction
ROWS: Final = {Actions.MoveUp: -1, Actions.MovePrevious: -1, Actions.MoveDown: 1, Actions.MoveNext: 1}
WINDOWS: Final = {Actions.MovePageUp: -1, Actions.MovePageDown: 1}


def row_after(scrolling: TimelineScroll, action: Actions, row: int) -> int:
    """The row to which a key leads from another (-1: from none); -1 where there is none."""
    last = len(scrolling.lines.lines) - 1
    if action == Actions.MoveHome:
        scrolling.to_start()
        return min(0, len(scrolling.lines.lines) - 1)
    if action == Actions.MoveEnd:
        scrolling.to_end()
        return len(scrolling.lines.lines) - 1
    seen = scrolling.places.seen()
    if not seen:
        return -1
    if row < 0:
        return seen[-1].row
    if action in WINDOWS:
        return _window_away(scrolling, row, WINDOWS[action])
    return min(last, max(0, row + ROWS.get(action, 0)))


def _window_away(scrolling: TimelineScroll, row: int, way: int) -> int:
    """The row one window further; the current one is brought into view first."""
    scrolling.show_row(row, middle=False)
    seq, top = scrolling.lines.lines[row].entry.seq, scrolling.places.placed(row).top
    scrolling.by(way * (scrolling.places.high - theme().px(HEADING + GAP)))
    seen = scrolling.places.seen()
    at_edge = seen[-1 if way > 0 else 0].row
    found = next((each.row for each in seen if each.top <= top < each.bottom), at_edge)
    return at_edge if scrolling.lines.lines[found].entry.seq == seq else found
