"""The composer: it never sends by itself, and records the text as it is in the field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from shiboken6 import isValid

from tests.ui.desk import Desk, kept_texts
from ui.channels import address_to_open
from ui.dialogs.call import CallNote
from ui.dialogs.compose import Compose
from ui.theme import Theme
from ui.widgets.notice import NoticeLine


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


@pytest.fixture
def opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened; for Telegram and mail it was agreed to before."""
    desk.bench.set(opens=("telegram", "email"))
    urls: list[str] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_url))
    return urls


def compose(desk: Desk, name: str) -> Compose:
    desk.page.doing.write(desk.card(name).look.client)
    return desk.window.findChildren(Compose)[-1]


def test_the_draft_is_that_of_the_worst_reason_in_the_clients_language(desk: Desk) -> None:
    window = compose(desk, "Кедровый дом")
    assert window.field.toPlainText().startswith("Дмитрий, добрый день.")
    assert "Когда будет макет этикетки?" in window.field.toPlainText()
    assert window.field.gaps_left == 1


def test_the_chips_name_what_the_message_clears(desk: Desk) -> None:
    window = compose(desk, "Кедровый дом")
    assert [chip.text() for chip in window.clears.chips] == [
        "Answer to «Когда будет макет этикетки?»",
        "Edit «Этикетка, банка 250 г» told",
        "Reminder: Состав для этикетки",
    ]


def test_the_next_gap_is_chosen_and_written_over(desk: Desk) -> None:
    window = compose(desk, "Кедровый дом")
    assert window.field.next_gap()
    assert window.field.textCursor().selectedText() == "[ваш ответ]"
    window.field.insertPlainText("Макет готов")
    assert window.field.gaps_left == 0
    assert not window.field.next_gap()


def test_copying_records_nothing_and_opens_the_conversation(desk: Desk, opened: list[str]) -> None:
    window = compose(desk, "Кедровый дом")
    before = desk.journal.size_and_head()
    window.field.next_gap()
    window.field.insertPlainText("Макет готов")
    window.sending.copy()
    assert QGuiApplication.clipboard().text() == window.field.toPlainText()
    assert opened == ["tg://resolve?domain=laptev_kedr"]
    assert desk.journal.size_and_head() == before
    desk.read()
    assert "F2" in desk.reasons("Кедровый дом")


def test_a_gap_left_is_asked_about_once(desk: Desk, opened: list[str]) -> None:
    window = compose(desk, "Кедровый дом")
    window.sending.copy()
    assert opened == []
    question = window.findChild(QMessageBox)
    assert question is not None and question.text() == "1 gap is left in the text."
    question.accept()
    assert len(opened) == 1


def test_mark_as_sent_records_the_text_in_the_field_and_clears_the_card(desk: Desk) -> None:
    window = compose(desk, "Кедровый дом")
    client = window.letter.client.number
    window.field.setPlainText("Макет готов, ссылка ниже. И жду состав до вечера.")
    window.mark()
    desk.read()
    assert kept_texts(desk, client)[-1] == "Макет готов, ссылка ниже. И жду состав до вечера."
    assert "Кедровый дом" not in desk.names()
    assert desk.window.notices.shown is not None
    assert desk.window.notices.shown.text.startswith("Marked as sent by you")


def test_a_chip_that_was_taken_out_stays_a_reason(desk: Desk) -> None:
    window = compose(desk, "Кедровый дом")
    window.clears.chips[1].setChecked(False)
    window.field.setPlainText("Отвечаю: макет сегодня.")
    window.mark()
    desk.read()
    assert desk.reasons("Кедровый дом") == ["F6"]


def test_a_date_is_told_only_by_a_text_that_names_it(desk: Desk) -> None:
    client = desk.card("Кедровый дом").look.client
    edit = desk.journal.edits.request(client, "Больше логотип", title="Логотип")
    keys = tuple(flag.key for flag in desk.journal.desk.flags() if (flag.rule, flag.item) == ("F3", edit))
    drafted = desk.bench.open("compose", client, flags=keys)
    assert isinstance(drafted, Compose) and [chip.isChecked() for chip in drafted.clears.chips] == [True]
    silent = desk.bench.open("compose", client, flags=keys, text="Спасибо за созвон.")
    assert isinstance(silent, Compose) and [chip.isChecked() for chip in silent.clears.chips] == [False]
    silent.mark()
    assert desk.journal.edits.get(edit).promises == ()


def test_an_edit_promised_for_today_is_recorded_as_delivered(desk: Desk) -> None:
    window = compose(desk, "Clínica Dental Albor")
    window.field.setPlainText("Los textos están listos, y aquí va la hoja.")
    window.mark()
    desk.read()
    assert "Clínica Dental Albor" not in desk.names()
    kinds = [entry.kind for entry in desk.journal.reading.timeline(window.letter.client.number)]
    assert kinds[-3:].count("edit.delivered") == 1
    assert kinds[-3:].count("report.sent") == 1


def test_an_empty_message_is_refused_in_the_window_and_nothing_is_recorded(desk: Desk) -> None:
    window = compose(desk, "Кедровый дом")
    before = desk.journal.size_and_head()
    window.field.setPlainText("  ")
    window.mark()
    assert desk.journal.size_and_head() == before
    assert window.isVisible()


