"""What each entry proves, beside it (4-evidence 4.6): the class of its source, and whether the client confirmed it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.journal.resting import rests_on
from app.papers.rests_words import rests_sentence
from app.words import words_for
from tests.journal.conftest import Shore


def said(shore: Shore, number: int) -> str:
    return rests_sentence(words_for("en"), rests_on(shore.journal, shore.journal.reading.entry(number)))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ({}, "Rests on what you wrote down (D)."),
        ({"class": "A"}, "Rests on a signed mail (A)."),
        ({"class": "B"}, "Rests on a messenger's export (B), imported 3 days later."),
        ({"class": "C"}, "Rests on a picture (C)."),
    ],
)
def test_the_class_of_the_source_is_said(shore: Shore, source: dict[str, Any], sentence: str) -> None:
    at = f"{shore.clock() - timedelta(days=3):%Y-%m-%dT%H:%M:%S+00:00}"
    body = {
        "text": "x",
        "channel": "telegram",
        "happened": {"at": at, "zone": "Europe/Madrid", "precision": "second", "basis": "export_utc"},
    } | ({"source": source} if source else {})
    with shore.journal.act() as act:
        number = act.put("message.received", shore.client, body)
    assert said(shore, number) == sentence


def test_what_the_client_confirmed_names_his_entry(shore: Shore) -> None:
    with shore.journal.look() as connection:
        [by] = connection.exec_driver_sql("SELECT seq FROM entry WHERE kind = 'agreement.confirmed'").one()
    assert said(shore, shore.agreement).endswith(f"The client confirmed it (ACK, entry {by}).")
