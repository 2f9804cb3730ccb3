"""When all work was stopped: my clock on everything rested (1.3, C5, D11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.facts.work import Step
from app.rules.edits import Rest


def stops_of(turns: Iterable[Step], until: datetime | None = None) -> tuple[Rest, ...]:
    """From each work.stopped to the work.resumed after it; None: it still is. Turns after `until` are left out."""
    found: list[Rest] = []
    for turn in turns:
        if until is not None and turn.at > until:
            continue
        stopped = bool(found) and found[-1][1] is None
        if turn.kind == "work.stopped" and not stopped:
            found.append((turn.at, None))
        elif turn.kind == "work.resumed" and stopped:
            found[-1] = (found[-1][0], turn.at)
    return tuple(found)
