"""One line of a client's timeline: the entry, who spoke, its verdicts, and how its item stands now (6.4)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.entries import Entry
from app.facts.people import Person
from app.facts.wall_time import local_date
from app.facts.work import AnyItem


class DateTold(Struct, frozen=True, kw_only=True):
    """One promised date: when it was told (None: not yet), and how it relates to the one before."""

    on: date
    at: datetime
    told: bool = True
    provisional: bool = False
    moved: str = ""
    """Empty for the first date, else in_time or late: told before or after the closing of the one it replaced."""
    replaced: bool = False
    missed: bool = False


class Handed(Struct, frozen=True):
    """A delivery and what became of the promise: kept, moved_in_time, moved_late, missed; empty where none was told."""

    at: datetime
    result: str


class EditStanding(Struct, frozen=True, kw_only=True):
    """An edit as it stands now; `state` is a word of the rules (unconfirmed, no_date, promised, delivered …)."""

    state: str
    dates: tuple[DateTold, ...] = ()
    handed: Handed | None = None
    accept_by: date | None = None


class CallStanding(Struct, frozen=True):
    """When the summary of a call was told, and when the client confirmed it; proved = told (D14)."""

    told: datetime | None
    confirmed: datetime | None
    remarks: tuple[str, ...] = ()
    """What the agreement of its time says against it, in the words of CallRemark (D3, D13)."""


class Line(Struct, frozen=True, kw_only=True):
    """An entry of the timeline with everything that its row says."""

    entry: Entry
    zone: str
    """The zone of dates, in which days are headed."""
    person: Person | None = None
    """Who wrote or asked, or whom my message went to."""
    contact: Person | None = None
    """The contact at that instant."""
    by_voice: bool = False
    off_channel: bool = False
    item: AnyItem | None = None
    edit: EditStanding | None = None
    call: CallStanding | None = None
    reason: str = ""
    """Why it was corrected or retracted."""
    redacted_by: int | None = None
    number: int = 0
    """The version of an agreement."""
    speaks: bool = True
    """False while an unconfirmed edit of a voice waits: my clock has not started."""
    people: tuple[Person, ...] = ()

    @property
    def day(self) -> date:
        """The day on which it happened, in the zone of dates."""
        return local_date(self.zone, self.entry.happened)

    @property
    def key(self) -> tuple[datetime, int]:
        """Order of what happened (D18)."""
        return self.entry.happened, self.entry.seq

    def named(self, number: int | None) -> str:
        """How a person of the client is called; empty for me and for nobody."""
        return next((each.short for each in self.people if each.number == number), "")
