"""How a rule raises its flag: key, severity and channel in one place."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.facts.flags import Ball, Flag, Reason, Severity, Suggested, Value
from app.rules.channels import usual_channel
from app.rules.view import ClientView


class Finding(Struct, frozen=True, kw_only=True):
    """What a rule found; `raise_flag` adds what every flag has. `severity` None: judged by `due` (3.2)."""

    rule: str
    subject: str | int
    code: str
    since: datetime
    due: datetime
    values: dict[str, Value]
    severity: Severity | None = None
    item: int | None = None
    about: tuple[int, ...] = ()
    ball: Ball = Ball.ME
    channel: Suggested | None = None
    draft: str = ""
    says: bool = True
    cleared_by_message: bool = True
    waits: bool = False
    """Stands from its beginning, however far its due is: somebody waits, or a gap is open."""


def raise_flag(view: ClientView, found: Finding) -> Flag | None:
    """The flag of a finding; None while it is not yet within one working day."""
    severity = found.severity or view.severity(found.due)
    if severity is Severity.LATER and found.says:
        if not found.waits:
            return None
        severity = Severity.SOON
    return Flag(
        rule=found.rule,
        client=view.client.number,
        key=f"{found.rule}:{view.client.number}:{found.subject}",
        severity=severity,
        reason=Reason(found.code, found.values),
        since=found.since,
        due=found.due,
        ball=found.ball,
        item=found.item,
        channel=found.channel or usual_channel(view),
        draft=found.draft or found.rule.lower(),
        says=found.says,
        cleared_by_message=found.cleared_by_message,
        about=found.about,
    )
