"""The call note on a real journal: outcomes are kept, items are made, nothing typed is lost."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.facts.work import Edit, Request
from tests.ui.shore import HERE, Shore, key, type_in
from ui.dialogs.call import CallNote
from ui.dialogs.call.missed import Missed
from ui.dialogs.compose import Compose
from ui.dialogs.item.call_item import CallItem
from ui.dialogs.paper import PaperWindow
from ui.kept_call import KeptCall, last_kept
from ui.widgets.text import Text

ENTER = Qt.Key.Key_Return
ONE = datetime(2026, 5, 15, 13, 0, tzinfo=HERE)


@pytest.fixture
def plan(shore: Shore) -> int:
    number = shore.journal.calls.plan(
        shore.client, local="2026-05-15T13:00", zone="Europe/Madrid", minutes=30, channel="video",
        topics=["Precios", "Campaña"],
    )  # fmt: skip
    shore.clock.move_to(ONE)
    return number


def open_note(shore: Shore, qtbot: QtBot, call: int = 0) -> CallNote:
    found = CallNote(shore.bench, shore.client, call=call)
    qtbot.addWidget(found)
    found.show()
    QApplication.processEvents()
    return found


def write(note: CallNote, topic: int, what: str, who: int, by: str) -> None:
    editor = note.cards[topic].editor
    type_in(editor.what, what)
    editor.who.choose(str(who))
    editor.who.chosen.emit(str(who))
    type_in(editor.by, by)
    key(editor.by, ENTER)


def test_the_agreed_topics_are_there_and_want_an_outcome(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    assert [card.topic.title for card in note.cards] == ["Precios", "Campaña"]
    assert all(card.topic.agreed for card in note.cards)
    assert note.left.text() == "2 topics left"


def test_the_timer_counts_and_says_what_is_left_and_over(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    shore.later(minutes=12, seconds=47)
    note.tick()
    assert (note.timer.digits.text(), note.timer.left.text()) == ("12:47", "18 min left")
    shore.later(minutes=22)
    note.tick()
    assert note.timer.left.text() == "4 min over"


def test_a_pause_does_not_count(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    shore.later(minutes=5)
    note.timer.pausing.click()
    shore.later(minutes=10)
    note.timer.pausing.click()
    shore.later(minutes=1)
    note.tick()
    assert note.timer.digits.text() == "06:00"


@pytest.mark.parametrize(("typed", "day"), [("wed", date(2026, 5, 20)), ("25", date(2026, 5, 25)),
                                            ("in 2 days", date(2026, 5, 17))])  # fmt: skip
def test_by_when_is_understood_and_shown_with_its_weekday(
    shore: Shore, plan: int, qtbot: QtBot, typed: str, day: date
) -> None:
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Publicar", 0, typed)
    assert note.cards[0].topic.outcomes[0].by == day


def test_a_day_that_is_none_is_not_taken(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Publicar", 0, "soonish")
    assert note.cards[0].topic.outcomes == ()
    assert "This is no day yet" in note.cards[0].editor.hint.text()


def test_saving_keeps_the_outcomes_and_makes_the_items(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Publicar las tarifas", 0, "wed")
    write(note, 0, "Enviar el PDF", shore.lucia, "mon")
    note.cards[1].editor.nothing.click()
    shore.later(minutes=24)
    note.tick()
    note.minutes.slider.setValue(18)
    note.save()
    held = next(entry for entry in shore.entries() if entry.kind == "call.held")
    assert held.body["item"] == plan
    assert (held.body["minutes"], held.body["on_topic_minutes"], held.body["off_topic_minutes"]) == (24, 18, 6)
    assert held.body["participants"] == [shore.lucia]
    assert held.body["topics"][1]["outcomes"] == [{"nothing_decided": True}]
    items = shore.journal.reading.open_items(shore.client)
    edit = next(item for item in items if isinstance(item, Edit))
    request = next(item for item in items if isinstance(item, Request))
    assert (edit.text, edit.promises[0].on) == ("Publicar las tarifas", date(2026, 5, 20))
    assert (request.title, request.due) == ("Enviar el PDF", date(2026, 5, 18))
    assert not note.isVisible()


def test_the_summary_is_ready_to_be_sent(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Enviar el PDF", shore.lucia, "mon")
    note.save()
    dialog, client, what = shore.bench.opened[-1]
    held = next(entry.seq for entry in shore.entries() if entry.kind == "call.held")
    assert (dialog, client, what["about"]) == ("compose", shore.client, (held,))
    assert "Enviar el PDF: Lucía" in what["text"]
    assert "lunes 18 de mayo" in what["text"]


def test_a_topic_left_open_is_said_and_stays_a_reason(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Publicar", 0, "wed")
    note.save()
    assert "1 topic has no outcome yet." in shore.bench.said[-1]
    assert "F11" in [flag.rule for flag in shore.journal.desk.flags()]


def test_a_line_that_was_begun_is_saved_with_the_call(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    type_in(note.cards[0].editor.what, "Publicar")
    note.save()
    held = next(entry for entry in shore.entries() if entry.kind == "call.held")
    assert held.body["topics"][0]["outcomes"][0]["what"] == "Publicar"


def test_a_topic_added_on_the_call_was_not_agreed_beforehand(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    note.adding.click()
    type_in(note.cards[2].title, "Logotipo")
    note.cards[2].editor.nothing.click()
    note.save()
    held = next(entry for entry in shore.entries() if entry.kind == "call.held")
    assert [topic.get("agreed", False) for topic in held.body["topics"]] == [True, True, False]


def test_closing_keeps_everything_and_the_timer_goes_on(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Publicar", 0, "wed")
    type_in(note.cards[1].editor.what, "Presupuesto de 300 €")
    note.close()
    shore.later(minutes=7)
    again = open_note(shore, qtbot, plan)
    assert again.cards[0].topic.outcomes[0].what == "Publicar"
    assert again.cards[1].editor.what.text() == "Presupuesto de 300 €"
    assert again.timer.digits.text() == "07:00"


def test_what_is_typed_lies_in_a_file_two_seconds_later(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    assert note.leaving.timer.interval() <= 2000
    type_in(note.cards[0].editor.what, "Sin guardar")
    note.leaving.timer.timeout.emit()
    found = last_kept(shore.journal.log_id)
    assert isinstance(found, KeptCall)
    assert found.topics[0].begun.what == "Sin guardar"


def test_a_saved_call_leaves_no_kept_note_behind(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    note.leaving.keep()
    write(note, 0, "Publicar", 0, "wed")
    note.save()
    assert last_kept(shore.journal.log_id) is None


def test_an_unplanned_call_begins_with_one_empty_topic(shore: Shore, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot)
    assert [card.topic.title for card in note.cards] == [""]
    note.save()
    assert note.isVisible()
    assert note.problem.accessibleName() == "Write at least one topic: what was talked about."
    assert "call.held" not in shore.kinds()


def test_a_missed_call_asks_by_whom(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    shore.later(hours=1)
    note.missing.click()
    dialog = note.findChild(Missed)
    assert dialog is not None
    dialog.mine.setChecked(True)
    dialog.reason.editor.setText("tráfico")
    dialog.save()
    missed = shore.entries()[-1]
    assert missed.kind == "call.missed"
    assert (missed.body["missed_by"], missed.body["reason"]) == ("me", "tráfico")
    assert not note.isVisible()


def test_a_telephone_that_is_not_agreed_is_remarked_and_saved(shore: Shore, qtbot: QtBot) -> None:
    note = CallNote(shore.bench, shore.client, channel="phone", text="Urgente")
    qtbot.addWidget(note)
    note.show()
    words = " ".join(each.accessibleName() for each in note.findChildren(type(note.problem)))
    assert "Phone is not agreed with this client. The call is saved with this remark." in words
    note.cards[0].editor.nothing.click()
    note.save()
    assert shore.entries()[-1].body["channel"] == "phone"


def test_delete_takes_an_outcome_out_and_enter_edits_it(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Uno", 0, "wed")
    write(note, 0, "Dos", 0, "wed")
    key(note.cards[0].written[0], Qt.Key.Key_Delete)
    assert [each.what for each in note.cards[0].topic.outcomes] == ["Dos"]
    key(note.cards[0].written[0], ENTER)
    assert note.cards[0].editor.what.text() == "Dos"


def test_a_final_call_proposes_its_three_topics_and_leaves_feedback(shore: Shore) -> None:
    """F25: results, the plan of the next month, their opinion; the last one is feedback of its own."""
    note = CallNote(shore.bench, shore.client)
    note.head.purpose.take("final")
    titled = [card for card in note.cards if card.topic.title]
    assert len(titled) == 3
    for card, said in zip(titled, ("12 solicitudes", "Nueva campaña", "Todo bien"), strict=True):
        card.open_line()
        card.editor.what.setText(said)
    note.save()
    held = next(entry for entry in shore.entries() if entry.kind == "call.held")
    assert held.body["purpose"] == "final"
    assert [o["becomes"] for topic in held.body["topics"] for o in topic["outcomes"]][::2] == ["nothing", "nothing"]
    assert "feedback.given" in shore.kinds()


def test_a_call_that_nobody_planned_is_marked_as_ad_hoc(shore: Shore) -> None:
    """D13: in the head of the note; and no purpose is recorded that nobody chose."""
    note = CallNote(shore.bench, shore.client)
    assert "ad hoc" in " ".join(each.text() for each in note.head.findChildren(Text))
    assert note.head.purpose.key == ""


def test_a_held_call_can_be_printed_from_its_form_and_from_the_message(shore: Shore, plan: int, qtbot: QtBot) -> None:
    """D14, 5.1: the summary as a paper, in the client's language, with the same preview as every paper."""
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Publicar las tarifas", 0, "wed")
    note.cards[1].editor.nothing.click()
    note.save()
    form = CallItem(shore.bench, shore.journal.calls.get(plan))
    qtbot.addWidget(form)
    form._print()
    _, client, what = shore.bench.opened[-1]
    compose = Compose(shore.bench, client, about=what["about"])
    qtbot.addWidget(compose)
    assert not compose.drafting.printing.isHidden()
    compose.drafting.printing.click()
    papers = [*form.findChildren(PaperWindow), *compose.findChildren(PaperWindow)]
    for paper in papers:
        assert "Publicar las tarifas" in paper.text
        assert "Elena, mié 20 may" in paper.text
    assert len(papers) == 2


