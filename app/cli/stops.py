"""`ashore stop` and `ashore resume`: how a request stands, the notice that work stops, the note that it goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.options import FILE, as_json, at_option, channel_option, client_option
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import when_typed
from app.errors import Refused
from app.papers.stop_words import date_line, standing_lines

if TYPE_CHECKING:
    from app.facts.stop_work import ProposedDate, Standing
    from app.journal.journal import Journal

PAPER = FILE


@click.command("stop")
@client_option
@click.option("--because", "request", required=True, type=int, metavar="N", help="The request that did not come.")
@click.option("--look", is_flag=True, help="Only show how the request stands; record nothing.")
@channel_option
@click.option("--untold", is_flag=True, help="The client was not told yet.")
@click.option("--text", help="The words of the notice; without it the draft.")
@click.option("--reason", default="", help="A word of your own.")
@click.option("--notice", type=FILE, metavar="FILE.pdf|.txt", help="Write the notice as a page, too.")
@at_option
@as_json
@terminal_of
def stop_command(
    terminal: Terminal,
    client: str,
    request: int,
    look: bool,
    channel: str | None,
    untold: bool,
    text: str | None,
    reason: str,
    notice: Path | None,
    at: str | None,
    as_json: bool,
) -> None:
    """Work stops because of a request: what was tried, from when it is allowed, the notice. --look records nothing."""
    with terminal.reading() if look else terminal.recording() as journal:
        number = _of_client(journal, client, request)
        standing = journal.stops.stand(request)
        saved: int | None = None
        if not look:
            told = "" if untold else channel or journal.talk.usual_channel(number)
            words = standing.notice if text is None else text
            saved = journal.stops.stop(request, words, channel=told, at=when_typed(journal, at), reason=reason)
        page = journal.stops.paper(request) if notice else None
    if page is not None and notice is not None:
        from app.cli.papers import write_paper

        write_paper(terminal, page, standing.language, notice)
    if as_json:
        terminal.json(stand_data(standing) | ({"entries": [saved]} if saved else {}))
        return
    _say_standing(terminal, standing, look=look)
    if saved is not None:
        terminal.saved(saved)
    if notice is not None:
        terminal.say(terminal.words.text("The notice is in {path}.", path=str(notice)))


@click.command("resume")
@client_option
@channel_option
@click.option("--untold", is_flag=True, help="The client was not told yet.")
@click.option("--text", help="The words of the note; without it the draft with the new dates.")
@click.option("--keep-dates", is_flag=True, help="Record no new dates: they stay as they were.")
@at_option
@as_json
@terminal_of
def resume_command(
    terminal: Terminal,
    client: str,
    channel: str | None,
    untold: bool,
    text: str | None,
    keep_dates: bool,
    at: str | None,
    as_json: bool,
) -> None:
    """Work goes on; the working days that were left of each date are counted anew, and told in the same words."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        because = journal.stops.because(number)
        dates = () if keep_dates else journal.stops.proposed(number)
        note = text or ""
        if text is None and because is not None and not keep_dates:
            note = journal.stops.stand(because).resume_note
        told = "" if untold else channel or journal.talk.usual_channel(number)
        saved = journal.stops.resume(
            number, note, channel=told, because=because, at=when_typed(journal, at), dates=dates
        )  # fmt: skip
    if as_json:
        terminal.json({"entries": list(saved), "dates": [date_data(each) for each in dates]})
        return
    terminal.saved(saved)
    for each in dates:
        terminal.say(f"  {date_line(terminal.words, each)}")


def stand_data(standing: Standing) -> dict[str, Any]:
    """How the request stands, for a machine."""
    read = standing.read
    step = read.step
    return {
        "request": read.request,
        "missing": list(read.missing),
        "due": read.due.isoformat() if read.due else None,
        "over": read.is_over,
        "working_days_over": read.days_over,
        "reminders": [{"entry": each.entry, "at": each.at, "channel": each.channel} for each in read.reminders],
        "step": {"number": step.number, "on": step.on.isoformat(), "channel": step.channel} if step else None,
        "granted": read.granted,
        "allowed_from": read.allowed_from,
        "may_stop": read.may_stop,
        "dates": [date_data(each) for each in read.dates],
        "deemed": {"on": read.deemed.on.isoformat(), "working_days": read.deemed.working_days} if read.deemed else None,
        "notice": standing.notice,
        "resume_note": standing.resume_note,
    }


def date_data(each: ProposedDate) -> dict[str, Any]:
    """A proposed date, for a machine."""
    return {
        "item": each.item,
        "noun": each.noun,
        "title": each.title,
        "was": each.was.isoformat(),
        "on": each.on.isoformat(),
        "working_days_left": each.left,
    }


def _of_client(journal: Journal, client: str, request: int) -> int:
    number = journal.clients.named(client).number
    if journal.requests.get(request).client != number:
        raise Refused("Entry {item} is not a request to this client. Record the request first, then this.",
                      item=request)  # fmt: skip
    return number


def _say_standing(terminal: Terminal, standing: Standing, *, look: bool) -> None:
    words = terminal.words
    terminal.say(", ".join(standing.read.missing))
    lines = [*standing_lines(words, standing), *(date_line(words, each) for each in standing.read.dates if look)]
    for line in lines:
        terminal.say(f"  {line}")
