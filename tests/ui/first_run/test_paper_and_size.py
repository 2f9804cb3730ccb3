"""First run: the annex as a file, and nothing cut at any text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from app.facts.beginning import Beginning, FirstClient
from tests.ui.cutting import cut
from tests.ui.first_run.steps import Open, go_on, name_both
from ui.dialogs.first_run import FirstRun
from ui.dialogs.first_run.draft_file import keep_draft
from ui.dialogs.first_run.pictures import CHANNELS
from ui.theme import Theme


def asked_where(window: FirstRun) -> QFileDialog:
    """Walk to the end; the question where the annex is to lie."""
    name_both(window)
    go_on()
    go_on()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_the_annex_is_saved_where_the_owner_says(begin: Open, tmp_path: Path) -> None:
    window = begin()
    dialog = asked_where(window)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "annex.pdf"))
    dialog.accept()
    assert window.journals
    assert (tmp_path / "annex.pdf").read_bytes().startswith(b"%PDF-1.4")


def test_without_the_annex_file_the_journal_opens_all_the_same(begin: Open) -> None:
    window = begin()
    dialog = asked_where(window)
    dialog.reject()
    assert window.journals


def test_an_annex_that_cannot_be_written_is_said_and_asked_for_again(begin: Open, tmp_path: Path) -> None:
    window = begin()
    dialog = asked_where(window)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "missing" / "annex.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)
    assert window.refusal.startswith("The file annex.pdf could not be written")
    assert dialog.isVisible()
    dialog.reject()
    assert window.journals


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
