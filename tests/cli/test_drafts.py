"""Drafts on the command line: listed, filled for a client, and never sent (3.3, 5.4)."""

from __future__ import annotations

from app.papers.draft_files import keep_own, own_folder
from app.papers.draft_titles import TITLES
from tests.cli.shell import Shell


def test_every_draft_is_listed_and_the_owners_are_marked(ashore: Shell) -> None:
    keep_own(own_folder(ashore.journal), "es", "pause", "plain", "Buenas, {called}.")
    listed = ashore.json("draft", "list")
    assert [each["key"] for each in listed] == list(TITLES)
    assert [each["key"] for each in listed if each["own"]] == ["pause"]
    assert ashore("draft", "list") == 0
    assert "A pause in a quarrel (yours)" in ashore.out


def test_a_draft_is_filled_with_what_the_journal_knows(ashore: Shell) -> None:
    ashore("log", "message", "--client", "Clínica Albor", "--received", "--text", "¿Para cuándo estará?")
    assert ashore("draft", "show", "f2", "--client", "Clínica Albor") == 0
    assert ashore.out.startswith("Hola, Lucía Herrero:")
    assert "«¿Para cuándo estará?»" in ashore.out
    found = ashore.json("draft", "show", "f2", "--client", "Clínica Albor", "--style", "formal", "--language", "en")
    assert found["text"].startswith("Dear Lucía Herrero,")
    assert (found["language"], found["gaps"], found["english_instead"]) == ("en", ["answer"], False)


def test_a_missing_value_is_a_gap_and_another_language_says_so(ashore: Shell) -> None:
    assert ashore("draft", "show", "make_another", "--client", "Clínica Albor", "--language", "fi") == 0
    assert "[what exactly]" in ashore.out
    assert "this one is in English" in ashore.err


def test_a_draft_that_is_not_there_is_refused_with_what_to_do(ashore: Shell) -> None:
    assert ashore("draft", "show", "f99", "--client", "Clínica Albor") == 1
    assert "`ashore draft list` shows them" in ashore.err


def test_a_client_is_added_with_what_they_know_of_the_trades_words(ashore: Shell) -> None:
    assert ashore("client", "add", "Harbour", "--knows", "none") == 0
    number = ashore.out.strip().rstrip(".").rsplit(" ", 1)[1]
    shown = ashore.json("show", number)
    assert shown["body"]["knows"] == "none"
