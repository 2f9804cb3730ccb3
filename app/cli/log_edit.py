"""`ashore log edit`: what the client wants changed, the date that can be promised, and whether it is paid extra."""

from __future__ import annotations

from typing import Any

import click

from app.cli.options import LINE, as_json, at_option, channel_option, client_option
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import person_typed, when_typed
from app.papers.promise_words import included_words, load_sentence


@click.command("edit")
@client_option
@click.option("--text", type=LINE, metavar="TEXT", required=True, help="What exactly.")
@click.option("--person", metavar="NAME", help="Who asks; without it the contact.")
@channel_option
@at_option
@click.option("--size", type=click.Choice(["small", "normal", "large"]), default="normal", show_default=True)
@click.option("--out-of-scope", is_flag=True, help="It lies outside what was agreed.")
@click.option("--paid-extra", is_flag=True, help="It is paid extra.")
@as_json
@terminal_of
def edit(
    terminal: Terminal,
    client: str,
    text: str,
    person: str | None,
    channel: str | None,
    at: str | None,
    size: str,
    out_of_scope: bool,
    paid_extra: bool,
    as_json: bool,
) -> None:
    """An edit that the client asks for; prints the date that can be promised."""
    from app.journal.edit_answer import edit_answer

    scope: dict[str, Any] = {"in_scope": "no" if out_of_scope else "", "paid_extra": paid_extra}
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        who, when = person_typed(journal, number, person), when_typed(journal, at)
        received = when or journal.clock()
        answer = edit_answer(journal, number, received, size=size, person=who, channel=channel or "")
        counted = journal.edits.count(number, received, size, person=who)
        saved = journal.edits.request(number, text, channel=channel or "", person=who, at=when, size=size, **scope)
    on, by_contact = counted.promised.on, counted.by_contact
    if as_json:
        terminal.json({"entries": [saved], "on": on.isoformat(), "by_contact": by_contact})
        return
    terminal.saved(saved)
    words = terminal.words
    if not by_contact:
        terminal.say(words.text("Not the contact: the clock starts when the contact confirms."))
        return
    terminal.say(words.text("It can be promised for {on}.", on=on))
    said = load_sentence(words, answer.load, answer.better)
    if said:
        terminal.say(said)
    if answer.included is not None and not paid_extra:
        terminal.say(words.text("{said}.", said=included_words(words, answer.included)))
