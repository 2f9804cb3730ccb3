"""Erasure (4.7): the words leave every file, what stands still verifies, and a kill leaves nothing half done."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.facts.erasure import Grounds, TakenAs
from app.facts.sheets import Edition
from app.folders import data_folder, make_private, state_folder
from app.journal.checking import check_journal, verify_path
from app.journal.evidence_page import evidence_shown
from app.journal.imports import Asked
from app.journal.opening import open_journal
from app.ledger.findings import Held, Verdict
from app.storage.side_files import changes_file
from app.unsent import keep_unsent, unsent
from tests.journal.conftest import MONDAY, Shore

CYRILLIC = "Наш пароль от кабинета: ДубоваяРоща-17"
LATIN = "The invoice goes to Whitmore & Daughters"
WORDS = ("ДубоваяРоща", "Whitmore")
GROUNDS = Grounds(reason="The client asked for it", basis="GDPR 17")


def places(shore: Shore) -> Iterator[Path]:
    """Every file that the program keeps of this journal: beside it, its backups, drafts and memory."""
    for folder in (shore.journal.path.parent, data_folder(), state_folder()):
        for root, _, names in os.walk(folder):
            yield from (Path(root) / name for name in names)


def forms(word: str) -> tuple[bytes, ...]:
    """As text, as JSON escapes it, as the index folds it, and in UTF-16."""
    plain = {word, word.lower(), word.casefold()}
    return tuple(
        form for each in plain for form in (each.encode(), json.dumps(each)[1:-1].encode(), each.encode("utf-16-le"))
    )


def found_in(shore: Shore, *words: str) -> list[tuple[str, str]]:
    """Which word stands in which file, byte by byte."""
    return [
        (path.name, word)
        for path in places(shore)
        for word in words
        if any(form in path.read_bytes() for form in forms(word))
    ]


def write(shore: Shore) -> int:
    """A message with a correction that repeats the words; gives its number."""
    number = shore.journal.talk.received(shore.client, CYRILLIC, channel="telegram")
    shore.journal.talk.correct(shore.client, number, {"text": f"{CYRILLIC}. {LATIN}"}, "heard wrongly")
    return number


def test_the_erased_words_stand_in_no_byte_of_any_file(shore: Shore) -> None:
    """4.7: log, correction, side files, attachments, search index, drafts and backups, in Cyrillic and in Latin."""
    journal = shore.journal
    number = write(shore)
    kept = journal.files.keep(io.BytesIO(f"{CYRILLIC} {LATIN}".encode()))
    with journal.act() as act:
        photo = act.put(
            "message.received",
            shore.client,
            {"channel": "telegram", "text": LATIN,
             "attachments": [{"sha256": kept.sha256, "size": kept.size, "name": "Whitmore.txt"}]},
        )  # fmt: skip
    keep_unsent(f"{journal.log_id}/{shore.client}", f"As you wrote: {CYRILLIC}")
    keep_unsent("somewhere/else", json.dumps({"note": LATIN}))
    keep_unsent("another/matter", "The regatta is on Sunday")
    journal.backups.make()
    assert {word for _, word in found_in(shore, *WORDS)} == set(WORDS)
    plan = journal.erasing.plan([number, photo])
    assert [each.taken for each in plan.records] == [TakenAs.ASKED, TakenAs.ASKED, TakenAs.CHANGE]
    assert ([each.name for each in plan.attachments], len(plan.drafts), len(plan.backups)) == (["Whitmore.txt"], 2, 1)
    done = journal.erasing.erase(plan, GROUNDS)
    assert found_in(shore, *WORDS) == []
    assert (done.is_sound, len(done.entries), done.deleted) == (True, 3, plan.backups)
    assert unsent("another/matter") == "The regatta is on Sunday"
    journal.close()
    assert found_in(shore, *WORDS) == []
    assert not changes_file(journal.path).exists()


def test_whatever_was_begun_about_the_client_goes_with_the_words(shore: Shore) -> None:
    """4.7, fault 30: a begun correction, a second edit, a planned call, a form hold words nobody typed twice alike."""
    journal, client = shore.journal, shore.client
    number = write(shore)
    contact = journal.clients.contact(client)
    assert contact is not None
    begun = ("edit/{c}/2", "request/{c}", "correct/{n}", "plan_call/{c}/0", "missed/{c}/0", "plan/goal/{c}/0",
             "person/{c}/{p}", "form/{c}/brief", "form/{c}/0", "call/{c}/0")  # fmt: skip
    names = [f"{journal.log_id}/{each.format(c=client, n=number, p=contact.number)}" for each in begun]
    others = [f"{journal.log_id}/edit/{client + 1000}", f"{journal.log_id}/correct/{number + 1000}"]
    for name in names + others:
        keep_unsent(name, "begun")
    journal.erasing.erase(journal.erasing.plan([number]), GROUNDS)
    assert [name for name in names if unsent(name)] == []
    assert [unsent(name) for name in others] == ["begun", "begun"]


def test_what_stands_still_verifies_and_the_old_sheet_is_held(shore: Shore, tmp_path: Path) -> None:
    """4.7: list, heads, checkpoints and signatures stay; the sheet that the client holds from before still matches."""
    journal = shore.journal
    number = write(shore)
    journal.evidence.checkpoint()
    held = Held(*journal.size_and_head())
    done = journal.erasing.erase(journal.erasing.plan([number]), GROUNDS)
    assert check_journal(journal).problems == ()
    report = verify_path(journal.path, [held])
    assert (report.verdict, report.up_to, report.count.redacted) == (Verdict.HELD, held.size, 2)
    bag = tmp_path / "out" / "bag.zip"
    bag.parent.mkdir()
    given = journal.bags.export(shore.client, bag, None)
    told = verify_path(bag, [held])
    assert (given.redacted, told.verdict, told.count.redacted, told.count.withheld) == (2, Verdict.HELD, 2, 0)
    entry = journal.reading.entry(done.entries[0])
    assert (entry.kind, entry.client, entry.body["seq"], entry.body["basis"]) == (
        "journal.redacted", shore.client, number, "GDPR 17")  # fmt: skip
    assert "text" not in entry.body


def test_the_timeline_shows_the_place_of_an_erased_entry(shore: Shore) -> None:
    """6.4: a redacted row stays, empty, and names the entry that erased it."""
    number = write(shore)
    done = shore.journal.erasing.erase(shore.journal.erasing.plan([number]), GROUNDS)
    entry = shore.journal.reading.entry(number)
    assert (entry.redacted, entry.kind, entry.body) == (True, "message.received", {})
    shown = {line.seq: line for line in shore.journal.reading.timeline(shore.client)}
    assert shown[number].redacted
    assert shore.journal.reading.search("ДубоваяРоща") == []
    assert done.entries[0] > number


def imported(shore: Shore, tmp_path: Path, *more: tuple[str, str]) -> tuple[int, int]:
    """A chat in which the words were said; gives the import and the entry of the message."""
    export = tmp_path / "result.json"
    said = [("Ольга Никитина", CYRILLIC), ("Elena Marín", "Доброе утро, начинаем"), *more]
    messages = [
        {"id": n, "type": "message", "date_unixtime": str(1_790_000_000 + n), "from": name,
         "from_id": f"user{name}", "text": text}
        for n, (name, text) in enumerate(said, 1)
    ]  # fmt: skip
    export.write_text(json.dumps({"name": "Ольга Никитина", "type": "personal_chat", "id": 2, "messages": messages}))
    done = shore.journal.imports.take(shore.client, export, Asked(me="Elena Marín"))
    export.unlink()
    number = next(e.seq for e in shore.journal.reading.timeline(shore.client) if e.body.get("text") == CYRILLIC)
    return done.entry, number


def test_a_copy_of_the_imported_file_without_the_words_may_be_kept(shore: Shore, tmp_path: Path) -> None:
    """4.7: replaced by a copy without the passage. What else came out of the chat goes on resting on it (B)."""
    journal = shore.journal
    entry, number = imported(shore, tmp_path, ("Ольга Никитина", "До встречи"))
    original = journal.reading.entry(entry).body["attachments"][0]["sha256"]
    before = journal.files.path_of(original).read_bytes()
    plan = journal.erasing.plan([number])
    assert plan.copyable == (original,)
    done = journal.erasing.erase(plan, GROUNDS, keep_copies=True)
    assert (done.copies, done.is_sound) == (1, True)
    assert found_in(shore, "ДубоваяРоща") == []
    copy = next(e for e in reversed(journal.reading.timeline(shore.client)) if e.kind == "file.imported")
    assert (copy.body["instead_of"], copy.body["counts"]) == (entry, {"messages": 2, "left_out": 1})
    [file] = copy.body["attachments"]
    kept = journal.files.path_of(file["sha256"]).read_bytes()
    start = before.index(b"{", before.index(b"["))
    assert kept == before[:start] + b'{"erased":true}' + before[before.index(b"}", start) + 1 :]
    assert evidence_shown(journal).proofs["B"] == 2
    assert not journal.files.path_of(original).exists()
    assert check_journal(journal).problems == ()
    bag = tmp_path / "bag.zip"
    journal.bags.export(shore.client, bag, None)
    assert verify_path(bag).problems == ()


def test_erasing_the_copy_as_well_leaves_the_owners_word(shore: Shore, tmp_path: Path) -> None:
    journal = shore.journal
    _, number = imported(shore, tmp_path, ("Ольга Никитина", LATIN))
    journal.erasing.erase(journal.erasing.plan([number]), GROUNDS, keep_copies=True)
    assert evidence_shown(journal).proofs["B"] == 2
    other = next(e.seq for e in journal.reading.timeline(shore.client) if e.body.get("text") == LATIN)
    journal.erasing.erase(journal.erasing.plan([other]), GROUNDS)
    assert evidence_shown(journal).proofs["B"] == 0
    assert found_in(shore, *WORDS) == []
    assert check_journal(journal).problems == ()


def test_no_copy_is_offered_where_it_would_still_hold_the_words(shore: Shore, tmp_path: Path) -> None:
    """Somebody repeats them in another message of the chat: that message stays on record, so the file can but go."""
    journal = shore.journal
    _, number = imported(shore, tmp_path, ("Elena Marín", f"Повторяю: {CYRILLIC}"))
    plan = journal.erasing.plan([number])
    assert (plan.copyable, len(plan.sources), len(plan.also_in)) == ((), 1, 1)
    assert journal.erasing.erase(plan, GROUNDS, keep_copies=True).copies == 0
    both = journal.erasing.plan([*plan.also_in])
    journal.erasing.erase(both, GROUNDS)
    assert found_in(shore, "ДубоваяРоща") == []


def test_an_error_report_that_quotes_the_words_goes(shore: Shore) -> None:
    """A traceback may hold what was being recorded; one that holds something else stays."""
    number = write(shore)
    reports = state_folder() / "reports.txt"
    make_private(reports.parent)
    reports.write_text("Traceback: the regatta\n")
    assert not shore.journal.erasing.plan([number]).reports
    reports.write_text(f"Traceback: the regatta\nValueError: {CYRILLIC!a}\n")
    plan = shore.journal.erasing.plan([number])
    assert plan.reports
    shore.journal.erasing.erase(plan, GROUNDS)
    assert not reports.exists()


def test_the_imported_file_that_holds_the_words_is_dropped_and_its_records_stay(shore: Shore, tmp_path: Path) -> None:
    """4.7: the words in every source file go with them; what came out of it falls to class D, and that is said."""
    export = tmp_path / "result.json"
    said = [("Ольга Никитина", CYRILLIC), ("Elena Marín", "Доброе утро, начинаем")]
    messages = [
        {"id": n, "type": "message", "date_unixtime": str(1_790_000_000 + n), "from": name,
         "from_id": f"user{name}", "text": text}
        for n, (name, text) in enumerate(said, 1)
    ]  # fmt: skip
    export.write_text(json.dumps({"name": "Ольга Никитина", "type": "personal_chat", "id": 2, "messages": messages}))
    journal = shore.journal
    done = journal.imports.take(shore.client, export, Asked(me="Elena Marín"))
    export.unlink()
    number = next(e.seq for e in journal.reading.timeline(shore.client) if e.body.get("text") == CYRILLIC)
    assert found_in(shore, "ДубоваяРоща")
    plan = journal.erasing.plan([number])
    assert ([each.name for each in plan.sources], plan.falls, plan.imported) == (["result.json"], 1, True)
    before = evidence_shown(journal).proofs
    journal.erasing.erase(plan, GROUNDS)
    after = evidence_shown(journal).proofs
    assert (before["B"], after["B"], after["D"] - before["D"]) == (2, 0, 3)
    assert found_in(shore, "ДубоваяРоща") == []
    assert check_journal(journal).problems == ()
    assert journal.reading.entry(done.entry).kind == "file.imported"
    assert [e.text for e in journal.reading.search("начинаем")] == ["Доброе утро, начинаем"]


def test_a_client_under_legal_hold_is_not_redacted(shore: Shore) -> None:
    """4.7: refused with what to do; after the hold was lifted it goes."""
    number = write(shore)
    shore.journal.clients.hold(shore.client, True, "Letter of the court")
    with pytest.raises(Refused, match="legal hold"):
        shore.journal.erasing.plan([number])
    shore.journal.clients.hold(shore.client, False, "The matter is over")
    assert shore.journal.erasing.plan([number]).records


def test_a_person_who_asks_becomes_a_number_and_the_talk_stays(shore: Shore) -> None:
    """4.7: person.* entries redacted, a name that counts within the client, addresses gone, words said stay."""
    journal = shore.journal
    person = journal.clients.add_person(
        shore.client, "Ксения Дроздова-Лунь", role="бухгалтер", addresses=[("email", "drozdova@glina.example")]
    )
    said = journal.talk.received(shore.client, "Счёт оплачен", channel="telegram", person=person)
    keep_unsent("a/form", "Ask drozdova@glina.example")
    journal.backups.make()
    plan = journal.erasing.plan_person(person)
    assert (plan.new_name, len(plan.records), plan.also_in) == ("Person 3", 1, ())
    done = journal.erasing.erase(plan, GROUNDS)
    assert done.is_sound
    assert found_in(shore, "Дроздова", "drozdova@glina") == []
    known = journal.clients.people(shore.client)[-1]
    assert (known.number, known.name, known.addresses, known.role) == (person, "Person 3", (), "")
    assert journal.reading.entry(said).text == "Счёт оплачен"
    assert journal.clients.person_named(shore.client, "person 3") == known
    assert journal.talk.received(shore.client, "И ещё", channel="telegram", person=person)
    with pytest.raises(Refused, match="already"):
        journal.erasing.plan_person(person)


@pytest.mark.parametrize("which", ["client", "agreement", "olga"])
def test_what_the_journal_counts_by_is_not_erased(shore: Shore, which: str) -> None:
    """4.7: numbers and terms others are counted by stay; a person is anonymised instead."""
    with pytest.raises(Refused):
        shore.journal.erasing.plan([getattr(shore, which)])


def test_nothing_is_erased_that_was_not_shown(shore: Shore) -> None:
    """4.7: the plan holds for the journal it was made for; what is recorded after it has to be shown, too."""
    number = write(shore)
    plan = shore.journal.erasing.plan([number])
    shore.journal.talk.correct(shore.client, number, {"text": f"{CYRILLIC}!"}, "again")
    with pytest.raises(Refused, match="Look at it again"):
        shore.journal.erasing.erase(plan, GROUNDS)
    with pytest.raises(Refused, match="reason"):
        shore.journal.erasing.erase(shore.journal.erasing.plan([number]), Grounds(reason=" "))
    assert CYRILLIC in shore.journal.reading.entry(number).text
    assert not shore.journal.erasing.unfinished()


STEPS = ("drop_unsent", "sweep_out", "check_journal", "_has_begun", "rebuild")


class Killed(BaseException):
    """The program dies here."""


@pytest.mark.parametrize("where", STEPS)
def test_a_kill_at_any_step_is_finished_at_the_next_opening(
    shore: Shore, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """4.7: the old journal, or an erasure that the next opening ends; never a NULL that no entry explains."""
    journal = shore.journal
    number = write(shore)
    keep_unsent(f"{journal.log_id}/{shore.client}", CYRILLIC)
    journal.backups.make()
    plan = journal.erasing.plan([number])

    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        if where == "_has_begun":  # killed within the transaction, and nobody left to tidy up
            patch.setattr("app.journal.erasing.rebuild", killed)
            patch.setattr("app.journal.erasing.Erasing._has_begun", killed)
        else:
            patch.setattr(f"app.journal.erasing.{where}", killed)
        journal.erasing.erase(plan, GROUNDS)
    begun = where not in ("rebuild", "_has_begun")
    path = journal.path
    journal.database.close()  # as a kill leaves it: no closing checkpoint, no backup
    again = open_journal(path, shore.clock)
    shore.journal = again
    assert not again.erasing.unfinished()
    assert again.reading.entry(number).redacted == begun
    assert check_journal(again).problems == ()
    assert (found_in(shore, *WORDS) == []) == begun
    assert [each.why.value for each in again.backups.shown().backups] == (["erasure"] if begun else ["hand"])
    again.close()


def test_backups_that_cannot_be_renewed_are_tried_again_at_the_next_opening(
    shore: Shore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """4.7: the older ones are deleted only once a fresh one stands; until then it is said that they hold the words."""
    journal = shore.journal
    number = write(shore)
    old = journal.backups.make()

    def full(_: object) -> None:
        raise Unavailable("The disk is full. Nothing of this was saved; make room and do it again.")

    with monkeypatch.context() as patch:
        patch.setattr("app.journal.backups.Backups.renew", full)
        done = journal.erasing.erase(journal.erasing.plan([number]), GROUNDS)
    assert (done.is_sound, done.deleted, done.kept, bool(done.why)) == (True, (), (old.name,), True)
    assert journal.erasing.unfinished()
    again = journal.erasing.finish()
    assert again is not None
    assert (again.deleted, again.why, journal.erasing.unfinished()) == ((old.name,), "", False)
    assert found_in(shore, *WORDS) == []


def test_backups_that_the_owner_keeps_are_named_as_holding_the_words(shore: Shore) -> None:
    """4.7: older backups go after one question; without the answer they stay, and that is said."""
    number = write(shore)
    old = shore.journal.backups.make()
    plan = shore.journal.erasing.plan([number])
    done = shore.journal.erasing.erase(plan, GROUNDS, renew_backups=False)
    assert (done.kept, done.backup, done.deleted) == ((old.name,), "", ())
    assert not shore.journal.erasing.unfinished()


def test_an_erased_beginning_takes_its_item_and_leaves_what_followed(shore: Shore) -> None:
    """4.7 and 1.3b: every derived table equals a rebuild, also when the entry began an item or is named by a mark."""
    journal = shore.journal
    counted = journal.edits.count(shore.client, MONDAY, "normal")
    edit = journal.edits.request(shore.client, CYRILLIC, channel="telegram")
    journal.edits.promise(edit, counted.promised, channel="telegram")
    message = journal.talk.received(shore.client, LATIN, channel="telegram")
    journal.talk.mark(shore.client, message, "no_answer_needed")
    journal.erasing.erase(journal.erasing.plan([edit, message]), GROUNDS)
    assert check_journal(journal).problems == ()
    assert journal.reading.item(edit) is None
    journal.desk.flags()
    journal.reading.timeline(shore.client)
    journal.talk.received(shore.client, "Добрый день, как дела?", channel="telegram")
    assert check_journal(journal).problems == ()
    for verb in (journal.talk.retract, journal.talk.correct):
        with pytest.raises(Refused, match="was erased"):
            verb(shore.client, message, *([{"text": "x"}] if verb == journal.talk.correct else []), "why")
    with pytest.raises(Refused, match="erased already"):
        journal.erasing.plan([message])


def test_the_plan_lists_papers_given_since_and_other_places_of_the_words(shore: Shore) -> None:
    """4.7: copies already given are listed; entries that hold the same words are named, the bound ones apart."""
    journal = shore.journal
    number = write(shore)
    again = journal.talk.note(shore.client, CYRILLIC)
    other = journal.clients.add("Harbour & Finch")
    elsewhere = journal.talk.note(other, f"Do not mix up: {CYRILLIC}")
    week = journal.weeks.this_week(shore.client)
    paper = journal.weeks.print_paper(shore.client, week, Edition.CLIENT)
    report, _ = journal.weeks.mark_as_given(shore.client, week, paper, how="printed", to=shore.olga)
    plan = journal.erasing.plan([number])
    assert ([each.entry for each in plan.copies], plan.copies[0].to) == ([report], "Ольга Никитина")
    assert (plan.also_in, plan.bound_in) == ((again,), (elsewhere,))
    named = journal.erasing.plan_person(shore.olga)
    assert named.bound_in == ()
    person = journal.clients.add_person(shore.client, "Пётр", addresses=[("telegram", "@olga_glina")])
    assert journal.erasing.plan_person(person).bound_in == (shore.agreement,)


def test_a_reply_out_of_an_erased_export_vouches_no_more(shore: Shore, tmp_path: Path) -> None:
    """4.3 and 4.7: its class falls to D, and ACKNOWLEDGED needs a message of class A or B; the sheet still holds."""
    journal = shore.journal
    held = Held(*journal.size_and_head())
    export = tmp_path / "result.json"
    texts = [("Ольга Никитина", held.head), ("Elena Marín", CYRILLIC)]
    messages = [
        {"id": n, "type": "message", "date_unixtime": str(1_793_600_000 + n), "from": name, "from_id": f"user{n}",
         "text": text}
        for n, (name, text) in enumerate(texts, 1)
    ]  # fmt: skip
    export.write_text(json.dumps({"name": "Ольга Никитина", "type": "personal_chat", "id": 1, "messages": messages}))
    journal.imports.take(shore.client, export, Asked(me="Elena Marín"))
    assert verify_path(journal.path, [held]).verdict is Verdict.ACKNOWLEDGED
    (number,) = [entry.seq for entry in journal.reading.search("ДубоваяРоща")]
    journal.erasing.erase(journal.erasing.plan([number]), GROUNDS)
    assert verify_path(journal.path, [held]).verdict is Verdict.HELD


def test_a_check_says_that_an_erasure_waits_for_its_end(shore: Shore, monkeypatch: pytest.MonkeyPatch) -> None:
    """4.7: words may still be in files, and the owner is told."""
    number = write(shore)

    def busy(*_: object) -> None:
        raise Unavailable("Another program is reading the journal.")

    with monkeypatch.context() as patch, pytest.raises(Unavailable):
        patch.setattr("app.journal.erasing.sweep_out", busy)
        shore.journal.erasing.erase(shore.journal.erasing.plan([number]), GROUNDS)
    assert "unfinished" in [note.code for note in check_journal(shore.journal).notes]
    assert shore.journal.erasing.finish() is not None
    assert found_in(shore, *WORDS) == []
