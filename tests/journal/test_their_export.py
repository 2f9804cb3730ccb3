"""DUP (4-evidence 4.6): an entry that also stands in the client's own export says so, beside it and on paper."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.errors import Refused
from app.facts.erasure import Grounds
from app.journal.checking import check_journal, verify_path
from app.journal.imports import Asked
from app.journal.resting import rests_on
from app.journal.their_export import Compared, take_their_export
from app.papers.rests_words import rests_sentence
from app.words import words_for
from tests.journal.conftest import Shore

AT = 1_793_000_000
ELENA, OLGA = ("Elena Marín", "user1"), ("Ольга Никитина", "user2")
SAID = [(0, OLGA, "Добрый день, макет пришёл"), (60, ELENA, "Смотрю"), (120, OLGA, "Спасибо"), (120, OLGA, "Спасибо")]


def exported(path: Path, chat: tuple[str, int], first: int, *said: tuple[int, tuple[str, str], str]) -> Path:
    """A chat as Telegram writes it for one of the two: called after the other, with numbers of its own."""
    messages = [
        {"id": first + n, "type": "message", "date_unixtime": str(AT + after), "from": name, "from_id": number,
         "text": text}
        for n, (after, (name, number), text) in enumerate(said)
    ]  # fmt: skip
    name, number = chat
    whole = {"name": name, "type": "personal_chat", "id": number, "messages": messages}
    path.write_text(json.dumps(whole, ensure_ascii=False))
    return path


@pytest.fixture
def both(shore: Shore, tmp_path: Path) -> Shore:
    """Our own export was taken in; the client sent hers."""
    mine = exported(tmp_path / "mine.json", ("Ольга Никитина", 2), 100, *SAID)
    shore.journal.imports.take(shore.client, mine, Asked(me="Elena Marín"))
    return shore


def theirs(shore: Shore, tmp_path: Path, *said: tuple[int, tuple[str, str], str]) -> Compared:
    path = exported(tmp_path / "theirs.json", ("Elena Marín", 1), 7000, *said)
    return take_their_export(shore.journal, shore.client, path, Asked())


def duplicated(shore: Shore) -> dict[int, int]:
    entries = shore.journal.reading.timeline(shore.client)
    found = {each.seq: rests_on(shore.journal, each).also_in for each in entries}
    return {seq: by for seq, by in found.items() if by is not None}


def test_what_stands_in_both_exports_says_so_though_they_number_messages_differently(
    both: Shore, tmp_path: Path
) -> None:
    """The account is the client's, so the chat is called after me; two equal messages of a second are two."""
    size = both.journal.size_and_head()[0]
    done = theirs(both, tmp_path, *SAID, (300, OLGA, "Только у меня"))
    assert (done.here, done.known, done.not_here, done.me.name) == (4, 0, 1, "Elena Marín")
    assert both.journal.size_and_head()[0] == size + 1
    said = [each.seq for each in both.journal.reading.timeline(both.client) if each.kind.startswith("message.")]
    assert duplicated(both) == dict.fromkeys(said, done.entry)
    entry = both.journal.reading.entry(said[0])
    sentence = rests_sentence(words_for("en"), rests_on(both.journal, entry))
    assert sentence.endswith(f"It also stands in the client's own export (DUP, entry {done.entry}).")
    counts = both.journal.reading.entry(done.entry).body["counts"]
    assert (counts["also_here"], counts["not_here"]) == (4, 1)


def test_who_wrote_it_and_when_and_what_must_be_the_same(both: Shore, tmp_path: Path) -> None:
    done = theirs(
        both,
        tmp_path,
        (0, OLGA, "Добрый  день,\nмакет пришёл"),
        (61, ELENA, "Смотрю"),
        (60, OLGA, "Смотрю"),
        (120, OLGA, "Спасибо!"),
    )
    assert (done.here, done.not_here) == (1, 3)


def test_what_was_typed_to_the_minute_is_compared_to_the_minute(shore: Shore, tmp_path: Path) -> None:
    at = datetime.fromtimestamp(AT, ZoneInfo("Europe/Madrid"))
    body = {
        "text": "Добрый день, макет пришёл",
        "channel": "telegram",
        "happened": {"at": at.replace(second=0).isoformat(), "zone": "Europe/Madrid", "precision": "minute",
                     "basis": "typed"},
    }  # fmt: skip
    with shore.journal.act() as act:
        typed = act.add("message.received", shore.client, body)
    assert theirs(shore, tmp_path, *SAID).here == 1
    assert list(duplicated(shore)) == [typed]


def test_the_same_export_twice_writes_nothing_the_second_time(both: Shore, tmp_path: Path) -> None:
    theirs(both, tmp_path, *SAID)
    size, files = both.journal.size_and_head()[0], sorted(both.journal.files.names())
    again = theirs(both, tmp_path, *SAID, (300, OLGA, "Только у меня"))
    assert (again.entry, again.here, again.known, again.not_here) == (0, 0, 4, 1)
    assert (both.journal.size_and_head()[0], sorted(both.journal.files.names())) == (size, files)


def test_an_export_with_nothing_of_this_talk_is_refused_and_leaves_nothing(both: Shore, tmp_path: Path) -> None:
    size, files = both.journal.size_and_head()[0], sorted(both.journal.files.names())
    with pytest.raises(Refused, match=r"No message of theirs\.json stands in this journal"):
        theirs(both, tmp_path, (9000, OLGA, "Совсем другое"), (9001, ELENA, "И это"))
    assert (both.journal.size_and_head()[0], sorted(both.journal.files.names())) == (size, files)


def test_it_stands_in_the_table_of_the_bag_and_goes_with_its_file(both: Shore, tmp_path: Path) -> None:
    """Its file leaves in the bag; once that is erased, nobody can look the words up there, and DUP is said no more."""
    done = theirs(both, tmp_path, *SAID)
    bag = tmp_path / "bag.zip"
    both.journal.bags.export(both.client, bag, None)
    assert verify_path(bag).problems == ()
    with zipfile.ZipFile(bag) as archive:
        [table] = [archive.read(name).decode() for name in archive.namelist() if name.endswith("chronology.csv")]
    assert table.count(f"DUP {done.entry}") == 4
    number = next(each.seq for each in both.journal.reading.timeline(both.client) if "макет" in each.text)
    both.journal.erasing.erase(both.journal.erasing.plan([number]), Grounds(reason="Asked"))
    assert duplicated(both) == {}
    assert check_journal(both.journal).problems == ()
