"""`ashore promise`: the date that the terms give for an edit, its count, the load of its week, and what it moves."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from app.cli.options import CHANNELS, DAY, as_json
from app.cli.terminal import Terminal, terminal_of
from app.papers.promise_words import day_load_words, included_words, load_sentence, moved_words

if TYPE_CHECKING:
    from app.facts.edit_answer import EditAnswer, Included
    from app.facts.load import DayLoad
    from app.rules.promises import Promised


@click.command("promise")
@click.option("--client", metavar="NAME", help="The client's name or number.")
@click.option("--received", metavar="ISO", help="When the edit was asked for.")
@click.option("--edit", "edit", type=int, metavar="N", help="An edit that is there: its next date, and what it moves.")
@click.option("--on", type=DAY, metavar="DATE", help="Another day than the one the terms give.")
@click.option("--size", type=click.Choice(["small", "normal", "large"]), default="normal", show_default=True)
@click.option("--tell", type=click.Choice(CHANNELS), help="Record the date of the edit as told through this channel.")
@click.option("--provisional", is_flag=True, help="The work cannot be estimated yet.")
@as_json
@terminal_of
def promise_command(
    terminal: Terminal,
    client: str | None,
    received: str | None,
    edit: int | None,
    on: date | None,
    size: str,
    tell: str | None,
    provisional: bool,
    as_json: bool,
) -> None:
    """The date that can be promised for an edit, and the days counted on the way; --edit N --tell records it."""
    if edit is not None:
        _of_edit(terminal, edit, on, _Telling(tell or "", provisional), as_json)
        return
    if tell:
        raise click.UsageError("Only the date of an edit can be told: --edit N.")
    if client is None or received is None:
        raise click.UsageError("Name the client and when the edit was asked for, or an edit: --edit N.")
    from app.journal.bodies import instant_of
    from app.journal.edit_answer import edit_answer

    with terminal.reading() as journal:
        found = journal.clients.named(client)
        at = instant_of(received, journal.reading.owner().zone)
        promised = journal.edits.count(found.number, at, size, is_provisional=provisional, on=on).promised
        answer = edit_answer(journal, found.number, at, size=size, provisional=provisional, on=on)
    if as_json:
        terminal.json(_date_data(promised) | {"extra": _extra(answer, provisional=provisional)})
        return
    _say_date(terminal, promised)
    words = terminal.words
    said = load_sentence(words, answer.load, answer.better)
    if said:
        terminal.say(said)
    terminal.say(words.text("The week of that day:"))
    for day in answer.week:
        terminal.say(f"  {day_load_words(words, day)}")
    if answer.included is not None:
        terminal.say(words.text("{said}.", said=included_words(words, answer.included)))


class _Telling(NamedTuple):
    """Through which channel the date is told; empty: nothing is recorded."""

    channel: str
    provisional: bool


def _of_edit(terminal: Terminal, number: int, on: date | None, telling: _Telling, as_json: bool) -> None:
    with terminal.recording() if telling.channel else terminal.reading() as journal:
        edit = journal.edits.get(number)
        promised = journal.edits.next_date(number, on)
        if telling.provisional:
            promised = journal.edits.count(edit.client, journal.clock(), edit.size, is_provisional=True, on=on).promised
        given, moved = journal.edits.moves(number)
        rounds = journal.edits.included_rounds(number)
        if telling.channel:
            saved = journal.edits.promise(
                number, promised, is_provisional=telling.provisional, channel=telling.channel
            )  # fmt: skip
    if as_json:
        extra: dict[str, Any] = {"edit": number, "title": edit.title, "moved": moved or None}
        extra["instead_of"] = given.on.isoformat() if given else None
        extra["included"] = _data(rounds)
        extra |= {"entries": [saved]} if telling.channel else {}
        terminal.json(_date_data(promised) | {"extra": extra})
        return
    _say_date(terminal, promised)
    words = terminal.words
    if given is not None and moved:
        terminal.say(moved_words(words, given, moved))
    if rounds is not None:
        terminal.say(words.text("{said}.", said=included_words(words, rounds)))
    if telling.channel:
        terminal.saved(saved)


def _say_date(terminal: Terminal, promised: Promised) -> None:
    from app.papers.counts import count_lines

    words = terminal.words
    terminal.say(words.capital(words.date(promised.on)))
    for line in count_lines(words, promised.count):
        terminal.say(f"  {line}")


def _date_data(promised: Promised) -> dict[str, Any]:
    return {
        "on": promised.on.isoformat(),
        "closing": promised.closing,
        "rule": promised.rule,
        "zone": promised.zone,
        "days": promised.days,
        "count": promised.count_body(),
    }


def _extra(answer: EditAnswer, *, provisional: bool) -> dict[str, Any]:
    """What is said beside the date, for a machine."""
    return {
        "provisional": provisional,
        "in_hours": answer.in_hours,
        "counts_from": _iso(answer.counts_from),
        "day": _day_data(answer.load),
        "week": [_day_data(day) for day in answer.week],
        "better": _iso(answer.better.on) if answer.better else None,
        "included": _data(answer.included),
    }


def _day_data(day: DayLoad) -> dict[str, Any]:
    return {
        "on": _iso(day.on),
        "promises": day.promises,
        "limit": day.limit,
        "off": day.off,
        "why": day.why,
        "off_there": day.off_there,
        "why_there": day.why_there,
    }


def _data(included: Included | None) -> dict[str, Any] | None:
    if included is None:
        return None
    return {
        "per": included.per,
        "number": included.number,
        "used": included.used,
        "paid_extra": included.is_over,
    }


def _iso(day: date | datetime | None) -> str | None:
    return day.isoformat() if day is not None else None
