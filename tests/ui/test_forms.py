"""The forms of a client in the window: listed, filled, left and found again, handed over, reworded, closed (1.9)."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.facts.forms import SORTS, FormTick
from app.papers.form_files import own_file
from tests.ui.shore import Shore, key, type_in
from ui.dialogs.form import FormSheet, FormsList
from ui.dialogs.form.more import CloseQuestion, SheetMenu
from ui.dialogs.form.tick_line import TickLine
from ui.dialogs.form.words import FormWords
from ui.dialogs.item import has_form, item_form
from ui.widgets.segmented import Segmented


@pytest.fixture
def behind(behind: QWidget, shore: Shore) -> QWidget:
    shore.bench.window = behind
    return behind


def sheet(shore: Shore, behind: QWidget, sort: str = "", form: int = 0) -> FormSheet:
    found = FormSheet(shore.bench, shore.client, parent=behind, sort=sort, form=form)
    found.open()
    QApplication.processEvents()
    return found


def question(form: FormSheet, wanted: str) -> QWidget:
    return next(each.editor for each in form.answers._questions if each.field.key == wanted)


def tick(form: FormSheet, wanted: str) -> TickLine:
    return next(each for each in form.answers._ticks if each.key == wanted)


def test_every_form_can_be_begun_from_the_list_and_those_begun_stand_first(shore: Shore, behind: QWidget) -> None:
    brief = shore.journal.forms.begin(shore.client, "brief")
    listed = FormsList(shore.bench, shore.client, parent=behind)
    listed.open()
    assert listed.table.chosen_key == str(brief)
    listed.save()
    assert shore.bench.opened[-1] == ("form", shore.client, {"form": brief})
    assert [row.key for row in listed._rows()] == [str(brief), *SORTS]
    again = FormsList(shore.bench, shore.client, parent=behind)
    again.open()
    again.table.choose("survey")
    key(again.table, Qt.Key.Key_Return)
    assert [str(said) for said in shore.bench.opened[-1][2].values()] == ["survey"]


def test_from_the_menu_bar_the_client_is_chosen_in_the_list(shore: Shore, behind: QWidget) -> None:
    other = shore.journal.clients.add("Casa Jacaranda", zone="Europe/Madrid")
    brief = shore.journal.forms.begin(other, "brief")
    listed = FormsList(shore.bench, 0, parent=behind)
    listed.open()
    assert listed.client == shore.client
    assert not listed.whom.isHidden()
    listed._take_client(str(other))
    assert listed.title.text() == "Forms for Casa Jacaranda"
    assert listed.table.chosen_key == str(brief)
    listed.save()
    assert shore.bench.opened[-1] == ("form", other, {"form": brief})
    assert FormsList(shore.bench, other, parent=behind).whom.isHidden()


def test_answers_and_ticks_are_recorded_and_a_blank_form_is_begun_with_them(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "brief")
    type_in(question(form, "business"), "Clínica — dental")
    tick(form, "site_access").box.setChecked(True)
    form.head.choose(str(shore.lucia))
    form.save()
    assert not form.isVisible()
    assert shore.kinds()[-2:] == ["form.begun", "form.filled"]
    (found,) = shore.journal.forms.of_client(shore.client)
    assert (found.fields, found.ticks) == ({"business": "Clínica — dental"}, ("site_access",))
    assert (found.language, found.given_by) == ("es", shore.lucia)
    assert shore.bench.said[-1] == f"Saved as entry {found.fills[0].entry}."


def test_a_second_saving_records_what_was_changed_and_takes_back_what_was_emptied(
    shore: Shore, behind: QWidget
) -> None:
    shore.journal.forms.answer(shore.client, "brief", fields={"business": "x", "limits": "y"}, ticks=["site_access"])
    number = shore.journal.forms.of_client(shore.client)[0].number
    form = sheet(shore, behind, form=number)
    assert not form.changed
    question(form, "limits").clear()  # type: ignore[attr-defined]
    tick(form, "site_access").box.setChecked(False)
    form.save()
    found = shore.journal.forms.get(number)
    assert (found.fields, found.ticks) == ({"business": "x"}, ())


def test_the_rows_of_expectations_become_words_agreed_on(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "expectations")
    rows = form.answers._tables[0]
    for _ in range(2):
        rows.more.click()
    assert {"word_5", "measure_5"} <= set(rows.fields)
    type_in(rows._cells["word_5"], "Urgente")
    type_in(rows._cells["mine_5"], "hoy")
    form.save()
    assert [each.word for each in shore.journal.understandings.of_client(shore.client)] == ["Urgente"]
    assert shore.bench.said[-1].endswith("1 word was noted as well.")


def test_a_mark_is_given_and_taken_back_by_the_arrow_keys(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "survey")
    marks = question(form, "work")
    assert isinstance(marks, Segmented)
    chosen = next(part for part in marks._parts() if part.isChecked())
    key(chosen, Qt.Key.Key_End)
    assert form.draft.fields["work"] == "5"
    form.save()
    assert shore.last().kind == "feedback.given"
    assert shore.last().body["scores"] == {"work": "5"}


def test_leaving_asks_once_and_what_was_written_comes_back(shore: Shore, behind: QWidget) -> None:
    """6.2: Esc closes, a filled form asks once."""
    form = sheet(shore, behind, "brief")
    type_in(question(form, "business"), "A medias")
    key(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form.notices.said.startswith("Nothing is saved yet.")
    key(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert shore.journal.forms.of_client(shore.client) == ()
    again = sheet(shore, behind, "brief")
    assert again.draft.fields["business"] == "A medias"
    assert again.notices.said == "What you wrote and did not save is back."
    again._discard()
    assert not again.changed
    again.reject()
    assert not sheet(shore, behind, "brief").notices.said


def test_an_untouched_form_is_left_at_once(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "brief")
    key(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_refusal_keeps_the_form_and_its_answers(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "brief")
    form.save()
    assert form.isVisible()
    assert form.notices.said == "Nothing is answered yet. Write one answer or tick one sentence."
    question(form, "business").setPlainText("una\u0007 campana")  # type: ignore[attr-defined]
    form.save()
    assert "U+0007" in form.notices.said
    assert form.draft.fields["business"] == "una\u0007 campana"


def test_a_blank_form_changes_its_language_and_keeps_the_answers(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "brief")
    assert form.title.text() == "Cuestionario inicial"
    type_in(question(form, "business"), "Clinic")
    form.head._take_language("en")
    assert form.title.text() == "Brief"
    form.save()
    (found,) = shore.journal.forms.of_client(shore.client)
    assert (found.language, found.fields) == ("en", {"business": "Clinic"})


@pytest.mark.parametrize(("sort", "first"), [("launch", "opens"), ("brief", "contact"), ("expectations", "word_1")])
def test_writing_begins_at_the_top(shore: Shore, behind: QWidget, sort: str, first: str) -> None:
    form = sheet(shore, behind, sort)
    places: dict[str, QWidget] = {each.key: each.box for each in form.answers._ticks}
    places |= {each.field.key: each.editor for each in form.answers._questions}
    places |= {key: cell for table in form.answers._tables for key, cell in table._cells.items()}
    assert form.answers.first_field() is places[first]


def test_a_click_on_the_sentence_ticks_its_box(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "launch")
    line = tick(form, "opens")
    place = QPointF(line.width() - 5, line.height() / 2)
    for kind in (QMouseEvent.Type.MouseButtonPress, QMouseEvent.Type.MouseButtonRelease):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        world = QPointF(line.mapToGlobal(QPoint(0, 0))) + place
        QApplication.sendEvent(line, QMouseEvent(kind, place, world, left, left, none))
    assert form.draft.ticks == ("opens",)


def test_the_form_is_copied_as_text_with_what_stands_in_it(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "good_request")
    type_in(question(form, "we_ask"), "Un botón rojo")
    form.handing.copy()
    said = QGuiApplication.clipboard().text()
    assert said.startswith("Una buena petición")
    assert "Un botón rojo" in said and "____" in said
    assert form.notices.said == "Copied. Copying is not sending."


def test_the_form_is_saved_as_a_pdf_and_a_full_disk_is_said_in_the_form(
    shore: Shore, behind: QWidget, tmp_path: Path
) -> None:
    form = sheet(shore, behind, "brief")
    assert form.handing.write(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert form.notices.said == "Saved as brief.pdf."
    assert not form.handing.write(tmp_path / "nowhere" / "brief.pdf")
    assert "could not be written" in form.notices.said


def test_the_form_goes_into_a_message_and_what_was_written_is_kept(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "good_request")
    type_in(question(form, "we_ask"), "Un botón")
    next(each for each in SheetMenu(form).actions() if each.data() == "send").trigger()
    dialog, client, what = shore.bench.opened[-1]
    assert (dialog, client) == ("compose", shore.client)
    assert "Un botón" in str(what["text"])
    assert sheet(shore, behind, "good_request").draft.fields["we_ask"] == "Un botón"


def test_a_form_is_opened_from_its_row_like_any_item(shore: Shore, behind: QWidget) -> None:
    brief = shore.journal.forms.begin(shore.client, "brief")
    assert has_form(shore.journal.reading.item(brief))
    opened = item_form(shore.bench, shore.client, item=brief, parent=behind)
    assert isinstance(opened, FormSheet) and opened.form is not None
    assert opened.form.number == brief


def test_a_form_is_closed_with_its_reason_and_can_only_be_read_then(shore: Shore, behind: QWidget) -> None:
    shore.journal.forms.answer(shore.client, "brief", fields={"business": "x"})
    number = shore.journal.forms.of_client(shore.client)[0].number
    form = sheet(shore, behind, form=number)
    assert "close" in [each.data() for each in SheetMenu(form).actions()]
    CloseQuestion(form)._close(" Todo claro ")
    assert (shore.last().kind, shore.last().body["reason"]) == ("form.closed", "Todo claro")
    assert not form.isVisible()
    closed = sheet(shore, behind, form=number)
    assert closed.primary.isHidden() and not closed.answers.isEnabled()
    assert "close" not in [each.data() for each in SheetMenu(closed).actions()]
    closed.save()
    assert shore.last().kind == "form.closed"


def test_the_owner_changes_the_words_of_a_form_and_goes_back(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "good_request")
    type_in(question(form, "we_ask"), "Un botón")
    words = FormWords(form)
    words.open()
    assert words.reset.isHidden()
    words.heading.editor.setText("Cómo pedir")
    words.parts[0].add_question()
    words.parts[0].written[-1].text.setText("¿Para quién es?")
    words.parts[0].written[0].removed.emit(words.parts[0].written[0])
    words.save()
    assert form.title.text() == "Cómo pedir"
    labels = [each.field.label for each in form.answers._questions]
    assert "¿Para quién es?" in labels and "Qué hacemos" not in labels
    assert form.draft.fields["we_ask"] == "Un botón"
    again = FormWords(form)
    again.open()
    assert not again.reset.isHidden()
    again.reset.click()
    assert form.title.text() == "Una buena petición"


def test_leaving_changed_words_asks_once_and_leaves_the_form_as_it_was(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "good_request")
    untouched = FormWords(form)
    untouched.open()
    untouched.reject()
    assert not untouched.isVisible()
    words = FormWords(form)
    words.open()
    words.heading.editor.setText("Otra")
    words.reject()
    assert words.isVisible() and words._notices.said.startswith("The words you changed are not saved.")
    words.reject()
    assert not words.isVisible()
    assert not shore.journal.forms.has_own_text("good_request", "es")


def test_a_client_without_forms_in_his_language_gets_them_in_english_with_a_line(shore: Shore, behind: QWidget) -> None:
    shore.journal.clients.change(shore.client, language="de")
    form = sheet(shore, behind, "brief")
    assert form.title.text() == "Brief"
    assert form.notices.said == "There is no form in the client's language; this one is in English."


def test_words_that_make_no_form_are_refused_where_they_are_written(shore: Shore, behind: QWidget) -> None:
    form = sheet(shore, behind, "good_request")
    words = FormWords(form)
    words.open()
    words.heading.editor.setText(" ")
    words.save()
    assert words.isVisible()
    assert words._notices.said == "The form needs a title."


def test_a_table_without_columns_is_shown_and_painted(shore: Shore, behind: QWidget, tmp_path: Path) -> None:
    text = shore.journal.forms.text("expectations", "es").text
    tick_alone = replace(text.parts[0], fields=(), ticks=(FormTick(key="own1", text="Claro"),))
    shore.journal.forms.keep_text(replace(text, parts=(tick_alone,)))
    form = sheet(shore, behind, "expectations")
    assert form.answers.first_field() is tick(form, "own1").box
    assert form.handing.write(tmp_path / "form.pdf")


def test_a_damaged_own_form_is_said_over_the_shipped_one(shore: Shore, behind: QWidget) -> None:
    path = own_file(shore.journal.forms.own_folder, "brief", "es")
    path.parent.mkdir(parents=True)
    path.write_text("title =", encoding="utf-8")
    form = sheet(shore, behind, "brief")
    assert form.title.text() == "Cuestionario inicial"
    assert form.notices.said.startswith("Your own version of this form, brief.toml, cannot be used.")
    assert not FormWords(form).reset.isHidden()


def test_an_answer_to_a_question_that_is_gone_is_neither_a_change_nor_lost(shore: Shore, behind: QWidget) -> None:
    shore.journal.forms.answer(shore.client, "brief", fields={"business": "x"}, ticks=["site_access"])
    number = shore.journal.forms.of_client(shore.client)[0].number
    text = shore.journal.forms.text("brief", "es").text
    shore.journal.forms.keep_text(replace(text, parts=text.parts[:1]))
    form = sheet(shore, behind, form=number)
    assert not form.changed
    type_in(question(form, "reach"), "por la tarde")
    form.save()
    found = shore.journal.forms.get(number)
    assert (found.fields, found.ticks) == ({"business": "x", "reach": "por la tarde"}, ("site_access",))
