"""Promised dates, waiting and lost days on papers: the words that must blame nobody."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.pages import Cell, Column, Leaf, Mark, Run, Table, Tone, plain
from app.facts.week import LostRow, PromiseResult, PromiseRow, WaitingRow
from app.words import N_, Words

FOUR: Final = (Column(364), Column(193), Column(176), Column(267))
RESULTS: Final = {
    PromiseResult.KEPT: (Mark.CHECK, N_("kept")),
    PromiseResult.MOVED_IN_TIME: (Mark.CHECK, N_("kept, moved in time")),
    PromiseResult.MOVED_LATE: (Mark.DASH, N_("on a later date")),
    PromiseResult.MISSED: (Mark.DASH, N_("not delivered yet")),
    PromiseResult.RESTING: (Mark.ARROW, N_("waits for what we asked for")),
    PromiseResult.RESUMED: (Mark.ARROW, N_("what we asked for has come, a new date follows")),
    PromiseResult.OPEN: (Mark.ARROW, N_("this week")),
    PromiseResult.NEXT_WEEK: (Mark.ARROW, N_("next week")),
}
MINE: Final = {PromiseResult.MOVED_LATE: N_("moved late"), PromiseResult.MISSED: N_("missed")}
"""My edition calls a date by its verdict; the client's says only what happened."""
HARD: Final = "\u00a0"
"""The last date goes to the next line as a whole where the former ones leave it no room."""
SIDES: Final = {"client": N_("The client's side"), "me": N_("My side")}


def dates_in_row(dates: tuple[date, ...], words: Words, tone: Tone = Tone.PLAIN) -> tuple[Run, ...]:
    """Every date that was told: the former ones struck through, the last as it stands."""
    runs: list[Run] = []
    for old, new in pairwise(dates):
        runs.extend((Run(_former(old, new, words), Tone.STRUCK), Run("  ")))
    if not dates:
        return ()
    last = words.date(dates[-1], short=True)
    return (*runs, Run(last.replace(" ", HARD) if runs else last, tone))


def _former(old: date, new: date, words: Words) -> str:
    """A struck date needs no month when the date that follows has the same one."""
    if (old.year, old.month) == (new.year, new.month):
        return f"{words.weekday(old, short=True)} {old.day}"
    return words.date(old, short=True)


class Seen(Struct, frozen=True, kw_only=True):
    """How a paper looks at its rows: whose edition, in which zone, and the day on which it is made."""

    mine: bool
    zone: ZoneInfo
    printed_on: date


def promised_table(promised: tuple[PromiseRow, ...], words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """What was promised, with every date, when it was delivered and how it came out."""
    if not promised:
        return ()
    head = (words.text("What"), words.text("Promised"), words.text("Delivered"), words.text("Result"))
    rows = tuple(_promised_row(row, words, seen) for row in promised)
    return (Table(columns=FOUR, head=head, rows=rows, ruled=True),)


def _promised_row(row: PromiseRow, words: Words, seen: Seen) -> tuple[Cell, ...]:
    sign, result = _result(row, words, seen.mine)
    cause = (Run(f"\n{row.cause}", Tone.MUTED),) if row.cause and seen.mine else ()
    return (
        Cell(plain(row.title, Tone.STRONG)),
        Cell(dates_in_row(row.dates, words)),
        Cell(plain(_day_or_hour(row.delivered, words, seen) if row.delivered else "", Tone.MUTED)),
        Cell((Run(result), *cause), sign),
    )


def _result(row: PromiseRow, words: Words, mine: bool) -> tuple[Mark, str]:
    sign, msgid = RESULTS[row.result]
    if row.waits_for:
        return sign, words.text("waits for: {what}", what=row.waits_for)
    if row.provisional and row.result in (PromiseResult.OPEN, PromiseResult.NEXT_WEEK):
        return sign, words.text("date not firm yet")
    later = _later(row, words)
    if mine and row.result in MINE:
        verdict = words.text(MINE[row.result])
        return sign, words.text("{verdict}, {later}", verdict=verdict, later=later) if later else verdict
    return sign, later or words.text(msgid)


def _later(row: PromiseRow, words: Words) -> str:
    if row.result not in MINE or row.delivered is None or not row.days_after:
        return ""
    return words.plural("{n} working day later", "{n} working days later", row.days_after)


def _day_or_hour(at: datetime, words: Words, seen: Seen) -> str:
    """The day; with the hour when it was the day on which the sheet was made."""
    day = at.astimezone(seen.zone).date()
    if day == seen.printed_on:
        return words.date_time(at, seen.zone, short=True)
    return words.date(day, short=True)


def waiting_table(rows: tuple[WaitingRow, ...], words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """What we wait for, since when, until when, and where the count stands."""
    if not rows:
        return ()
    head = (words.text("What"), words.text("Asked"), words.text("Due"), words.text("Term"))
    cells = tuple(
        (
            Cell(plain(row.what, Tone.STRONG)),
            Cell(plain(_day_or_hour(row.since, words, seen), Tone.MUTED)),
            Cell(plain(words.date(row.due, short=True) if row.due else "", Tone.STRONG)),
            Cell(plain(_term(row, words))),
        )
        for row in rows
    )
    return (Table(columns=FOUR, head=head, rows=cells, ruled=True),)


def _term(row: WaitingRow, words: Words) -> str:
    if row.over:
        return words.plural("{n} working day past it", "{n} working days past it", row.over)
    if row.agreed_on_call:
        return words.text("agreed on the call")
    if row.due_today and row.of:
        return words.text("day {day} of {of}, due today", day=row.day, of=row.of)
    if row.due_today:
        return words.text("due today")
    return words.text("day {day} of {of}", day=row.day, of=row.of) if row.of else ""


def lost_blocks(lost: tuple[LostRow, ...], words: Words) -> tuple[Leaf, ...]:
    """Both sides' lost days with their causes, never only one side (D12)."""
    rows = tuple(_lost_row(row, words) for row in lost) if any(row.days for row in lost) else ()
    return (Table(columns=(Column(364), Column(193), Column(443)), rows=rows),) if rows else ()


def _lost_row(row: LostRow, words: Words) -> tuple[Cell, ...]:
    causes = ", ".join(words.text("{cause}: {days}", cause=cause, days=days) for cause, days in row.causes)
    return (
        Cell(plain(words.text(SIDES.get(row.side, row.side)), Tone.STRONG)),
        Cell(plain(words.working_days(row.days))),
        Cell(plain(causes, Tone.MUTED)),
    )
