"""A message that tells something records it: the date promised, the delivery, the reminder, the report (B8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.facts.flags import Flag, Severity
from app.journal.act import Act

if TYPE_CHECKING:
    from app.journal.journal import Journal

REPORT_SORTS = {"f19": "weekly", "f19_daily": "daily", "f19_monthly": "monthly", "f19_planning": "plan"}


def tell(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """The entry by which the message clears a reason, where the message alone would not."""
    if flag.rule == "F14" and _is_request(journal, flag):
        journal.requests.remind(flag.item or 0, message=message)
    elif flag.rule in ("F3", "F5") or (flag.rule == "F4" and flag.severity is Severity.LATE):
        _promise(journal, act, flag, message)
    elif flag.rule == "F4":
        journal.edits.deliver(flag.item or 0, message=message)
    elif flag.rule == "F19" and flag.reason.code in REPORT_SORTS:
        body = {"sort": REPORT_SORTS[flag.reason.code], "period": flag.reason.values.get("period"), "message": message}
        if body["period"]:
            act.add("report.sent", flag.client, body | {"how": "sent"})


def _is_request(journal: Journal, flag: Flag) -> bool:
    """An acceptance that ends today is an edit: the message is about it, and no ladder begins (F14)."""
    return flag.reason.code != "f14_acceptance" and flag.item is not None


def _promise(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    edit = journal.edits.get(flag.item or 0)
    counted = journal.edits.count(flag.client, act.now, edit.size, person=edit.person)
    journal.edits.promise(edit.number, counted.promised, message=message)
