"""resources/format/1.md gives an example of every kind, and each is what 1.json allows."""

from __future__ import annotations

import json
import re

import pytest

from app.errors import Refused
from app.format import check, kinds
from app.resources import resource

PAGE = resource("format", "1.md").read_text(encoding="utf-8")


def examples() -> list[tuple[str, dict[str, object]]]:
    found = re.findall(r"^### (\S+)\n.*?```json\n(.*?)\n```", PAGE, re.DOTALL | re.MULTILINE)
    return [(kind, json.loads(text)) for kind, text in found]


def test_every_kind_has_one_example_and_no_example_is_of_an_unknown_kind() -> None:
    assert sorted(kind for kind, _ in examples()) == sorted(kinds())


@pytest.mark.parametrize(("kind", "body"), examples(), ids=[kind for kind, _ in examples()])
def test_the_example_is_allowed(kind: str, body: dict[str, object]) -> None:
    check(kind, body)


@pytest.mark.parametrize(("kind", "body"), examples(), ids=[kind for kind, _ in examples()])
def test_a_key_that_format_1_does_not_know_is_refused(kind: str, body: dict[str, object]) -> None:
    with pytest.raises(Refused, match="was not written"):
        check(kind, {**body, "surprise": "1"})


@pytest.mark.parametrize("nothing", [None, False, "", [], {}])
def test_a_key_without_a_value_is_refused(nothing: object) -> None:
    with pytest.raises(Refused):
        check("note.written", {"text": "words", "note": nothing})


def test_the_agreement_needs_every_term() -> None:
    body = dict(next(body for kind, body in examples() if kind == "agreement.made"))
    for term in ("my_answer", "edits", "penalties", "on_duty", "percent_of_sales", "free_clauses", "calls"):
        with pytest.raises(Refused, match="was not written"):
            check("agreement.made", {key: value for key, value in body.items() if key != term})
