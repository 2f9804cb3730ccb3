"""Where forms are read from: the owner's own versions beside the journal, then the shipped ones (1.9)."""

from __future__ import annotations

import json
import re
import secrets
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from app.errors import Refused, Said, Unavailable
from app.facts.forms import MOST_LINES, MOST_ROWS, SORTS, FormField, FormPart, FormText, row_of
from app.resources import resource
from app.whole_file import write_whole

LANGUAGES: Final = ("en", "ru", "es")
MOST_BYTES: Final = 262_144
"""A form is a page or two; what is larger is another file under its name."""

_KEY: Final = re.compile(r"[a-z][a-z0-9_]*")


class FoundForm(NamedTuple):
    """A form's text as it was found."""

    text: FormText
    own: bool = False
    """The owner's version, not the shipped one."""
    problem: tuple[Said, ...] = ()
    """What is wrong with the owner's own file, which was passed over; sentences in order."""


def find_form(sort: str, language: str, own_folder: Path | None = None) -> FoundForm:
    """The form of that sort: the owner's own, else the shipped one; in English where the language has none."""
    if sort not in SORTS:
        raise Refused("There is no form called “{sort}”. `ashore form list` shows them.", sort=sort)
    said_in = spoken(language)
    problem: tuple[Said, ...] = ()
    if own_folder is not None and (own := own_file(own_folder, sort, said_in)).is_file():
        found = _read(own, sort, said_in)
        if isinstance(found, FormText):
            return FoundForm(found, own=True)
        problem = (
            Unavailable("Your own version of this form, {name}, cannot be used.", name=own.name),
            found,
            Unavailable("The shipped form stands in for it. Correct the file, or reset the form."),
        )
    return FoundForm(_shipped(sort, said_in), problem=problem)


def spoken(language: str) -> str:
    """The language in which there are forms: the one asked for, its own without a country, or English."""
    first = language.split("-", 1)[0].lower()
    return first if first in LANGUAGES else "en"


def own_file(own_folder: Path, sort: str, language: str) -> Path:
    """Where the owner's own version lies, whether it is there or not."""
    return own_folder / language / f"{sort}.toml"


def keep_own_form(own_folder: Path, text: FormText) -> Path:
    """Keep the owner's version beside the journal; Refused when it makes no form, Unavailable when the disk says no."""
    wrong = next(_wrong(text), None)
    if wrong is not None:
        raise wrong
    try:
        written = toml_of(text).encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("The form holds a character that no file can hold. Write it again.") from None
    path = own_file(own_folder, text.sort, text.language)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            "The form was not kept, the folder {path} cannot be made. Your text is still here.", path=str(path.parent)
        ) from error
    write_whole(path, written)
    return path


def reset_form(own_folder: Path, sort: str, language: str) -> bool:
    """Go back to the shipped form; False when there was no other."""
    path = own_file(own_folder, sort, language)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Unavailable("The file {path} could not be removed. Remove it by hand.", path=str(path)) from error
    return True


def new_key() -> str:
    """A key for a question of the owner's own; one that no recorded answer can have had before."""
    return f"own{secrets.token_hex(4)}"


def toml_of(text: FormText) -> str:
    """The form as the file that `find_form` reads."""
    lines = [f"{name} = {_quoted(value)}" for name, value in
             (("title", text.title), ("opening", text.opening), ("closing", text.closing)) if value]  # fmt: skip
    for part in text.parts:
        lines += ["", "[[part]]", f"heading = {_quoted(part.heading)}"]
        lines += [f"rows = {part.rows}"] if part.rows else []
        for field in part.fields:
            lines += ["", "[[part.field]]", *_field_lines(field)]
        for tick in part.ticks:
            lines += ["", "[[part.tick]]", f"key = {_quoted(tick.key)}", f"text = {_quoted(tick.text)}"]
    return "\n".join(lines) + "\n"


def _field_lines(field: FormField) -> Iterator[str]:
    yield f"key = {_quoted(field.key)}"
    yield f"label = {_quoted(field.label)}"
    if field.hint:
        yield f"hint = {_quoted(field.hint)}"
    if field.lines != 1:
        yield f"lines = {field.lines}"
    if field.score:
        yield "score = true"


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's, but that U+007F is written out too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@cache
def _shipped(sort: str, language: str) -> FormText:
    """Read once; it does not change while the program runs."""
    found = _read(resource("forms", language, f"{sort}.toml"), sort, language)
    if isinstance(found, Said):
        raise found
    return found


def _read(path: Path, sort: str, language: str) -> FormText | Said:
    try:
        if path.stat().st_size > MOST_BYTES:
            return Unavailable("It is too long.")
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        text = msgspec.convert(said | {"sort": sort, "language": language}, FormText)
    except OSError:
        return Unavailable("It cannot be opened.")
    except UnicodeDecodeError:
        return Unavailable("It is not written in UTF-8.")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        if line is None:
            return Unavailable("It ends in the middle.")
        return Unavailable("It is not TOML from line {line} on.", line=line[1])
    except msgspec.ValidationError as error:
        return Unavailable("It does not fit the format at {where}.", where=str(error).rpartition("at ")[2].strip("`"))
    return next(_wrong(text), text)


def _wrong(text: FormText) -> Iterator[Said]:
    """Why a text makes no form, worst first."""
    if not text.title.strip():
        yield Refused("The form needs a title.")
    seen: set[str] = set()
    for part in text.parts:
        yield from _wrong_part(part)
        for key in [*(field.key for field in part.fields), *(tick.key for tick in part.ticks)]:
            if not _KEY.fullmatch(key) or row_of(key)[1]:
                yield Refused("The key {key} cannot be used: small letters, no number after the last _.", key=key)
            if key in seen:
                yield Refused("The key {key} stands twice.", key=key)
            seen.add(key)
    if not seen:
        yield Refused("The form asks nothing. Add a question or a sentence to tick.")


def _wrong_part(part: FormPart) -> Iterator[Said]:
    if not 0 <= part.rows <= MOST_ROWS:
        yield Refused("A table has at most {most} rows.", most=MOST_ROWS)
    for field in part.fields:
        if not field.label.strip():
            yield Refused("A question has no text. Write it or take the question out.")
        if not 1 <= field.lines <= MOST_LINES:
            yield Refused("An answer has 1 to {most} lines.", most=MOST_LINES)
    if any(not tick.text.strip() for tick in part.ticks):
        yield Refused("A sentence to tick has no text. Write it or take it out.")
