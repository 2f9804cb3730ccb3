"""Every golden case, made elsewhere by walking minute by minute, against the rules of working time."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.facts.calendar import Calendar
from app.facts.calendar_body import calendar_of, minute_of
from app.rules.promises import TermRule, promise
from app.rules.working_time import (
    add_working_minutes,
    end_of_next_working_day,
    next_opening,
    working_days_between,
    working_minutes_between,
)

VECTORS = Path(__file__).parents[1] / "files" / "vectors" / "working_time.json"
GOLDEN = json.loads(VECTORS.read_text("utf-8"))


def golden_calendar(name: str) -> Calendar:
    found = GOLDEN["calendars"][name]
    return calendar_of(
        zone=found["zone"],
        hours=found["weekly"],
        days_off=[{"from": on} for on in found.get("days_off", ())],
        extra_days=[{"on": on, "as": like} for on, like in found.get("extra_days", {}).items()],
    )


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def written(at: datetime) -> str:
    assert at.tzinfo is UTC
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def lost(calendar: Calendar, case: dict[str, Any]) -> int:
    due, answered = date.fromisoformat(case["due"]), date.fromisoformat(case["answered"])
    return working_days_between(calendar, due, date.fromordinal(answered.toordinal() - 1))


def promised(calendar: Calendar, case: dict[str, Any]) -> dict[str, str]:
    cutoff = minute_of(case["cutoff"]) if case["cutoff"] else None
    made = promise(calendar, instant(case["at"]), case["days"], TermRule(case["rule"]), cutoff)
    return {"on": made.on.isoformat(), "closing": written(made.closing)}


def answer(calendar: Calendar, case: dict[str, Any]) -> object:
    at = instant(case["at"])
    match case["op"]:
        case "promise":
            return promised(calendar, case)
        case "add_minutes":
            return written(add_working_minutes(calendar, at, case["minutes"]))
        case "between":
            return working_minutes_between(calendar, at, instant(case["until"]))
        case "next_opening":
            return written(next_opening(calendar, at))
        case "end_next_day":
            return written(end_of_next_working_day(calendar, at))
        case "lost":
            return lost(calendar, case)
    raise AssertionError(case["op"])


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{n}-{case['calendar']}-{case['op']}") for n, case in enumerate(GOLDEN["cases"])],
)
def test_a_golden_case_gives_what_it_expects(case: dict[str, Any]) -> None:
    assert answer(golden_calendar(case["calendar"]), case) == case["expect"]
