"""What terms would mean today (6.10): asked before anything is recorded, of the functions that decide later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from app.errors import Refused
from app.facts.beginning import Beginning, Meaning, TriedDay
from app.facts.calendar_body import calendar_of, minute_of
from app.facts.contradictions import Contradiction
from app.facts.main_terms import MainTerms, main_terms, with_main_terms
from app.facts.names import folded
from app.facts.people import ActiveSpan, Client, ClientState, Owner
from app.facts.snapshot import Snapshot
from app.facts.terms import Agreement, CallTerms, Hours, Terms, Weekly
from app.facts.wall_time import local_date, start_instant
from app.rules.flags.rhythm import reports
from app.rules.holiday_years import years_counted
from app.rules.promises import client_term, promise
from app.rules.shared_hours import overlap as shared
from app.rules.terms import preset_terms
from app.rules.terms_sense import contradictions
from app.rules.view import ClientView
from app.rules.working_time import nth_working_day


def terms_of(beginning: Beginning) -> Terms:
    """All terms as first run would record them."""
    first = beginning.client
    terms = preset_terms(
        beginning.preset,
        owner_zone=beginning.zone,
        owner_weekly=beginning.hours,
        client_zone=first.zone or beginning.zone,
        client_weekly=beginning.client_hours,
        client_holidays=first.holidays or None,
    )
    terms = replace(terms, channels=beginning.channels or "none", binding="yes" if beginning.binding else "no")
    return with_main_terms(terms, beginning.main) if beginning.main else terms


def preset_values(preset: str) -> MainTerms:
    """The eight terms of a preset."""
    return main_terms(terms_of(Beginning(preset=preset)))


def what_it_means(beginning: Beginning, now: datetime) -> Meaning:
    """6.10 step 4 for what was entered so far. Refused where the hours make no calendar (W1)."""
    first, terms = beginning.client, terms_of(beginning)
    client = Client(number=1, name=first.name, state=ClientState.ACTIVE, added=now, zone=first.zone or beginning.zone)
    return meaning_of(owner_of(beginning), client, terms, now)


def owner_of(beginning: Beginning) -> Owner:
    """The owner that first run would record. Refused where the hours make no calendar (W1)."""
    calendar = calendar_of(
        zone=beginning.zone,
        hours=beginning.hours,
        extra_days=beginning.extra_days,
        holidays=beginning.holidays,
    )
    return Owner(name=beginning.name, zone=beginning.zone, calendar=calendar, promises_a_day=beginning.promises_a_day)


def meaning_of(owner: Owner, client: Client, terms: Terms, now: datetime) -> Meaning:
    """What terms that take effect today mean for a client who is heard from now."""
    today = local_date(terms.zone, now)
    since = start_instant(terms.zone, today)
    agreement = Agreement(entry=1, terms=terms, effective_from=today, since=since)
    active = replace(client, active=(ActiveSpan(now, None),), opened=now)
    view = ClientView(Snapshot(owner=owner, client=active, agreements=(agreement,)), now)
    edits = terms.edits
    cutoff = None if edits.cutoff == "none" else minute_of(edits.cutoff)
    promised = promise(view.dates, now, edits.normal, edits.rule, cutoff)
    theirs = view.their_calendar(terms)
    return Meaning(
        at=now,
        zone=terms.zone,
        answer_due=view.answer_due(now, duty=True),
        promised_on=promised.on,
        count=tuple(
            TriedDay(on=line.on, is_=line.is_.value, number=line.number, why=line.why) for line in promised.count
        ),
        they_answer_on=client_term(theirs, now, terms.client_answer.days, terms.zone).on,
        materials_on=client_term(theirs, now, terms.information.days, terms.zone).on,
        silence_ideal_on=nth_working_day(view.dates, today, terms.write_first.silence_ideal),
        silence_most_on=nth_working_day(view.dates, today, terms.write_first.silence_max),
        first_sheet_on=_first_sheet(view),
        first_call_on=_first_call(terms, today),
        years_not_filled=years_counted(view.dates, today, promised.on),
    )


def _first_sheet(view: ClientView) -> date | None:
    """The day of the first report that F19 would ask for; a week hardly begun together asks for none."""
    due = [found.due for found in reports(view) if found.due > view.now]
    return view.day_of(min(due)) if due else None


def _first_call(terms: Terms, today: date) -> date | None:
    """F13 counts calendar days from the day on which the agreement takes effect."""
    return today + timedelta(days=terms.calls.every_days) if isinstance(terms.calls, CallTerms) else None


def objections(beginning: Beginning) -> Iterator[tuple[str, Refused]]:
    """What stands in the way of a journal with these values: the field, and a sentence for it. Nothing else does."""
    if not folded(beginning.name):
        yield "name", Refused("A name is needed for the papers. Write your own.")
    try:
        owner_of(beginning)
    except Refused as problem:
        yield "hours", problem
    if not folded(beginning.client.name):
        yield "client", Refused("A name is needed. Write how the client is called in the contract.")
    if not folded(beginning.client.contact):
        yield "contact", Refused("One person has to speak for the client. Write their name.")
    if beginning.client_hours is not None:
        try:
            calendar_of(zone=beginning.client.zone or beginning.zone, hours=beginning.client_hours)
        except Refused as problem:
            yield "client_hours", problem


def overlap(mine: Weekly, my_zone: str, theirs: Weekly, their_zone: str, on: date) -> tuple[str, str] | None:
    """The first stretch of the working day from `on` in which both work, in my wall time; None when there is none."""
    return shared(Hours(zone=my_zone, weekly=mine), Hours(zone=their_zone, weekly=theirs), on)


def with_preset(terms: Terms, preset: str) -> Terms:
    """The terms with what a preset speaks of (1.4) as it says; everything else as it was."""
    wanted = terms_of(Beginning(preset=preset))
    changed = with_main_terms(terms, replace(main_terms(wanted), call_minutes=main_terms(terms).call_minutes))
    return replace(changed, acceptance=replace(terms.acceptance, days=wanted.acceptance.days))


def wrong_with_penalty(penalty: dict[str, Any]) -> Contradiction | None:
    """The first thing for which a penalty would be refused."""
    found = contradictions(replace(terms_of(Beginning()), penalties=(penalty,)))
    return next((each for each in found if each.refused and each.concerns("penalties")), None)


def remarks(beginning: Beginning) -> tuple[Contradiction, ...]:
    """What is strange about the terms entered so far; hours that make no calendar are refused in their own step."""
    return tuple(each for each in contradictions(terms_of(beginning)) if not each.refused)
