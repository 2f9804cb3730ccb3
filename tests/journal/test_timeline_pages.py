"""A page of a timeline: found by key wherever it lies, as cheap for who chats all day as for who is silent (Q8)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter

import pytest

from app.clock import FixedClock
from app.facts.timeline import Line
from app.journal.journal import Journal
from app.journal.opening import create_journal

MANY = 8000


FRIDAY = datetime(2026, 5, 15, 8, 15, tzinfo=UTC)
OWNER = {"name": "Elena Marín", "zone": "Europe/Madrid", "languages": ["es"],
         "hours": {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}}  # fmt: skip
CHATTY, QUIET = 3, 4


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """8,000 messages of one client this morning, a hundred of another."""
    clock = FixedClock(FRIDAY - timedelta(days=7))
    with closing(create_journal(tmp_path_factory.mktemp("shore") / "shore.ashore", OWNER, clock)) as found:
        assert found.clients.add("Albor", zone="Europe/Madrid") == CHATTY
        assert found.clients.add("Otro", zone="Europe/Madrid") == QUIET
        clock.move_to(FRIDAY)
        with found.act():
            for number in range(MANY):
                say(found, CHATTY, number)
            for number in range(100):
                say(found, QUIET, number * 80)
        yield found


def say(journal: Journal, client: int, number: int) -> None:
    at = FRIDAY - timedelta(seconds=MANY - number)
    happened = {"at": at.isoformat(), "zone": "UTC", "precision": "second", "basis": "typed"}
    journal.record("message.received", client, {"channel": "whatsapp", "text": f"m {number}", "happened": happened})


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.entry.text for line in lines if line.entry.kind == "message.received"]


def test_a_page_of_who_wrote_8000_messages_today_costs_what_any_page_costs(journal: Journal) -> None:
    times: dict[int, list[float]] = {CHATTY: [], QUIET: []}
    for _ in range(15):
        for client, took in times.items():
            begun = perf_counter()
            assert len(journal.reading.lines(client, limit=60)) == 60
            took.append(perf_counter() - begun)
    assert median(times[CHATTY]) < 2 * median(times[QUIET])


def test_pages_follow_one_another_without_gap_or_double(journal: Journal) -> None:
    reading, found = journal.reading, []
    page = reading.lines(CHATTY, limit=500)
    while page:
        found = texts(page) + found
        page = reading.lines(CHATTY, before=page[0].entry, limit=500)
    assert found == [f"m {number}" for number in range(MANY)]


def test_lines_around_an_instant_lie_on_both_sides_of_it(journal: Journal) -> None:
    at = FRIDAY - timedelta(seconds=MANY - 4000)
    lines, before = journal.reading.lines_around(CHATTY, at, before=15, after=30)
    assert before == 15
    assert texts(lines) == [f"m {number}" for number in range(3985, 4030)]


def test_lines_around_an_entry_hold_it_first_after_those_before(journal: Journal) -> None:
    entry = journal.reading.lines(CHATTY, limit=1)[0].entry
    lines, before = journal.reading.lines_around(CHATTY, entry.happened, entry.seq, before=5, after=5)
    assert before == 5
    assert [line.entry for line in lines[before:]] == [entry]


def test_before_everything_there_is_the_first_line(journal: Journal) -> None:
    lines, before = journal.reading.lines_around(CHATTY, datetime(1, 1, 2, tzinfo=UTC), before=0, after=1)
    assert (before, lines[0].entry.kind) == (0, "client.added")
