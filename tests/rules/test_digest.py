"""C7: notices within the owner's hours only, one digest a day, then what becomes late."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.facts.flags import Flag, Reason, Severity
from app.facts.notices import Digest, Told
from app.rules.digest import digest
from tests.rules.making import at, owner

FRIDAY = date(2026, 11, 20)
HOURS = owner().calendar


def flag(key: str, severity: Severity = Severity.TODAY, client: int = 1) -> Flag:
    moment = at("2026-11-20 09:00")
    return Flag(rule="F2", client=client, key=key, severity=severity, reason=Reason("waits", {}), since=moment,
                due=moment)  # fmt: skip


WAITS = flag("F2:1:7")
LATE = flag("F4:2:9", Severity.LATE, client=2)


def told_at(moment: str, flags: tuple[Flag, ...], told: Told) -> tuple[Digest | None, Told]:
    return digest(flags, HOURS, told, at(moment))


def test_the_day_begins_with_one_digest_of_everything() -> None:
    said, told = told_at("2026-11-20 09:00", (LATE, WAITS), Told(day=date(2026, 11, 19)))
    assert said == Digest(is_first=True, flags=(LATE, WAITS)) and said.clients == (2, 1)
    assert told == Told(day=FRIDAY, late=(LATE.key,))
    assert told_at("2026-11-20 09:01", (LATE, WAITS), told) == (None, told)


@pytest.mark.parametrize("moment", ["2026-11-20 08:59", "2026-11-20 18:00", "2026-11-21 12:00", "2026-11-20 23:30"])
def test_out_of_hours_nothing_is_said_and_nothing_counts_as_told(moment: str) -> None:
    """Before the opening, from the closing on, on a day off, at night."""
    assert told_at(moment, (LATE,), Told()) == (None, Told())


def test_what_becomes_late_is_said_once_and_alone() -> None:
    _, told = told_at("2026-11-20 09:00", (WAITS,), Told())
    gone_late = replace(WAITS, severity=Severity.LATE)
    said, then = told_at("2026-11-20 11:00", (gone_late, flag("F5:1:8")), told)
    assert said == Digest(is_first=False, flags=(gone_late,))
    assert told_at("2026-11-20 11:01", (gone_late,), then) == (None, then)
    assert told_at("2026-11-20 12:00", (flag("F5:1:8"),), then) == (None, then)


def test_a_new_reason_that_is_not_late_waits_for_tomorrow() -> None:
    _, told = told_at("2026-11-20 09:00", (), Told())
    assert told == Told(day=FRIDAY)
    assert told_at("2026-11-20 10:00", (WAITS,), told) == (None, told)
    said, _ = told_at("2026-11-23 09:00", (WAITS,), told)
    assert said is not None and said.is_first


def test_a_week_away_is_one_digest() -> None:
    many = tuple(flag(f"F2:{n}:{n}", Severity.LATE, client=n) for n in range(50))
    said, told = told_at("2026-11-20 10:00", many, Told(day=date(2026, 11, 13)))
    assert said is not None and len(said.flags) == 50
    assert told_at("2026-11-20 10:01", many, told)[0] is None


def test_a_pause_lasts_until_its_day_and_ends_in_one_digest() -> None:
    paused = Told(day=FRIDAY, silent_until=date(2026, 11, 21))
    assert told_at("2026-11-20 17:00", (LATE,), paused) == (None, paused)
    said, told = told_at("2026-11-23 09:00", (LATE,), paused)
    assert said is not None and said.is_first
    assert told.silent_until is None


def test_an_owner_without_any_working_day_is_left_alone() -> None:
    """W1: 400 days off in a row are no error here."""
    away = owner(days_off=[{"from": "2026-11-01", "to": "2028-11-01"}]).calendar
    assert digest((LATE,), away, Told(), at("2026-11-20 12:00")) == (None, Told())
