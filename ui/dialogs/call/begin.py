"""With what a call note begins: the one that was kept, the plan with its topics, or an empty topic."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.facts.work import Call
from app.papers.final_call import final_topics
from app.words import Words
from ui.kept_call import KeptCall, KeptTopic, all_kept, kept, last_kept

if TYPE_CHECKING:
    from app.journal.journal import Journal

EARLY = timedelta(minutes=15)


def begin(
    journal: Journal, client: int, call: int, *, channel: str = "", at: datetime | None = None, topic: str = "",
    near: int = 0,
) -> KeptCall:  # fmt: skip
    """The note for a call; without one the note that was open last, else the planned one of today that is nearest.

    `near` is the client whose card the owner stands at: asked where no call is due now.
    """
    if not call:
        last = _left_open(journal, client)
        if last is not None:
            return last
        client, call = _next_planned(journal, client, near)
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


def _left_open(journal: Journal, client: int) -> KeptCall | None:
    """The note that was begun last, of this client where one is named."""
    if not client:
        return last_kept(journal.log_id)
    return next((note for note in all_kept(journal.log_id) if note.client == client), None)


def _next_planned(journal: Journal, client: int, near: int) -> tuple[int, int]:
    """The planned call of today whose hour is nearest; with a client, named or near, only one that is due now (D13).

    Without one an unplanned call, with that client or the first of all.
    """
    now = journal.clock()
    if client:
        items = journal.reading.open_items(client)
        planned = [each for each in items if isinstance(each, Call) and _is_due(each, now)]
    else:
        planned = [each.call for each in journal.desk.today().calls if each.call.planned_at is not None]
        planned = [each for each in planned if _is_due(each, now)] if near else planned
    if planned:
        nearest = min(planned, key=lambda call: abs((call.planned_at or now) - now))
        return nearest.client, nearest.number
    clients = [] if client or near else journal.clients.all()
    return (clients[0].number if clients else client or near), 0


def _is_due(call: Call, now: datetime) -> bool:
    """It could be held now: from a quarter of an hour before its time until a quarter after its planned end."""
    if call.planned_at is None or call.held is not None:
        return False
    return call.planned_at - EARLY <= now <= call.planned_at + timedelta(minutes=call.minutes) + EARLY


def _call_channel(journal: Journal, client: int) -> str:
    """The first channel agreed for calls, else the telephone."""
    agreed = journal.agreements.in_force(client).terms.agreed_channels
    return next((each.channel for each in agreed if "calls" in each.purposes), "phone")


def final_note(note: KeptCall, words: Words) -> tuple[KeptTopic, ...]:
    """The topics of a note that became a final call: its three, where nothing was written yet (F25)."""
    if note.purpose != "final" or any(topic.title or topic.outcomes for topic in note.topics):
        return ()
    return tuple(KeptTopic(title=title) for title in final_topics(words))
