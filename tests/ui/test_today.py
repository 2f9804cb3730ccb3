"""Today on a real journal: what is shown, what the keys do, and that only what was said disappears."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.desk import Desk, press
from ui.dialogs.compose import Compose
from ui.layout import Layout
from ui.pages.today.snooze_dialog import SnoozeDialog, put_aside
from ui.pages.today.snoozing import SnoozeMenu
from ui.theme import Theme, theme


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def composers() -> list[Compose]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Compose) and each.isVisible()]


def test_each_client_with_a_reason_has_one_card_and_the_late_ones_come_first(desk: Desk) -> None:
    names = desk.names()
    assert sorted(names) == sorted(
        ["Casa Jacaranda", "Кедровый дом", "Мастерская «Глина»", "Clínica Dental Albor", "Harbour & Finch"]
    )
    severities = [card.look.severity for card in desk.page.write_first.list.cards]
    assert severities == ["late", "late", "today", "today", "soon"]


def test_a_reason_says_since_when_what_and_by_when(desk: Desk) -> None:
    first = desk.card("Кедровый дом").look.reasons[0]
    assert first.text == "No answer since Thursday, 19 November, 17:20: «Когда будет макет этикетки?»"
    assert first.due == "late 1 h 22 min"


def test_the_header_counts_reasons_and_clients(desk: Desk) -> None:
    said = desk.page.heading.subtitle.text()
    assert said == "11:42 in Valencia · week 47 · 8 reasons to write to 5 clients"
    assert desk.page.heading.title.text() == "Friday, 20 November"


def test_a_card_speaks_client_severity_and_count(desk: Desk) -> None:
    spoken = QAccessible.queryAccessibleInterface(desk.card("Кедровый дом")).text(QAccessible.Text.Name)
    assert spoken == "Кедровый дом, late, 3 reasons"


def test_their_clock_says_until_when_or_from_when_they_work(desk: Desk) -> None:
    assert desk.card("Кедровый дом").look.face.note == "until 18:00"
    assert desk.card("Casa Jacaranda").look.face.note == "from 09:00, 16:00 here"
    assert desk.card("Casa Jacaranda").look.face.time == "04:42"


def test_the_ladder_step_is_on_the_chip_of_a_silent_client(desk: Desk) -> None:
    look = desk.card("Casa Jacaranda").look
    assert look.channel == "Step 3 of 3: phone · +52 55 0142 7710"
    assert look.remark == "2 reminders sent"


def test_a_filter_shows_cards_with_such_a_reason_only(desk: Desk) -> None:
    desk.page.write_first.list.filtered.emit(3)
    assert desk.names() == ["Harbour & Finch"]
    desk.page.write_first.list.filtered.emit(1)
    assert desk.names() == ["Casa Jacaranda", "Кедровый дом"]


def test_arrows_choose_the_next_card_and_w_writes_to_it(desk: Desk) -> None:
    desk.page.focus_first()
    listed = desk.page.write_first.list
    press(listed, Qt.Key.Key_Down)
    assert listed.chosen is desk.card("Кедровый дом")
    press(listed, Qt.Key.Key_W, "w")
    (window,) = composers()
    assert window.letter.client.name == "Кедровый дом"
    window.close()


@pytest.mark.parametrize(("key", "text", "scan"), [(0x0426, "ц", 0), (0x0426, "ц", 25), (Qt.Key.Key_W, "w", 25)])
def test_w_is_found_by_its_place_on_a_russian_board(desk: Desk, key: int, text: str, scan: int) -> None:
    desk.page.focus_first()
    press(desk.page.write_first.list, Qt.Key(key) if key < 0x100 else Qt.Key.Key_unknown, text, scan)
    (window,) = composers()
    window.close()


def test_letters_rest_when_they_are_turned_off(desk: Desk) -> None:
    desk.page.write_first.list.letters = False
    press(desk.page.write_first.list, Qt.Key.Key_W, "w")
    assert composers() == []


def test_right_goes_from_the_card_into_its_reasons(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.page.focus_first()
    listed = desk.page.write_first.list
    press(listed, Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert listed.chosen is not None and focused is listed.chosen.rows[0]


def test_a_snoozed_client_is_gone_and_counted_and_comes_back(desk: Desk) -> None:
    card = next(each for each in desk.page.shown.cards if each.client.name == "Harbour & Finch")
    put_aside(desk.bench, card, desk.bench.now() + timedelta(hours=1), "")
    desk.read()
    assert "Harbour & Finch" not in desk.names()
    assert len(desk.page.shown.aside) >= 1
    desk.journal.clock.forward(timedelta(hours=2))
    desk.bench.refresh()
    desk.read()
    assert "Harbour & Finch" in desk.names()


def test_snoozing_what_is_late_asks_for_a_reason(desk: Desk) -> None:
    card = next(each for each in desk.page.shown.cards if each.client.name == "Casa Jacaranda")
    dialog = SnoozeDialog(desk.bench, card, desk.bench.now() + timedelta(hours=1), desk.window)
    dialog.take()
    assert dialog._field.error == "Write in a few words why this can wait."
    dialog.reason.setText("They are on holiday today")
    dialog.take()
    desk.read()
    assert "Casa Jacaranda" not in desk.names()


def test_the_snooze_menu_offers_their_opening_hour_when_they_sleep(desk: Desk) -> None:
    card = next(each for each in desk.page.shown.cards if each.client.name == "Casa Jacaranda")
    menu = SnoozeMenu(desk.bench, card, desk.page.shown, desk.window)
    said = [action.text() for action in menu.actions()]
    assert "When they open, at 16:00" in said
    assert "In 1 hour, at 12:42" in said
    assert "Next working day: Monday, 23 November, 09:00" in said
    menu.deleteLater()


def test_the_side_column_shows_calls_promises_and_debts(desk: Desk) -> None:
    today = desk.page.shown
    assert [each.call.planned_local[11:] for each in today.calls] == ["13:00", "17:00"]
    assert [len(day.promises) for day in today.days] == [1, 0, 0, 0, 1, 2, 1]
    assert [day.off for day in today.days] == [False, True, True, False, False, False, False]
    assert {each.client.name for each in today.owed} == {"Кедровый дом", "Casa Jacaranda", "Мастерская «Глина»"}


def test_the_rail_counts_what_is_open_and_lists_the_urgent_first(desk: Desk) -> None:
    rows = {row.key: row.accessibleName() for row in desk.window.rail._rows}
    assert rows["today"] == "Today, 8"
    named = [name for key, name in rows.items() if key.startswith("client:")]
    assert named[0] == "Casa Jacaranda, late"
    assert named[-1] == "Harbour & Finch, soon"


def test_another_language_is_spoken_at_once(desk: Desk) -> None:
    desk.bench.speak("ru")
    desk.read()
    assert desk.page.heading.title.text() == "Пятница, 20 ноября"
    assert desk.card("Кедровый дом").look.reasons[0].due == "просрочено на 1 ч 22 мин"


@pytest.mark.parametrize(
    ("width", "percent", "layout"),
    [(1360, 100, Layout.FULL), (1024, 100, Layout.NARROW), (800, 100, Layout.SINGLE), (1360, 200, Layout.SINGLE)],
)
def test_the_effective_width_decides_the_layout(desk: Desk, width: int, percent: int, layout: Layout) -> None:
    theme().wear(percent=percent)
    desk.window.resize(width, 700)
    QApplication.processEvents()
    assert desk.window.place_layout is layout
    side = desk.page.side
    assert side.isVisible() == (layout is not Layout.SINGLE)


def test_nothing_on_the_page_is_wider_than_the_page(desk: Desk) -> None:
    for width, percent in ((1360, 100), (1024, 100), (680, 100), (1360, 200)):
        theme().wear(percent=percent)
        desk.window.resize(width, 700)
        QApplication.processEvents()
        for card in desk.page.write_first.list.cards:
            room = card.parentWidget().width()
            assert card.width() <= room, (width, percent)
            assert all(_inside(child, card) for child in card.findChildren(QWidget) if child.isVisible())


def _inside(child: QWidget, card: QWidget) -> bool:
    return child.mapTo(card, child.rect().topRight()).x() <= card.width()


def test_what_has_not_changed_is_not_made_anew(desk: Desk) -> None:
    before = desk.page.write_first.list.cards
    desk.journal.clock.forward(timedelta(minutes=1))
    desk.bench.refresh()
    desk.read()
    assert desk.page.write_first.list.cards == before
    assert desk.card("Кедровый дом").look.reasons[0].due == "late 1 h 23 min"


def test_marking_needs_no_answer_takes_the_reason_away(desk: Desk) -> None:
    flag = desk.card("Кедровый дом").look.reasons[0].flag
    desk.bench.do(lambda: desk.journal.talk.mark(flag.client, flag.about[-1], "no_answer_needed"))
    desk.read()
    assert "F2" not in desk.reasons("Кедровый дом")


def test_a_reason_explains_its_count(desk: Desk) -> None:
    flag = desk.card("Casa Jacaranda").look.reasons[0].flag
    count = desk.journal.desk.explain(flag)
    assert count.working_days >= 7
    assert count.days[0].is_ in ("since", "due")
