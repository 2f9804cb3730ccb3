"""With what a call note begins: the one that was kept, the plan with its topics, or an empty topic."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.facts.work import Call
from app.papers.final_call import final_topics
from app.words import Words
from ui.dialogs.call.kept import KeptCall, KeptTopic, kept, last_kept

if TYPE_CHECKING:
    from app.journal.journal import Journal

EARLY = timedelta(minutes=15)


def begin(
    journal: Journal, client: int, call: int, *, channel: str = "", at: datetime | None = None, topic: str = ""
) -> KeptCall:
    """The note for a call; without a client the one that was open last, else the next planned one of today."""
    if not client and not call:
        last = last_kept(journal.log_id)
        if last is not None:
            return last
        client, call = _next_planned(journal)
    found = journal.calls.get(call) if call else None
    client = client or (found.client if found else 0)
    before = kept(journal.log_id, client, call)
    if before is not None:
        return before
    contact = journal.clients.contact(client)
    topics = tuple(KeptTopic(title=each.title, agreed=True) for each in found.planned_topics) if found else ()
    note = KeptCall(
        client=client,
        call=call,
        channel=channel or (found.channel if found else "") or _call_channel(journal, client),
        topics=topics or ((KeptTopic(title=topic),) if topic else ()),
        participants=(contact.number,) if contact else (),
        purpose=found.purpose if found else "",
    )
    return _timed(note, found, at, journal.clock())


def _timed(note: KeptCall, plan: Call | None, at: datetime | None, now: datetime) -> KeptCall:
    """The timer starts at once; a planned call that is over takes its planned time, one still far off waits."""
    start = at or (plan.planned_at if plan else None)
    if start is None:
        return note.start(now)
    end = start + timedelta(minutes=plan.minutes if plan else 0)
    if now > end and end > start:
        return note.start(start).end(end)
    if start - now > EARLY:
        return note
    return note.start(now if at is None else start)


def _next_planned(journal: Journal) -> tuple[int, int]:
    """The planned call of today whose hour is nearest; else an unplanned one with the first client."""
    today = journal.desk.today()
    planned = [each.call for each in today.calls if each.call.planned_at is not None]
    if planned:
        now = journal.clock()
        nearest = min(planned, key=lambda call: abs((call.planned_at or now) - now))
        return nearest.client, nearest.number
    clients = journal.clients.all()
    return (clients[0].number if clients else 0), 0


def _call_channel(journal: Journal, client: int) -> str:
    """The first channel agreed for calls, else the telephone."""
    agreed = journal.agreements.in_force(client).terms.agreed_channels
    return next((each.channel for each in agreed if "calls" in each.purposes), "phone")


def final_note(note: KeptCall, words: Words) -> tuple[KeptTopic, ...]:
    """The topics of a note that became a final call: its three, where nothing was written yet (F25)."""
    if note.purpose != "final" or any(topic.title or topic.outcomes for topic in note.topics):
        return ()
    return tuple(KeptTopic(title=title) for title in final_topics(words))
