"""The owner's drafts and snippets where messages are written: the composer, Today's card, the settings (3.3, 6.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction

from app.facts.flags import Reason
from app.facts.letter import Clearable
from app.papers.draft_files import snippet_folder
from app.papers.draft_titles import TITLES
from app.papers.snippets import Snippet, keep_snippet
from tests.ui.desk import Desk
from ui.dialogs.compose import Compose
from ui.dialogs.compose.draft_menu import EDIT_DRAFT, EDIT_SNIPPETS, DraftMenu, SnippetMenu
from ui.dialogs.drafts import Drafts
from ui.pages.today.card_menu import CardMenu
from ui.theme import Theme
from ui.widgets.text import Text

KEDR = "Кедровый дом"
NOW = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def compose(desk: Desk, name: str = KEDR) -> Compose:
    desk.page.doing.write(desk.card(name).look.client)
    return desk.window.findChildren(Compose)[-1]


def act(data: object) -> QAction:
    found = QAction()
    found.setData(data)
    return found


def test_the_composer_inserts_a_snippet_and_records_its_file_with_the_message(desk: Desk) -> None:
    folder = snippet_folder(desk.journal.path)
    keep_snippet(folder, Snippet(name="Пополнение", language="ru", text="1. Откройте кабинет.", attachments=("b.png",)))
    (folder / "b.png").write_bytes(b"png")
    window = compose(desk)
    menu = SnippetMenu(window.words, window.inserting.listed(), window)
    window.drafting.take(menu.actions()[0])
    assert "1. Откройте кабинет." in window.field.toPlainText()
    assert window.files.isVisible()
    client = window.letter.client.number
    window.mark()
    sent = next(each for each in reversed(desk.journal.reading.timeline(client)) if each.kind == "message.sent")
    [file] = desk.journal.reading.entry(sent.seq).body["attachments"]
    assert (file["name"], file["size"]) == ("b.png", 3)
    assert desk.journal.files.path_of(file["sha256"]).is_file()


def test_the_composer_opens_the_editor_at_its_draft_and_takes_over_what_is_saved(desk: Desk) -> None:
    window = compose(desk)
    window.drafting.take(act(("open", EDIT_DRAFT)))
    [editor] = desk.window.findChildren(Drafts)
    assert editor.pane.at == ("f2", "plain", "ru")
    editor.pane.field.setPlainText("{called}, здравствуйте. {answer}")
    editor.keep()
    assert window.field.toPlainText().startswith("Дмитрий, здравствуйте.")
    editor.close()


def test_the_composer_opens_the_snippets(desk: Desk) -> None:
    window = compose(desk)
    window.drafting.take(act(("open", EDIT_SNIPPETS)))
    [editor] = desk.window.findChildren(Drafts)
    assert editor.tabs.key == "snippets"
    editor.close()


def test_another_draft_is_taken_from_its_group(desk: Desk) -> None:
    window = compose(desk)
    menu = DraftMenu(window.words, window)
    every = [each.data() for each in (*menu.actions(), *menu.reasons.actions()) if isinstance(each.data(), tuple)]
    assert {key for what, key in every if what == "draft"} == set(TITLES)
    window.drafting.take(act(("draft", "pause")))
    assert "Мы смотрим на это по-разному" in window.field.toPlainText()


def test_the_composer_says_by_when_an_answer_is_expected(desk: Desk) -> None:
    assert compose(desk).expects.text() == "I expect an answer by Mon 23 Nov"


def test_what_the_client_knows_is_said_in_the_composer(desk: Desk) -> None:
    number = desk.journal.clients.named(KEDR).number
    desk.journal.clients.change(number, knows="none")
    desk.read()
    said = [each.text() for each in compose(desk).head.findChildren(Text)]
    assert "New to the trade's words: write without them" in said


def test_the_cards_menu_edits_the_draft_itself(desk: Desk) -> None:
    client = desk.card(KEDR).look.client
    card = next(each for each in desk.page.shown.cards if each.client.number == client)  # type: ignore[union-attr]
    menu = CardMenu(desk.bench, card, desk.page)
    next(each for each in menu.actions() if each.text() == "Edit the draft").trigger()
    [editor] = desk.window.findChildren(Drafts)
    assert (editor.pane.at, editor.pane.preview.client) == (("f2", "plain", "ru"), client)
    editor.close()


def test_the_settings_open_the_editor(desk: Desk) -> None:
    from ui.pages.settings import SettingsPage

    page = SettingsPage(desk.bench)
    page.drafts.click()
    [editor] = desk.window.findChildren(Drafts)
    assert editor.tabs.key == "drafts"
    editor.close()
    page.deleteLater()


def test_a_notice_that_work_stops_is_never_ticked_by_another_draft(desk: Desk) -> None:
    window = compose(desk)
    flag = replace(window.letter.clearable[0].flag, rule="F15", reason=Reason("f15", {"since": NOW, "version": 2}))
    letter = replace(window.letter, clearable=(Clearable(flag=flag),))
    window.clears.show_letter(letter, [flag.key], ())
    window.clears.tick_told("…", "ru", "f2")
    assert window.clears.flags == ()
    window.clears.tick_told("…", "ru", "stop_notice")
    assert window.clears.flags == (flag,)
    window.clears.show_letter(letter, (), ())
    window.clears.tick_told("…", "ru", "f15")
    assert window.clears.flags == (flag,)


def test_a_draft_of_another_reason_takes_that_reasons_values(desk: Desk) -> None:
    window = compose(desk)
    window.drafting.take(act(("draft", "f14")))
    assert "– Состав для этикетки" in window.field.toPlainText()


def test_a_request_for_an_answer_is_called_by_the_question_not_by_the_greeting(desk: Desk) -> None:
    window = compose(desk)
    window.expects.setChecked(True)
    window.field.setPlainText("Дмитрий, добрый день.\n\nКакой фон берём?")
    window.mark()
    titles = [item.title for item in desk.journal.reading.open_items(window.letter.client.number)]
    assert "Какой фон берём?" in titles
