"""Ctrl+K finds clients, people, entries and commands; filters are typed or pressed; typing never waits (6.2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.facts.found_words import wanted
from app.words import words_for
from ui.actions import COMMANDS
from ui.dialogs.search import Found, SearchPanel
from ui.dialogs.search.model import RESULT, ResultModel
from ui.dialogs.search.typed import typed_in, with_filter
from ui.opened import Opened
from ui.workbench import Place, Workbench

CEDAR = "Кедровый дом"
Press = Callable[[QWidget, Qt.Key], None]


@pytest.fixture
def panel(workbench: Workbench, qtbot: QtBot) -> SearchPanel:
    """The panel, shown, with nothing typed."""
    found = SearchPanel(workbench)
    qtbot.addWidget(found)
    found.show()
    workbench.settle()
    return found


@pytest.fixture
def find(panel: SearchPanel, workbench: Workbench) -> Callable[[str], list[Found]]:
    """Types a text and gives what is found."""

    def typing(text: str) -> list[Found]:
        panel.field.setText(text)
        workbench.settle()
        return panel.list.model_.found

    return typing


@pytest.fixture
def went(workbench: Workbench) -> list[Place]:
    """Where the panel went."""
    places: list[Place] = []
    workbench.wanted.connect(places.append)
    return places


Find = Callable[[str], list[Found]]


def client(workbench: Workbench) -> int:
    return workbench.journal.clients.named(CEDAR).number


def test_results_stand_in_groups_clients_first_and_commands_last(find: Find, panel: SearchPanel) -> None:
    groups = list(dict.fromkeys(found.group for found in find("м")))
    assert groups == ["Clients", "Entries"]
    assert list(dict.fromkeys(found.group for found in find("mar"))) == ["People", "Entries"]
    assert [found.group for found in find("settings")] == ["Commands"]
    lines = [panel.list.model_.index(row).data() for row in range(panel.list.model_.rowCount())]
    assert lines == ["Commands", "Settings, Ctrl+,"]


def test_every_command_of_the_menu_is_found_by_its_name_with_its_keys(find: Find) -> None:
    for command in COMMANDS:
        if command.key not in ("search", "menu"):
            best = next(found for found in find(command.text) if found.group == "Commands")
            assert (best.command, best.right) == (command.key, command.keys)


def test_clients_are_found_by_letters_in_order(find: Find, workbench: Workbench) -> None:
    assert find("кдм")[0].client == client(workbench)
    assert find("кдм")[0].hits == ((0, 1), (9, 10), (11, 12))
    assert find("dom") == []


def test_an_entry_shows_its_client_its_kind_and_its_day_with_the_weekday(find: Find) -> None:
    (found,) = find("макет этикетки")
    assert found.text == "Когда будет макет этикетки?"
    assert found.below == f"{CEDAR} · Message received"
    assert found.right == "Thu 19 Nov"
    assert found.spoken == f"Когда будет макет этикетки?, {CEDAR} · Message received, Thu 19 Nov"


def test_an_entry_is_opened_with_its_words_to_be_marked(
    find: Find, panel: SearchPanel, workbench: Workbench, went: list[Place], press: Press
) -> None:
    (found,) = find("МАКЕТ")
    press(panel.field, Qt.Key.Key_Return)
    assert went == [Place("client", client(workbench), found.item)]
    assert workbench.sought == "МАКЕТ"
    assert not panel.isVisible()


def test_the_timeline_marks_the_words_that_were_looked_for(workbench: Workbench, qtbot: QtBot) -> None:
    from ui.pages.client import ClientPage

    page = ClientPage(workbench)
    qtbot.addWidget(page)
    workbench.sought = "макет"
    page.open_at(client(workbench), 0)
    assert page.journal.timeline.delegate.sought == wanted("макет")
    page.open_at(client(workbench), 0)
    assert page.journal.timeline.delegate.sought == ()


def test_a_hit_is_marked_where_it_stands_in_its_line(workbench: Workbench) -> None:
    from PySide6.QtCore import QRectF

    from ui.pages.client.pieces import Said, marks

    (box,) = marks(Said(QRectF(10, 0, 400, 20), "Когда будет макет?"), wanted("мак"))
    (whole,) = marks(Said(QRectF(10, 0, 400, 20), "Когда будет макет?"), wanted("макет"))
    assert box.left() == whole.left() > 10
    assert box.right() < whole.right() < 410
    assert marks(Said(QRectF(10, 0, 400, 20), "Когда будет?"), wanted("мак")) == []


def test_arrows_choose_and_pass_over_the_headings(find: Find, panel: SearchPanel, press: Press) -> None:
    found = find("м")
    assert panel.list.currentIndex().data(RESULT) == found[0]
    for _ in found:
        press(panel.field, Qt.Key.Key_Down)
    assert panel.list.currentIndex().data(RESULT) == found[-1]
    press(panel.field, Qt.Key.Key_PageUp)
    press(panel.field, Qt.Key.Key_PageUp)
    assert panel.list.currentIndex().data(RESULT) == found[0]


def test_nothing_found_says_so_and_offers_to_log_it(
    find: Find, panel: SearchPanel, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(workbench, "open", lambda key, client=0, **what: opened.append((key, what)))
    assert find("небывальщина") == []
    assert panel._nothing.isVisible()
    assert panel._nothing.text() == "Nothing holds these words"
    panel._log.click()
    assert opened == [("log", {"text": "небывальщина"})]


def test_without_words_the_last_five_things_opened_stand_there(
    find: Find, workbench: Workbench, panel: SearchPanel
) -> None:
    assert {found.group for found in find("")} == {"Commands"}
    entry = workbench.journal.reading.search("макет")[0]
    workbench.recent.note(command="week")
    workbench.recent.note(client(workbench), entry.seq)
    workbench.recent.note(client(workbench))
    find("x")
    assert [(found.group, found.text) for found in find("")] == [
        ("Opened last", CEDAR), ("Opened last", entry.text), ("Opened last", "Week"),
    ]  # fmt: skip


def test_an_entry_opened_last_that_a_backup_put_back_does_not_have_is_left_out(
    find: Find, workbench: Workbench, panel: SearchPanel
) -> None:
    workbench.recent.note(client(workbench), workbench.journal.size_and_head()[0] + 5)
    workbench.recent.note(command="week")
    find("x")
    assert [(found.group, found.command) for found in find("")] == [("Opened last", "week")]
    assert workbench.last_refusal == ""


def test_the_list_of_what_was_opened_keeps_five_and_knows_its_journal() -> None:
    opened = Opened("here", ())
    for number in (1, 2, 3, 2, 4, 5, 6):
        opened.note(number)
    assert [each.client for each in opened.kept] == [6, 5, 4, 2, 3]
    opened.note(command="week")
    assert [each.command for each in Opened("elsewhere", opened.kept).here] == ["week"]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ('этикетк client:"Кедровый дом" ', 4),
        ("этикетк client:глин ", 0),
        ("этикетк kind:mess ", 1),
        ("kind:messages channel:telegram этикетки ", 1),
        ("этикетк from:2026-11-18 to:2026-11-18 ", 2),
        ("этикетк to:17.11 ", 1),
    ],
)
def test_filters_narrow_the_entries(find: Find, typed: str, texts: int) -> None:
    found = find(typed)
    assert len(found) == texts
    assert {each.group for each in found} <= {"Entries"}


def test_a_filter_being_typed_offers_its_values_and_enter_takes_one(
    find: Find, panel: SearchPanel, workbench: Workbench, press: Press
) -> None:
    assert [found.text for found in find("этикетк client:кед")] == [CEDAR]
    press(panel.field, Qt.Key.Key_Return)
    workbench.settle()
    assert panel.field.text() == f'этикетк client:"{CEDAR}" '
    assert len(panel.list.model_.found) == 4
    assert panel.chips.chips["client"].text() == f"Client: {CEDAR}"
    assert [found.text for found in find("from:")][:2] == ["Friday, 20 November", "Thursday, 19 November"]


def test_a_filter_without_a_value_of_that_name_is_said(find: Find, panel: SearchPanel) -> None:
    assert find("этикетк client:xyzzy ") == []
    assert panel._nothing.text() == "Nothing is called so: client:xyzzy"
    assert not panel._log.isVisible()


def test_chips_are_reached_and_pressed_by_the_keyboard(panel: SearchPanel, workbench: Workbench, press: Press) -> None:
    panel.field.setText("этикетк")
    chip = panel.chips.chips["kind"]
    assert chip.focusPolicy() & Qt.FocusPolicy.TabFocus
    press(chip, Qt.Key.Key_Space)
    workbench.settle()
    assert panel.field.text() == "этикетк kind:"
    assert panel.list.model_.found[0].text == "Messages"
    press(panel.field, Qt.Key.Key_Return)
    workbench.settle()
    press(panel.chips.chips["kind"], Qt.Key.Key_Delete)
    assert panel.field.text() == "этикетк"


@pytest.mark.parametrize(
    ("text", "words", "filters"),
    [
        ("макет", "макет", []),
        ("http://a.b from:mon макет", "http://a.b макет", [("from", "mon", False)]),
        ('client:"Harbour & Finch"', "", [("client", "Harbour & Finch", False)]),
        ('client:"Harbour & F', "", [("client", "Harbour & F", True)]),
        ("CLIENT:кедр", "", [("client", "кедр", True)]),
        ("offrom:x", "offrom:x", []),
    ],
)
def test_a_field_is_read_as_words_and_filters(text: str, words: str, filters: list[tuple[str, str, bool]]) -> None:
    found = typed_in(text, words_for("en"))
    assert found.words == words
    assert [(token.name, token.value, token.is_open) for token in found.tokens] == filters


def test_a_filter_takes_the_place_of_its_earlier_value() -> None:
    words = words_for("en")
    assert with_filter("макет client:кедр kind:calls", words, "client", "Harbour & Finch") == (
        'макет kind:calls client:"Harbour & Finch" '
    )
    assert with_filter("макет client:кедр", words, "client", None) == "макет"
    assert with_filter("", words, "kind", "") == "kind:"


def test_a_retracted_entry_is_told_as_such_and_a_private_note_as_private(find: Find, workbench: Workbench) -> None:
    talk = workbench.journal.talk
    entry = workbench.journal.reading.search("макет")[0]
    by = talk.retract(client(workbench), entry.seq, "not theirs")
    (found,) = find("макет этикетки")
    assert found.struck
    assert found.below.endswith(f"Retracted by entry {by}")
    talk.note(client(workbench), "про щуку", private=True)
    (secret,) = find("щук")
    assert (secret.icon, secret.below) == ("lock", f"{CEDAR} · Note · private, not in exports")


def test_the_hit_is_shown_where_it_is_not_the_entry_s_first_text(find: Find, workbench: Workbench) -> None:
    workbench.journal.requests.make(client(workbench), ["доступ к карте", "двенадцать снимков"], channel="telegram")
    (found,) = [each for each in find("снимк") if each.group == "Entries"]
    assert found.text == "двенадцать снимков"


def test_older_entries_follow_page_by_page(find: Find, panel: SearchPanel, workbench: Workbench, press: Press) -> None:
    for number in range(45):
        workbench.journal.talk.note(client(workbench), f"щука {number}")
    found = find("щук")
    assert (len(found), found[-1].text, panel.count.text()) == (21, "Older entries", "20 results, older ones follow")
    for _ in range(2):
        while panel.list.currentIndex().data(RESULT).older is None:
            press(panel.field, Qt.Key.Key_Down)
        press(panel.field, Qt.Key.Key_Return)
        workbench.settle()
    texts = [each.text for each in panel.list.model_.found]
    assert texts == [f"щука {number}" for number in reversed(range(45))]


def test_typing_asks_once_more_for_what_stands_there_and_drops_what_is_stale(
    panel: SearchPanel, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    real = workbench.ask
    monkeypatch.setattr(workbench, "ask", lambda *what: (asked.append(what), real(*what)))
    for letters in ("м", "ма", "мак", "маке", "макет"):
        panel.field.setText(letters)
    assert len(asked) == 1
    workbench.settle()
    assert len(asked) == 2
    assert [found.text for found in panel.list.model_.found] == ["Когда будет макет этикетки?"]


def test_what_was_found_is_announced(panel: SearchPanel, workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    panel.field.setText("макет")
    workbench.settle()
    assert said[-1].startswith("1 result. Когда будет макет этикетки?")
    panel.field.setText("небывальщина")
    workbench.settle()
    assert said[-1] == "Nothing holds these words"


def test_field_list_and_chips_have_names(panel: SearchPanel, spoken: Callable[[QWidget], str]) -> None:
    assert spoken(panel.field) == "Search"
    assert spoken(panel.list) == "Results"
    assert [spoken(chip) for chip in panel.chips.chips.values()] == ["Client", "Channel", "Kind", "From", "To"]


def test_the_model_keeps_its_promises(find: Find, panel: SearchPanel, workbench: Workbench) -> None:
    model = ResultModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.show(find("м"))
    older = Found(group="Entries", icon="history", text="Older entries", older=workbench.journal.reading.entry(1))
    model.show([*find("макет"), older])
    assert model.replace(older, find("этикетк")) == 2
    model.show([])
    assert model.rowCount() == 0
    del tester


@pytest.mark.parametrize("percent", [100, 200])
def test_the_panel_stays_inside_of_its_window(workbench: Workbench, qtbot: QtBot, percent: int) -> None:
    from ui.theme import theme

    behind = QWidget()
    behind.resize(1024, 700)
    qtbot.addWidget(behind)
    behind.show()
    theme().wear(mode="light", percent=percent)
    panel = SearchPanel(workbench, parent=behind)
    QApplication.processEvents()
    workbench.settle()
    assert behind.geometry().contains(panel.geometry())
    panel.close()
