"""What the form of an edit request shows while it is filled in (6.5)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.load import DayLoad
from app.facts.people import Person
from app.facts.terms import Agreement
from app.facts.voices import VoiceCount
from app.facts.work import CountedDay


class Counting(Struct, frozen=True, kw_only=True):
    """A date that binds, and the days that led to it."""

    on: date
    closing: datetime
    zone: str
    received_day: date
    days: int
    count: tuple[CountedDay, ...]


class Included(Struct, frozen=True, kw_only=True):
    """Edits that the agreement includes per month, per contract, or rounds per edit; `used` before this one."""

    per: str
    """month, contract or edit."""
    number: int
    used: int

    @property
    def is_over(self) -> bool:
        """This one goes beyond it: paid extra."""
        return self.used >= self.number


class EditAnswer(Struct, frozen=True, kw_only=True):
    """Everything beside the form, for one state of its fields."""

    agreement: Agreement
    contact: Person | None
    """Who speaks at the moment of the request: the contact, or the signer while nobody is designated (D9)."""
    contact_since: date | None
    is_signer: bool
    by_voice: bool
    off_channel: bool
    counted: Counting
    """From the moment of the request; for a voice, as if the contact confirmed now."""
    term_days: int
    in_hours: bool
    received_here: date
    """The calendar day of the request in the zone of dates."""
    counts_from: date | None
    """The day from which it counts, where that is another one: a day off, or after the cut-off hour."""
    load: DayLoad
    week: tuple[DayLoad, ...]
    """The ISO week in which the promised day lies, Monday first: what is promised, and both sides' days off."""
    better: DayLoad | None
    """The next day with room on which they work, where the promised one is not such a day."""
    voice: VoiceCount | None
    included: Included | None
    """None while every edit is included."""

    @property
    def over_included(self) -> bool:
        """More edits than the agreement includes: paid extra is proposed."""
        return self.included is not None and self.included.is_over

    @property
    def waits(self) -> bool:
        """Nothing is promised: somebody else asked, or in a channel that was never agreed."""
        return self.by_voice or self.off_channel
