"""Verbs about calls: planned, moved, held with outcomes, missed; what was decided becomes edits and requests (D14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from app.errors import Refused
from app.facts.names import folded
from app.facts.wall_time import wall_instant
from app.facts.work import Call
from app.journal.edits import terms_at
from app.journal.rooms import Room, when
from app.papers.final_call import FinalTopic, final_topic
from app.rules.calls import remarks, remarks_of
from app.rules.promises import Promised
from app.rules.view import ClientView
from app.storage.shelf import items

TopicBody = Mapping[str, Any]


class Calls(Room):
    """Calls with all clients."""

    def plan(
        self,
        client: int,
        *,
        local: str = "",
        zone: str = "",
        on: date | None = None,
        minutes: int = 0,
        channel: str = "",
        topics: Sequence[str] = (),
        **more: Any,
    ) -> int:
        """A call agreed for a wall time (`local`, `zone`) or only for a day; topics may come later (D13)."""
        with self.journal.act() as act:
            body = _appointment(local, zone, on) | {
                "minutes": minutes or None,
                "channel": channel,
                "topics": [{"title": title} for title in topics],
                "terms": terms_at(act.connection, client, act.now).entry,
            }
            return act.add("call.planned", client, body | more)

    def move(self, call: int, *, local: str = "", zone: str = "", on: date | None = None, **more: Any) -> int:
        """Another time, or what the plan still lacked (topics, channel, minutes)."""
        if "topics" in more:
            more["topics"] = [{"title": title} for title in more["topics"]]
        found = self.get(call)
        with self.journal.act() as act:
            return act.add("call.moved", found.client, {"item": call} | _appointment(local, zone, on) | more)

    def hold(
        self,
        client: int,
        *,
        channel: str = "",
        topics: Sequence[TopicBody] = (),
        at: datetime | None = None,
        call: int | None = None,
        minutes: int = 0,
        off_topic_minutes: int = 0,
        make_items: bool = True,
        **more: Any,
    ) -> tuple[int, ...]:
        """A call that took place. Gives its entry and those of the items decided, in the same transaction (D14).

        `topics` are bodies {title, agreed?, outcomes?}, those of the plan being agreed; `minutes` in all,
        `off_topic_minutes` of them off topic.
        """
        with self.journal.act() as act:
            beforehand = {folded(each.title) for each in self.get(call).planned_topics} if call else set()
            body = {
                "item": call,
                "channel": channel or self.journal.talk.usual_channel(client, at),
                **_length(minutes, off_topic_minutes),
                "topics": [
                    dict(each) | {"agreed": True} if folded(each["title"]) in beforehand else dict(each)
                    for each in topics
                ],
                "terms": terms_at(act.connection, client, at or act.now).entry if call is None else None,
            }
            held = act.add("call.held", client, body | more | when(act.connection, at))
            made = [self._becomes(client, held, outcome, at) for outcome in _outcomes(topics) if make_items]
            if (more.get("purpose") or self._planned_purpose(call)) == "final":
                made.append(self._opinion(client, held, topics, at))
            return (held, *(number for number in made if number is not None))

    def remarks(self, client: int, channel: str, purpose: str = "") -> tuple[str, ...]:
        """What the agreement in force says against a call through a channel for a purpose, as words of CallRemark."""
        return tuple(each.value for each in remarks(self.journal.agreements.in_force(client).terms, channel, purpose))

    def remarks_of(self, call: int) -> tuple[str, ...]:
        """What the agreement of its time says against a held call; ad hoc is one (D13)."""
        found, now = self.get(call), self.journal.clock()
        return tuple(each.value for each in remarks_of(self._view(found.client, now), found))

    def tell_plan(self, call: int, message: int) -> int | None:
        """The plan of the next month was told with the summary of a final call: report.sent (F25, B8)."""
        found = self.get(call)
        told = [each for each in found.topics if final_topic(each.title) is FinalTopic.PLAN]
        if found.purpose != "final" or found.held is None or not any(o.decided for t in told for o in t.outcomes):
            return None
        end = self.journal.clients.get(found.client).contract.last_day
        with self.journal.act() as act:
            last = end or self._view(found.client, act.now).day_of(found.held.at)
            period = f"{(last.replace(day=28) + timedelta(days=4)):%Y-%m}"
            body = {"sort": "plan", "period": period, "message": message, "how": "sent", "about": [call]}
            return act.add("report.sent", found.client, body)

    def miss(
        self, client: int, by: str, *, call: int | None = None, reason: str = "", at: datetime | None = None
    ) -> int:
        """A call that did not take place, and who missed it: me or client."""
        with self.journal.act() as act:
            body = {"item": call, "missed_by": by, "reason": reason}
            return act.add("call.missed", client, body | when(act.connection, at))

    def step(self, call: int, kind: str, at: datetime | None = None, **body: Any) -> int:
        """Any other step: call.moved, .cancelled, .confirmed."""
        found = self.get(call)
        with self.journal.act() as act:
            return act.add(kind, found.client, {"item": call} | body | when(act.connection, at))

    def get(self, number: int) -> Call:
        """The call of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Call):
            raise Refused("Entry {number} is not a call. Record the call first.", number=number)
        return found

    def _planned_purpose(self, call: int | None) -> str:
        return self.get(call).purpose if call else ""

    def _opinion(self, client: int, held: int, topics: Sequence[TopicBody], at: datetime | None) -> int | None:
        """What the client said of the work on a final call is feedback of its own (F25)."""
        asked = [topic for topic in topics if final_topic(topic["title"]) is FinalTopic.FEEDBACK]
        said = [outcome["what"] for outcome in _outcomes(asked) if outcome.get("what")]
        return self.journal.feedback.note(client, text="\n".join(said), message=held, at=at) if said else None

    def _view(self, client: int, now: datetime) -> ClientView:
        return ClientView(self.journal.desk.snapshot(client, now), now)

    def _becomes(self, client: int, held: int, outcome: TopicBody, at: datetime | None) -> int | None:
        """The item that an outcome makes: an edit of mine with its date, or a request to the client."""
        what = outcome.get("what", "")
        by = outcome.get("by")
        on = date.fromisoformat(by) if isinstance(by, str) else by
        if outcome.get("becomes") == "edit":
            edit = self.journal.edits.request(client, what, at=at, message=held, about=[held])
            if on is not None:
                self.journal.edits.promise(edit, self._agreed(client, at, on), message=held, at=at)
            return edit
        if outcome.get("becomes") == "request":
            return self.journal.requests.make(client, [what], sort="other", message=held, at=at, on=on)
        return None

    def _agreed(self, client: int, at: datetime | None, on: date) -> Promised:
        return self.journal.edits.count(client, at or self.journal.clock(), on=on).promised


def _length(minutes: int, off_topic: int) -> dict[str, int]:
    """How long it took; a length that nobody gave is absent, not zero (B1)."""
    if not minutes:
        return {"off_topic_minutes": off_topic} if off_topic else {}
    return {
        "minutes": minutes,
        "on_topic_minutes": max(minutes - off_topic, 0),
        "off_topic_minutes": off_topic,
    }


def _appointment(local: str, zone: str, on: date | None) -> dict[str, Any]:
    if local:
        if "T" not in local:  # a date alone is read as midnight, and nobody meant that
            raise Refused("{given} is no local time. Write it as 2026-12-03T13:00.", given=local)
        wall_instant(zone or "UTC", local)
        return {"at": {"local": local, "zone": zone}}
    return {"on": on} if on else {}


def _outcomes(topics: Sequence[TopicBody]) -> list[TopicBody]:
    return [outcome for topic in topics for outcome in topic.get("outcomes", ())]
