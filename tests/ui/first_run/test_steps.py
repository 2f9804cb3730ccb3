"""First run: from the first key to a journal on the disk; what it asks for, what it keeps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.first_run.steps import ALT, Open, enter, go_on, name_both, without_annex
from tests.ui.hands import focused, press, tab, write
from ui.dialogs.first_run.draft_file import draft_file, load_draft


def test_the_keyboard_alone_leads_from_the_first_key_to_a_journal_on_the_disk(begin: Open, tmp_path: Path) -> None:
    window = begin()
    name_both(window)
    enter()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    tab()
    write("laptev@kedr.example")
    go_on()
    go_on()
    assert window.given.step == 3
    while focused() is not window.terms.annex:
        tab()
    press(Qt.Key.Key_Space)
    go_on()
    [journal] = window.journals
    assert (tmp_path / "journal.ashore").exists()
    [client] = journal.clients.all()
    speaker = journal.clients.contact(client.number)
    agreed = journal.agreements.in_force(client.number)
    assert (client.name, speaker.name) == ("Кедровый дом", "Дмитрий Лаптев")
    assert agreed.terms.preferred.address == speaker.addresses[0].address == "laptev@kedr.example"
    assert agreed.entry > 0
    assert journal.reading.owner().name == "Elena Marín"


def test_what_it_would_mean_today_follows_the_preset(begin: Open) -> None:
    window = begin()
    name_both(window)
    go_on()
    said = " ".join(window.terms.meaning.sentences)
    assert "Дмитрий writes today, Friday, 20 November, at 11:42: your answer is due by 13:42." in said
    assert "An edit asked today is ready by Wednesday, 25 November." in said
    assert "The first call is due by Friday, 4 December." in said
    press(Qt.Key.Key_Right)
    said = " ".join(window.terms.meaning.sentences)
    assert "your answer is due by 12:42" in said
    assert "An edit asked today is ready by Tuesday, 24 November." in said
    assert "The first sheet goes out today." in said


def test_a_single_term_changes_its_own_sentence_only(begin: Open) -> None:
    window = begin()
    name_both(window)
    go_on()
    before = window.terms.meaning.sentences
    field = window.terms.terms.terms["edits"]
    field.setFocus()
    press(Qt.Key.Key_Down)
    after = window.terms.meaning.sentences
    assert after[1] == "An edit asked today is ready by Thursday, 26 November."
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [after[1]]


def test_only_the_names_hold_next_up_and_say_so_under_their_fields(begin: Open) -> None:
    window = begin()
    enter()
    assert (window.given.step, window.you.name.error) == (0, "A name is needed for the papers. Write your own.")
    assert focused() is window.you.name.editor
    write("E")
    assert window.you.name.error == ""
    enter()
    enter()
    fields = window.client.fields
    assert window.given.step == 1
    assert fields.name.error == "A name is needed. Write how the client is called in the contract."
    assert fields.contact.error == "One person has to speak for the client. Write their name."
    assert focused() is fields.name.editor


def test_closing_keeps_the_draft_and_the_next_start_shows_it(begin: Open) -> None:
    window = begin()
    name_both(window)
    window.close()
    kept = load_draft()
    assert kept is not None
    assert (kept.step, kept.client.name, kept.client.contact) == (2, "Кедровый дом", "Дмитрий Лаптев")
    again = begin()
    assert again.given == kept
    assert again.you.name.editor.text() == "Elena Marín"


def test_a_draft_that_cannot_be_read_begins_anew(begin: Open) -> None:
    begin().close()
    draft_file().write_text('{"step": "two"}', encoding="utf-8")
    assert begin().given.step == 0


def test_the_finished_journal_forgets_the_draft(begin: Open) -> None:
    window = begin()
    name_both(window)
    go_on()
    without_annex(window)
    go_on()
    assert window.journals
    assert not draft_file().exists()


def test_back_keeps_everything(begin: Open) -> None:
    window = begin()
    name_both(window)
    press(Qt.Key.Key_Left, ALT)
    press(Qt.Key.Key_Left, ALT)
    assert window.given.step == 0
    assert window.you.name.editor.text() == "Elena Marín"
    go_on()
    assert window.client.fields.contact.editor.text() == "Дмитрий Лаптев"


def test_skipping_the_client_opens_a_journal_of_the_owner_alone(begin: Open) -> None:
    window = begin()
    write("Elena Marín")
    enter()
    window.foot.skip.setFocus()
    enter()
    [journal] = window.journals
    assert journal.clients.all() == []


def test_skipping_the_terms_agrees_on_nothing(begin: Open) -> None:
    window = begin()
    name_both(window)
    go_on()
    window.foot.skip.setFocus()
    enter()
    [journal] = window.journals
    [client] = journal.clients.all()
    assert journal.agreements.in_force(client.number).entry == 0
    assert journal.clients.contact(client.number).name == "Дмитрий Лаптев"


def test_a_journal_that_is_there_already_is_not_written_over(begin: Open, tmp_path: Path) -> None:
    (tmp_path / "journal.ashore").write_bytes(b"somebody else's")
    window = begin()
    name_both(window)
    go_on()
    go_on()
    assert not window.journals
    assert (tmp_path / "journal.ashore").read_bytes() == b"somebody else's"
    assert window.given.client.name == "Кедровый дом"
    assert window.refusal


def test_sample_data_is_asked_for_and_what_was_typed_stays(begin: Open) -> None:
    window = begin()
    asked: list[bool] = []
    window.sample.connect(lambda: asked.append(True))
    write("Elena")
    window.foot.sample.setFocus()
    enter()
    kept = load_draft()
    assert asked == [True]
    assert kept is not None
    assert kept.name == "Elena"
