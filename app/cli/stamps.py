"""`ashore stamp request` and `stamp import`: time stamps carried by hand; nothing here touches a network (4.4, 5.4)."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.options import PLACE, as_json
from app.cli.terminal import Terminal, terminal_of
from app.facts.evidence import Sentence
from app.facts.stamps import Fate, StampQueue, TakenIn
from app.words import Words


@click.group("stamp")
def stamp_command() -> None:
    """Time stamps of the journal's head: requests to carry to an authority, replies to take in."""


@stamp_command.command("request")
@click.option("--out", type=PLACE, default=Path(), metavar="DIR",
              help="Where to write the request files; without it, here.")  # fmt: skip
@as_json
@terminal_of
def request(terminal: Terminal, out: Path, as_json: bool) -> None:
    """Write every waiting request as NNNNNNNN.tsq, one for the journal as it stands among them."""
    with terminal.recording() as journal:
        journal.stamps.request()
        paths = journal.stamps.save(out)
        queue = journal.stamps.queue()
    words = terminal.words
    if as_json:
        terminal.json({"requests": [str(path) for path in paths], "entries": queue.entries, "stamped": queue.stamped})
        return
    for path in paths:
        terminal.say(str(path))
    terminal.say(_asked(words, len(paths), queue))


@stamp_command.command("import")
@click.argument("files", nargs=-1, required=True, type=PLACE, metavar="FILE…")
@click.option("--root", type=PLACE, metavar="CA.pem", help="The root of the authority you trust.")
@as_json
@terminal_of
def import_replies(terminal: Terminal, files: tuple[Path, ...], root: Path | None, as_json: bool) -> int:
    """Take in replies (.tsr) in any order. Exit 1 when one of them was refused; the others are kept."""
    from app.journal.stamps import look_at_root

    look_at_root(root)
    with terminal.recording() as journal:
        taken = journal.stamps.take(files, root)
    if as_json:
        terminal.json([_as_data(each) for each in taken])
    else:
        for each in taken:
            _print(terminal, each)
    return int(any(each.fate is Fate.REFUSED for each in taken))


def _print(terminal: Terminal, taken: TakenIn) -> None:
    words = terminal.words
    line = f"{taken.name}: {_said(words, taken.said)}"
    if taken.fate is Fate.REFUSED:
        click.echo(line, err=True)
    else:
        terminal.say(line)
    for note in taken.notes:
        terminal.say(f"  – {_said(words, note)}")


def _said(words: Words, sentence: Sentence) -> str:
    return words.text(sentence.text, **sentence.values)


def _asked(words: Words, written: int, queue: StampQueue) -> str:
    if not written:
        return words.text("Nothing waits: a stamp reaches entry {n}, and only stamps came after it.", n=queue.stamped)
    return words.plural(
        "{n} request, 69 bytes. Send it to an authority, and take in its reply: ashore stamp import FILE",
        "{n} requests, 69 bytes each. Send them to an authority, and take in the replies: ashore stamp import FILE",
        written,
    )


def _as_data(taken: TakenIn) -> dict[str, object]:
    found: dict[str, object] = {"file": taken.name, "result": taken.fate.value, "says": _english(taken.said)}
    if taken.size:
        found |= {"size": taken.size, "entry": taken.entry, "authority": taken.authority, "stamped_utc": taken.at}
    return found | {"notes": [_english(note) for note in taken.notes]}


def _english(sentence: Sentence) -> str:
    return sentence.text.format(**sentence.values)
