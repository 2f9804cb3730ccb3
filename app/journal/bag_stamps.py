"""Time stamps in a bag: the replies as they came, and the commands with which a stranger checks them (4.4, 4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from app.resources import resource
from app.storage import stamp_table
from app.storage.connection import Connection

_NEXT_PART = "===\n"


class StampFile(Struct, frozen=True, kw_only=True):
    """A reply beside its checkpoint: `name` is its path below data/, `at` the time it names, in seconds since 1970.

    `at` is None where the reply cannot be read here.
    """

    checkpoint: str
    name: str
    reply: bytes
    at: int | None


def stamp_files(connection: Connection) -> tuple[StampFile, ...]:
    """Every reply there is, by size; the second of one size is called .2.tsr."""
    found: list[StampFile] = []
    for stamp in stamp_table.stamps(connection):
        if stamp.reply is not None:
            checkpoint = f"checkpoints/{stamp.size:08d}.txt"
            before = sum(file.checkpoint == checkpoint for file in found)
            name = f"{checkpoint}.{before + 1}.tsr" if before else f"{checkpoint}.tsr"
            found.append(StampFile(checkpoint=checkpoint, name=name, reply=stamp.reply, at=_time_of(stamp.reply)))
    return tuple(found)


def stamp_words(files: Sequence[StampFile], language: str) -> str:
    """The step of the HOWTO about them; empty where there are none."""
    read, unread = resource("evidence", f"stamps.{language}.txt").read_text(encoding="utf-8").split(_NEXT_PART)
    told = [file for file in files if file.at is not None]
    rest = [file for file in files if file.at is None]
    said = read.replace("{stamps}\n", _lines(map(_commands, told))) if files else ""
    return said + (unread.replace("{unread}\n", _lines(_shown(file, "-token_in ") for file in rest)) if rest else "")


def _time_of(reply: bytes) -> int | None:
    # Imported when there is a stamp: most journals have none.
    from app.ledger.timestamp import read_reply

    token = read_reply(reply)
    return None if token is None else int(token.at.timestamp())


def _commands(file: StampFile) -> str:
    verify = f"    openssl ts -verify -data {file.checkpoint} -in {file.name} -CAfile root.pem -attime {file.at}\n"
    return f"{verify}\n{_shown(file)}"


def _shown(file: StampFile, form: str = "") -> str:
    return f"    openssl ts -reply -in {file.name} {form}-text\n"


def _lines(commands: Iterable[str]) -> str:
    return "".join(f"{each}\n" for each in commands)
