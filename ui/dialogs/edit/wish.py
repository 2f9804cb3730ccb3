"""What stands in the fields of an edit request, as one value; and the verb that writes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from app.facts.edit_answer import EditAnswer
    from app.journal.journal import Journal

TITLE_LENGTH = 80


class Wish(Struct, frozen=True, kw_only=True):
    """The form. `person` None is the contact; `new_name` is somebody who is not entered yet."""

    client: int
    text: str
    person: int | None
    new_name: str
    channel: str
    at: datetime
    size: str
    provisional: bool
    on: date | None
    links: tuple[str, ...]
    files: tuple[Path, ...]
    out_of_scope: bool
    paid_extra: bool

    @property
    def somebody(self) -> bool:
        """A person who is not entered yet asked."""
        return bool(self.new_name)


def saving(journal: Journal, wish: Wish, answer: EditAnswer, spent: int = 0) -> Callable[[], tuple[int, ...]]:
    """Writes the request and, where the contact asked, the date with its count: told only by a message to come."""

    def verb() -> tuple[int, ...]:
        kept = [{"name": path.name, **_kept(journal, path)} for path in wish.files]
        with journal.act() as act:
            person = wish.person
            if wish.new_name:
                person = journal.clients.add_person(wish.client, wish.new_name)
            edit = journal.edits.request(
                wish.client, wish.text, channel=wish.channel, person=person, at=wish.at, size=wish.size,
                title=title_of(wish.text), links=list(wish.links), attachments=kept, **_scope(wish),
                **({"spent": spent} if spent else {}),
            )  # fmt: skip
            if not answer.waits:
                counted = journal.edits.count(
                    wish.client, wish.at, wish.size, is_provisional=wish.provisional, on=wish.on
                )
                journal.edits.promise(edit, counted.promised, is_provisional=wish.provisional)
            return edit, *(number for number in act.added if number != edit)

    return verb


def _kept(journal: Journal, path: Path) -> dict[str, Any]:
    found = journal.files.keep_file(path)
    return {"sha256": found.sha256, "size": found.size}


def _scope(wish: Wish) -> dict[str, Any]:
    """`in_scope` and `paid_extra` only where they differ from what is usual."""
    return {"in_scope": "no" if wish.out_of_scope else "", "paid_extra": wish.paid_extra}


def title_of(text: str) -> str:
    """The first line, cut at a word: what the edit is called in lists."""
    first = text.strip().splitlines()[0].strip() if text.strip() else ""
    first = first.split(". ")[0].rstrip(".") if len(first) > TITLE_LENGTH else first.rstrip(".")
    if len(first) <= TITLE_LENGTH:
        return first
    return first[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
