"""Marking a paper as given: report.sent and the anchor with the head that the paper carried (5.1, 4.2)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.facts.pages import Paper

if TYPE_CHECKING:
    from app.journal.journal import Journal


def mark_as_given(
    journal: Journal,
    client: int,
    paper: Paper,
    *,
    sort: str,
    period: str,
    how: str = "printed",
    at: datetime | None = None,
    **more: Any,
) -> tuple[int, ...]:
    """The client holds this paper now. `sort`: weekly, monthly, final or plan; `period`: 2026-W47, 2026-11 or a day.

    `more` are further keys of report.sent, such as `to`. Refused for a paper of another journal.
    """
    _, _, log, size, head = paper.foot.qr.split(":")
    if log != journal.log_id:
        raise Refused("This sheet belongs to another journal. Print it anew.")
    channel = {"mailed": "email"}.get(how) or ("in_person" if how == "printed" else "")
    body = {
        "sort": sort,
        "period": period,
        "audience": "owner",
        "format": "sheet",
        "edition": "client",
        "how": how,
        "size": int(size),
        "head": head,
        "channel": channel or journal.talk.usual_channel(client),
    }
    with journal.act() as act:
        report = act.add("report.sent", client, body | more)
        anchor_how = "mail" if how == "mailed" else "sheet"
        journal.evidence.anchor(client, anchor_how, int(size), head, report=report, to=more.get("to"))
        return tuple(act.added)