def test_a_message_about_something_else_offers_no_summary(shore: Shore, qtbot: QtBot) -> None:
    compose = Compose(shore.bench, shore.client)
    qtbot.addWidget(compose)
    assert compose.drafting.printing.isHidden()


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("en", "wed", date(2026, 5, 20)), ("en", "25", date(2026, 5, 25)), ("en", "in 2 days", date(2026, 5, 17)),
        ("ru", "ср", date(2026, 5, 20)), ("ru", "25", date(2026, 5, 25)), ("ru", "через 2 дня", date(2026, 5, 17)),
        ("es", "mié", date(2026, 5, 20)), ("es", "25", date(2026, 5, 25)), ("es", "en 2 días", date(2026, 5, 17)),
    ],
)  # fmt: skip
def test_by_when_is_understood_in_the_language_of_the_window(
    shore: Shore, plan: int, qtbot: QtBot, language: str, typed: str, day: date
) -> None:
    """6.6: and the field shows the date with its weekday."""
    shore.bench.language = language
    note = open_note(shore, qtbot, plan)
    write(note, 0, "Publicar", 0, typed)
    assert note.cards[0].topic.outcomes[0].by == day
    assert shore.bench.words.date(day, short=True) in note.cards[0].written[0].accessibleName()


def test_the_slider_moves_by_one_minute_and_by_five(shore: Shore, plan: int, qtbot: QtBot) -> None:
    """6.6: Left and Right 1 minute, the page keys 5."""
    note = open_note(shore, qtbot, plan)
    shore.later(minutes=20)
    note.tick()
    slider = note.minutes.slider
    for pressed, off in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_PageDown, 6), (Qt.Key.Key_Right, 5), (Qt.Key.Key_PageUp, 0)):
        key(slider, pressed)
        assert note.minutes.off == off


def test_the_pin_keeps_the_window_on_top(shore: Shore, plan: int, qtbot: QtBot) -> None:
    note = open_note(shore, qtbot, plan)
    note.head.pin.click()
    assert note.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    note.head.pin.click()
    assert not note.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert note.isVisible()


def test_who_offers_me_the_contact_the_others_and_third_parties(shore: Shore, plan: int, qtbot: QtBot) -> None:
    shore.journal.record("person.added", shore.client, {"name": "Imprenta Sol", "third_party": True})
    note = open_note(shore, qtbot, plan)
    who = note.cards[0].editor.who
    assert [who.itemText(at) for at in range(who.count())] == ["me", "Lucía", "Javier", "Imprenta Sol"]
