"""What first run asks (6.10), as plain values: the draft that closing keeps, and what the journal begins with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from msgspec import Struct, field

from app.facts.main_terms import MainTerms
from app.facts.terms import AgreedChannel, Weekly

WORKING_WEEK: Weekly = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), (("09:00", "18:00"),))


class FirstClient(Struct, frozen=True, kw_only=True):
    """A client as a form asks for it: the party that signs, and the one person who speaks."""

    name: str = ""
    contract: str = ""
    contract_dates: dict[str, Any] = {}
    """`from`, `to` and `sum` of `contract` in client.added; what is not known is absent."""
    holidays: dict[str, Any] = {}
    """The client's public holidays, in the shape of client.added."""
    place: str = ""
    zone: str = ""
    """Empty: the owner's."""
    language: str = "en"
    contact: str = ""
    role: str = ""
    since: date | None = None
    """None: today."""
    style: str = "plain"


class Beginning(Struct, frozen=True, kw_only=True):
    """Everything that was entered so far; `holidays` and `extra_days` are in the shapes of owner.changed."""

    step: int = 0
    name: str = ""
    place: str = ""
    zone: str = "UTC"
    hours: Weekly = field(default_factory=WORKING_WEEK.copy)
    holidays: dict[str, Any] = field(default_factory=dict)
    extra_days: tuple[dict[str, str], ...] = ()
    promises_a_day: int = 2
    languages: tuple[str, ...] = ("en",)
    client: FirstClient = FirstClient()
    channels: tuple[AgreedChannel, ...] = ()
    client_hours: Weekly | None = None
    """None: the owner's wall hours (1.4)."""
    binding: bool = True
    preset: str = "normal"
    main: MainTerms | None = None
    """None: those of the preset."""
    annex: bool = True


class TriedDay(Struct, frozen=True, kw_only=True):
    """One calendar day of a count: received, off (and why), full (`number`), due."""

    on: date
    is_: str
    number: int = 0
    why: str = ""


class Meaning(Struct, frozen=True, kw_only=True):
    """What terms would mean at `at`: each date as the rules would set it, None where the terms ask for nothing."""

    at: datetime
    zone: str
    """The zone of dates."""
    answer_due: datetime
    promised_on: date
    count: tuple[TriedDay, ...]
    they_answer_on: date
    materials_on: date
    silence_ideal_on: date
    silence_most_on: date
    first_sheet_on: date | None = None
    first_call_on: date | None = None
    years_not_filled: tuple[int, ...] = ()
