"""Fills the drafts of messages: values go in, and what is missing becomes a visible gap (3.3).

A template is plain text. `{due}` is a value, `{due:by}` a date in the form a sentence needs (app.words.sentences). A
line that begins with `? ` is left out when one of its values is missing; without values it goes with the next one. A
list that has a line to itself becomes one line for each of its parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.papers.draft_files import subject_template, template
from app.papers.placeholders import PLACEHOLDER, hint
from app.words import Moment, Words, words_for

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
    draft = filled(found.text, subject_template(key, found.language), found.language, values, this_year)
    return replace(draft, english_instead=found.language != asked)


def filled(text: str, subject: str, language: str, values: Mapping[str, object], this_year: int | None = None) -> Draft:
    """A text of the owner's own with the values put in, as the draft that it would become."""
    words = words_for(language, this_year)
    said, gaps = _fill(words, text, values)
    return Draft(text=said, gaps=gaps, language=language, subject=_fill(words, subject, values)[0])


def _fill(words: Words, raw: str, values: Mapping[str, object]) -> tuple[str, tuple[Gap, ...]]:
    text, gaps = "", []
    for line in _kept(raw.splitlines(), values):
        if not line and (not text or text.endswith("\n\n")):
            continue
        said, found = _fill_line(words, line, values)
        gaps += [Gap(len(text) + gap.start, len(text) + gap.end, gap.name) for gap in found]
        text += said + "\n"
    return text.rstrip("\n"), tuple(gaps)


def _kept(lines: Sequence[str], values: Mapping[str, object]) -> list[str]:
    """The lines without the optional ones that lack a value; an optional line without values goes with the next."""
    kept: list[str] = []
    stays = True
    for line in reversed(lines):
        if not line.startswith(_OPTIONAL):
            kept.append(line)
            continue
        names = [match[1] for match in PLACEHOLDER.finditer(line)]
        stays = not any(_is_missing(values.get(name)) for name in names) if names else stays
        if stays:
            kept.append(line.removeprefix(_OPTIONAL))
    return kept[::-1]


def _fill_line(words: Words, line: str, values: Mapping[str, object]) -> tuple[str, list[Gap]]:
    alone = PLACEHOLDER.fullmatch(line)
    several = values.get(alone[1]) if alone else None
    if isinstance(several, list | tuple) and several:
        return "\n".join(f"– {each}" for each in several), []
    text, gaps, end = "", [], 0
    for match in PLACEHOLDER.finditer(line):
        name, form = match[1], match[2] or ""
        text += line[end : match.start()]
        said = _said(words, values.get(name), form)
        if said is None:
            said = f"[{hint(words, name, form)}]"
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
