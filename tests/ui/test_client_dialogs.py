"""Small forms around a client: correct, retract, designate, request, everything an entry holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.shore import Shore, type_in
from ui.dialogs.agreement import ContactForm
from ui.dialogs.correct import Correct
from ui.dialogs.entry_details import EntryDetails
from ui.dialogs.request import RequestForm


def test_a_correction_is_an_entry_and_changes_none(shore: Shore, behind: QWidget) -> None:
    said = shore.journal.talk.sent(shore.client, "hasta el 30")
    form = Correct(shore.bench, shore.client, entry=said, parent=behind)
    form.text.editor.setPlainText("hasta el 27")
    type_in(form.reason.editor, "otra fecha")
    form.save()
    assert shore.last().kind == "entry.corrected"
    assert shore.journal.reading.entry(said).text == "hasta el 27"
    assert shore.journal.reading.entry(said).original == {"channel": "whatsapp", "text": "hasta el 30"}


def test_a_correction_without_a_reason_keeps_the_text(shore: Shore, behind: QWidget) -> None:
    said = shore.journal.talk.sent(shore.client, "hasta el 30")
    form = Correct(shore.bench, shore.client, entry=said, parent=behind)
    form.open()
    form.text.editor.setPlainText("hasta el 27")
    form.save()
    assert form.isVisible()
    assert form.reason.error == "A correction needs its reason. Write in a few words what was wrong."
    assert form.text.editor.toPlainText() == "hasta el 27"
    assert shore.last().seq == said


def test_a_correction_that_changes_nothing_is_none(shore: Shore, behind: QWidget) -> None:
    said = shore.journal.talk.sent(shore.client, "igual")
    form = Correct(shore.bench, shore.client, entry=said, parent=behind)
    type_in(form.reason.editor, "nada")
    form.save()
    assert shore.last().seq == said
    assert "Nothing is different yet" in form.text.error


def test_a_retraction_strikes_the_entry(shore: Shore, behind: QWidget) -> None:
    said = shore.journal.talk.sent(shore.client, "a otro")
    form = Correct(shore.bench, shore.client, entry=said, parent=behind)
    type_in(form.reason.editor, "wrong client")
    form.retract()
    assert shore.journal.reading.entry(said).retracted_by == shore.last().seq


def test_the_details_hold_both_times_and_all_keys(shore: Shore, behind: QWidget) -> None:
    said = shore.journal.talk.sent(shore.client, "hola")
    shore.journal.talk.correct(shore.client, said, {"text": "adiós"}, "por error")
    line = next(each for each in shore.journal.reading.lines(shore.client) if each.entry.seq == said)
    form = EntryDetails(shore.bench, shore.client, line=line, parent=behind)
    words = " | ".join(label.text() for label in form.findChildren(QLabel))
    assert "Happened Friday, 15 May, 10:15" in words
    assert "Recorded Friday, 15 May, 10:15" in words
    assert "What was written first" in words
    assert "hola" in words
    assert "adiós" in words
    assert "Corrected: por error" in words


def test_another_contact_ends_the_one_before(shore: Shore, behind: QWidget) -> None:
    form = ContactForm(shore.bench, shore.client, parent=behind)
    assert form.who.editor.currentText() == "Javier Ruiz"
    form.since.editor.set_day(date(2026, 6, 1))
    form.save.click()
    assert shore.kinds()[-2:] == ["contact.ended", "contact.designated"]
    periods = shore.journal.clients.periods(shore.client)
    assert [period.person for period in periods] == [shore.lucia, shore.javier]


def test_a_request_names_the_day_that_the_terms_give(shore: Shore, behind: QWidget) -> None:
    form = RequestForm(shore.bench, shore.client, parent=behind)
    assert form.due.editor.day == date(2026, 5, 20)
    assert form.term.text().endswith("Due Wednesday, 20 May.")
    form.lines.editor.setPlainText("12 fotos\nAcceso al dominio\n")
    form.save_only()
    made = shore.journal.requests.get(shore.last().seq)
    assert [each.text for each in made.items] == ["12 fotos", "Acceso al dominio"]
    assert made.due == date(2026, 5, 20)


def test_another_day_is_kept_as_agreed_by_hand(shore: Shore, behind: QWidget) -> None:
    form = RequestForm(shore.bench, shore.client, parent=behind)
    form.lines.editor.setPlainText("Fotos")
    form.due.editor.set_day(date(2026, 5, 27))
    assert "kept as agreed by hand" in form.term.text()
    form.save_only()
    assert shore.last().body["due"] == "2026-05-27"
    assert shore.last().body["rule"] == "by_hand"


def test_a_request_can_be_needed_for_an_edit(shore: Shore, behind: QWidget) -> None:
    edit = shore.journal.edits.request(shore.client, "Galería", title="Galería")
    form = RequestForm(shore.bench, shore.client, parent=behind, needed_for=[edit])
    form.lines.editor.setPlainText("Fotos")
    form.save()
    assert shore.last().body["needed_for"] == [edit]
    dialog, _, what = shore.bench.opened[-1]
    assert dialog == "compose"
    assert "Fotos" in what["text"]
    assert "Galería" in what["text"]


def test_an_empty_request_says_what_is_missing(shore: Shore, behind: QWidget) -> None:
    before = shore.journal.size_and_head()
    form = RequestForm(shore.bench, shore.client, parent=behind)
    form.save()
    assert form.lines.error == "Write at least one line: what the client is to send or decide."
    assert shore.journal.size_and_head() == before
