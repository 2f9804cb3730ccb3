"""Fills the drafts of messages: values go in, and what is missing becomes a visible gap (3.3).

A template is plain text. `{due}` is a value, `{due:by}` a date in the form a sentence needs (app.words.sentences). A
line that begins with `? ` is left out when one of its values is missing. A list that has a line to itself becomes one
line for each of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from app.papers.draft_files import subject_template, template
from app.words import N_, Moment, Words, words_for

MISSING = {
    "called": N_("name"),
    "owner": N_("your name"),
    "client": N_("client"),
    "item": N_("what exactly"),
    "due": N_("date"),
    "old_due": N_("earlier date"),
    "since": N_("since when"),
    "count": N_("how the days were counted"),
    "missing": N_("what is missing"),
    "outcomes": N_("what was decided"),
    "asked_by": N_("who asked"),
    "quote": N_("their words"),
    "channel": N_("channel"),
    "link": N_("link to the result"),
    "answer": N_("your answer"),
    "news": N_("what is done"),
    "next": N_("what comes next"),
    "topics": N_("topics of the call"),
    "at": N_("day and hour"),
    "minutes": N_("how many"),
    "reason": N_("why"),
    "needed_for": N_("what it is needed for"),
    "week": N_("which week"),
    "metric": N_("which figure"),
    "value": N_("value now"),
    "target": N_("target"),
    "off": N_("deviation"),
    "proposal": N_("what you propose"),
    "end": N_("last day of the contract"),
    "first": N_("first day off"),
    "last": N_("last day off"),
    "back": N_("day you are back"),
}
"""Every placeholder of the drafts, and the words of its gap."""

_DAYS = {
    "on": N_("on which day"),
    "by": N_("by which day"),
    "since": N_("since which day"),
    "until": N_("until which day"),
    "for": N_("for which day"),
}
_PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w-]*))?\}")
_OPTIONAL = "? "


class Gap(Struct, frozen=True):
    """A place to fill: text[start:end] is the bracketed hint, `name` the placeholder that has no value."""

    start: int
    end: int
    name: str


class Draft(Struct, frozen=True, kw_only=True):
    """A message to look through, never to send unseen."""

    text: str
    gaps: tuple[Gap, ...]
    language: str
    subject: str = ""
    english_instead: bool = False
    """The client's language has no drafts: this one is in English, and the screen says so."""


def render(
    key: str,
    style: str,
    language: str,
    values: Mapping[str, object],
    own_folder: Path | None = None,
    *,
    this_year: int | None = None,
) -> Draft:
    """The draft `key` in a style and a language with its values put in. Never fails: what is missing becomes a gap.

    Values are texts, dates, `Moment`s, numbers, or lists of texts. `own_folder` holds the owner's own versions.
    """
    asked = language.casefold().split("-")[0]
    found = template(key, style, asked, own_folder)
    words = words_for(found.language, this_year)
    text, gaps = _fill(words, found.text, values)
    subject, _ = _fill(words, subject_template(key, found.language), values)
    return Draft(
        text=text,
        gaps=gaps,
        language=found.language,
        subject=subject,
        english_instead=found.language != asked,
    )


def _fill(words: Words, raw: str, values: Mapping[str, object]) -> tuple[str, tuple[Gap, ...]]:
    text, gaps = "", []
    for line in raw.splitlines():
        if line.startswith(_OPTIONAL):
            line = line.removeprefix(_OPTIONAL)
            if any(_is_missing(values.get(name)) for name, _ in _PLACEHOLDER.findall(line)):
                continue
        if not line and (not text or text.endswith("\n\n")):
            continue
        filled, found = _fill_line(words, line, values)
        gaps += [Gap(len(text) + gap.start, len(text) + gap.end, gap.name) for gap in found]
        text += filled + "\n"
    return text.rstrip("\n"), tuple(gaps)


def _fill_line(words: Words, line: str, values: Mapping[str, object]) -> tuple[str, list[Gap]]:
    alone = _PLACEHOLDER.fullmatch(line)
    several = values.get(alone[1]) if alone else None
    if isinstance(several, list | tuple) and several:
        return "\n".join(f"– {each}" for each in several), []
    text, gaps, end = "", [], 0
    for match in _PLACEHOLDER.finditer(line):
        name, form = match[1], match[2] or ""
        text += line[end : match.start()]
        said = _said(words, values.get(name), form)
        if said is None:
            said = f"[{_hint(words, name, form)}]"
            gaps.append(Gap(len(text), len(text) + len(said), name))
        text, end = text + said, match.end()
    return text + line[end:], gaps


def _is_missing(value: object) -> bool:
    return value is None or value == "" or value == () or value == []


def _said(words: Words, value: object, form: str) -> str | None:
    if _is_missing(value):
        return None
    dated = isinstance(value, date | Moment) and not isinstance(value, datetime)
    return words.spelt(value, form if dated else "")


def _hint(words: Words, name: str, form: str) -> str:
    if form in _DAYS and name in ("due", "since", "old_due", "end", "first", "last", "back"):
        return words.text(_DAYS[form])
    return words.text(MISSING.get(name, name))
