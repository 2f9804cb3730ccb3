"""What a message to a client needs: contact, ladder, reasons it clears, and the values of its draft (3.3, 6.7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.facts.call_rows import OutcomeRow
from app.facts.flags import Flag, Suggested
from app.facts.letter import Clearable, Letter, Step
from app.facts.snapshot import Snapshot
from app.facts.work import Call, Request
from app.journal.draft_values import draft_key, draft_values
from app.journal.new_dates import new_date
from app.journal.their_clock import their_clock
from app.journal.where_we_are import ahead, done, stages_ahead
from app.papers.draft_titles import SAME_AS
from app.rules.channels import ladder, ladder_channel, usual_channel
from app.rules.flags import flags as every_flag
from app.rules.flags.cards import is_listed
from app.rules.promises import client_term
from app.rules.requests import reminder_days
from app.rules.view import ClientView
from app.rules.working_time import next_working_day

if TYPE_CHECKING:
    from app.journal.journal import Journal


def letter(snapshot: Snapshot, wanted: Sequence[str], now: datetime) -> Letter:
    """The message that would clear the reasons whose keys are `wanted`, the worst of them first."""
    view, flags = ClientView(snapshot, now), every_flag((snapshot,), now)
    listed = [flag for flag in flags if is_listed(flag)]
    first = next((flag for flag in listed if flag.key in wanted), None)
    period = next((each for each in reversed(snapshot.contacts) if each.since <= view.now), None)
    steps = _steps(view, first)
    values, count = draft_values(view, first)
    return Letter(
        now=view.now,
        client=view.client,
        contact=view.person(view.speaker),
        contact_since=view.day_of(period.since) if period and period.person == view.speaker else None,
        clock=their_clock(view),
        zone=view.terms.zone,
        owner=snapshot.owner.name,
        steps=steps,
        channel=_channel(view, first, steps),
        clearable=tuple(Clearable(flag=flag, date=new_date(view, flag)) for flag in listed if _is_offered(flag)),
        items=tuple(each for each in view.items.values() if each.open and each.begun <= view.now),
        silent_until=_silent_until(view, first, steps),
        paused_until=view.paused_until,
        draft=_draft(view, first),
        values=values,
        count=count,
        done=done(view),
        ahead=ahead(view),
        stages=stages_ahead(view),
        decided=_decided(view, first),
        expected_by=_expected_by(view),
    )


def letter_for(snapshot: Snapshot, key: str, now: datetime) -> Letter:
    """The message in which the draft `key` would stand: about the reason that asks for it, where there is one."""
    flags = every_flag((snapshot,), now)
    asked = SAME_AS.get(key, key)
    return letter(snapshot, [flag.key for flag in flags if draft_key(flag) == asked][:1], now)


def _is_offered(flag: Flag) -> bool:
    """A message clears it, or it may be the notice that uses the right to stop (F15)."""
    return flag.cleared_by_message or flag.rule == "F15"


def _draft(view: ClientView, first: Flag | None) -> str:
    """The draft of the worst reason; a provisional date that was given and not told yet is told as one (F5)."""
    date_to_tell = new_date(view, first) if first is not None and first.rule == "F3" else None
    return "f3_provisional" if date_to_tell and date_to_tell.provisional else draft_key(first)


def _decided(view: ClientView, flag: Flag | None) -> tuple[OutcomeRow, ...]:
    """The outcomes of the call that is summed up; the owner is named by the first name, as on the sheet (F12)."""
    call = view.items.get(flag.item or 0) if flag is not None and flag.rule == "F12" else None
    if not isinstance(call, Call):
        return ()
    me = view.snapshot.owner.name.partition(" ")[0]
    return tuple(
        OutcomeRow(what=each.what, who=me if each.who == 0 else view.name_of(each.who) if each.who else "", by=each.by)
        for topic in call.topics
        for each in topic.outcomes
        if each.what
    )


def with_call(journal: Journal, made: Letter) -> Letter:
    """The same with the day and hour that the agreed rhythm gives for the next call, where one is to be proposed."""
    if made.draft not in ("f13", "f13_first"):
        return made
    [proposed] = journal.series.propose(made.client.number, 1, now=made.now)
    return replace(made, values=made.values | {"at": proposed.at})


def _expected_by(view: ClientView) -> date:
    """The day by which the terms want an answer that is expected now (W9)."""
    theirs = view.their_calendar(view.terms)
    return client_term(theirs, view.now, view.terms.client_answer.days, zone=view.terms.zone).on


def _steps(view: ClientView, flag: Flag | None) -> tuple[Step, ...]:
    request = view.items.get(flag.item or 0) if flag and flag.rule == "F14" else None
    tried: list[date] = []
    if isinstance(request, Request) and request.due is not None:
        tried = [day for day in reminder_days(view, request) if day > request.due]
    known = _known(view)
    return tuple(
        Step(channel=each.channel, address=each.address, tried=tried[n] if n < len(tried) else None)
        for n, each in enumerate(known)
    )


def _known(view: ClientView) -> list[Suggested]:
    """The agreed ladder; without an agreement where the contact can be reached, else the channel written through."""
    agreed = [ladder_channel(view, n) for n, _ in enumerate(ladder(view), 1)]
    if agreed:
        return [each for each in agreed if each is not None]
    person, usual = view.person(view.speaker), usual_channel(view)
    if person and person.addresses:
        return [Suggested(channel=each.channel, address=each.address) for each in person.addresses]
    return [usual] if usual else []


def _channel(view: ClientView, flag: Flag | None, steps: Sequence[Step]) -> str:
    suggested = flag.channel if flag and flag.channel else usual_channel(view)
    if suggested is not None:
        return suggested.channel
    return steps[0].channel if steps else ""


def _silent_until(view: ClientView, flag: Flag | None, steps: Sequence[Step]) -> date | None:
    """The day of the next step, if there is one (F14: one step per working day of mine)."""
    return next_working_day(view.dates, view.today) if flag is not None and len(steps) > 1 else None
