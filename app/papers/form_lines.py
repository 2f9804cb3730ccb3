"""What an entry about a form says: its name, and each answer under its question, in the reader's language (1.9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.facts.forms import SORTS, FormText, in_order, row_of
from app.papers.form_files import find_form
from app.words import Words


def form_lines(body: Mapping[str, Any], words: Words) -> list[str]:
    """Name, answers and ticks; nothing when the body is no form's. A key that is not shipped is said as it is."""
    if body.get("sort") not in SORTS or "language" not in body:
        return []
    text = find_form(body["sort"], words.language).text
    fields, ticks = body.get("fields", {}), body.get("ticks", ())
    answers = [f"{_question(text, key)}: {fields[key]}" for key in in_order(text, fields)]
    named = {tick.key: tick.text for part in text.parts for tick in part.ticks}
    return [f"«{text.title}»", *answers, *(f"☑ {named.get(key, key)}" for key in ticks)]


def _question(text: FormText, key: str) -> str:
    """The words of a question; a row is told by its number, words that stand in several parts by their part."""
    asked = [(part, field) for part in text.parts for field in part.fields]
    for part, field in asked:
        column, row = row_of(key) if part.is_table else (key, 0)
        if field.key != column:
            continue
        if row:
            return f"{field.label} {row}"
        several = sum(each.label == field.label for _, each in asked) > 1
        return f"{part.heading}: {field.label}" if several else field.label
    return key
