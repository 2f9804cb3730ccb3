"""The preview of a pasted piece of a chat: who, when, which direction; what is not sure is asked (5.2)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.shore import HERE, Shore
from ui.dialogs.paste import PastePreview
from ui.widgets.text import Text

TALK = "[09:05, 15/05/2026] Lucía: Hola\n[09:10, 15/05/2026] Elena: Dime\n[09:12, 15/05/2026] Ana: Yo también"
OPEN = "[09:05, 03/05/2026] Lucía: Hola\n[09:10, 03/05/2026] Elena: Dime"


def preview(shore: Shore, behind: QWidget, text: str = TALK) -> PastePreview:
    made = PastePreview(shore.bench, shore.client, parent=behind, text=text)
    made.open()
    QApplication.processEvents()
    return made


def said(form: PastePreview) -> list[str]:
    return [each.text() for each in form.lines.findChildren(Text) if each.isVisible()]


def test_what_names_say_is_known_and_the_rest_is_asked(shore: Shore, behind: QWidget) -> None:
    form = preview(shore, behind)
    assert [field.editor.key for field in form.people.values()] == [str(shore.lucia), "0", ""]
    assert said(form)[:4] == ["Fri 15 May, 09:05, received from Lucía", "Hola", "Fri 15 May, 09:10, sent by me", "Dime"]
    size = shore.journal.size_and_head()
    form.save()
    assert form.isVisible()
    assert form.people["Ana"].error == "Choose one: the journal guesses nothing."
    assert shore.journal.size_and_head() == size


def test_the_piece_is_written_in_one_act_with_its_source(shore: Shore, behind: QWidget) -> None:
    form = preview(shore, behind)
    form.people["Ana"].editor.choose("-1")
    acts: list[tuple[int, ...]] = []
    shore.journal.when_kept(acts.append)
    form.save()
    assert len(acts) == 1
    lucia, elena, ana = [entry for entry in shore.entries() if entry.kind.startswith("message.")]
    assert (lucia.kind, lucia.text, lucia.body["person"]) == ("message.received", "Hola", shore.lucia)
    assert lucia.happened == datetime(2026, 5, 15, 9, 5, tzinfo=HERE)
    assert lucia.body["source"]["id"].startswith("paste:")
    assert lucia.body["source"]["place"] == "pasted, line 1"
    assert (elena.kind, elena.text) == ("message.sent", "Dime")
    new = shore.journal.clients.person_named(shore.client, "Ana")
    assert new is not None
    assert ana.body["person"] == new.number


def test_pasting_twice_adds_only_what_is_new(shore: Shore, behind: QWidget) -> None:
    first = preview(shore, behind, "[09:05, 15/05/2026] Lucía: Hola\n[09:10, 15/05/2026] Elena: Dime")
    first.save()
    again = preview(shore, behind, "[09:10, 15/05/2026] Elena: Dime\n[09:11, 15/05/2026] Lucía: Nada")
    again.save()
    assert [entry.text for entry in shore.entries() if entry.kind.startswith("message.")] == ["Hola", "Dime", "Nada"]
    assert shore.bench.said[-1].endswith("1 message was there already.")
    same = preview(shore, behind, "[09:05, 15/05/2026] Lucía: Hola\n[09:10, 15/05/2026] Elena: Dime")
    same.save()
    assert same.channel.error == "Every message of this piece is recorded already."


def test_a_date_with_two_readings_is_asked_and_shown_with_its_weekday(shore: Shore, behind: QWidget) -> None:
    form = preview(shore, behind, OPEN)
    assert form.order is not None
    choices = [form.order.editor.itemText(at) for at in range(form.order.editor.count())]
    assert choices == ["Which day is it?", "Sunday, 3 May", "Thursday, 5 March"]
    assert said(form)[0].startswith("day not known yet")
    form.save()
    assert form.order.error
    form.order.editor.choose("month_first")
    form.order.editor.chosen.emit("month_first")
    QApplication.processEvents()
    assert said(form)[0] == "Thu 5 Mar, 09:05, received from Lucía"
    form.save()
    happened = [entry.happened for entry in shore.entries() if entry.kind.startswith("message.")]
    assert happened[0] == datetime(2026, 3, 5, 9, 5, tzinfo=HERE)


def test_a_name_that_fits_two_is_asked(shore: Shore, behind: QWidget) -> None:
    """A journal that is evidence does not guess a direction: the owner is an Elena, and so is somebody of theirs."""
    shore.journal.clients.add_person(shore.client, "Elena Ruiz", called="Elena")
    assert preview(shore, behind).people["Elena"].editor.key == ""


def test_a_piece_is_taken_back_at_once(shore: Shore, behind: QWidget) -> None:
    before = [flag.key for flag in shore.journal.desk.flags()]
    form = preview(shore, behind, "[09:05, 15/05/2026] Lucía: ¿Cuándo?\n[09:10, 15/05/2026] Elena: Mañana")
    form.save()
    shore.bench.back.take_back()
    messages = [entry for entry in shore.entries() if entry.kind.startswith("message.")]
    assert all(entry.retracted_by for entry in messages)
    assert [flag.key for flag in shore.journal.desk.flags()] == before


def test_messages_without_text_are_said(shore: Shore, behind: QWidget) -> None:
    form = preview(shore, behind, f"{OPEN}\n[09:11, 03/05/2026] Elena: ")
    assert said(form)[-1] == "1 message without text is not added."
