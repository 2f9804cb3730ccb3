"""Commands that are found by their name only: the check, a file to verify, what runs here (6.2, 8.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from app import __version__
from tests.ui.desk import Desk
from ui.dialogs.about import AboutDialog
from ui.pages.evidence import EvidencePage
from ui.pages.evidence.verify_dialog import VerifyDialog
from ui.theme import Theme


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def test_the_journal_is_checked_from_any_page(desk: Desk) -> None:
    desk.window.run("check")
    desk.read()
    page = desk.window.page
    assert isinstance(page, EvidencePage)
    assert desk.bench.checked is not None and desk.bench.checked.sound


def test_a_file_to_verify_is_asked_for_from_any_page(desk: Desk) -> None:
    desk.window.run("verify")
    assert desk.window.findChildren(VerifyDialog)


def test_about_names_what_a_report_must_name(desk: Desk) -> None:
    """8.2: SQLite's version is shown there."""
    desk.window.run("about")
    about = desk.window.findChildren(AboutDialog)[0]
    about.copying.click()
    told = QGuiApplication.clipboard().text()
    assert told.startswith(f"Ashore {__version__}")
    assert str(desk.journal.path) in told and desk.journal.log_id in told
    from app.storage.driver import driver

    assert f"SQLite: {driver().sqlite_version}" in told
