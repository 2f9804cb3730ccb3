"""Undo of what was just recorded: its entries are retracted, the form comes back with its words (1.3b)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.unsent import unsent
from tests.ui.desk import Desk
from tests.ui.hands import press, write
from ui.dialogs.call import CallNote
from ui.dialogs.compose import Compose
from ui.dialogs.edit import EditForm
from ui.dialogs.quick_add import QuickAdd
from ui.dialogs.request import RequestForm
from ui.pages.client.page import ClientPage
from ui.theme import Theme

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def client_of(desk: Desk) -> int:
    return desk.journal.clients.named("Кедровый дом").number


def flags(desk: Desk) -> list[str]:
    return sorted(flag.key for flag in desk.journal.desk.flags())


def shown(desk: Desk, sort: type[W]) -> W:
    QApplication.processEvents()
    return next(each for each in desk.window.findChildren(sort) if each.isVisible())


def undo(desk: Desk) -> None:
    said = desk.window.notices.shown
    assert said is not None and said.undo == "Undo"
    desk.window.notices.undo()
    desk.read()


def retracted(desk: Desk, since: int) -> tuple[list[str], list[str]]:
    """Kinds of the entries since a number that are struck, and of those that are not."""
    size = desk.journal.size_and_head()[0]
    entries = [desk.journal.reading.entry(number) for number in range(since + 1, size + 1)]
    struck = [each.kind for each in entries if each.retracted_by is not None]
    return struck, [each.kind for each in entries if each.retracted_by is None]


def test_a_line_of_the_quick_bar_is_taken_back_and_stands_in_the_field_again(desk: Desk) -> None:
    """Enter, then Undo: message.received is retracted, F2 is as before, the line can be put right."""
    client, size, before = client_of(desk), desk.journal.size_and_head()[0], flags(desk)
    desk.window.go("client", client)
    desk.read()
    page = desk.window.page
    assert isinstance(page, ClientPage)
    bar = page.journal.quick
    bar.field.setFocus()
    write("Ещё одна просьба: больше воздуха")
    press(ENTER)
    desk.read()
    assert flags(desk) != before or desk.journal.size_and_head()[0] == size + 1
    undo(desk)
    assert retracted(desk, size) == (["message.received"], ["entry.retracted"])
    assert flags(desk) == before
    assert bar.field.toPlainText() == "Ещё одна просьба: больше воздуха"
    retraction = desk.journal.reading.entry(desk.journal.size_and_head()[0])
    assert retraction.body["reason"] == "recorded by mistake"


def test_a_call_with_its_items_is_taken_back_at_once_and_the_note_comes_back(desk: Desk) -> None:
    client, size, before = client_of(desk), desk.journal.size_and_head()[0], flags(desk)
    note = desk.bench.open("call", client)
    assert isinstance(note, CallNote)
    note.cards[0].title.setText("Этикетка")
    note.cards[0].editor.what.setText("Новый шрифт")
    note.cards[0].editor.who.choose("0")
    note.save()
    desk.read()
    assert "edit.requested" in retracted(desk, size)[1]
    undo(desk)
    assert retracted(desk, size) == (["call.held", "edit.requested"], ["entry.retracted", "entry.retracted"])
    assert flags(desk) == before
    again = shown(desk, CallNote)
    assert again.cards[0].topic.title == "Этикетка"
    assert again.cards[0].topic.outcomes[0].what == "Новый шрифт"


def test_a_message_marked_as_sent_comes_back_with_its_text_and_its_chips(desk: Desk) -> None:
    size, before = desk.journal.size_and_head()[0], flags(desk)
    desk.page.doing.write(client_of(desk))
    window = shown(desk, Compose)
    window.field.setPlainText("Макет готов, ссылка ниже.")
    chips = len(window.clears.chips)
    window.mark()
    desk.read()
    undo(desk)
    assert retracted(desk, size)[1] == ["entry.retracted"] * len(retracted(desk, size)[0])
    assert flags(desk) == before
    again = shown(desk, Compose)
    assert again.field.toPlainText() == "Макет готов, ссылка ниже."
    assert len(again.clears.chips) == chips


def test_an_edit_and_its_date_are_taken_back_and_the_form_comes_back(desk: Desk) -> None:
    size, before = desk.journal.size_and_head()[0], flags(desk)
    form = desk.bench.open("edit", client_of(desk), text="Сдвинуть логотип", channel="telegram")
    assert isinstance(form, EditForm)
    form.facts.text.editor.setPlainText("Сдвинуть логотип влево")
    form.save()
    desk.read()
    undo(desk)
    assert retracted(desk, size)[1] == ["entry.retracted", "entry.retracted"]
    assert flags(desk) == before
    assert shown(desk, EditForm).facts.text.editor.toPlainText() == "Сдвинуть логотип влево"


def test_a_request_is_taken_back_by_the_command_of_the_menu(desk: Desk) -> None:
    size, before = desk.journal.size_and_head()[0], flags(desk)
    form = desk.bench.open("request", client_of(desk))
    assert isinstance(form, RequestForm)
    form.lines.editor.setPlainText("Состав\nШтрихкод")
    form.save_only()
    desk.window.run("take_back")
    desk.read()
    assert retracted(desk, size) == (["request.made"], ["entry.retracted"])
    assert flags(desk) == before
    assert shown(desk, RequestForm).lines.editor.toPlainText() == "Состав\nШтрихкод"


def test_a_line_logged_from_anywhere_opens_its_dialog_again(desk: Desk) -> None:
    dialog = desk.bench.open("log", client_of(desk))
    assert isinstance(dialog, QuickAdd)
    dialog.bar.field.setPlainText("Звонили из типографии")
    dialog.save_line()
    undo(desk)
    assert shown(desk, QuickAdd).bar.field.toPlainText() == "Звонили из типографии"


def test_only_the_last_act_is_taken_back_and_only_once(desk: Desk) -> None:
    dialog = desk.bench.open("log", client_of(desk))
    assert isinstance(dialog, QuickAdd)
    dialog.bar.field.setPlainText("раз")
    dialog.save_line()
    desk.window.run("take_back")
    size = desk.journal.size_and_head()[0]
    desk.window.run("take_back")
    assert desk.journal.size_and_head()[0] == size
    said = desk.window.notices.shown
    assert said is not None and said.text.startswith("There is nothing to take back")


def test_what_is_said_of_something_else_offers_no_undo(desk: Desk) -> None:
    desk.bench.say("The sheet is saved.")
    said = desk.window.notices.shown
    assert said is not None and said.undo == ""


def test_ctrl_z_in_a_field_is_undo_of_the_text(desk: Desk) -> None:
    """6.2: Ctrl+Z undoes an unsaved form; nothing of the journal is touched."""
    size = desk.journal.size_and_head()
    dialog = desk.bench.open("log", client_of(desk))
    assert isinstance(dialog, QuickAdd)
    dialog.bar.field.setFocus()
    write("лишнее")
    press(Qt.Key.Key_Z, CTRL)
    assert dialog.bar.field.toPlainText() == ""
    assert desk.journal.size_and_head() == size


def test_what_a_command_line_records_meanwhile_is_no_act_of_the_window(desk: Desk) -> None:
    """5.4: it is written in a thread of its own; Undo takes back what was done here, and nothing else."""
    client = client_of(desk)

    def note(text: str) -> tuple[int, ...]:
        return (desk.journal.talk.note(client, text),)

    def verb() -> tuple[int, ...]:
        other = Thread(target=note, args=("from elsewhere",))
        other.start()
        other.join()
        return note("from here")

    before = desk.journal.size_and_head()[0]
    assert desk.bench.do(verb, said="Saved.")
    undo(desk)
    struck, standing = retracted(desk, before)
    assert struck == ["note.written"] and standing.count("note.written") == 1
    assert desk.journal.reading.entry(before + 1).retracted_by is None


def test_undo_of_a_sent_message_keeps_the_letter_begun_since(desk: Desk) -> None:
    """Fault 30: the letter taken back comes first, the newer one waits behind it."""
    desk.bench.open("compose", client_of(desk))
    first = shown(desk, Compose)
    first.field.setPlainText("Макет готов.")
    first.mark()
    desk.read()
    desk.bench.open("compose", client_of(desk))
    newer = shown(desk, Compose)
    write("Ещё один вопрос. ")
    text = newer.field.toPlainText()
    assert "Ещё один вопрос. " in text
    newer.close()
    undo(desk)
    again = shown(desk, Compose)
    assert again.field.toPlainText() == "Макет готов."
    again.leaving.let_go()
    QApplication.processEvents()
    desk.bench.open("compose", client_of(desk))
    assert shown(desk, Compose).field.toPlainText() == text


def test_two_open_letters_to_one_client_keep_their_texts_apart(desk: Desk) -> None:
    """Fault 30."""
    windows = [desk.bench.open("compose", client_of(desk)) for _ in range(2)]
    texts = []
    for at, window in enumerate(windows):
        assert isinstance(window, Compose)
        window.field.setFocus()
        window.field.insertPlainText(f"Письмо {at}. ")
        texts.append(window.field.toPlainText())
        window.leaving.keep()
    assert {unsent(each.leaving.name) for each in windows if isinstance(each, Compose)} == set(texts)


def test_undo_of_a_saved_call_keeps_the_note_begun_since(desk: Desk) -> None:
    """Fault 30: its topics come behind those that are taken back."""
    for title in ("Этикетка", "Шрифт"):
        note = desk.bench.open("call", client_of(desk))
        assert isinstance(note, CallNote)
        note.cards[0].title.setText(title)
        if title == "Этикетка":
            note.save()
            desk.read()
    undo(desk)
    assert [card.topic.title for card in shown(desk, CallNote).cards] == ["Этикетка", "Шрифт"]