def test_what_was_typed_comes_back_after_the_window_was_closed(desk: Desk) -> None:
    window = compose(desk, "Кедровый дом")
    window.field.insertPlainText("Пишу дальше завтра. ")
    window.close()
    QApplication.processEvents()
    again = Compose(desk.bench, window_client(desk, "Кедровый дом"))
    assert again.field.toPlainText().startswith("Пишу дальше завтра.")
    again.close()


def window_client(desk: Desk, name: str) -> int:
    return desk.card(name).look.client


def test_out_of_their_hours_both_times_are_said(desk: Desk) -> None:
    window = compose(desk, "Casa Jacaranda")
    said = [line.accessibleName() for line in window.lines.findChildren(type(window.lines.lines.itemAt(0).widget()))]
    assert said == ["04:42 there. Copy now, or be reminded at 16:00"]


def test_by_phone_the_button_logs_the_call(desk: Desk) -> None:
    window = compose(desk, "Casa Jacaranda")
    assert window.head.channel == "phone"
    assert window.foot.says == "Log the call"
    window.head.choose("email")
    assert window.foot.says == "Copy and open Email"


def test_the_number_is_large_and_can_be_dialled(desk: Desk, opened: list[str]) -> None:
    """6.7: phone shows the number; another channel has its own program."""
    window = compose(desk, "Casa Jacaranda")
    assert window.address.isVisible()
    assert window.address.large.text() == "+52 55 0142 7710"
    window.address.dialling.click()
    assert opened == ["tel:+525501427710"]
    window.head.choose("email")
    assert not window.address.isVisible()


def test_the_call_that_is_logged_from_a_message_was_by_phone(desk: Desk) -> None:
    window = compose(desk, "Casa Jacaranda")
    window.sending.log_call()
    note = desk.window.findChildren(CallNote)[-1]
    assert (note.note.client, note.note.channel) == (window.letter.client.number, "phone")


def test_the_first_time_in_a_channel_it_is_asked_what_opens(desk: Desk, opened: list[str]) -> None:
    """6.7: once for each channel; nothing is sent, and nothing opens without a press."""
    desk.bench.set(opens=())
    window = compose(desk, "Кедровый дом")
    window.field.setPlainText("Макет готов")
    window.sending.copy()
    question = window.findChildren(QMessageBox)[-1]
    assert question.text().startswith("The text is copied. Open Telegram at @laptev_kedr?")
    assert opened == []
    question.accept()
    assert opened == ["tg://resolve?domain=laptev_kedr"]
    window.sending.copy()
    assert len(opened) == 2
    assert desk.bench.settings.opens == ("telegram",)


def test_no_program_for_the_channel_leaves_the_text_copied_and_the_address_large(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bench.set(opens=("telegram",))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: False))
    window = compose(desk, "Кедровый дом")
    window.field.setPlainText("Макет готов")
    window.sending.copy()
    assert QGuiApplication.clipboard().text() == "Макет готов"
    assert window.address.isVisible()
    assert window.address.large.text() == "@laptev_kedr"


def test_a_reminder_puts_the_reasons_off_until_they_open(desk: Desk) -> None:
    """6.7: "04:42 there. Copy now, or be reminded at 16:00"."""
    window = compose(desk, "Casa Jacaranda")
    window.sending._remind()
    desk.read()
    assert not isValid(window) or not window.isVisible()
    assert "F14" not in desk.reasons("Casa Jacaranda")
    snoozed = desk.journal.reading.entry(desk.journal.size_and_head()[0])
    assert snoozed.kind == "flag.snoozed"
    assert snoozed.body["until"].startswith("2026-11-20T15:00")


def test_a_pause_is_said_with_its_end_and_the_draft_is_the_short_one(desk: Desk) -> None:
    """C5: a conflict pause."""
    client = desk.journal.clients.named("Кедровый дом").number
    until = (desk.journal.clock() + timedelta(days=3)).isoformat(timespec="seconds").replace("+00:00", "Z")
    desk.journal.record("objection.raised", client, {"what": "Дорого", "pause_until": until})
    window = desk.bench.open("compose", client)
    assert isinstance(window, Compose)
    said = window.lines.findChildren(NoticeLine)[-1].accessibleName()
    assert said.startswith("A pause was agreed until ")
    assert window.drafting.key == "pause"


def test_expecting_an_answer_makes_a_request(desk: Desk) -> None:
    window = compose(desk, "Harbour & Finch")
    window.expects.setChecked(True)
    window.field.setPlainText("Which launch date do you prefer?\nBest, Elena")
    window.mark()
    items = desk.journal.reading.open_items(window.letter.client.number)
    assert [item.title for item in items if item.title.startswith("Which")] == ["Which launch date do you prefer?"]


@pytest.mark.parametrize(
    ("kind", "address", "url"),
    [
        ("telegram", "@olga", "tg://resolve?domain=olga"),
        ("telegram", "+34 600 014 227", "tg://resolve?phone=34600014227"),
        ("whatsapp", "+34 600 014 227", "https://wa.me/34600014227"),
        ("email", "a@b.example", "mailto:a@b.example?subject=S&body=T%20%26"),
        ("phone", "+52 55 0142 7710", "tel:+525501427710"),
        ("in_person", "office", ""),
        ("telegram", "", ""),
    ],
)
def test_an_address_opens_its_own_program(kind: str, address: str, url: str) -> None:
    assert address_to_open(kind, address, "T &", "S") == url
