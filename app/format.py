"""Record format 1 as a check: every body is held to `resources/format/1.json` before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.resources import resource

if TYPE_CHECKING:
    import jsonschema_rs

Body = dict[str, Any]

LONGEST_TEXT = 262_144  # bytes of UTF-8 (B9)


@cache
def _schema() -> dict[str, Any]:
    import json  # only what is written is checked: the window reads first

    loaded: dict[str, Any] = json.loads(resource("format", "1.json").read_text(encoding="utf-8"))
    return loaded


def kinds() -> frozenset[str]:
    """Every kind of entry that format 1 knows."""
    return frozenset(_schema()["kinds"])


@cache
def keys() -> frozenset[str]:
    """Every key that a body of format 1 may have, however deep."""
    found: set[str] = set()
    rest: list[Any] = [_schema()]
    for each in rest:  # which grows on the way
        if isinstance(each, dict):
            named = each.get("properties")
            found.update(named if isinstance(named, dict) else ())
            rest += each.values()
        elif isinstance(each, list):
            rest += each
    return frozenset(found)


@cache
def _validator(kind: str) -> jsonschema_rs.Validator:
    import jsonschema_rs

    whole = _schema()
    return jsonschema_rs.validator_for({"$schema": whole["$schema"], "$defs": whole["$defs"], **whole["kinds"][kind]})


def check(kind: str, body: Mapping[str, Any]) -> None:
    """Refuse a body that is not of format 1 (B1 to B9); the sentence names the key."""
    if kind not in _schema()["kinds"]:
        raise Refused("“{kind}” is not a kind of entry. See resources/format/1.md for the list.", kind=kind)
    problem = next(_validator(kind).iter_errors(body), None)
    if problem is None:
        return
    problem = _nearest(problem)
    where = ".".join(str(step) for step in problem.instance_path) or "the body"
    raise Refused(
        "The entry {kind} was not written: at {where}, {problem}. Correct it and record it again.",
        kind=kind,
        where=where,
        problem=problem.message[:300],
    )


def _nearest(problem: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Of several shapes that a value may have, what the nearest one lacks: the fault that lies deepest in it."""
    found = [each for branch in getattr(problem.kind, "context", ()) for each in branch]
    return _nearest(max(found, key=_depth)) if found else problem


def _depth(problem: jsonschema_rs.ValidationError) -> int:
    return len(problem.instance_path)


def check_typed_text(body: Mapping[str, Any]) -> None:
    """Refuse control characters, lone surrogates and texts over 262,144 bytes in what a person typed (B9)."""
    _check_keys(body)
    for key, text in _texts(body, ""):
        _check_text(key, text)


def _check_keys(value: object) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise Refused("The key {key} is not plain ASCII. Rename it.", key=ascii(key))
            _check_keys(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_keys(inner)


def _texts(value: object, path: str) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, Mapping):
        return [found for key, inner in value.items() for found in _texts(inner, f"{path}.{key}" if path else str(key))]
    if isinstance(value, list):
        return [found for n, inner in enumerate(value) for found in _texts(inner, f"{path}.{n}")]
    return []


def _check_text(key: str, text: str) -> None:
    if len(text) * 4 > LONGEST_TEXT and len(text.encode("utf-8", "surrogatepass")) > LONGEST_TEXT:
        raise Refused(
            "The text in {key} is longer than 262,144 bytes. Shorten it, or attach it as a file.",
            key=key,
        )
    for place, sign in enumerate(text):
        code = ord(sign)
        if (code < 32 and sign != "\n") or code == 0x7F or 0xD800 <= code <= 0xDFFF:
            raise Refused(
                "The text in {key} has the character U+{code:04X} at place {place}. Remove it and record it again.",
                key=key,
                code=code,
                place=place + 1,
            )


def typed(text: str) -> str:
    """Text as a person typed it: CRLF and CR become LF (B9); nothing else is changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
