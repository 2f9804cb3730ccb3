"""Feedback on papers: the scores that were given, or boxes in which to give them (1.9 survey)."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.facts.month import FeedbackRow
from app.facts.pages import Cell, Column, KeyLine, Leaf, Mark, Paragraph, Table, Tone, plain
from app.words import N_, Words

SUBJECTS: Final = {
    "work": N_("The work"),
    "talk": N_("How we talk"),
    "reports": N_("Reports"),
    "paperwork": N_("Paperwork"),
    "telephony": N_("Calls and telephone"),
}
MOST = 5
_BOXES: Final = (Column(364), *(Column(127),) * 4, Column(128))
_SCORES: Final = (Column(364), Column(636))


def feedback_blocks(rows: tuple[FeedbackRow, ...], asked_on: date | None, words: Words, mine: bool) -> tuple[Leaf, ...]:
    """Each answer with its day; without any the paper asks for one, my edition says whether it was asked for."""
    if rows:
        return tuple(leaf for row in rows for leaf in _given(row, words))
    if mine and asked_on:
        return (Paragraph(plain(words.text("Asked for {day:on}; they have not said yet.", day=asked_on))),)
    if mine:
        return (Paragraph(plain(words.text("They were not asked yet."), Tone.MUTED)),)
    boxes = tuple(
        (Cell(plain(words.text(name), Tone.STRONG)), *(Cell(plain(str(n)), Mark.BOX) for n in range(1, MOST + 1)))
        for name in SUBJECTS.values()
    )
    asked = words.text("From 1 (poor) to 5 (very good), and in your own words: what was good, what should change?")
    return (Paragraph(plain(asked)), Table(columns=_BOXES, rows=boxes))


def _given(row: FeedbackRow, words: Words) -> tuple[Leaf, ...]:
    scores = tuple(
        (
            Cell(plain(words.text(SUBJECTS[subject]) if subject in SUBJECTS else subject)),
            Cell(plain(words.text("{score} of {most}", score=words.decimal(score), most=MOST))),
        )
        for subject, score in row.scores
    )
    table = (Table(columns=_SCORES, rows=scores),) if scores else ()
    said = (Paragraph(plain(row.text)),) if row.text else ()
    return (KeyLine(Words.capital(words.date(row.on))), *table, *said)
