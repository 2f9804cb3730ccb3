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


def test_a_mark_may_stay_on_a_message_that_is_corrected_later() -> None:
    check("message.received", {"channel": "telegram", "text": "A football joke", "off_topic": True})


@pytest.mark.parametrize("outcome", [{"who": 12}, {"what": "Prices", "nothing_decided": True}])
def test_an_outcome_says_what_was_decided_or_that_nothing_was(outcome: dict[str, object]) -> None:
    with pytest.raises(Refused, match="was not written"):
        check("call.held", {"channel": "phone", "topics": [{"title": "Prices", "outcomes": [outcome]}]})


def test_a_source_of_class_d_is_no_source() -> None:
    with pytest.raises(Refused, match="was not written"):
        check("note.written", {"text": "words", "source": {"class": "D"}})


def test_every_key_of_every_kind_is_named_on_the_page() -> None:
    schema = json.loads(resource("format", "1.json").read_text(encoding="utf-8"))
    for kind, rules in schema["kinds"].items():
        listed = re.search(rf"^### {re.escape(kind)}\n\nKeys: (.*)$", PAGE, re.MULTILINE)
        assert listed is not None, kind
        named = set(re.findall(r"[a-z_0-9]+", listed[1].partition(" Needs ")[0].partition(" At least ")[0]))
        assert named == set(rules["properties"]), kind
