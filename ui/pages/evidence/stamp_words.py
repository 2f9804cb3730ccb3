"""What the window says of time stamps: the queue, what would leave this computer, what became of replies (6.9, 4.4)."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import Said
from app.facts.stamps import Fate, StampQueue, TakenIn
from app.words import Words
from ui.pages.evidence.looks import spelt
from ui.widgets.notice import NoticeKind


def queue_in_words(words: Words, queue: StampQueue) -> str:
    """What waits and what it is, else how far the stamps reach."""
    waiting = len(queue.waiting)
    if waiting:
        return words.plural(
            "{n} request waits. It is 69 bytes: only the hash leaves this computer.",
            "{n} requests wait. Each is 69 bytes: only the hash leaves this computer.",
            waiting,
        )
    if queue.stamped:
        return words.text("A time authority saw the head of entries 1 to {last}.", last=words.number(queue.stamped))
    return words.text("No stamp yet. A request is 69 bytes: only a hash leaves this computer.")


def what_leaves(words: Words, hosts: Sequence[str]) -> str:
    """Exactly what is sent, to whom, and what whoever gets it learns."""
    if not hosts:
        return words.text("No authority is named yet, so nothing can be sent.")
    return words.text(
        "To {hosts} goes a request of 69 bytes: a hash and a random number, no name and no word of the journal."
        " Whoever gets it learns this computer's address on the internet and the hour.",
        hosts=words.list_of(hosts),
    )


def taken_in_words(words: Words, taken: Sequence[TakenIn]) -> tuple[str, NoticeKind]:
    """One line over all replies; that of a single one is its own sentence."""
    refused = [each for each in taken if each.fate is Fate.REFUSED]
    kind = NoticeKind.ERROR if refused else NoticeKind.PLAIN
    if len(taken) == 1:
        return words.text("{name}: {said}", name=taken[0].name, said=spelt(words, taken[0].said)), kind
    kept = words.plural("{n} reply is kept.", "{n} replies are kept.", len(taken) - len(refused))
    if not refused:
        return kept, kind
    left = words.plural("{n} was refused.", "{n} were refused.", len(refused))
    return f"{kept} {left}", kind


def sent_in_words(words: Words, value: Sequence[TakenIn] | Said) -> tuple[str, NoticeKind]:
    """What became of requests that were to be sent."""
    if isinstance(value, Said):
        return words.of(value), NoticeKind.ERROR
    if not value:
        none = words.text("Nothing was recorded since the last stamp, so there is nothing to ask for.")
        return none, NoticeKind.PLAIN
    return taken_in_words(words, value)
