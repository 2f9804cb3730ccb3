"""The foot of every paper that carries the head: what the client's drawer is the witness of (4.3)."""

from __future__ import annotations

from app.facts.heads import ClientCount, JournalHead
from app.facts.pages import Foot, FootLine, grouped
from app.words import Words


def sheet_foot(words: Words, head: JournalHead, count: ClientCount | None = None) -> Foot:
    """The foot with the full head, the client's count where the paper is one client's, key, QR code and page number."""
    lines = [_count_line(words, count)] if count else []
    if head.fingerprint:
        lines.append(FootLine(digits=words.text("Key {fingerprint}", fingerprint=head.fingerprint)))
    return Foot(
        page=words.text("Page {page} of {pages}"),
        head_label=words.text("Head of the whole journal up to entry {entry}", entry=head.entries),
        head=head.head,
        lines=tuple(lines),
        qr=head.payload,
        keep=words.text(
            "Keep this sheet: with it anybody can check that the entries up to {entry} have not changed.",
            entry=head.entries,
        ),
    )


def plain_foot(words: Words) -> Foot:
    """The foot of a paper without a head: only the page number."""
    return Foot(page=words.text("Page {page} of {pages}"))


def _count_line(words: Words, count: ClientCount) -> FootLine:
    text = words.text(
        "Entries of {client}: {entries}. The last one, {last}:",
        client=count.name,
        entries=words.number(count.entries),
        last=count.last,
    )
    return FootLine(text, grouped(count.last_hash))
