"""The stop-work assistant: how a request stands, the notice, and the note that work goes on, both recorded (F15)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from app.errors import Refused
from app.facts.pages import Paper
from app.facts.stop_work import ProposedDate, Reminder, Standing, StopRead
from app.facts.work import Request
from app.journal.rooms import Room, when
from app.papers.drafts import render
from app.papers.notices import StopFacts, stop_notice
from app.rules.edits import Rest
from app.rules.stop_work import dates_to_propose, read_stop
from app.rules.view import ClientView
from app.rules.work_stops import stops_of
from app.storage.shelf.desk import turns_of_work
from app.words import Words, words_for


class Stops(Room):
    """Work stopped and resumed with all clients. Nothing happens by itself without a recorded notice."""

    def read(self, request: int, now: datetime | None = None) -> StopRead:
        """Reminders, the step due, from when stopping is allowed, the days it would move, the end of the contract."""
        asked = self.journal.requests.get(request)
        return self._read(self._view(asked.client, now), asked)

    def stand(self, request: int, now: datetime | None = None) -> Standing:
        """The same, with the drafts of the notice and of the note that work goes on, in the client's language."""
        asked = self.journal.requests.get(request)
        view = self._view(asked.client, now)
        read = self._read(view, asked)
        return Standing(
            read=read,
            client=view.client,
            contact=view.person(view.speaker),
            owner=view.snapshot.owner.name,
            zone=view.terms.zone,
            language=_language(view),
            notice=self._draft("stop_notice", view, read),
            resume_note=self._draft("resume_note", view, read, read.dates),
        )

    def resume_note(self, request: int, dates: Sequence[ProposedDate], now: datetime | None = None) -> str:
        """The note that work goes on, with some of the dates only."""
        asked = self.journal.requests.get(request)
        view = self._view(asked.client, now)
        return self._draft("resume_note", view, self._read(view, asked), dates)

    def stop(
        self,
        request: int,
        notice: str = "",
        *,
        channel: str = "",
        message: int | None = None,
        at: datetime | None = None,
        reason: str = "",
    ) -> int:
        """Work stops because of a request; told when it names a channel or a message (F6). Gives the entry.

        Whether the agreement grants it is said by `read`, and shown; it is recorded either way (D3).
        """
        found = self.journal.requests.get(request)
        if found.ended is not None:
            raise Refused("Entry {number} is answered or no longer needed. Name what work waits for.", number=request)
        with self.journal.act() as act:
            if self._stopped(found.client):
                raise Refused("Work is stopped already. Record that it goes on first.")
            body = {"because": request, "notice": notice, "reason": reason, "channel": channel, "message": message}
            return act.add("work.stopped", found.client, body | when(act.connection, at))

    def resume(
        self,
        client: int,
        note: str = "",
        *,
        because: int | None = None,
        channel: str = "",
        message: int | None = None,
        at: datetime | None = None,
        dates: Sequence[ProposedDate] = (),
    ) -> tuple[int, ...]:
        """Work goes on; `dates` are the new ones, told in the same words when a channel or a message is named (D11).

        Gives the entry and those of the dates.
        """
        with self.journal.act() as act:
            if not self._stopped(client):
                raise Refused("Work is not stopped, so it cannot be resumed. Record the stop first.")
            body = {"because": because, "notice": note, "channel": channel, "message": message}
            resumed = act.add("work.resumed", client, body | when(act.connection, at))
            said_in = message or (resumed if channel else None)
            return (resumed, *(self._tell_date(each, said_in, at) for each in dates))

    def proposed(self, client: int, now: datetime | None = None) -> tuple[ProposedDate, ...]:
        """The day of everything on which my clock rested, as if all came now (D11, W8)."""
        return tuple(dates_to_propose(self._view(client, now), self._stops(client)))

    def because(self, client: int) -> int | None:
        """The request for which work is stopped; None while it goes on, or where no request was named."""
        snapshot = self.journal.desk.snapshot(client)
        if snapshot.stopped is None:
            return None
        found = self.journal.reading.entry(snapshot.stopped).body.get("because")
        return int(found) if isinstance(found, int) else None

    def paper(self, request: int, language: str | None = None, now: datetime | None = None) -> Paper:
        """The notice as a page to print and sign, in the client's language unless another is asked for."""
        standing = self.stand(request, now)
        read = standing.read
        words = words_for(language or standing.language)
        stopped = read.stopped.at if read.stopped else read.now
        facts = StopFacts(
            client=standing.client.legal_name or standing.client.name,
            contact=standing.contact.name if standing.contact else standing.client.name,
            owner=standing.owner,
            zone=standing.zone,
            made_at=read.now,
            missing=read.missing,
            asked=read.asked,
            due=read.due or read.asked,
            days_over=read.days_over,
            stops_on=self._view(standing.client.number, now).day_of(stopped),
            agreement_version=read.version,
            granted=read.granted,
        )
        return stop_notice(facts, words)

    def _draft(self, key: str, view: ClientView, read: StopRead, dates: Sequence[ProposedDate] = ()) -> str:
        language, contact = _language(view), view.person(view.speaker)
        values: dict[str, object] = {
            "called": contact.short if contact else "",
            "owner": view.snapshot.owner.name,
            "client": view.client.name,
            "missing": read.missing,
            "since": read.due,
            "needed_for": ", ".join(read.needed_for),
        }
        values |= dates_of(words_for(language, view.today.year), dates)
        folder = self.journal.path.with_suffix(".drafts")
        return render(key, view.client.style or "plain", language, values, folder, this_year=view.today.year).text

    def _tell_date(self, each: ProposedDate, said_in: int | None, at: datetime | None) -> int:
        if each.noun == "stage":
            return self.journal.plan.move(each.item, each.on, "client", at=at, message=said_in)
        edit = self.journal.edits.get(each.item)
        counted = self.journal.edits.count(edit.client, at or self.journal.clock(), edit.size, on=each.on)
        return self.journal.edits.promise(edit.number, counted.promised, message=said_in, at=at)

    def _read(self, view: ClientView, asked: Request) -> StopRead:
        read = read_stop(view, asked, self._stops(asked.client))
        return replace(read, reminders=tuple(self._through(each) for each in read.reminders))

    def _through(self, each: Reminder) -> Reminder:
        """A reminder recorded with a message went through the channel of that message (B8)."""
        if each.channel or each.message is None:
            return each
        return replace(each, channel=self.journal.reading.entry(each.message).body.get("channel", ""))

    def _view(self, client: int, now: datetime | None) -> ClientView:
        at = now or self.journal.clock()
        return ClientView(self.journal.desk.snapshot(client, at), at)

    def _stopped(self, client: int) -> bool:
        with self.journal.look() as connection:
            turns = turns_of_work(connection, client)
        return bool(turns) and turns[-1].kind == "work.stopped"

    def _stops(self, client: int) -> tuple[Rest, ...]:
        """When work was stopped: from each work.stopped to the work.resumed after it; None: it still is."""
        with self.journal.look() as connection:
            turns = turns_of_work(connection, client)
        return stops_of(turns)


def _language(view: ClientView) -> str:
    return view.client.language or (view.snapshot.owner.languages or ("en",))[0]


def dates_of(words: Words, dates: Sequence[ProposedDate]) -> dict[str, object]:
    """The values of a draft that tells new dates: one in a sentence, several in a list."""
    if len(dates) == 1:
        return {"item": dates[0].title, "due": dates[0].on}
    lines = tuple(words.text("«{title}»: {day}", title=each.title, day=each.on) for each in dates)
    return {"dates": lines} if lines else {}
