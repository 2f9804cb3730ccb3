"""Mine and theirs: the hours that were agreed, over the days off of each side (1.4, D17)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from app.facts.calendar_body import calendar_of
from app.facts.people import Client, ClientState, Owner
from app.facts.terms import Hours, Terms
from app.rules.both_calendars import my_calendar, my_duty_calendar, their_calendar
from app.rules.holiday_years import is_filled
from app.rules.terms import preset_terms
from app.rules.working_time import closing, is_working_day, opening

LATE = {"mon": (("12:00", "20:00"),)}
SPAIN = {"country": "ES", "years": {"2026": [{"on": "2026-10-12", "name": "Fiesta Nacional"}]}}
FIRST_MONDAY, MONDAY_OFF = date(2026, 5, 18), date(2026, 5, 25)


def owner() -> Owner:
    calendar = calendar_of(
        zone="Europe/Moscow", hours={"mon": [["09:00", "18:00"]]}, days_off=[{"from": "2026-05-25", "why": "leave"}]
    )
    return Owner(name="Ольга", zone="Europe/Moscow", calendar=calendar)


def client(*holidays: tuple[date, str]) -> Client:
    return Client(
        number=1,
        name="Азбука",
        state=ClientState.ACTIVE,
        added=datetime(2026, 1, 12, 9, 0, tzinfo=UTC),
        holidays=holidays,
        holiday_years=tuple(sorted({on.year for on, _ in holidays})),
    )


def agreed(**changed: Any) -> Terms:
    normal = preset_terms(
        "normal", owner_zone="Europe/Moscow", owner_weekly={"mon": [["09:00", "18:00"]]}, client_zone="Europe/Madrid"
    )
    return msgspec.structs.replace(normal, **changed)


def test_my_hours_are_the_agreed_ones_over_my_live_days_off() -> None:
    mine = my_calendar(owner(), agreed(my_hours=Hours(zone="Europe/Moscow", weekly=LATE)))
    assert opening(mine, FIRST_MONDAY) == datetime(2026, 5, 18, 9, 0, tzinfo=UTC)
    assert not is_working_day(mine, MONDAY_OFF)


def test_hours_agreed_in_a_zone_stay_there_when_the_owner_moves() -> None:
    moved = my_calendar(owner(), agreed(my_hours=Hours(zone="Asia/Tokyo", weekly=LATE)))
    assert closing(moved, FIRST_MONDAY) == datetime(2026, 5, 18, 11, 0, tzinfo=UTC)


def test_duty_counts_only_where_it_is_asked_for() -> None:
    window = {
        "from": {"local": "2026-05-23T10:00", "zone": "Europe/Moscow"},
        "to": {"local": "2026-05-23T14:00", "zone": "Europe/Moscow"},
    }
    saturday = date(2026, 5, 23)
    terms = agreed(on_duty=(window,))
    assert is_working_day(my_duty_calendar(owner(), terms), saturday)
    assert not is_working_day(my_calendar(owner(), terms), saturday)


def test_the_client_has_the_holidays_of_the_agreement_and_later_ones_of_its_own() -> None:
    ours = client((date(2026, 10, 19), "not agreed"), (date(2027, 1, 4), "Reyes"))
    theirs = their_calendar(ours, agreed(client_hours=Hours(zone="Europe/Madrid", weekly=LATE, holidays=SPAIN)))
    days = (date(2026, 10, 12), date(2026, 10, 19), date(2027, 1, 4), date(2027, 1, 11))
    assert [is_working_day(theirs, day) for day in days] == [False, True, False, True]
    assert [is_filled(theirs, year) for year in (2026, 2027, 2028)] == [True, True, False]
    assert opening(theirs, date(2026, 10, 19)) == datetime(2026, 10, 19, 10, 0, tzinfo=UTC)


def test_the_same_question_gives_the_same_calendar() -> None:
    me, terms = owner(), agreed(client_hours=Hours(zone="Europe/Madrid", weekly=LATE, holidays=SPAIN))
    assert my_calendar(me, terms) is my_calendar(me, terms)
    assert their_calendar(client(), terms) is their_calendar(client(), terms)
