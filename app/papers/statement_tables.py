"""The statement's tables at its end: delays of both sides, what is not shown, attachments with their hashes."""

from __future__ import annotations

from typing import Final

from app.facts.pages import Align, Cell, Column, KeyLine, Leaf, Paragraph, Table, Tone, grouped, plain
from app.facts.statement import AttachmentRow, DelayRow, GapReason, StatementFacts
from app.words import N_, Words

GAPS: Final = {
    GapReason.PRIVATE: N_("Private notes of the owner"),
    GapReason.BEFORE_PERIOD: N_("Before the period"),
    GapReason.AFTER_PERIOD: N_("After the period"),
    GapReason.REDACTED: N_("Erased at the client's request"),
    GapReason.WITHHELD: N_("Withheld without a stated reason"),
}


def delay_blocks(facts: StatementFacts, words: Words) -> tuple[Leaf, ...]:
    """Both sides, always: a list of one side's delays would be a half truth (D12)."""
    sides = (
        ("client", words.text("The client's side"), facts.lost_theirs),
        ("me", words.text("The owner's side"), facts.lost_mine),
    )
    blocks: list[Leaf] = []
    for side, title, total in sides:
        rows = tuple(_delay(row, words) for row in facts.delays if row.side == side)
        blocks.append(KeyLine(title, words.working_days(total)))
        blocks.append(_delay_table(rows, words) if rows else _no_delay(words))
    return tuple(blocks)


def _delay_table(rows: tuple[tuple[Cell, ...], ...], words: Words) -> Table:
    head = (words.text("What"), words.text("Due"), words.text("Done"), words.text("Working days after"))
    columns = (Column(490), Column(170), Column(170), Column(170, Align.RIGHT))
    return Table(columns=columns, head=head, rows=rows, ruled=True, small=True)


def _no_delay(words: Words) -> Paragraph:
    return Paragraph(plain(words.text("No delay is recorded."), Tone.MUTED))


def _delay(row: DelayRow, words: Words) -> tuple[Cell, ...]:
    what = words.text("{what} (entry {entry})", what=row.what, entry=row.entry)
    done = words.date(row.done, short=True) if row.done else words.text("still open")
    cells = (what, words.date(row.due, short=True), done, words.number(row.days))
    return tuple(Cell(plain(text)) for text in cells)


def gap_table(facts: StatementFacts, words: Words) -> tuple[Leaf, ...]:
    """What is left out, why, and which entries; none when nothing is."""
    head = (words.text("Why"), words.text("How many"), words.text("Entries"))
    rows = tuple(
        (
            Cell(plain(words.text(GAPS[gap.reason]))),
            Cell(plain(words.number(gap.count))),
            Cell(plain(gap.numbers, Tone.MUTED)),
        )
        for gap in facts.gaps
    )
    return (
        (Table(columns=(Column(364), Column(116), Column(520)), head=head, rows=rows, ruled=True, small=True),)
        if rows
        else ()
    )


def attachment_table(rows: tuple[AttachmentRow, ...], words: Words) -> tuple[Leaf, ...]:
    """Files with their hashes; one that is missing says so instead."""
    head = (words.text("File"), words.text("Entry"), words.text("Bytes"), words.text("SHA-256"))
    cells = tuple(
        (
            Cell(plain(row.name)),
            Cell(plain(str(row.entry))),
            Cell(plain(words.number(row.size) if row.size else "")),
            Cell(plain(row.missing, Tone.MUTED) if row.missing else plain(grouped(row.sha256), Tone.MONO)),
        )
        for row in rows
    )
    columns = (Column(270), Column(70), Column(90, Align.RIGHT), Column(570))
    return (Table(columns=columns, head=head, rows=cells, ruled=True, small=True),) if rows else ()
