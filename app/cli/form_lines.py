"""Forms on the terminal: their questions with keys, how a form stands, the answers of a file (1.9)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from app.errors import Refused
from app.facts.forms import FormText
from app.facts.plan import Form
from app.words import Words


def answers_in(body: dict[str, Any], file: str) -> tuple[dict[str, str], list[str] | None]:
    """Fields as text (a mark may be a number) and ticks, None where the file names none."""
    fields, ticks = body.get("fields", {}), body.get("ticks")
    sound = isinstance(fields, dict) and not body.keys() - {"fields", "ticks"}
    sound = sound and all(isinstance(answer, str | int) and answer is not True for answer in fields.values())
    if not sound or not (ticks is None or (isinstance(ticks, list) and all(isinstance(key, str) for key in ticks))):
        raise Refused("{name} holds no answers. It needs fields, texts by key, and ticks, a list of keys.", name=file)
    return {key: str(answer) for key, answer in fields.items()}, ticks


def questions(text: FormText) -> list[str]:
    """Each question and tick with the key by which it is filled."""
    lines = [text.title, text.opening]
    for part in text.parts:
        lines += ["", part.heading]
        for field in part.fields:
            key = f"{field.key}_1" if part.is_table else field.key
            lines.append(f"  {key:20} {field.label}" + (f" ({field.hint})" if field.hint else ""))
        lines += [f"  {tick.key:20} ☐ {tick.text}" for tick in part.ticks]
    return lines


def form_state(words: Words, form: Form, title: str, zone: ZoneInfo) -> str:
    """One line: number, title, and whether it is filled or closed."""
    if form.closed:
        return words.text("{number}: {title}, closed {at}", number=form.number, title=title,
                          at=words.moment(form.closed.at, zone))  # fmt: skip
    if not form.fills:
        return words.text("{number}: {title}, not filled yet", number=form.number, title=title)
    return words.text("{number}: {title}, filled {at}", number=form.number, title=title,
                      at=words.moment(form.fills[-1].at, zone))  # fmt: skip


def form_data(form: Form) -> dict[str, Any]:
    """The same for a machine."""
    return {
        "form": form.number,
        "sort": form.sort_of_form,
        "language": form.language,
        "open": form.open,
        "begun": form.begun,
        "filled": form.fills[-1].at if form.fills else None,
        "closed": form.closed.at if form.closed else None,
        "given_by": form.given_by,
    }
