"""The default terms of format 1 and the presets (1.4): every term with a value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from app.errors import Refused
from app.facts.calendar import Calendar
from app.facts.calendar_body import hours_of_week
from app.facts.people import Client, Owner
from app.facts.terms import (
    Acceptance,
    Agreement,
    CallTerms,
    EditTerms,
    Hours,
    Information,
    ReportTerms,
    Term,
    Terms,
    Weekly,
    WorkingMinutes,
    WriteFirst,
)
from app.words import N_

USUAL_WEEK: Weekly = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), (("09:00", "18:00"),))
PRESETS = ("calm", "normal", "urgent")
PURPOSES = ("kick_off", "regular", "urgent", "final")

ANSWERS_FOR = (
    N_("the quality of traffic to the agreed segments"),
    N_("the content and the page, within the fee"),
    N_("control of the work, and proposals"),
)
"""What I answer for (1.9), in English; the annex says it in the client's language."""

CANNOT_AFFECT = (
    N_("the product itself"),
    N_("the client's own part of the work"),
    N_("the client's staff and contractors"),
    N_("talk that has to be agreed anew"),
    N_("competitors and the season"),
)
"""What I cannot affect (1.9)."""


def preset_terms(
    preset: str,
    *,
    owner_zone: str,
    owner_weekly: Mapping[str, Any],
    client_zone: str,
    client_weekly: Mapping[str, Any] | None = None,
    zone_of_dates: str | None = None,
    client_holidays: dict[str, Any] | None = None,
) -> Terms:
    """Every term of a preset; the client's hours are the owner's wall hours unless others are given."""
    if preset not in PRESETS:
        raise Refused("{preset} is no preset. Use calm, normal or urgent.", preset=preset)
    mine = _weekly(owner_weekly)
    theirs = mine if client_weekly is None else _weekly(client_weekly)
    normal = Terms(
        channels="none",
        binding="yes",
        zone=zone_of_dates or owner_zone,
        my_hours=Hours(zone=owner_zone, weekly=mine),
        client_hours=Hours(zone=client_zone, weekly=theirs, holidays=client_holidays),
        my_answer=WorkingMinutes(120),
        client_answer=Term(1),
        edits=EditTerms(small=1, normal=2, large=4),
        provisional=Term(1),
        information=Information(days=3),
        acceptance=Acceptance(days=3),
        write_first=WriteFirst(2, 2, 4),
        calls=CallTerms(every_days=14, minutes=30, tolerance_days=2, purposes=PURPOSES),
        reports=(ReportTerms(sort="weekly", every="week", weekday="fri"),),
        planning="off",
        start_after_payment=Term(1),
        edits_included="unlimited",
        penalties="off",
        kpi_deviation_percent="10",
        on_duty="none",
        third_parties="told",
        case_publication="no",
        client_may_look="no",
        percent_of_sales="none",
        answers_for=ANSWERS_FOR,
        cannot_affect=CANNOT_AFFECT,
        free_clauses="none",
    )
    return _CHANGES[preset](normal)


def default_agreement(owner: Owner, client: Client) -> Agreement:
    """The default terms (entry 0) for a client with whom nothing is agreed (D17); all channels count as agreed."""
    return _default_agreement(owner.zone, owner.calendar, client.zone or owner.zone)


@lru_cache(maxsize=256)
def _default_agreement(zone: str, calendar: Calendar, client_zone: str) -> Agreement:
    terms = preset_terms(
        "normal",
        owner_zone=zone,
        owner_weekly=hours_of_week(calendar.week),
        client_zone=client_zone,
        client_weekly=USUAL_WEEK,
    )
    return Agreement(entry=0, terms=terms)


def _weekly(hours: Mapping[str, Any]) -> Weekly:
    return {day: tuple((start, end) for start, end in spans) for day, spans in hours.items()}


def _calm(terms: Terms) -> Terms:
    return replace(
        terms,
        my_answer="end_of_next_working_day",
        client_answer=Term(2),
        edits=EditTerms(small=1, normal=3, large=5),
        information=Information(days=5),
        acceptance=Acceptance(days=5),
        write_first=WriteFirst(1, 4, 6),
        calls=CallTerms(every_days=30, minutes=30, tolerance_days=3, purposes=PURPOSES),
    )


def _normal(terms: Terms) -> Terms:
    return terms


def _urgent(terms: Terms) -> Terms:
    return replace(
        terms,
        my_answer=WorkingMinutes(60),
        client_answer=Term(0),
        edits=EditTerms(small=0, normal=1, large=2),
        information=Information(days=1),
        acceptance=Acceptance(days=1),
        write_first=WriteFirst(4, 1, 2),
        calls=CallTerms(every_days=7, minutes=30, tolerance_days=1, purposes=PURPOSES),
        reports=(ReportTerms(sort="daily", every="working_day"),),
    )


_CHANGES = {"calm": _calm, "normal": _normal, "urgent": _urgent}
