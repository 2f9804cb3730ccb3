"""The desk: who must be written to first, what is put aside, what was told (3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.facts.flags import Flag
from app.facts.people import Owner
from app.facts.snapshot import Snapshot
from app.facts.today import CountedFlag, Today
from app.facts.wall_time import local_date
from app.journal.rooms import Room
from app.journal.snapshots import snapshot, snapshots
from app.journal.today import counted_flag, today
from app.rules.flags import flags
from app.rules.view import ClientView
from app.rules.working_time import next_working_day, opening
from app.storage.shelf.desk import newest_recorded
from app.storage.shelf.parties import owner

if TYPE_CHECKING:
    from app.facts.client_page import ClientPage
    from app.facts.letter import Letter
    from app.facts.lists import CallRow, ClientRow, EditRow
    from app.facts.load import DayLoad
    from app.facts.voices import VoiceCount


class Desk(Room):
    """Flags over all clients, and what the owner does with them.

    What only other pages ask is imported where it is asked, so that the first cards come sooner (Q2).
    """

    def snapshots(self, now: datetime | None = None) -> list[Snapshot]:
        """Every client as the rules see it."""
        with self.journal.look() as connection:
            return snapshots(connection, now or self.journal.clock())

    def snapshot(self, client: int, now: datetime | None = None) -> Snapshot:
        """One client as the rules see it."""
        with self.journal.look() as connection:
            found = snapshot(connection, client, now or self.journal.clock())
        if found is None:
            raise Refused("No client has the number {number}. `ashore client list` shows them.", number=client)
        return found

    def flags(self, now: datetime | None = None) -> tuple[Flag, ...]:
        """Every flag of every client, most severe first; snoozed and dismissed ones say so."""
        at = now or self.journal.clock()
        return flags(self.snapshots(at), at)

    def today(self, now: datetime | None = None) -> Today:
        """The start screen: cards, calls, promises, what clients owe (6.3)."""
        at = now or self.journal.clock()
        with self.journal.look() as connection:
            return today(snapshots(connection, at), owner(connection), at, newest_recorded(connection))

    def owner(self) -> Owner:
        """The owner; asked here, the first page need not load the room of all questions (Q2)."""
        with self.journal.look() as connection:
            return owner(connection)

    def next_opening(self) -> datetime | None:
        """When my next working day begins; the owner's hours alone are read for it."""
        calendar = self.owner().calendar
        day = next_working_day(calendar, local_date(calendar.zone, self.journal.clock()))
        return opening(calendar, day)

    def client_page(self, client: int, now: datetime | None = None) -> ClientPage:
        """What stands beside a client's timeline: the contact, both moves, lost days, the terms in short (6.4)."""
        from app.journal.client_page import client_page

        at = now or self.journal.clock()
        seen = self.snapshot(client, at)
        with self.journal.look() as connection:
            return client_page(connection, ClientView(seen, at))

    def voices(self, client: int) -> tuple[VoiceCount, ...]:
        """Who else asked for edits, how often, and the minutes it took (D7)."""
        from app.journal.voices import voices

        at = self.journal.clock()
        seen = self.snapshot(client, at)
        with self.journal.look() as connection:
            return voices(connection, ClientView(seen, at))

    def load(self, first: date, days: int, without: int | None = None) -> tuple[DayLoad, ...]:
        """Promises of all clients on each of `days` days from `first`, without one edit (6.5)."""
        from app.journal.load import load

        at = self.journal.clock()
        with self.journal.look() as connection:
            return load(snapshots(connection, at), owner(connection), at, first, days, without)

    def client_rows(self) -> tuple[ClientRow, ...]:
        """Every client for the table of clients (6.2)."""
        from app.journal.lists import client_rows

        return client_rows(self.snapshots(), self.journal.clock())

    def call_rows(self) -> tuple[CallRow, ...]:
        """The open calls of all clients."""
        from app.journal.lists import call_rows

        return call_rows(self.snapshots(), self.journal.clock())

    def edit_rows(self) -> tuple[EditRow, ...]:
        """The open edits of all clients."""
        from app.journal.lists import edit_rows

        return edit_rows(self.snapshots(), self.journal.clock())

    def explain(self, flag: Flag) -> CountedFlag:
        """The days counted behind a reason (C8)."""
        now = self.journal.clock()
        return counted_flag(self.snapshot(flag.client, now), flag, now)

    def letter(self, client: int, wanted: Sequence[str] = ()) -> Letter:
        """What a message to the client needs; `wanted` are the keys of the flags that it is to clear (6.7)."""
        from app.journal.drafts import letter, with_call

        now = self.journal.clock()
        return with_call(self.journal, letter(self.snapshot(client, now), wanted, now))

    def letter_for(self, client: int, draft: str) -> Letter:
        """The same for a draft by its key, with the values of the reason that asks for it (3.3)."""
        from app.journal.drafts import letter_for, with_call

        now = self.journal.clock()
        return with_call(self.journal, letter_for(self.snapshot(client, now), draft, now))

    def snooze(self, flag: Flag, until: datetime, reason: str = "") -> int:
        """Put a flag aside; it returns at its time, a late one on a later working day at the latest."""
        with self.journal.act() as act:
            return act.add("flag.snoozed", flag.client, {"key": flag.key, "until": until, "reason": reason})

    def dismiss(self, flag: Flag, reason: str) -> int:
        """Dismiss a flag for good, for this key only."""
        if not reason.strip():
            raise Refused("Dismissing needs a reason. Write in a few words why nothing has to be said.")
        with self.journal.act() as act:
            return act.add("flag.dismissed", flag.client, {"key": flag.key, "reason": reason})

    def mark_as_sent(
        self,
        client: int,
        text: str,
        *,
        channel: str,
        clears: Sequence[Flag] = (),
        about: Sequence[int] = (),
        expects: str = "",
        **more: Any,
    ) -> tuple[int, ...]:
        """The message that was sent and, in the same transaction, an entry for each ticked reason that is one (B8).

        `about` are further items it names; `expects` is what is asked for, as a request of sort answer (3.3).
        """
        from app.journal.telling import tell, tell_items

        named = sorted({number for flag in clears for number in flag.about} | set(about))
        with self.journal.act() as act:
            more |= {"expects_answer": bool(expects)}
            sent = self.journal.talk.sent(client, text, channel=channel, about=named, **more)
            for flag in clears:
                tell(self.journal, act, flag, sent)
            tell_items(self.journal, about, clears, sent)
            if expects:
                self.journal.requests.make(client, [expects], sort="answer", message=sent)
            return tuple(act.added)
