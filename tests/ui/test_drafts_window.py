"""The editor of drafts and snippets: what is changed is looked at, kept beside the journal and given up again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.papers.draft_files import is_own, keep_own, own_folder, snippet_folder
from app.papers.draft_titles import TITLES
from app.papers.snippets import Snippet, keep_snippet, snippets_in
from ui.dialogs.drafts import Drafts
from ui.theme import Theme
from ui.workbench import Workbench

KEDR = "Кедровый дом"


@pytest.fixture
def window(workbench: Workbench, dressed: Theme) -> Iterator[Drafts]:
    found = Drafts(workbench, draft="f2", style="plain", language="en")
    found.show()
    yield found
    found.shelf.unsaved.clear()
    found.snippets.forget()
    found.close()
    found.deleteLater()


def act(data: object) -> QAction:
    found = QAction()
    found.setData(data)
    return found


def shown(window: Drafts) -> str:
    window.pane.settle()
    return window.pane.preview.field.toPlainText()


def test_the_preview_follows_what_is_typed(window: Drafts) -> None:
    window.pane.field.setPlainText("Hi {called}, {answer} {quote}")
    assert shown(window) == "Hi Anna, It is ready on Thursday. the date moves too often"


def test_a_placeholder_that_stands_for_nothing_is_named(window: Drafts) -> None:
    window.pane.field.setPlainText("It costs {price} or {sum}.")
    assert shown(window) == "It costs [price] or [sum]."
    assert window.pane.problem.text().startswith("{price} and {sum} stand for nothing")
    window.pane.field.setPlainText("It costs nothing.")
    window.pane.settle()
    assert not window.pane.problem.isVisible()


def test_a_chip_puts_its_placeholder_where_the_cursor_is(window: Drafts) -> None:
    window.pane.field.setPlainText("")
    chip = next(each for each in window.pane.chips._children if each.property("placeholder") == "quote")
    chip.click()
    window.pane.chips._chosen(act("due"))
    assert window.pane.field.toPlainText() == "{quote}{due}"
    assert len(window.pane.chips.menu_of_all().actions()) > 30


def test_a_kept_version_lies_beside_the_journal_and_is_marked(window: Drafts, workbench: Workbench) -> None:
    window.pane.field.setPlainText("Hi {called}.")
    assert window.pane.whose.text() == "Not saved"
    window.keep()
    assert is_own(own_folder(workbench.journal.path), "en", "f2", "plain")
    assert window.pane.whose.text() == "Your version"
    assert not window.shelf.unsaved
    window.back.click()
    assert window.pane.field.toPlainText().startswith("Hello {called},")
    assert window.pane.whose.text() == "Shipped version"


def test_what_is_typed_stays_while_other_drafts_are_looked_at(window: Drafts) -> None:
    window.pane.field.setPlainText("Mine")
    window.list.chosen.emit("f4")
    window.pane.style_of.changed.emit("formal")
    assert window.pane.field.toPlainText().startswith("Dear {called},")
    window.list.chosen.emit("f2")
    window.pane.style_of.changed.emit("plain")
    assert window.pane.field.toPlainText() == "Mine"


def test_every_draft_is_in_the_list_and_words_find_it(window: Drafts) -> None:
    keys = [row.key for row in window.list.table._rows._lines if not isinstance(row, str)]
    assert sorted(keys) == sorted(TITLES)
    window.list.sought.setText("QUARREL")
    assert [row.key for row in window.list.table._rows._lines if not isinstance(row, str)] == ["pause"]


def test_closing_asks_once_about_what_is_not_saved(window: Drafts, workbench: Workbench) -> None:
    window.pane.field.setPlainText("Mine")
    window.close()
    assert window.isVisible()
    assert window.leaving.text() == "1 text is not saved."
    window.leaving.save()
    assert not window.isVisible()
    assert is_own(own_folder(workbench.journal.path), "en", "f2", "plain")


def test_closing_without_saving_keeps_nothing(window: Drafts, workbench: Workbench) -> None:
    window.pane.field.setPlainText("Mine")
    window.close()
    window.leaving.leave()
    assert not window.isVisible()
    assert not is_own(own_folder(workbench.journal.path), "en", "f2", "plain")


def test_a_disk_that_says_no_leaves_the_text(window: Drafts, workbench: Workbench) -> None:
    folder = own_folder(workbench.journal.path)
    folder.mkdir()
    (folder / "en").write_text("in the way", encoding="utf-8")
    window.pane.field.setPlainText("Mine")
    window.keep()
    assert window.pane.field.toPlainText() == "Mine"
    assert window.shelf.unsaved


def test_the_preview_takes_a_clients_own_values(workbench: Workbench) -> None:
    window = Drafts(workbench, workbench.journal.clients.named(KEDR).number, draft="f2", language="ru")
    assert "«Когда будет макет этикетки?»" in shown(window)
    assert window.pane.preview.gaps.text() == "1 gap is left for you to fill."
    window.close()


def test_a_snippet_is_kept_renamed_and_removed(window: Drafts, workbench: Workbench) -> None:
    folder, pane = snippet_folder(workbench.journal.path), window.snippets
    window.tabs.choose("snippets")
    pane.name.editor.setText("Top up")
    pane.tags.editor.setText("budget, first week")
    pane.text.editor.setPlainText("1. Open the account.")
    window.keep()
    assert [(each.name, each.tags) for each in snippets_in(folder)] == [("Top up", ("budget", "first week"))]
    pane.name.editor.setText("Top up the budget")
    pane.keep()
    assert [each.name for each in snippets_in(folder)] == ["Top up the budget"]
    pane.drop.click()
    assert snippets_in(folder) == ()


def test_a_snippet_without_a_text_says_so_beside_the_field(window: Drafts) -> None:
    window.snippets.name.editor.setText("Empty")
    window.snippets.keep()
    assert window.snippets.text.error == "A snippet needs a text."


def test_a_file_of_a_snippet_is_copied_beside_it(window: Drafts, workbench: Workbench, tmp_path: Path) -> None:
    (tmp_path / "budget.png").write_bytes(b"png")
    window.snippets.attached.added.emit(str(tmp_path / "budget.png"))
    assert window.snippets.attached.names == ("budget.png",)
    assert (snippet_folder(workbench.journal.path) / "budget.png").read_bytes() == b"png"


def test_keys_reach_the_window(window: Drafts) -> None:
    window.pane.field.setPlainText("Mine")
    for action in window.actions():
        if action.shortcut().toString() == "Ctrl+S":
            action.trigger()
    assert not window.shelf.unsaved
    assert window.pane.field.focusPolicy() != Qt.FocusPolicy.NoFocus
    QApplication.processEvents()


def test_a_draft_of_ones_own_is_marked_in_the_list(workbench: Workbench) -> None:
    keep_own(own_folder(workbench.journal.path), "ru", "pause", "plain", "Пауза")
    window = Drafts(workbench, draft="pause")
    row = next(each for each in window.list.table._rows._lines if not isinstance(each, str) and each.key == "pause")
    assert (row.cells[1].text, row.spoken) == ("yours", "A pause in a quarrel, yours")
    window.close()


def test_a_snippet_that_was_typed_is_not_lost_by_looking_at_another(window: Drafts, workbench: Workbench) -> None:
    folder, pane = snippet_folder(workbench.journal.path), window.snippets
    for name in ("A", "B"):
        keep_snippet(folder, Snippet(name=name, language="en", text="x"))
    pane.choose("A")
    pane.text.editor.setPlainText("typed")
    pane.choose("B")
    pane.choose("A")
    assert pane.text.editor.toPlainText() == "typed"
    window.close()
    assert window.leaving.text() == "1 text is not saved."
    window.leaving.save()
    assert [each.text for each in snippets_in(folder)] == ["typed", "x"]
    assert not window.isVisible()
