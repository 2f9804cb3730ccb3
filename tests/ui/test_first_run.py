"""First run: from the first key to a journal on the disk; what it asks for, keeps, and says of the terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.facts.beginning import Beginning, FirstClient
from tests.ui.cutting import cut
from tests.ui.first_run_hands import focused, press, tab, write
from ui.dialogs.agreement.day_hours import DayHours
from ui.dialogs.first_run import FirstRun
from ui.dialogs.first_run.draft_file import draft_file, keep_draft, load_draft
from ui.dialogs.first_run.pictures import CHANNELS
from ui.theme import Theme

NOW = datetime(2026, 11, 20, 11, 42, tzinfo=ZoneInfo("Europe/Madrid"))
Open = Callable[..., FirstRun]


@pytest.fixture
def begin(dressed: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the window of first run; the journals that it makes are closed."""
    monkeypatch.setattr("app.system_zone.system_zone", lambda: "Europe/Madrid")
    made: list[object] = []
    windows: list[FirstRun] = []

    def opened(language: str = "en", width: int = 1000, height: int = 640) -> FirstRun:
        window = FirstRun(tmp_path / "journal.ashore", FixedClock(NOW), language)
        windows.append(window)
        window.finished.connect(made.append)
        window.journals = made  # type: ignore[attr-defined]
        window.resize(width, height)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    yield opened
    for journal in made:
        journal.close()  # type: ignore[attr-defined]
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def enter() -> None:
    press(Qt.Key.Key_Return)


def go_on() -> None:
    press(Qt.Key.Key_Return, CONTROL)


def name_both(window: FirstRun) -> None:
    """Steps 1 and 2 with what is asked for and nothing else; the window then shows step 3."""
    write("Elena Marín")
    enter()
    write("Кедровый дом")
    tab(4)
    write("Дмитрий Лаптев")
    enter()
    assert window.given.step == 2


def without_annex(window: FirstRun) -> None:
    """Take the tick off; the file dialog has a test of its own."""
    window.terms.annex.setFocus()
    press(Qt.Key.Key_Space)
    assert not window.terms.annex.isChecked()


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


def test_hours_without_a_working_day_are_named_under_the_hours(begin: Open) -> None:
    window = begin()
    write("Elena")
    window.you.hours.set_week({})
    enter()
    assert window.given.step == 0
    assert window.you.hours.error.startswith("A calendar needs a working day.")
    assert focused() is window.you.hours.grid


def test_hours_are_typed_after_enter_on_a_day(begin: Open) -> None:
    window = begin()
    window.you.hours.grid.setFocus()
    press(Qt.Key.Key_Down)
    enter()
    write("9-13, 14:30 to 18")
    enter()
    assert window.you.hours.week["tue"] == (("09:00", "13:00"), ("14:30", "18:00"))
    assert window.you.hours.week["mon"] == (("09:00", "18:00"),)
    assert focused() is window.you.hours.grid


def test_hours_that_cannot_be_read_are_refused_with_an_example_and_stay_typed(begin: Open) -> None:
    window = begin()
    window.you.hours.grid.setFocus()
    enter()
    write("from nine")
    enter()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayHours)
    assert dialog.hours.error.startswith("from nine cannot be read as hours. Write them as 09:00–18:00")
    assert dialog.hours.editor.text() == "from nine"
    dialog.reject()


def test_bars_are_drawn_with_the_mouse(begin: Open, qtbot: QtBot) -> None:
    window = begin()
    grid = window.you.hours.grid
    left, wide = grid.axis().left(), grid.axis().width()
    row = 28 + 24 * 5 + 12
    start = QPoint(round(left + wide * 10 / 24), row)
    end = QPoint(round(left + wide * 14 / 24), row)
    qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(grid, end)
    qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=end)
    assert window.you.hours.week["sat"] == (("10:00", "14:00"),)


def test_a_city_is_found_in_the_language_of_the_window(begin: Open) -> None:
    window = begin("ru")
    tab()
    write("москва")
    enter()
    assert (window.you.place.editor.zone, window.you.place.editor.text()) == ("Europe/Moscow", "Москва, Europe/Moscow")
    assert window.you.holidays.editor.body["country"] == "RU"


def test_a_city_without_a_zone_of_its_own_is_kept_beside_the_zone(begin: Open) -> None:
    window = begin()
    tab()
    write("Valencia, Europe/Madrid")
    press(Qt.Key.Key_Tab)
    assert (window.you.place.editor.place, window.you.place.editor.zone) == ("Valencia", "Europe/Madrid")


def test_a_place_that_is_none_is_said_and_kept_as_typed(begin: Open) -> None:
    window = begin()
    tab()
    write("Nowhere at all")
    press(Qt.Key.Key_Tab)
    assert window.you.place.error.startswith("No time zone is called so.")
    assert window.you.place.editor.text() == "Nowhere at all"
    window.you.name.editor.setFocus()
    write("Elena")
    go_on()
    assert window.given.step == 0
    assert focused() is window.you.place.editor


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


def test_alt_and_arrows_give_a_channel_another_place(begin: Open) -> None:
    window = begin()
    name_both(window)
    window.channels.channels.set_channels(CHANNELS)
    window.channels.channels.rows[2].setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert [each.channel for each in window.channels.channels.channels] == ["email", "phone", "whatsapp"]
    assert focused() is window.channels.channels.rows[1]


def test_exactly_one_channel_stays_preferred_when_it_is_taken_out(begin: Open) -> None:
    window = begin()
    name_both(window)
    window.channels.channels.set_channels(CHANNELS)
    window.channels.channels.rows[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert [each.preferred for each in window.channels.channels.channels] == [True, False]


def test_the_annex_is_saved_where_the_owner_says(begin: Open, tmp_path: Path) -> None:
    window = begin()
    name_both(window)
    go_on()
    go_on()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "annex.pdf"))
    dialog.accept()
    assert window.journals
    assert (tmp_path / "annex.pdf").read_bytes().startswith(b"%PDF-1.4")


def test_without_the_annex_file_the_journal_opens_all_the_same(begin: Open) -> None:
    window = begin()
    name_both(window)
    go_on()
    go_on()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    assert window.journals


def test_an_annex_that_cannot_be_written_is_said_and_asked_for_again(begin: Open, tmp_path: Path) -> None:
    window = begin()
    name_both(window)
    go_on()
    go_on()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "missing" / "annex.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)
    assert window.refusal.startswith("The file annex.pdf could not be written")
    assert dialog.isVisible()
    dialog.reject()
    assert window.journals


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


@pytest.mark.parametrize("language", ["en", "ru", "es"])
@pytest.mark.parametrize(("percent", "width"), [(100, 1000), (150, 1024), (200, 1024), (200, 680)])
def test_nothing_is_cut_at_any_step(begin: Open, dressed: Theme, language: str, percent: int, width: int) -> None:
    dressed.wear(percent=percent)
    keep_draft(Beginning(name="Elena", client=FirstClient(name="Кедровый дом", contact="Ольга"), channels=CHANNELS))
    window = begin(language, width, 640)
    for step in range(4):
        QApplication.processEvents()
        assert window.given.step == step
        assert cut(window.pages[step]) == []
        if step < 3:
            go_on()


def test_at_twice_the_text_size_the_steps_are_one_line(begin: Open, dressed: Theme) -> None:
    dressed.wear(percent=200)
    window = begin("en", 1024, 700)
    assert window.steps_in_words() == "Step 1 of 4: You"
    dressed.wear(percent=100)
    assert window.steps_in_words() == ""
