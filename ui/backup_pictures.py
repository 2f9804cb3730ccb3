"""Pictures of the backups: the settings, the choice of one, a journal that came back, and one that is missing."""

from __future__ import annotations

from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QApplication, QWidget

from app.facts.backups import Returned, Why
from app.settings import Settings
from ui.sample import sample_journal
from ui.window_pictures import keep_settings_away, window_at

if TYPE_CHECKING:
    from app.clock import FixedClock
    from ui.shots import Shot
    from ui.workbench import Workbench


@cache
def _workbench() -> Workbench:
    """A sample journal with three backups, one of them tried out, and a note that none of them holds."""
    from ui.workbench import Workbench

    journal = sample_journal(keep_settings_away())
    clock = cast("FixedClock", journal.clock)
    now = clock()
    for hours, why in ((70, Why.CLOSE), (22, Why.CLOSE), (2, Why.IMPORT)):
        clock.move_to(now - timedelta(hours=hours))
        journal.backups.make(why)
    journal.backups.try_out()
    clock.move_to(now)
    journal.talk.note(journal.clients.all()[0].number, "Позвонить насчёт договора.", private=True)
    return Workbench(journal, Settings(), "en")


def settings_backup(shot: Shot) -> QWidget:
    """The card in the settings."""
    window = window_at(shot, "settings", workbench=_workbench())
    page = cast("Any", window.page)
    QApplication.processEvents()
    _workbench().settle()
    page.backups.ensurePolished()
    page.show_backups()
    QApplication.processEvents()
    return window


def restore(shot: Shot) -> QWidget:
    """Which backup takes the journal's place."""
    from ui.dialogs.restore import RestoreDialog

    bench = _workbench()
    behind = window_at(shot, "settings", workbench=bench)
    return RestoreDialog(bench.words, bench.journal.backups.shown(), bench.zone, behind)


def _returned(shot: Shot, found: int) -> QWidget:
    from ui.dialogs.returned import ReturnedDialog

    bench = _workbench()
    behind = window_at(shot, "today", workbench=bench)
    returned = Returned(expected_size=1297, expected_head="0" * 64, found_size=found, found_head="1" * 64)
    return ReturnedDialog(bench, returned=returned, parent=behind)


def missing(shot: Shot) -> QWidget:
    """The journal is not where it was; its backups are."""
    from ui.main_window import MainWindow
    from ui.opening import Opening
    from ui.start import Wish

    bench = _workbench()
    gone = Path(bench.journal.path).with_name("gone.ashore")
    bench.journal.high_water.set_log_at(gone, bench.journal.log_id)
    window = MainWindow(Settings(width=shot.width, height=shot.height), shot.language)
    window.resize(shot.width, shot.height)
    opening = Opening(Wish(gone), Settings(), shot.language, window)
    opening.begin()
    QApplication.processEvents()
    return window


def laying_out(shot: Shot) -> QWidget:
    """A large journal whose tables another version made is being made ready."""
    from ui.laying_out_page import LayingOutPage
    from ui.main_window import MainWindow

    window = MainWindow(Settings(width=shot.width, height=shot.height), shot.language)
    window.resize(shot.width, shot.height)
    page = LayingOutPage(window.words)
    page.show_done(412_000, 1_000_000)
    window.stack.addWidget(page)
    window.stack.setCurrentWidget(page)
    return window


BACKUPS = (
    ("settings-backups", settings_backup),
    ("restore", restore),
    ("returned-shorter", partial(_returned, found=1285)),
    ("returned-another", partial(_returned, found=1301)),
    ("missing-journal", missing),
    ("laying-out", laying_out),
)
