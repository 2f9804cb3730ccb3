"""Forms and checklists as they are asked and printed: titles, parts, questions, ticks (1.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct, field

SORTS: Final = (
    "brief", "onboarding", "expectations", "guarantee", "answer_for", "proposal", "launch", "optimise", "report",
    "planning", "month_close", "survey", "good_request",
)  # fmt: skip
"""Every sort that is shipped, in the order of a project."""

MOST_LINES: Final = 12
MOST_ROWS: Final = 30
SCORES: Final = ("1", "2", "3", "4", "5")

_ROW_KEY: Final = re.compile(r"(.+)_([1-9][0-9]?)")


class FormField(Struct, frozen=True, kw_only=True):
    """A question; `lines` is the room for its answer, in a part of rows the width of its column."""

    key: str
    label: str
    hint: str = ""
    lines: int = 1
    score: bool = False
    """The answer is a mark from 1 to 5."""


class FormTick(Struct, frozen=True, kw_only=True):
    """A short sentence with a box before it."""

    key: str
    text: str


class FormPart(Struct, frozen=True, kw_only=True):
    """Questions and ticks under a heading; with `rows` the questions are the columns of a table."""

    heading: str = ""
    fields: tuple[FormField, ...] = field(default=(), name="field")
    ticks: tuple[FormTick, ...] = field(default=(), name="tick")
    rows: int = 0

    @property
    def is_table(self) -> bool:
        """Its questions are the columns of a table."""
        return bool(self.rows and self.fields)


class FormText(Struct, frozen=True, kw_only=True):
    """A form of one sort in one language, before anybody answered it."""

    sort: str
    language: str
    title: str
    opening: str = ""
    closing: str = ""
    parts: tuple[FormPart, ...] = field(default=(), name="part")

    @property
    def tick_keys(self) -> tuple[str, ...]:
        """The keys of all ticks, in order."""
        return tuple(tick.key for part in self.parts for tick in part.ticks)

    @property
    def score_keys(self) -> tuple[str, ...]:
        """The keys of the questions that are answered with a mark."""
        return tuple(each.key for part in self.parts for each in part.fields if each.score)

    def has_field(self, key: str) -> bool:
        """Whether an answer may stand under this key: a question, or a column with the number of a row."""
        return self.question(key) is not None

    def question(self, key: str) -> FormField | None:
        """The question that an answer belongs to."""
        for part in self.parts:
            wanted = row_of(key)[0] if part.is_table else key
            found = next((each for each in part.fields if each.key == wanted), None)
            if found is not None and (not part.is_table or row_of(key)[1]):
                return found
        return None


def row_of(key: str) -> tuple[str, int]:
    """Column and row of a key such as `word_3`; row 0 where it names none."""
    found = _ROW_KEY.fullmatch(key)
    return (found[1], int(found[2])) if found else (key, 0)


def row_key(column: str, row: int) -> str:
    """The key of a column in a row, counted from 1."""
    return f"{column}_{row}"


def in_order(text: FormText, keys: Iterable[str]) -> list[str]:
    """Keys of answers as the form asks for them, tables row by row; those it does not know come last."""
    places = {
        (each.key, part.is_table): (n, m) for n, part in enumerate(text.parts) for m, each in enumerate(part.fields)
    }
    last = (len(text.parts), 0)

    def place(key: str) -> tuple[int, int, int, str]:
        column, row = row_of(key)
        n, m = places.get((column, True), last) if row else places.get((key, False), last)
        return n, row, m, key

    return sorted(keys, key=place)


def rows_answered(part: FormPart, fields: Mapping[str, str]) -> int:
    """How many rows of a part have to be shown: the last one with an answer."""
    columns = {each.key for each in part.fields}
    return max((row_of(key)[1] for key in fields if row_of(key)[0] in columns), default=0)


def rows_of(part: FormPart, fields: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The rows of a part in which something is answered, each by column."""
    for row in range(1, rows_answered(part, fields) + 1):
        said = {each.key: fields[row_key(each.key, row)].strip()
                for each in part.fields if fields.get(row_key(each.key, row), "").strip()}  # fmt: skip
        if said:
            yield said
