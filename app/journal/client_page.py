"""Gathers what stands beside a client's timeline (6.4). Nothing here decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.facts.client_page import ClientPage, OpenItem
from app.facts.flags import Ball, Flag
from app.facts.plan import Stage
from app.facts.today import Owed
from app.facts.work import Call, Edit, Request
from app.journal.lost_sides import lost_sides
from app.journal.open_plan import my_plan, their_plan, third_parties
from app.journal.owed import owed_by
from app.journal.their_clock import their_clock
from app.rules.calls import day_of_call
from app.rules.channels import usual_channel
from app.rules.contact import period_at
from app.rules.edits import EditRead, read_edit
from app.rules.flags import flags
from app.rules.flags.cards import one_line_per_entry
from app.rules.periods import periods_around
from app.rules.stage_state import read_stage
from app.rules.view import ClientView
from app.rules.week import quota_of_week
from app.rules.working_time import silent_days
from app.storage.database import Connection

_NOUNS = {"F2": "message", "F8": "message", "F11": "call", "F12": "call"}
"""Rules whose flag is itself an open move of mine (D10): a message, a call to sum up."""


def client_page(connection: Connection, view: ClientView) -> ClientPage:
    """The client of the view at its now."""
    raised = flags([view.snapshot], view.now)
    period = period_at(view.snapshot.contacts, view.now)
    quiet = next((flag for flag in raised if flag.rule == "F21"), None)
    return ClientPage(
        now=view.now,
        client=view.client,
        agreement=view.agreement,
        contact=view.person(view.speaker),
        contact_since=view.day_of(period.since) if period else None,
        channel=usual_channel(view),
        clock=their_clock(view),
        silent_days=silent_days(view.dates, view.day_of(view.silent_from), view.today),
        silence=quiet.severity.value if quiet else "",
        mine=tuple(_mine(view, raised)),
        theirs=tuple(_theirs(view, raised)),
        third=tuple(third_parties(view)),
        lost=lost_sides(connection, view),
        next_call=_next_call(view),
        firsts=quota_of_week(view).done,
        sheet_day=_sheet_day(view),
    )


def _mine(view: ClientView, raised: Sequence[Flag]) -> Iterator[OpenItem]:
    of_item = {flag.item: flag for flag in reversed(raised) if flag.item is not None and flag.ball is Ball.ME}
    for edit in view.snapshot.edits:
        read = read_edit(view, edit)
        if read.ball is Ball.ME:
            yield _edit(view, read, of_item.get(edit.number))
    for flag in one_line_per_entry([each for each in raised if not each.dismissed]):
        if flag.rule in _NOUNS and flag.ball is Ball.ME:
            yield _flagged(flag)
    yield from my_plan(view, raised)


def _edit(view: ClientView, read: EditRead, flag: Flag | None) -> OpenItem:
    promise = read.promise
    closing = promise.closing if promise else flag.due if flag else None
    return OpenItem(
        item=read.edit.number,
        noun="edit",
        title=read.edit.title,
        state=read.state.value,
        due=promise.on if promise else view.day_of(closing) if closing else None,
        closing=closing,
        days=sum(line.is_ == "full" for line in promise.count) if promise else 0,
        asked_by=view.name_of(read.edit.person) if read.unconfirmed else "",
        flag=flag,
    )


def _flagged(flag: Flag) -> OpenItem:
    return OpenItem(
        item=flag.item or (flag.about[0] if flag.about else 0),
        noun=_NOUNS[flag.rule],
        title="",
        state=flag.reason.code,
        closing=flag.due,
        flag=flag,
    )


def _theirs(view: ClientView, raised: Sequence[Flag]) -> Iterator[OpenItem]:
    for owed in owed_by(view):
        yield _owed(view, owed)
    for flag in raised:
        if flag.rule == "F12" and flag.ball is Ball.CLIENT:
            yield _flagged(flag)
    yield from their_plan(view, raised)


def _owed(view: ClientView, owed: Owed) -> OpenItem:
    item = view.items[owed.item]
    closing = None
    if isinstance(item, Request):
        closing = item.closing
    elif isinstance(item, Edit) and (read := read_edit(view, item)).acceptance:
        closing = read.acceptance.closing
    elif isinstance(item, Stage) and (due := read_stage(view, item).acceptance):
        closing = due.closing
    return OpenItem(
        item=owed.item,
        noun="acceptance" if owed.is_acceptance else "request",
        title=item.title if owed.is_acceptance else ", ".join(owed.parts),
        state="on_call" if isinstance(item, Request) and item.message is not None else owed.theirs.stands.value,
        due=view.day_of(closing) if closing else None,
        closing=closing,
        theirs=owed.theirs,
        mine=owed.mine,
    )


def _next_call(view: ClientView) -> Call | None:
    planned = ((day_of_call(view, call), call) for call in view.snapshot.calls if call.state == "planned")
    ahead = [(day, call.number, call) for day, call in planned if day is not None and day >= view.today]
    return min(ahead)[2] if ahead else None


def _sheet_day(view: ClientView) -> date | None:
    if isinstance(view.terms.reports, str):
        return None
    found = [
        period.due
        for report in view.terms.reports
        if report.every == "week"
        for period in periods_around(view.dates, report, view.today)
        if period.due >= view.today
    ]
    return min(found, default=None)
