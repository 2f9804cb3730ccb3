"""`ashore search`: word beginnings, words in quotes, inside a client, a channel, a sort of entries, between days."""

from __future__ import annotations

from tests.cli.shell import Shell


def told(ashore: Shell, *words: str) -> list[int]:
    found: list[int] = [entry["entry"] for entry in ashore.json("search", *words)]
    return found


def logged(ashore: Shell, text: str, at: str, *words: str) -> int:
    given = ("--client", "Clínica Albor", "--received", "--channel", "email", "--at", at, "--text", text)
    assert ashore("log", "message", *given, *words) == 0, ashore.err
    return int(ashore.out.strip().rstrip(".").rsplit(" ", 1)[1])


def test_filters_narrow_the_search(ashore: Shell) -> None:
    first = logged(ashore, "La página de implantes", "2026-02-02T10:00")
    second = logged(ashore, "Implantes: otra página", "2026-02-04T10:00")
    assert told(ashore, "implan") == [second, first]
    assert told(ashore, "IMPLAN", "pagina") == [second, first]
    assert told(ashore, '"pagina de implantes"') == [first]
    assert told(ashore, "implan", "--from", "2026-02-03") == [second]
    assert told(ashore, "implan", "--to", "2026-02-03", "--client", "clínica albor") == [first]
    assert told(ashore, "--kind", "message", "--channel", "email") == [second, first]
    assert told(ashore, "implan", "--kind", "call") == []
    assert told(ashore, "implan", "--channel", "phone") == []


def test_a_retracted_entry_is_told_as_such(ashore: Shell) -> None:
    number = logged(ashore, "La página de implantes", "2026-02-02T10:00")
    body = ashore.journal.with_name("body.json")
    body.write_text(f'{{"of": {number}, "reason": "a slip"}}', encoding="utf-8")
    assert ashore("record", "entry.retracted", "--client", "Clínica Albor", str(body)) == 0, ashore.err
    assert ashore("search", "implantes") == 0
    assert f"[Retracted by entry {number + 1}] La página de implantes" in ashore.out


def test_nothing_to_look_for_is_said(ashore: Shell) -> None:
    assert ashore("search") == 2
    assert "Name words to look for" in ashore.err
    assert ashore("search", "небывальщина") == 0
    assert ashore.out.strip() == "Nothing holds these words."
