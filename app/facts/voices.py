"""Who else asked for something: a person who was not the contact, how often, and what it cost (D7)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class VoiceCount(Struct, frozen=True, kw_only=True):
    """Requests of one person while somebody else was the contact; minutes are the owner's."""

    person: int
    requests: int
    minutes: int
    since: date
