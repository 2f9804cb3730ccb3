"""One client's page on a real journal: the timeline tells what was written, quick add writes it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.shore import FRIDAY, HERE, Shore, key, type_in
from ui.layout import Layout
from ui.pages.client import ClientPage

ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(shore: Shore, qtbot: QtBot) -> ClientPage:
    found = ClientPage(shore.bench)
    qtbot.addWidget(found)
    found.resize(1144, 860)
    shore.bench.window = found
    found.show_client(shore.client)
    found.show()
    found.activateWindow()
    settle(shore, found)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def settle(shore: Shore, page: ClientPage) -> None:
    shore.bench.settle()
    QApplication.processEvents()


def again(shore: Shore, page: ClientPage) -> None:
    page.refresh()
    settle(shore, page)


def spoken(page: ClientPage, seq: int) -> str:
    timeline = page.journal.timeline
    row = timeline.lines.row_of(seq)
    assert row >= 0, f"entry {seq} is not loaded"
    return str(timeline.lines.data(timeline.lines.index(row), int(Qt.ItemDataRole.AccessibleTextRole)))


def test_quick_add_writes_one_entry_and_keeps_the_focus(shore: Shore, page: ClientPage) -> None:
    before, field = shore.journal.size_and_head()[0], page.journal.quick.field
    field.setFocus()
    type_in(field, "¿Cuándo estará? Срочно")
    key(field, ENTER)
    entry = shore.last()
    assert shore.journal.size_and_head()[0] == before + 1
    assert (entry.kind, entry.text) == ("message.received", "¿Cuándo estará? Срочно")
    assert entry.body["channel"] == "whatsapp"
    assert field.hasFocus()
    assert field.toPlainText() == ""
    assert "¿Cuándo estará?" in spoken(page, entry.seq)


def test_shift_enter_breaks_the_line_and_writes_nothing(shore: Shore, page: ClientPage) -> None:
    before, field = shore.journal.size_and_head(), page.journal.quick.field
    type_in(field, "uno")
    key(field, ENTER, "\n", SHIFT)
    type_in(field, "dos")
    assert shore.journal.size_and_head() == before
    assert field.toPlainText().replace("\u2028", "\n") == "uno\ndos"


@pytest.mark.parametrize(
    ("digit", "kind"),
    [
        (Qt.Key.Key_1, "message.received"),
        (Qt.Key.Key_2, "call.held"),
        (Qt.Key.Key_3, "edit.requested"),
        (Qt.Key.Key_4, "request.made"),
        (Qt.Key.Key_5, "note.written"),
    ],
)
def test_alt_and_a_digit_choose_the_kind(shore: Shore, page: ClientPage, digit: Qt.Key, kind: str) -> None:
    field = page.journal.quick.field
    key(field, digit, "", ALT)
    type_in(field, "algo")
    key(field, ENTER)
    assert shore.last().kind == kind


def test_a_time_at_the_end_of_the_line_is_when_it_happened(shore: Shore, page: ClientPage) -> None:
    field = page.journal.quick.field
    type_in(field, "Llamó por los precios @yesterday 16:00")
    key(field, ENTER)
    entry = shore.last()
    assert entry.text == "Llamó por los precios"
    assert entry.happened == datetime(2026, 5, 14, 16, 0, tzinfo=HERE)


def test_an_address_with_an_at_sign_stays_part_of_the_text(shore: Shore, page: ClientPage) -> None:
    field = page.journal.quick.field
    type_in(field, "Escribir a @lucia")
    key(field, ENTER)
    assert shore.last().text == "Escribir a @lucia"
    assert shore.last().happened == FRIDAY


def test_a_refused_entry_says_why_under_the_field_and_keeps_the_text(shore: Shore, page: ClientPage) -> None:
    before, quick = shore.journal.size_and_head(), page.journal.quick
    quick.field.insertPlainText("una\u0007 campana")
    key(quick.field, ENTER)
    assert shore.journal.size_and_head() == before
    assert quick.field.toPlainText() == "una\u0007 campana"
    assert not quick.problem.isHidden()
    assert "U+0007" in quick.problem.text()


def test_a_time_that_is_none_is_refused_and_keeps_the_text(shore: Shore, page: ClientPage) -> None:
    before, quick = shore.journal.size_and_head(), page.journal.quick
    type_in(quick.field, "algo @whenever 26:00")
    key(quick.field, ENTER)
    assert shore.journal.size_and_head() == before
    assert quick.field.toPlainText() == "algo @whenever 26:00"
    assert "@yesterday 16:00" in quick.problem.text()


def test_control_enter_opens_the_full_form_with_the_text(shore: Shore, page: ClientPage) -> None:
    quick = page.journal.quick
    key(quick.field, Qt.Key.Key_3, "", ALT)
    type_in(quick.field, "Cambiar el banner")
    key(quick.field, ENTER, "", CONTROL)
    dialog, client, what = shore.bench.opened[-1]
    assert (dialog, client) == ("edit", shore.client)
    assert what["text"] == "Cambiar el banner"


def test_a_pasted_piece_of_a_chat_is_offered_message_by_message(shore: Shore, page: ClientPage) -> None:
    mime = QMimeData()
    mime.setText("[09:05, 15/05/2026] Lucía: Hola\n[09:10, 15/05/2026] Elena: Dime")
    quick = page.journal.quick
    quick.field.insertFromMimeData(mime)
    assert quick.below.adding.text() == "Add as 2 messages"
    quick.below.adding.click()
    dialog, client, what = shore.bench.opened[-1]
    assert (dialog, client, what["text"]) == ("paste", shore.client, mime.text())
    what["then"]()
    assert quick.field.toPlainText() == ""


def test_the_notice_after_quick_add_offers_to_correct(shore: Shore, page: ClientPage) -> None:
    type_in(page.journal.quick.field, "hola")
    key(page.journal.quick.field, ENTER)
    assert shore.bench.said[-1] == f"Saved as entry {shore.last().seq}."
    assert shore.bench.steps[-1].notice.step == "Correct"


def test_an_entry_recorded_days_later_says_so_and_stands_where_it_happened(shore: Shore, page: ClientPage) -> None:
    first = shore.journal.talk.received(shore.client, "hoy")
    late = shore.journal.talk.received(shore.client, "antes", at=FRIDAY - timedelta(days=2, hours=1))
    again(shore, page)
    assert "Recorded 2 days later" in spoken(page, late)
    rows = page.journal.timeline.lines
    assert rows.row_of(late) < rows.row_of(first)


def test_a_corrected_entry_shows_both_texts_and_its_correction(shore: Shore, page: ClientPage) -> None:
    said = shore.journal.talk.sent(shore.client, "hasta el 30 de mayo")
    fix = shore.journal.talk.correct(shore.client, said, {"text": "hasta el 27 de mayo"}, "otra fecha")
    again(shore, page)
    words = spoken(page, said)
    assert "old: hasta el 30 de mayo" in words
    assert "hasta el 27 de mayo" in words
    assert f"Corrected by entry {fix}" in words


def test_a_retracted_entry_is_announced_as_old_with_its_reason(shore: Shore, page: ClientPage) -> None:
    said = shore.journal.talk.received(shore.client, "de otro cliente")
    by = shore.journal.talk.retract(shore.client, said, "not theirs")
    again(shore, page)
    words = spoken(page, said)
    assert "old: de otro cliente" in words
    assert f"Retracted by entry {by}" in words
    assert "Retracted: not theirs" in words


def test_a_voice_in_another_channel_is_marked_and_can_be_asked_about(shore: Shore, page: ClientPage) -> None:
    asked = shore.journal.edits.request(shore.client, "Un vídeo en la portada", person=shore.javier, channel="vk")
    again(shore, page)
    words = spoken(page, asked)
    assert "Not the contact" in words
    assert "Channel not agreed" in words
    assert "your clock starts when Lucía confirms" in words
    page.journal.act(asked, "ask")
    dialog, client, what = shore.bench.opened[-1]
    assert (dialog, client) == ("compose", shore.client)
    assert what["flags"]


def test_a_moved_promise_stays_in_the_row_as_old(shore: Shore, page: ClientPage) -> None:
    edits, client = shore.journal.edits, shore.client
    edit = edits.request(client, "Precios", title="Precios")
    edits.promise(edit, edits.count(client, FRIDAY).promised, channel="whatsapp")
    shore.later(days=3)
    edits.promise(edit, edits.count(client, FRIDAY, on=date(2026, 5, 21)).promised, channel="whatsapp")
    again(shore, page)
    words = spoken(page, edit)
    assert "old: Wed 20 May, told Fri 15 May" in words
    assert "Thu 21 May, moved in time, Mon 18 May" in words


def test_a_private_note_says_that_it_stays_out_of_exports(shore: Shore, page: ClientPage) -> None:
    note = shore.journal.talk.note(shore.client, "cuidado", private=True)
    again(shore, page)
    assert "Private, not in exports" in spoken(page, note)


def test_a_call_tells_its_outcomes_and_that_it_is_not_proved(shore: Shore, page: ClientPage) -> None:
    outcome = {"what": "Enviar fotos", "who": shore.lucia, "by": "2026-05-20", "becomes": "request"}
    held = shore.journal.calls.hold(
        shore.client,
        channel="video",
        minutes=24,
        off_topic_minutes=6,
        topics=[{"title": "Fotos", "outcomes": [outcome]}],
    )[0]
    again(shore, page)
    words = spoken(page, held)
    assert "Not proved: send the summary" in words
    assert "Enviar fotos, Lucía   by Wed 20 May" in words
    assert "18 min on topic, 6 off" in words


def test_a_new_contact_is_a_line_of_its_own(shore: Shore, page: ClientPage) -> None:
    seq = shore.journal.clients.designate(shore.client, shore.javier, since=date(2026, 5, 15))
    again(shore, page)
    assert "From here: contact Javier Ruiz" in spoken(page, seq)


def test_a_correction_is_seen_far_up_as_well(shore: Shore, page: ClientPage) -> None:
    with shore.journal.act():
        for number in range(150):
            shore.journal.talk.received(shore.client, f"m {number}", at=FRIDAY - timedelta(hours=150 - number))
    again(shore, page)
    page.journal.timeline.go_to_day(date(2026, 5, 10))
    line = page.journal.timeline.current
    assert line is not None
    shore.journal.talk.correct(shore.client, line.entry.seq, {"text": "mejor así"}, "por error")
    again(shore, page)
    assert "mejor así" in spoken(page, line.entry.seq)
    assert page.journal.timeline.current.entry.seq == line.entry.seq  # type: ignore[union-attr]


def test_going_to_a_day_stands_at_its_last_entry(shore: Shore, page: ClientPage) -> None:
    with shore.journal.act():
        for number in range(150):
            shore.journal.talk.received(shore.client, f"m {number}", at=FRIDAY - timedelta(hours=150 - number))
    again(shore, page)
    assert page.journal.timeline.go_to_day(date(2026, 5, 12))
    line = page.journal.timeline.current
    assert line is not None
    assert line.day == date(2026, 5, 12)


def test_the_model_keeps_the_rules_of_qt(shore: Shore, page: ClientPage, qtmodeltester: ModelTester) -> None:
    shore.journal.talk.received(shore.client, "hola")
    again(shore, page)
    qtmodeltester.check(page.journal.timeline.lines)


def test_the_letters_of_the_list_work_on_a_russian_layout(
    shore: Shore, page: ClientPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = shore.journal.talk.received(shore.client, "hola")
    again(shore, page)
    asked: list[tuple[int, str]] = []
    monkeypatch.setattr(page.journal, "act", lambda seq, what: asked.append((seq, what)))
    timeline = page.journal.timeline
    timeline.setFocus()
    timeline.go_to_entry(said)
    key(timeline, Qt.Key.Key_unknown, "с")
    key(timeline, Qt.Key.Key_unknown, "a")
    assert asked == [(said, "correct"), (said, "answer")]


def test_the_whole_page_can_be_walked_by_keys(shore: Shore, page: ClientPage) -> None:
    shore.journal.talk.received(shore.client, "uno")
    shore.journal.talk.received(shore.client, "dos")
    again(shore, page)
    timeline, opened = page.journal.timeline, []
    timeline.acted.connect(lambda seq, what: opened.append((seq, what)))
    timeline.acted.disconnect(page.journal.act)
    timeline.setFocus()
    timeline.go_to_entry(shore.last().seq)
    key(timeline, Qt.Key.Key_Up)
    key(timeline, ENTER)
    assert opened == [(shore.last().seq - 1, "open")]


def test_the_head_says_who_speaks_and_how_long_it_was_silent(shore: Shore, page: ClientPage) -> None:
    names = " ".join(label.accessibleName() for label in page.header.findChildren(type(page.header.head.title)))
    assert "Lucía Herrero" in names
    assert "since Mon 4 May" in names
    assert "2 working hours" in names
    assert page.header.head.title.text() == "Clínica Dental Albor"


def test_open_items_stand_on_the_side_of_who_has_the_ball(shore: Shore, page: ClientPage) -> None:
    shore.journal.edits.request(shore.client, "Banner", title="Banner")
    shore.journal.requests.make(shore.client, ["Fotos"], channel="whatsapp")
    again(shore, page)
    assert page.facts is not None
    assert [(each.noun, each.title) for each in page.facts.mine if each.noun == "edit"] == [("edit", "Banner")]
    assert [(each.noun, each.title) for each in page.facts.theirs] == [("request", "Fotos")]


def test_at_large_text_the_side_column_is_a_part_of_its_own(shore: Shore, page: ClientPage) -> None:
    shore.journal.edits.request(shore.client, "Banner", title="Banner")
    again(shore, page)
    page.set_layout(Layout.SINGLE)
    assert not page.journal.right.isVisible()
    page.tabs.choose("open")
    page.tabs.changed.emit("open")
    assert page.journal.right.isVisible()
    assert not page.journal.left.isVisible()
    page._quick_add()
    assert page.journal.left.isVisible()


def test_a_line_begun_for_one_client_is_not_written_to_another(shore: Shore, page: ClientPage) -> None:
    other = shore.journal.clients.add("Otro", zone="Europe/Madrid")
    type_in(page.journal.quick.field, "para Albor")
    page.show_client(other)
    settle(shore, page)
    assert page.journal.quick.field.toPlainText() == ""
    page.show_client(shore.client)
    settle(shore, page)
    assert page.journal.quick.field.toPlainText() == "para Albor"


def test_the_other_tabs_show_the_terms_and_the_voices(shore: Shore, page: ClientPage) -> None:
    shore.journal.edits.request(shore.client, "Vídeo", person=shore.javier, spent=10)
    again(shore, page)
    for tab in ("agreement", "people"):
        page.tabs.choose(tab)
        page.show_tab(tab)
        settle(shore, page)
    agreement, people = page._others["agreement"], page._others["people"]
    assert "2 working hours" in all_words(agreement)
    assert "1 request since Fri 15 May, 10 min in all" in all_words(people)


def all_words(widget: object) -> str:
    from PySide6.QtWidgets import QLabel, QWidget

    assert isinstance(widget, QWidget)
    return " | ".join(label.text() for label in widget.findChildren(QLabel))
