"""Importing a Telegram export by the window: looked at first, decided by the owner, then all or nothing (5.2)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.exchange.make_export import CLIENT, believable, write_full, write_personal
from tests.ui.reading import words_on
from ui.dialogs.import_telegram import ImportTelegram
from ui.workbench import Told, Workbench

Show = Callable[..., QWidget]
TWO_STRANGERS = Path(__file__).parents[1] / "files" / "telegram" / "test_single_export.json"


@pytest.fixture
def glina(workbench: Workbench) -> int:
    return workbench.journal.clients.named("Мастерская «Глина»").number


@pytest.fixture
def dialog(workbench: Workbench, glina: int, show: Show) -> ImportTelegram:
    made = ImportTelegram(workbench, glina)
    show(made)
    return made


def looked(dialog: ImportTelegram, workbench: Workbench, path: Path) -> None:
    dialog.take_file(path)
    workbench.settle()


def value_of(dialog: ImportTelegram, name: str) -> str:
    said = words_on(dialog.preview.facts)
    return said[said.index(name) + 1]


def test_looking_at_a_file_counts_it_and_writes_nothing(
    dialog: ImportTelegram, workbench: Workbench, tmp_path: Path
) -> None:
    before = workbench.journal.size_and_head()
    looked(dialog, workbench, write_personal(tmp_path / "result.json", believable(120)))
    assert value_of(dialog, "Messages") == "120"
    assert value_of(dialog, "Lines of the messenger itself") == "1"
    assert value_of(dialog, "Known from earlier imports") == "0"
    assert dialog.preview.me.hint.text() == "the chat is called after the other one"
    assert any(said.endswith(": you") for said in words_on(dialog.preview.facts))
    assert workbench.journal.size_and_head() == before
    assert list(workbench.journal.files.names()) == []


def test_taking_a_file_adds_its_messages_once(
    dialog: ImportTelegram, workbench: Workbench, glina: int, told: list[Told], tmp_path: Path, show: Show
) -> None:
    path = write_personal(tmp_path / "result.json", believable(120))
    looked(dialog, workbench, path)
    before = workbench.journal.size_and_head()[0]
    dialog.do.click()
    workbench.settle()
    assert told[-1].notice.text == "120 messages added."
    assert workbench.journal.size_and_head()[0] == before + 121
    assert not dialog.isVisible()
    again = ImportTelegram(workbench, glina)
    show(again)
    looked(again, workbench, path)
    assert value_of(again, "Known from earlier imports") == "120"
    again.do.click()
    workbench.settle()
    assert told[-1].notice.text == "Everything in this file was known already. Nothing was written."


def test_a_file_that_does_not_say_who_is_who_asks_before_it_is_taken(
    dialog: ImportTelegram, workbench: Workbench, told: list[Told]
) -> None:
    looked(dialog, workbench, TWO_STRANGERS)
    assert dialog.preview.open.accessibleName().startswith("Who wrote what cannot be known")
    assert not dialog.do.isEnabled()
    dialog.preview.me.editor.choose("Author 2")
    dialog.preview.me.editor.chosen.emit("Author 2")
    assert dialog.do.isEnabled()
    assert dialog.do.text() == "Take 2 messages"
    dialog.do.click()
    workbench.settle()
    assert told[-1].notice.text == "2 messages added."
    size = workbench.journal.size_and_head()[0]
    kinds = [workbench.journal.reading.entry(seq).kind for seq in (size - 1, size)]
    assert kinds == ["message.received", "message.sent"]


def test_of_a_full_export_only_the_chosen_chat_comes_in(
    dialog: ImportTelegram, workbench: Workbench, tmp_path: Path, told: list[Told]
) -> None:
    chats = [
        ("Чужой чат", "personal_chat", 77, list(believable(9, seed=1))),
        (CLIENT[0], "personal_chat", 2002, list(believable(5, seed=2))),
    ]
    looked(dialog, workbench, write_full(tmp_path / "result.json", chats))
    assert dialog.preview.chat.isVisible()
    assert not dialog.do.isEnabled()
    dialog.preview.chat.editor.choose("2002")
    dialog.preview.chat.editor.chosen.emit("2002")
    assert dialog.preview.me.hint.text() == "the account of the export"
    dialog.do.click()
    workbench.settle()
    assert told[-1].notice.text == "5 messages added."


def test_the_clients_own_export_adds_nothing_and_marks_what_it_holds(
    dialog: ImportTelegram, workbench: Workbench, glina: int, told: list[Told], tmp_path: Path, show: Show
) -> None:
    """4.6, DUP: in the client's file the chat is called after me, so the tick turns the sides round."""
    said = ("Добрый день, макет пришёл", "Спасибо")
    people = (("Ольга Никитина", 2), ("Elena Marín", 1))
    looked(dialog, workbench, personal(tmp_path / "mine.json", people[0], 100, people, said))
    dialog.do.click()
    workbench.settle()
    again = ImportTelegram(workbench, glina)
    show(again)
    looked(again, workbench, personal(tmp_path / "theirs.json", people[1], 7000, people, said))
    before = workbench.journal.size_and_head()[0]
    again.preview.theirs.click()
    assert again.shown is not None
    assert (again.shown.me, again.do.text()) == ("user1", "Compare 2 messages")
    again.do.click()
    workbench.settle()
    assert told[-1].notice.text == "2 entries also stand in the client's own export (DUP)."
    assert workbench.journal.size_and_head()[0] == before + 1


def personal(
    path: Path, chat: tuple[str, int], first: int, people: Sequence[tuple[str, int]], said: Sequence[str]
) -> Path:
    """A chat of two, as Telegram writes it for one of them; they take turns."""
    messages = [
        {"id": first + n, "type": "message", "date_unixtime": str(1_793_000_000 + n), "from": people[n % 2][0],
         "from_id": f"user{people[n % 2][1]}", "text": text}
        for n, text in enumerate(said)
    ]  # fmt: skip
    whole = {"name": chat[0], "type": "personal_chat", "id": chat[1], "messages": messages}
    path.write_text(json.dumps(whole, ensure_ascii=False))
    return path


def test_a_file_that_is_no_export_is_refused_with_the_place(
    dialog: ImportTelegram, workbench: Workbench, tmp_path: Path
) -> None:
    (tmp_path / "result.json").write_text('{"messages": [', "utf-8")
    looked(dialog, workbench, tmp_path / "result.json")
    assert dialog.problem.isVisible()
    assert dialog.problem.accessibleName()
    assert not dialog.do.isEnabled()


def test_an_import_that_is_cancelled_leaves_nothing(
    dialog: ImportTelegram, workbench: Workbench, tmp_path: Path
) -> None:
    looked(dialog, workbench, write_personal(tmp_path / "result.json", believable(2000)))
    before = workbench.journal.size_and_head()
    dialog.do.click()
    dialog.cancel.click()
    workbench.settle()
    assert dialog.isVisible()
    assert dialog.problem.accessibleName() == "Cancelled. Nothing was written."
    assert workbench.journal.size_and_head() == before
    assert list(workbench.journal.files.names()) == []


def test_the_dialog_is_opened_by_its_key(workbench: Workbench, glina: int) -> None:
    opened = workbench.open("import", glina)
    assert isinstance(opened, ImportTelegram)
    assert opened.client.editor.key == str(glina)
    opened.close()
