"""`ashore key` and `ashore anchor`: which key signs, a new one, and who holds which head (4.2)."""

from __future__ import annotations

import click

from app.cli.options import as_json, client_option
from app.cli.terminal import Terminal, terminal_of
from app.errors import Refused
from app.facts.wall_time import zone_named


@click.group("key")
def key_command() -> None:
    """The key that signs checkpoints and exports."""


@key_command.command("show")
@as_json
@terminal_of
def key_show(terminal: Terminal, as_json: bool) -> None:
    """Every key that the journal had, the present one last."""
    with terminal.reading() as journal:
        keys = journal.evidence.keys_used()
        zone = journal.reading.owner().zone
    words = terminal.words
    if as_json:
        terminal.json([{"entry": key.entry, "since": key.since, "fingerprint": key.fingerprint, "here": key.is_here,
                        "reason": key.reason, "old_key_lost": key.old_key_lost} for key in keys])  # fmt: skip
        return
    for key in keys:
        since = words.moment(key.since, zone_named(zone))
        terminal.say(words.text("{fingerprint}, since entry {n}, {since}", fingerprint=key.fingerprint, n=key.entry,
                                since=since))  # fmt: skip
        if key.reason:
            terminal.say(f"  {key.reason}")
    if not keys[-1].is_here:
        terminal.say(words.text("The key of this journal is not on this computer. Bring it here, or make a new one."))


@key_command.command("change")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it stays on record.")
@click.option("--lost", is_flag=True, help="The old key is lost and cannot sign this entry.")
@as_json
@terminal_of
def key_change(terminal: Terminal, reason: str, lost: bool, as_json: bool) -> None:
    """Make a new key: the old one signs the change, the new one everything after it."""
    with terminal.recording() as journal:
        seq = journal.evidence.change_key(reason, old_key_lost=lost)
        key = journal.evidence.keys_used()[-1]
    if as_json:
        terminal.json({"entries": [seq], "fingerprint": key.fingerprint})
        return
    terminal.saved(seq)
    terminal.say(terminal.words.text("The new key signs from the next entry on: {fingerprint}",
                                     fingerprint=key.fingerprint))  # fmt: skip


@click.group("anchor")
def anchor_command() -> None:
    """Who holds which head of the journal."""


@anchor_command.command("list")
@as_json
@terminal_of
def anchor_list(terminal: Terminal, as_json: bool) -> None:
    """Heads that others hold, newest first, by the journal's own record."""
    from app.journal.vouching import anchors_of
    from app.papers.head_words import anchor_line

    with terminal.reading() as journal:
        heads = anchors_of(journal)
        zone = zone_named(journal.reading.owner().zone)
    if as_json:
        terminal.json([{"entry": each.entry, "client": each.client, "how": each.how, "at": each.at, "size": each.size,
                        "head": each.head, "verdict": "DIVERGED" if each.differs else each.verdict.value,
                        "to": each.person, "period": each.period} for each in heads])  # fmt: skip
        return
    for each in heads:
        terminal.say(anchor_line(terminal.words, each, zone))
    if not heads:
        terminal.say(terminal.words.text("Nobody else holds a head of this journal yet."))


@anchor_command.command("add")
@client_option
@click.option("--held", metavar="N:HEAD", help="The head on the paper, the text of its code, or a sheet's text file.")
@click.option("--week", metavar="2026-W47", help="Which sheet it is; alone, the head that it was given with.")
@click.option("--to", "person", metavar="NAME", help="Who holds it.")
@as_json
@terminal_of
def anchor_add(
    terminal: Terminal, client: str, held: str | None, week: str | None, person: str | None, as_json: bool
) -> None:
    """Write down that the client holds a head: a sheet in his drawer, a mail."""
    from app.journal.checking import held_heads

    if held is None and week is None:
        raise click.UsageError("Give the head with --held, or the week of a sheet with --week.")
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        to = journal.clients.person_named(number, person) if person else None
        if person and to is None:
            raise Refused("Nobody of this client is called {name}. Add the person first.", name=person)
        head = held_heads([held])[0] if held else None
        seq = journal.evidence.anchor_by_hand(number, head, period=week or "", to=to.number if to else None)
    terminal.saved(seq, as_json)
