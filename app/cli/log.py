"""`ashore log …`: messages, calls, edits, requests and notes taken down in one line."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from app.cli.log_edit import edit
from app.cli.log_rooms import LogCommands
from app.cli.options import DAY, LINE, PURPOSES, REQUEST_SORTS, as_json, at_option, channel_option, client_option
from app.cli.terminal import Terminal, terminal_of
from app.cli.typed import person_typed, when_typed
from app.papers.call_remarks import remark_sentence


@click.group("log", cls=LogCommands)
def log_command() -> None:
    """Take down what happened."""


@log_command.command("message")
@client_option
@channel_option
@click.option("--sent/--received", "sent", default=None, help="Which of the two it was.")
@click.option("--text", type=LINE, metavar="TEXT", required=True)
@click.option("--person", metavar="NAME", help="Who wrote, or to whom; without it the contact.")
@at_option
@click.option("--about", type=int, multiple=True, metavar="N", help="An entry that the message is about.")
@as_json
@terminal_of
def message(
    terminal: Terminal,
    client: str,
    channel: str | None,
    sent: bool | None,
    text: str,
    person: str | None,
    at: str | None,
    about: tuple[int, ...],
    as_json: bool,
) -> None:
    """A message, sent or received."""
    if sent is None:
        raise click.UsageError("Say --sent or --received.")
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        who, when = person_typed(journal, number, person), when_typed(journal, at)
        if sent:
            saved = journal.talk.sent(number, text, channel=channel or "", to=who, at=when, about=about)
        else:
            saved = journal.talk.received(number, text, channel=channel or "", person=who, at=when, about=list(about))
    terminal.saved(saved, as_json)


@log_command.command("call")
@client_option
@channel_option
@at_option
@click.option("--minutes", type=click.IntRange(0), default=0)
@click.option("--off-topic", type=click.IntRange(0), default=0, help="Minutes of them that were off topic.")
@click.option("--topic", "topics", multiple=True, metavar="TOPIC=OUTCOME", help="Once for each outcome.")
@click.option("--call", type=int, metavar="N", help="The planned call that took place.")
@click.option("--purpose", type=click.Choice(PURPOSES), help="Without it that of the plan.")
@click.option("--by", "initiated_by", type=click.Choice(["me", "client"]), help="Who called.")
@click.option("--note", default="")
@as_json
@terminal_of
def call(
    terminal: Terminal,
    client: str,
    channel: str | None,
    at: str | None,
    minutes: int,
    off_topic: int,
    topics: tuple[str, ...],
    call: int | None,
    purpose: str | None,
    initiated_by: str | None,
    note: str,
    as_json: bool,
) -> None:
    """A call with its topics and what came of each; a final one is about results, the next plan and their opinion."""
    if off_topic > minutes:
        raise click.UsageError("There are more minutes off topic than minutes.")
    if not topics and not note:
        raise click.UsageError("Say what was talked about: --topic 'TOPIC=OUTCOME', or --note.")
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        saved = journal.calls.hold(
            number,
            channel=channel or "",
            topics=_topics(topics),
            at=when_typed(journal, at),
            call=call,
            minutes=minutes,
            off_topic_minutes=off_topic,
            note=note,
            purpose=purpose,
            initiated_by=initiated_by,
        )
        said = [] if as_json else journal.calls.remarks_of(call or saved[0])
        through = journal.calls.get(call or saved[0]).channel
    terminal.saved(saved, as_json)
    for each in said:
        terminal.say(remark_sentence(terminal.words, each, through))


@log_command.command("request")
@client_option
@click.option(
    "--item", "items", type=LINE, metavar="TEXT", multiple=True, required=True,
    help="What is asked for; once for each line.",
)  # fmt: skip
@click.option("--sort", default="material", show_default=True, type=click.Choice(REQUEST_SORTS))
@channel_option
@at_option
@click.option("--due", type=DAY, metavar="DATE", help="Another day than the one the terms give.")
@click.option("--needed-for", type=int, multiple=True, metavar="N", help="An edit or stage that waits for it.")
@click.option("--why", type=LINE, metavar="TEXT", help="What it is needed for, in words that the client will read.")
@as_json
@terminal_of
def request(
    terminal: Terminal,
    client: str,
    items: tuple[str, ...],
    sort: str,
    channel: str | None,
    at: str | None,
    due: date | None,
    needed_for: tuple[int, ...],
    why: str | None,
    as_json: bool,
) -> None:
    """What you ask of the client; their clock starts."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        saved = journal.requests.make(
            number,
            items,
            sort=sort,
            channel=channel or "",
            at=when_typed(journal, at),
            on=due,
            needed_for=needed_for,
            why=why,
        )
    terminal.saved(saved, as_json)


@log_command.command("note")
@client_option
@click.option("--text", type=LINE, metavar="TEXT", required=True)
@click.option("--private", is_flag=True, help="Never leaves in an export.")
@at_option
@as_json
@terminal_of
def note(terminal: Terminal, client: str, text: str, private: bool, at: str | None, as_json: bool) -> None:
    """A note of your own."""
    with terminal.recording() as journal:
        number = journal.clients.named(client).number
        saved = journal.talk.note(number, text, private=private, at=when_typed(journal, at))
    terminal.saved(saved, as_json)


def _topics(values: tuple[str, ...]) -> list[dict[str, Any]]:
    """`title=outcome`, once for each outcome; without an outcome nothing was decided, without `=` the topic is open."""
    topics: dict[str, dict[str, Any]] = {}
    for value in values:
        title, sign, outcome = value.partition("=")
        topic = topics.setdefault(title.strip(), {"title": title.strip()})
        if sign:
            what = {"what": outcome.strip()} if outcome.strip() else {"nothing_decided": True}
            topic.setdefault("outcomes", []).append(what)
    return list(topics.values())


log_command.add_command(edit)
