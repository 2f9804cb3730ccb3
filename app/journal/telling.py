"""A message that tells something records it: the date promised, the delivery, the reminder, the notice (B8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.facts.flags import Flag, Severity
from app.facts.plan import Risk
from app.facts.work import Call
from app.journal.act import Act
from app.rules.stages import moved_by_rest
from app.rules.view import ClientView

if TYPE_CHECKING:
    from app.journal.journal import Journal

REPORT_SORTS = {"f19": "weekly", "f19_daily": "daily", "f19_monthly": "monthly", "f19_planning": "plan"}


def tell(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """The entry by which the message clears a reason, where the message alone would not."""
    teller = _TELLERS.get(flag.rule)
    if teller is not None:
        teller(journal, act, flag, message)


def tell_items(journal: Journal, about: Sequence[int], clears: Sequence[Flag], message: int) -> None:
    """What a message tells by being about an item, whatever it clears: the plan that a final call agreed (F25)."""
    plan_is_told = any(flag.reason.code == "f25_plan" for flag in clears)
    for number in sorted({*about, *(flag.item for flag in clears if flag.rule == "F12" and flag.item)}):
        if isinstance(journal.reading.item(number), Call) and not plan_is_told:
            journal.calls.tell_plan(number, message)


def _remind(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """An acceptance that ends today is an edit: the message is about it, and no ladder begins (F14)."""
    if flag.reason.code != "f14_acceptance" and flag.item is not None:
        journal.requests.remind(flag.item, message=message)


def _promise(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """A date that was given and never told is told by the message itself; else the one that follows now (B8, D11)."""
    if flag.reason.code == "f3_stage":
        _go_on(journal, flag, message)
        return
    to_tell = journal.edits.to_tell(flag.item or 0, message)
    if to_tell is not None:
        journal.edits.promise(flag.item or 0, to_tell, message=message)


def _go_on(journal: Journal, flag: Flag, message: int) -> None:
    """A stage goes on: unless another day is in its plan already, it moves by the days for which my clock rested."""
    view = ClientView(journal.desk.snapshot(flag.client), journal.clock())
    stage = journal.plan.get(flag.item or 0)
    day = moved_by_rest(view, stage)
    if day is not None and stage.due is not None and day.on != stage.due.on:
        journal.plan.move(stage.number, day.on, "client", message=message)


def _promised(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """The promised day: a delivery; once it has passed, another date."""
    if flag.severity is Severity.LATE:
        _promise(journal, act, flag, message)
    else:
        journal.edits.deliver(flag.item or 0, message=message)


def _stop(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """The notice was given: from this message on work is stopped because of the request (F15)."""
    if flag.item is not None:
        journal.stops.stop(flag.item, message=message)


def _warn(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """A risk of its own has a warning; what is late by itself is told by a message about it (F17)."""
    if flag.item is not None and isinstance(journal.reading.item(flag.item), Risk):
        journal.risks.warn(flag.item, message=message)


def _report(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    period = flag.reason.values.get("period")
    if flag.reason.code in REPORT_SORTS and period:
        body = {"sort": REPORT_SORTS[flag.reason.code], "period": period, "message": message, "how": "sent"}
        act.add("report.sent", flag.client, body)


def _before_the_end(journal: Journal, act: Act, flag: Flag, message: int) -> None:
    """The plan of the month after the contract's last day is a report; asking for an opinion begins a survey (F25)."""
    end = flag.reason.values.get("end")
    if flag.reason.code == "f25_plan" and isinstance(end, date):
        after = (end.replace(day=28) + timedelta(days=4)).replace(day=1)
        body = {"sort": "plan", "period": f"{after:%Y-%m}", "message": message, "how": "sent"}
        act.add("report.sent", flag.client, body)
    elif flag.reason.code == "f25_feedback":
        journal.forms.begin(flag.client, "survey", message=message)


_TELLERS: dict[str, Callable[[Journal, Act, Flag, int], None]] = {
    "F3": _promise,
    "F4": _promised,
    "F5": _promise,
    "F14": _remind,
    "F15": _stop,
    "F17": _warn,
    "F19": _report,
    "F25": _before_the_end,
}
