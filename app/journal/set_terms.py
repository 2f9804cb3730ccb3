"""Terms changed by name: `edits.normal`, `reports.0.weekday`, `penalties` as a whole; held to format 1 (1.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from app.errors import Refused
from app.facts.terms import Terms
from app.format import check
from app.journal.bodies import present

_FRAME = {"effective_from": "2026-01-05", "agreed_how": "chat"}
"""What a body has beside its terms, so that the terms can be held to the format alone."""

_TEXTS = frozenset(
    ("percent", "amount", "kpi_deviation_percent", "address", "format", "binding_text", "base_is", "figures",
     "figures_by")
)  # fmt: skip
"""Keys whose value is text even where it looks like a number: decimals keep every digit (B1)."""


def terms_body(terms: Terms) -> dict[str, Any]:
    """The terms in the shapes of agreement.made."""
    return dict(msgspec.to_builtins(terms))


def with_terms(terms: Terms, changes: Mapping[str, Any]) -> Terms:
    """The terms with some values replaced: keys of agreement.made, dotted for their parts (`edits.normal`).

    A number in a path is a line of a list, counted from 0; the number after the last line adds one. Refused where
    there is no such term, or where the value is none of format 1.
    """
    body = terms_body(terms)
    for path, value in changes.items():
        first, *rest = path.split(".")
        if first not in body:
            raise _no_term(path)
        body[first] = _put(body[first], rest, _texts(first, value), path) if rest else _texts(first, value)
    try:
        changed = msgspec.convert(body, Terms, strict=False)
    except msgspec.ValidationError as problem:
        raise Refused("The terms do not fit: {problem}. Correct the value.", problem=str(problem)) from None
    for path in changes:
        if not _found(terms_body(changed), path.split(".")):
            raise _no_term(path)
    _held_to_format(body, terms_body(changed))
    return changed


def _found(part: Any, way: Sequence[str]) -> bool:
    """Whether a path still leads somewhere once the terms were read: a part nobody knows is lost in reading."""
    for step in way:
        if isinstance(part, list | tuple):
            part = part[int(step)]
        elif step in part:
            part = part[step]
        else:
            return False
    return True


def _held_to_format(given: Mapping[str, Any], read: Mapping[str, Any]) -> None:
    """As given, so that a part nobody knows is named; numbers that came as text are read by then."""
    check("agreement.made", present({**read, **_unknown(given, read), **_FRAME}))


def _unknown(given: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
    """Terms of which a part was lost in reading."""
    return {term: value for term, value in given.items() if _lost(value, read[term])}


def _lost(given: Any, read: Any) -> bool:
    if isinstance(given, Mapping):
        return not isinstance(read, Mapping) or any(
            key not in read or _lost(value, read[key]) for key, value in given.items()
        )
    if isinstance(given, list | tuple):
        return not isinstance(read, list | tuple) or any(map(_lost, given, read))
    return False


def _put(part: Any, way: Sequence[str], value: Any, path: str) -> Any:
    """The part with the value at the end of the way; a term that was off begins as a list or an object."""
    first, *rest = way
    if part is None or isinstance(part, str):
        part = [] if first.isdecimal() else {}
    if isinstance(part, Mapping):
        inner = _put(part.get(first), rest, value, path) if rest else _yes_or_no(part.get(first), _texts(first, value))
        return {**part, first: inner}
    if not isinstance(part, list | tuple) or not first.isdecimal() or int(first) > len(part):
        raise _no_term(path)
    at = int(first)
    old = part[at] if at < len(part) else None
    return [*part[:at], _put(old, rest, value, path) if rest else value, *part[at + 1 :]]


def _yes_or_no(old: Any, value: Any) -> Any:
    """A term that says yes or no may be typed as true or false."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) and old in ("yes", "no") else value


def _texts(key: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return {inner: _texts(inner, each) for inner, each in value.items()}
    if isinstance(value, list | tuple):
        return [_texts(key, each) for each in value]
    return str(value) if key in _TEXTS and isinstance(value, int | float) else value


def _no_term(path: str) -> Refused:
    return Refused("There is no term called {path}. See resources/format/1.md for the terms.", path=path)
