"""The terms of an agreement (1.4), in the very shapes in which agreement.made holds them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct

Weekly = dict[str, tuple[tuple[str, str], ...]]
YesNo = Literal["yes", "no"]


class AgreedChannel(Struct, frozen=True, kw_only=True):
    """One agreed channel; their order is the ladder when the client is silent."""

    channel: str
    address: str = ""
    purposes: tuple[str, ...] = ("correspondence",)
    preferred: bool = False
    binding: YesNo = "yes"
    voice_welcome: YesNo = "no"


class Hours(Struct, frozen=True, kw_only=True):
    """Weekly hours in a zone, as they were when the agreement was made."""

    zone: str
    weekly: Weekly
    holidays: dict[str, Any] | None = None


class WorkingMinutes(Struct, frozen=True):
    """An answer within so many working minutes (W4)."""

    working_minutes: int


class Term(Struct, frozen=True):
    """So many working days, counted by `rule` (W8, W9)."""

    days: int
    rule: str = "day_n"


class EditTerms(Struct, frozen=True, kw_only=True):
    """Working days for an edit of each size, how they are counted, and the cut-off hour."""

    small: int
    normal: int
    large: int
    rule: str = "after_full_days"
    cutoff: str = "none"


class Information(Struct, frozen=True, kw_only=True):
    """The client's term for what I asked for, and what may follow when it has passed."""

    days: int
    rule: str = "day_n"
    right_to_stop: YesNo = "no"
    deemed_accepted: YesNo = "no"


class Acceptance(Struct, frozen=True, kw_only=True):
    """The client's term to accept a delivery, and what silence means."""

    days: int
    rule: str = "day_n"
    edits_by_silence: YesNo = "yes"
    stages_by_silence: YesNo = "no"


class WriteFirst(Struct, frozen=True):
    """First messages a week, and working days of silence: ideal and most."""

    per_week: int
    silence_ideal: int
    silence_max: int


class CallTerms(Struct, frozen=True, kw_only=True):
    """The rhythm of calls: every so many calendar days, with a tolerance."""

    every_days: int
    minutes: int
    tolerance_days: int
    beforehand: YesNo = "yes"
    purposes: tuple[str, ...] = ("regular",)


class ReportTerms(Struct, frozen=True, kw_only=True):
    """One agreed report: what, how often, on which weekday or day of the month, for whom."""

    sort: str
    every: str
    weekday: str | None = None
    day: int | None = None
    format: str = "sheet"
    audience: str = "owner"


class Terms(Struct, frozen=True, kw_only=True):
    """Every term of 1.4 with its value. "none" and "off" are values; nothing is absent (D17)."""

    channels: tuple[AgreedChannel, ...] | Literal["none"]
    binding: YesNo
    binding_text: str = ""
    """The clause in the user's own words; empty: the usual sentence."""
    zone: str
    my_hours: Hours
    client_hours: Hours
    my_answer: WorkingMinutes | Literal["end_of_next_working_day"]
    client_answer: Term
    edits: EditTerms
    provisional: Term
    information: Information
    acceptance: Acceptance
    write_first: WriteFirst
    calls: CallTerms | Literal["off"]
    reports: tuple[ReportTerms, ...] | Literal["off"]
    planning: tuple[str, ...] | Literal["off"]
    start_after_payment: Term
    edits_included: dict[str, Any] | Literal["unlimited"]
    penalties: tuple[dict[str, Any], ...] | Literal["off"]
    kpi_deviation_percent: str
    on_duty: tuple[dict[str, Any], ...] | Literal["none"]
    third_parties: str
    case_publication: YesNo
    client_may_look: YesNo
    percent_of_sales: dict[str, Any] | Literal["none"]
    answers_for: tuple[str, ...] | Literal["none"]
    cannot_affect: tuple[str, ...] | Literal["none"]
    free_clauses: tuple[str, ...] | Literal["none"]

    @property
    def agreed_channels(self) -> tuple[AgreedChannel, ...]:
        """The agreed channels in the order of the ladder; empty when none is agreed."""
        return () if isinstance(self.channels, str) else self.channels

    @property
    def preferred(self) -> AgreedChannel | None:
        """The preferred channel for correspondence, if one is agreed."""
        return next((c for c in self.agreed_channels if c.preferred), None)


class Agreement(Struct, frozen=True, kw_only=True):
    """A version of the terms. `entry` 0 stands for the default terms, which nobody has agreed to (D17)."""

    entry: int
    terms: Terms
    effective_from: date | None = None
    since: datetime | None = None
    """The instant of `effective_from` in the zone of dates."""
    agreed_how: str = ""
    confirmed: datetime | None = None
    preset: str = ""
    number: int = 0
    """1, 2, … among the client's agreements; 0 for the default terms."""
