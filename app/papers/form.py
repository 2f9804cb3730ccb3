"""A form as a page to print and as text for a messenger: blank with room to write, or with its answers (1.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.forms import SCORES, FormField, FormPart, FormText, row_key, rows_answered
from app.facts.pages import (
    WHOLE,
    Block,
    Cell,
    Column,
    KeyLine,
    Leaf,
    Mark,
    Paper,
    Paragraph,
    Run,
    Section,
    Table,
    Term,
    TermList,
    Tone,
    plain,
)
from app.facts.visible import visible
from app.papers.sheet_foot import plain_foot
from app.words import Words, words_for

GAP = "_" * 20
"""Where an answer is to be written, in a text."""

ROOM = Cell(plain("\u00a0\n\u00a0"))
"""A cell high enough to write in by hand."""


class FormFacts(Struct, frozen=True, kw_only=True):
    """The words of a form and what was answered; without `filled` the form is blank."""

    text: FormText
    client: str
    owner: str
    zone: str
    made_at: datetime
    fields: Mapping[str, str] = {}
    ticks: tuple[str, ...] = ()
    given_by: str = ""
    filled: datetime | None = None

    @property
    def blank(self) -> bool:
        """Nothing was answered yet."""
        return not self.fields and not self.ticks


def form_paper(facts: FormFacts, words: Words) -> Paper:
    """The form as a paper in its own language; every question has a number that a talk can name."""
    text = facts.text
    blocks: list[Block] = [Paragraph(plain(text.opening))] if text.opening else []
    number = 1
    for part in text.parts:
        blocks.append(Section(part.heading, tuple(_part(part, facts, number, words))))
        number += 0 if part.is_table else len(part.fields)
    earlier = _earlier(facts)
    if earlier:
        terms = tuple(Term(key, plain(answer)) for key, answer in earlier.items())
        blocks.append(Section(words.text("Answered in an earlier version of this form"), (TermList(terms),)))
    if text.closing:
        blocks.append(Paragraph(plain(text.closing)))
    return Paper(
        title=text.title,
        subtitle=facts.client,
        language=text.language,
        author=facts.owner,
        made_at=facts.made_at.isoformat(),
        right=tuple(Run(line, Tone.MUTED) for line in _filled_lines(facts, words)),
        foot=plain_foot(words),
        blocks=tuple(blocks),
    )


def form_text(facts: FormFacts, words: Words) -> str:
    """The same for a messenger: numbered questions with a gap or the answer under each, boxes before sentences."""
    text, number = facts.text, 1
    lines = [text.title, *_filled_lines(facts, words), text.opening]
    for part in text.parts:
        lines += ["", part.heading.upper()]
        if part.is_table:
            lines += _row_lines(part, facts)
        else:
            lines += [line for n, field in enumerate(part.fields, number) for line in _asked(field, n, facts, words)]
            number += len(part.fields)
        lines += [f"{'☑' if tick.key in facts.ticks else '☐'} {tick.text}" for tick in part.ticks]
    lines += ["", *(f"{key}: {answer}" for key, answer in _earlier(facts).items()), text.closing]
    shown = [visible(line) for line in lines]
    return "\n".join(line for n, line in enumerate(shown) if line or (n and shown[n - 1])).strip()


def _filled_lines(facts: FormFacts, words: Words) -> list[str]:
    """When and by whom the form was filled."""
    if facts.filled is None:
        return []
    zone = ZoneInfo(facts.zone)
    dated = words_for(words.language, 0)
    day = facts.filled.astimezone(zone).date()
    lines = [dated.text("Filled in {day:on}", day=day)]
    return [*lines, words.text("Answers by {name}", name=facts.given_by)] if facts.given_by else lines


def _earlier(facts: FormFacts) -> dict[str, str]:
    """Answers to questions that the form no longer asks."""
    return {key: answer for key, answer in facts.fields.items() if not facts.text.has_field(key)}


def _part(part: FormPart, facts: FormFacts, number: int, words: Words) -> Iterator[Leaf]:
    if part.is_table:
        yield _table(part, facts)
    else:
        for n, field in enumerate(part.fields, number):
            yield KeyLine(f"{n}. {field.label}", field.hint)
            yield _answer(field, facts, words)
    if part.ticks:
        cells = [Cell(plain(tick.text), Mark.CHECK if tick.key in facts.ticks else Mark.BOX) for tick in part.ticks]
        yield Table(columns=(Column(WHOLE),), rows=tuple((cell,) for cell in cells))


def _answer(field: FormField, facts: FormFacts, words: Words) -> Leaf:
    answer = facts.fields.get(field.key, "")
    if field.score:
        cells = tuple(_mark(score, answer) for score in SCORES)
        return Table(columns=tuple(Column(WHOLE // len(SCORES)) for _ in SCORES), rows=(cells,))
    if answer:
        return Paragraph(plain(answer))
    if not facts.blank:
        return Paragraph(plain(words.text("Not answered"), Tone.FAINT))
    return Table(columns=(Column(WHOLE),), rows=((Cell(),),) * (field.lines + 1), ruled=True)


def _mark(score: str, answer: str) -> Cell:
    chosen = score == answer
    return Cell(plain(score, Tone.BOLD if chosen else Tone.PLAIN), Mark.CHECK if chosen else Mark.BOX)


def _table(part: FormPart, facts: FormFacts) -> Table:
    """The rows that were answered; of a blank form empty ones with room to write."""
    whole = sum(field.lines for field in part.fields)
    columns = tuple(Column(WHOLE * field.lines // whole) for field in part.fields)
    count = rows_answered(part, facts.fields)
    rows = [tuple(Cell(plain(facts.fields.get(row_key(field.key, row), ""))) for field in part.fields)
            for row in range(1, count + 1)]  # fmt: skip
    blank = [(ROOM,) * len(part.fields)] * part.rows if facts.blank else []
    return Table(columns=columns, rows=(*rows, *blank), head=tuple(field.label for field in part.fields), ruled=True)


def _asked(field: FormField, number: int, facts: FormFacts, words: Words) -> list[str]:
    hint = words.text("1 bad, 5 good") if field.score else field.hint
    question = f"{number}. {field.label} ({hint})" if hint else f"{number}. {field.label}"
    return [question, facts.fields.get(field.key, "") or GAP]


def _row_lines(part: FormPart, facts: FormFacts) -> list[str]:
    """Rows as lines `column: answer; column: answer`; three empty ones of a blank form, for nobody fills more."""
    count = rows_answered(part, facts.fields) or min(part.rows, 3)
    return [
        f"{row}) " + "; ".join(f"{field.label}: {facts.fields.get(row_key(field.key, row), '') or '_____'}"
                               for field in part.fields)
        for row in range(1, count + 1)
    ]  # fmt: skip
