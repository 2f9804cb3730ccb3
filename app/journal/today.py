"""Gathers the start screen out of snapshots: cards, calls, the strip, what clients owe (6.3). Nothing here decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from app.facts.flags import Flag, Severity, Suggested
from app.facts.people import ClientState, Owner
from app.facts.snapshot import Snapshot
from app.facts.today import (
    CallToday,
    ClientNow,
    CountedDate,
    CountedFlag,
    DayAhead,
    NextReason,
    PromisedEdit,
    ReasonLine,
    Today,
    TodayCard,
)
from app.facts.wall_time import local_date
from app.facts.work import Request
from app.journal.owed import owed_by
from app.journal.their_clock import their_clock
from app.rules.calls import day_of_call, lacking
from app.rules.edits import read_edit
from app.rules.explain import explain, lateness
from app.rules.flags import flags, flags_seen
from app.rules.flags.cards import Card, cards, is_listed, reports_together
from app.rules.holiday_years import years_not_filled
from app.rules.view import ClientView
from app.rules.working_time import is_working_day, next_working_day, opening

STRIP_DAYS = 7
LOOK_AHEAD_OPENINGS = 10
SHEET = "f19"
"""The reason whose report is the weekly sheet."""
AT_ONCE = ("F11", "F15")
"""Their time is now, from the moment they stand: no count of what has passed is said."""
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_ORDER = list(Severity)


def today(snapshots: Sequence[Snapshot], owner: Owner, now: datetime, last_entry: datetime | None = None) -> Today:
    """The start screen at `now`; `snapshots` are those of all clients, `last_entry` when the newest was recorded."""
    views = {each.client.number: ClientView(each, now) for each in snapshots}
    found = flags_seen(views.values())
    listed = cards(found)
    shown = tuple(_card(views[card.client], card) for card in listed)
    return Today(
        now=now,
        owner=owner,
        cards=shown,
        aside=tuple(_line(views[flag.client], flag) for flag in found if _is_aside(flag)),
        calls=_calls(views.values()),
        days=_days(views.values(), owner, now),
        owed=tuple(each for view in views.values() for each in owed_by(view)),
        clients=_clients(views, shown),
        known_clients=len(views),
        together=tuple(each for each in reports_together(listed).values() if each[0].reason.code == SHEET),
        open_calls=sum(call.state == "planned" for each in snapshots for call in each.calls),
        open_edits=sum(edit.ended is None and edit.open for each in snapshots for edit in each.edits),
        next_reason=None if shown else _next_reason(snapshots, owner, now),
        next_opening=opening(owner.calendar, next_working_day(owner.calendar, local_date(owner.calendar.zone, now))),
        years_without_holidays=years_not_filled(owner.calendar, local_date(owner.zone, now)),
        clock_is_early=last_entry is not None and now + _SECOND < last_entry,
    )


def _card(view: ClientView, card: Card) -> TodayCard:
    worst = card.reasons[0]
    reminders = sum(len(_request(view, flag.item)) for flag in card.reasons if flag.rule == "F14")
    return TodayCard(
        client=view.client,
        contact=view.person(view.speaker),
        clock=their_clock(view),
        severity=card.severity,
        reasons=tuple(_line(view, flag) for flag in card.reasons),
        foot=card.foot,
        channel=_channel(card) or worst.channel,
        reminders=reminders,
    )


def _channel(card: Card) -> Suggested | None:
    """The step of the ladder when they are silent, else the channel of the worst reason."""
    return next((flag.channel for flag in card.reasons if flag.channel and flag.channel.steps > 1), None)


def _request(view: ClientView, number: int | None) -> Sequence[object]:
    found = view.items.get(number or 0)
    return found.reminders if isinstance(found, Request) else ()


def _line(view: ClientView, flag: Flag) -> ReasonLine:
    if flag.severity is not Severity.LATE or flag.rule in AT_ONCE:
        return ReasonLine(flag=flag)
    minutes, days = lateness(view, flag)
    return ReasonLine(flag=flag, late_minutes=minutes, late_days=days)


def _is_aside(flag: Flag) -> bool:
    return flag.says and not flag.dismissed and flag.snoozed_until is not None and flag.severity is not Severity.LATER


def _calls(views: Iterable[ClientView]) -> tuple[CallToday, ...]:
    found = [
        CallToday(call=call, client=view.client, lacking=tuple(lacking(call)))
        for view in views
        for call in view.snapshot.calls
        if call.state == "planned" and day_of_call(view, call) == view.today
    ]
    return tuple(sorted(found, key=_when))


def _when(each: CallToday) -> tuple[bool, datetime, int]:
    at = each.call.planned_at
    return at is None, at or each.call.begun, each.call.number


def _days(views: Iterable[ClientView], owner: Owner, now: datetime) -> tuple[DayAhead, ...]:
    start = local_date(owner.zone, now)
    promised: dict[object, list[PromisedEdit]] = {}
    for view in views:
        for edit in view.snapshot.edits:
            read = read_edit(view, edit)
            if read.promise is not None and read.delivery is None and read.ball is not None:
                line = PromisedEdit(edit=edit.number, client=edit.client, title=edit.title, on=read.promise.on)
                promised.setdefault(line.on, []).append(line)
    calendar = owner.calendar
    days = (start + n * _DAY for n in range(STRIP_DAYS))
    return tuple(
        DayAhead(on=day, off=not is_working_day(calendar, day), promises=tuple(promised.get(day, ()))) for day in days
    )


def _clients(views: Mapping[int, ClientView], shown: Sequence[TodayCard]) -> tuple[ClientNow, ...]:
    worst = {card.client.number: card.severity for card in shown}
    active = [view.client for view in views.values() if view.client.state is ClientState.ACTIVE]
    listed = [*worst, *(each.number for each in active if each.number not in worst)]
    return tuple(ClientNow(client=views[number].client, severity=worst.get(number)) for number in listed)


def _next_reason(snapshots: Sequence[Snapshot], owner: Owner, now: datetime) -> NextReason | None:
    """The first opening of mine, of the next ten, at which something is to be said."""
    calendar = owner.calendar
    day = local_date(calendar.zone, now)
    clients = {each.client.number: each.client for each in snapshots}
    for _ in range(LOOK_AHEAD_OPENINGS):
        day = next_working_day(calendar, day)
        at = opening(calendar, day) or now
        found = next((flag for flag in flags(snapshots, at) if is_listed(flag)), None)
        if found is not None:
            return NextReason(at=at, client=clients[found.client], flag=found)
    return None


def counted_flag(snapshot: Snapshot, flag: Flag, now: datetime) -> CountedFlag:
    """The days behind a reason, for the eye (C8)."""
    found = explain(ClientView(snapshot, now), flag)
    days = tuple(CountedDate(on=day.on, is_=day.is_.value, number=day.number, why=day.why) for day in found.days)
    return CountedFlag(days=days, working_days=found.working_days)
