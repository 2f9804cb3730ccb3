"""The edit request on a real journal: the date changes while typing, and what is saved is what was shown."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shore import FRIDAY, HERE, Shore, key, type_in
from ui.dialogs.edit import EditForm
from ui.theme import Theme


@pytest.fixture
def form(shore: Shore, qtbot: QtBot) -> EditForm:
    return open_form(shore, qtbot)


def open_form(shore: Shore, qtbot: QtBot, **what: object) -> EditForm:
    behind = QWidget()
    behind.resize(1360, 860)
    qtbot.addWidget(behind)
    behind.show()
    shore.bench.window = behind
    found = EditForm(shore.bench, shore.client, parent=behind, **what)  # type: ignore[arg-type]
    found.open()
    QApplication.processEvents()
    return found


def fill(form: EditForm, text: str) -> None:
    type_in(form.facts.text.editor, text)


def test_a_request_of_friday_is_promised_for_wednesday(form: EditForm) -> None:
    assert form.promise.date.text() == "Wednesday, 20 May"
    assert form.promise.below.text() == "by 18:00, the same hour in Valencia and Madrid"
    assert form.promise.count.accessibleName() == (
        "Received Friday, 15 May. Off: Saturday and Sunday. Full days: Monday and Tuesday. Due Wednesday, 20 May."
    )


def test_the_date_follows_the_size(form: EditForm) -> None:
    form.facts.size_of.choose("small")
    form.facts.size_of.changed.emit("small")
    assert form.promise.date.text() == "Tuesday, 19 May"
    assert form.facts.term.text() == "1 working day, after full days"


def test_the_draft_follows_every_letter_in_the_clients_language(form: EditForm) -> None:
    fill(form, "Precios de ortodoncia")
    assert "«Precios de ortodoncia»" in form.promise.draft.text
    assert "miércoles 20 de mayo" in form.promise.draft.text
    assert form.promise.draft.label.text() == "For Lucía, in Spanish"


def test_a_draft_that_was_edited_is_kept_as_edited(form: EditForm) -> None:
    fill(form, "Precios")
    form.promise.draft.field.setPlainText("")
    type_in(form.promise.draft.field, "Lo mío")
    fill(form, " y fotos")
    assert form.promise.draft.text == "Lo mío"


def test_saving_writes_the_request_and_an_untold_promise_with_its_count(shore: Shore, form: EditForm) -> None:
    fill(form, "Precios de ortodoncia")
    form.save()
    assert shore.kinds()[-2:] == ["edit.requested", "edit.promised"]
    request, promise = shore.entries()[-2:]
    assert request.body["text"] == "Precios de ortodoncia"
    assert request.happened.astimezone(UTC) == FRIDAY
    assert promise.body["on"] == "2026-05-20"
    assert [line["is"] for line in promise.body["count"]] == ["received", "off", "off", "full", "full", "due"]
    assert "channel" not in promise.body
    assert "message" not in promise.body
    assert shore.bench.said[-1] == f"Saved as entry {request.seq}. The date is not told yet."
    assert [flag.rule for flag in shore.journal.desk.flags() if flag.item == request.seq] == ["F3"]


def test_save_and_write_opens_the_message_with_the_draft(shore: Shore, form: EditForm) -> None:
    fill(form, "Precios")
    draft = form.promise.draft.text
    form.save_and_write()
    dialog, client, what = shore.bench.opened[-1]
    assert (dialog, client) == ("compose", shore.client)
    assert what == {"text": draft, "about": (shore.entries()[-2].seq,)}


def test_the_message_about_the_edit_tells_its_date(shore: Shore, form: EditForm) -> None:
    fill(form, "Precios")
    form.save()
    edit = shore.entries()[-2].seq
    shore.journal.talk.sent(shore.client, "Estará el miércoles", about=[edit])
    assert not [flag for flag in shore.journal.desk.flags() if flag.rule == "F3"]


def test_a_provisional_date_is_said_to_be_one(shore: Shore, form: EditForm) -> None:
    fill(form, "Algo grande")
    form.promise.kind.choose("provisional")
    form.promise.kind.changed.emit("provisional")
    assert form.promise.date.text() == "Date told by Monday, 18 May"
    assert form.promise.below.text() == "The work itself is not yet counted"
    form.save()
    assert shore.last().body["provisional"] is True


def test_somebody_else_gets_no_date_and_the_contact_is_asked(shore: Shore, form: EditForm) -> None:
    fill(form, "Un vídeo en la portada")
    form.facts.asker.choose(shore.javier)
    form.facts.asker.changed.emit()
    assert form.promise.date.text() == "No date yet"
    assert form.promise.below.text() == "If Lucía confirms today, it would be Wednesday, 20 May"
    assert form.facts.asker.box.accessibleName().startswith("Javier Ruiz is not the contact The request is kept as")
    assert form.foot.write.text() == "Save and ask Lucía"
    assert "¿Lo confirmas?" in form.promise.draft.text
    form.save_and_write()
    assert shore.kinds()[-1] == "edit.requested"
    assert shore.last().body["person"] == shore.javier
    assert shore.bench.opened[-1][2]["about"] == (shore.last().seq,)


def test_a_new_name_is_entered_with_the_request(shore: Shore, form: EditForm) -> None:
    fill(form, "Otro logotipo")
    form.facts.asker.other.click()
    form.facts.asker.who.choose("new")
    form.facts.asker.name.setText("Carla")
    form.save()
    assert shore.kinds()[-2:] == ["person.added", "edit.requested"]
    assert shore.last().body["person"] == shore.entries()[-2].seq


def test_the_requests_of_a_voice_are_counted(shore: Shore, form: EditForm) -> None:
    shore.journal.edits.request(shore.client, "Antes", person=shore.javier, spent=70)
    form.facts.asker.choose(shore.javier)
    form.facts.asker.changed.emit()
    assert form.promise.voice.text() == "Before this from Javier Ruiz: 1 request since Fri 15 May, 1 h 10 min in all"


def test_a_channel_that_was_never_agreed_gets_the_same_box(form: EditForm) -> None:
    form.facts.channel.editor.choose("vk")
    form.facts.channel.editor.chosen.emit("vk")
    assert form.facts.asker.box.accessibleName().startswith("This channel is not agreed")
    assert form.promise.date.text() == "No date yet"


def test_a_full_day_offers_one_better_day(shore: Shore, qtbot: QtBot) -> None:
    for title in ("A", "B"):
        edit = shore.journal.edits.request(shore.client, title)
        promised = shore.journal.edits.count(shore.client, FRIDAY).promised
        shore.journal.edits.promise(edit, promised, channel="whatsapp")
    form = open_form(shore, qtbot)
    assert form.promise.remark.text() == (
        "Wednesday then holds 3 promises, your limit is 2. Thursday, 21 May has room."
    )
    form.promise.take.click()
    assert form.promise.date.text() == "Thursday, 21 May"
    fill(form, "C")
    form.save()
    assert shore.last().body["on"] == "2026-05-21"


def test_a_saturday_counts_from_monday(shore: Shore, qtbot: QtBot) -> None:
    shore.clock.move_to(datetime(2026, 5, 16, 12, 0, tzinfo=HERE))
    form = open_form(shore, qtbot)
    assert form.facts.received.hint.text() == "Saturday, counts from Monday"
    assert form.promise.date.text() == "Wednesday, 20 May"


def test_an_empty_form_leads_to_the_first_gap_and_writes_nothing(shore: Shore, form: EditForm) -> None:
    before = shore.journal.size_and_head()
    form.save()
    assert shore.journal.size_and_head() == before
    assert form.facts.text.error == "Write what exactly is to be changed."
    assert form.isVisible()


def test_tomorrow_is_asked_about(shore: Shore, form: EditForm) -> None:
    fill(form, "Precios")
    form.facts.received.day.set_day(date(2026, 5, 16))
    assert form.facts.received.error == "That is tomorrow. Today?"
    before = shore.journal.size_and_head()
    form.save()
    assert shore.journal.size_and_head() == before


def test_a_refused_request_keeps_the_text(shore: Shore, form: EditForm) -> None:
    form.facts.text.editor.setPlainText("una\u0007 campana")
    form.save()
    assert form.isVisible()
    assert form.facts.text.editor.toPlainText() == "una\u0007 campana"
    assert "U+0007" in form.foot.problem.text()


def test_files_dropped_on_the_dialog_become_examples(shore: Shore, form: EditForm, tmp_path: Path) -> None:
    example = tmp_path / "tarifas.pdf"
    example.write_bytes(b"%PDF-1.7 example")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(example)), QUrl("https://albor.example/tarifas")])
    assert form.facts.examples.take(mime)
    fill(form, "Según el PDF")
    form.save()
    body = shore.entries()[-2].body
    assert [each["name"] for each in body["attachments"]] == ["tarifas.pdf"]
    assert body["links"] == ["https://albor.example/tarifas"]
    assert shore.journal.files.sound(body["attachments"][0]["sha256"])


def test_work_outside_the_agreement_can_be_paid_extra(shore: Shore, form: EditForm) -> None:
    fill(form, "Una tienda")
    form.facts.outside.setChecked(True)
    form.facts.paid.setChecked(True)
    form.save()
    body = shore.entries()[-2].body
    assert (body["in_scope"], body["paid_extra"]) == ("no", True)


def test_without_an_agreement_the_default_terms_are_named(shore: Shore, qtbot: QtBot) -> None:
    other = shore.journal.clients.add("Otro", zone="Europe/Madrid")
    form = open_form(shore, qtbot)
    form._choose_client(other)
    form._ask()
    assert form.foot.agreement.text() == "No agreement yet, default terms"
    assert form.promise.date.text() == "Wednesday, 20 May"


def test_enter_in_a_field_does_not_close_the_form(shore: Shore, form: EditForm) -> None:
    form.facts.asker.other.click()
    key(form.facts.asker.name, Qt.Key.Key_Return)
    assert form.isVisible()


@pytest.mark.parametrize("language", ["ru", "es"])
def test_the_form_opens_in_every_language(tmp_path: Path, dressed: Theme, qtbot: QtBot, language: str) -> None:
    shore = Shore(tmp_path, language)
    form = open_form(shore, qtbot)
    assert form.promise.date.text() == {"ru": "Среда, 20 мая", "es": "Miércoles, 20 de mayo"}[language]
    shore.close()
