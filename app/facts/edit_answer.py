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
    better: DayLoad | None
    voice: VoiceCount | None
    over_included: bool
    """More edits than the agreement includes."""

    @property
    def waits(self) -> bool:
        """Nothing is promised: somebody else asked, or in a channel that was never agreed."""
        return self.by_voice or self.off_channel
