"""`ashore record` and `show`: single entries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from app.cli.options import as_json
from app.cli.terminal import Terminal, terminal_of
from app.errors import Refused, Unavailable
from app.facts.entries import Entry
from app.facts.wall_time import zone_named
from app.papers.rests_words import rests_sentence
from app.words import Words


@click.command("record")
@click.argument("kind")
@click.option("--client", metavar="NAME", help="Not for owner.changed and client.added.")
@click.argument("file", metavar="FILE.json|-")
@as_json
@terminal_of
def record_command(terminal: Terminal, kind: str, client: str | None, file: str, as_json: bool) -> None:
    """Record any kind of entry from its body in JSON."""
    body = body_in(terminal, file)
    if client is None and kind not in ("owner.changed", "client.added"):
        raise click.UsageError("Name the client: --client NAME.")
    with terminal.recording() as journal:
        number = journal.clients.named(client).number if client else None
        saved = journal.record(kind, 0 if kind == "owner.changed" else number, body)
    terminal.saved(saved, as_json)


@click.command("show")
@click.argument("number", type=int)
@as_json
@terminal_of
def show_command(terminal: Terminal, number: int, as_json: bool) -> None:
    """Show entry NUMBER as it holds now, and what stood before."""
    with terminal.reading() as journal:
        from app.journal.resting import rests_on

        entry = journal.reading.entry(number)
        rests = rests_on(journal, entry)
        zone = zone_named(journal.reading.owner().zone)
    if as_json:
        terminal.json(as_data(entry) | {"rests_on": rests.proof.value, "confirmed_by": rests.confirmed_by,
                                           "also_in": rests.also_in})  # fmt: skip
        return
    words = terminal.words
    terminal.say(f"{entry.seq}  {entry.kind}  {when(words, entry, zone)}")
    if entry.late_seconds:
        terminal.say(words.text("Recorded {at}", at=words.moment(entry.recorded, zone)))
    if entry.redacted:
        terminal.say(words.text("Erased. Its number, its hash and when it was recorded stay; the chain holds."))
        return
    if entry.retracted_by is not None:
        terminal.say(words.text("Retracted by entry {n}", n=entry.retracted_by))
    for number_ in entry.corrected_by:
        terminal.say(words.text("Corrected by entry {n}", n=number_))
    terminal.say(rests_sentence(words, rests))
    terminal.say(json.dumps(entry.body, ensure_ascii=False, indent=1))
    if entry.original is not None:
        terminal.say(words.text("Before the correction:"))
        terminal.say(json.dumps(entry.original, ensure_ascii=False, indent=1))


def when(words: Words, entry: Entry, zone: ZoneInfo, *, short: bool = False) -> str:
    """When it happened; an entry whose hour nobody knows shows its day alone (B2)."""
    if entry.precision == "day":
        return words.date(entry.happened.astimezone(zone_named(entry.zone)).date(), short=short)
    return words.date_time(entry.happened, zone, short=short)


def as_data(entry: Entry) -> dict[str, Any]:
    """An entry as --json prints it."""
    return {
        "entry": entry.seq,
        "client": entry.client,
        "kind": entry.kind,
        "happened": entry.happened,
        "precision": entry.precision,
        "recorded": entry.recorded,
        "late_seconds": entry.late_seconds,
        "body": entry.body,
        "original": entry.original,
        "corrected_by": list(entry.corrected_by),
        "retracted_by": entry.retracted_by,
        "redacted": entry.redacted,
    }


def body_in(terminal: Terminal, file: str) -> dict[str, Any]:
    """The body in a file or on standard input; Refused in a sentence when it is no JSON object."""
    try:
        data = terminal.stdin() if file == "-" else terminal.place(Path(file)).read_bytes()
        body = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except OSError:
        raise Unavailable("{name} cannot be read. Look whether it is there.", name=file) from None
    except (ValueError, RecursionError) as problem:
        raise Refused("{name} is not JSON: {problem}.", name=file, problem=str(problem)) from None
    if not isinstance(body, dict):
        raise Refused("{name} holds no JSON object. A body is an object of keys and values.", name=file)
    return body


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
