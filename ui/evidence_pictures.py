"""Pictures of the evidence page and of what opens from it and from the week, on a journal with sheets given."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.sample import sample_journal
from ui.window_pictures import keep_settings_away, window_at

if TYPE_CHECKING:
    from ui.shots import Shot
    from ui.workbench import Workbench

_CHAT = """{"name": "Ольга Никитина", "type": "personal_chat", "id": 2002, "messages": [
{"id": 1, "type": "message", "date_unixtime": "1794906000", "from": "Ольга Никитина", "from_id": "user2002",
 "text": "Рассылку к ярмарке посмотрели."},
{"id": 2, "type": "message", "date_unixtime": "1794909600", "from": "Elena Marín", "from_id": "user1001",
 "text": "Спасибо, правки будут в среду."},
{"id": 3, "type": "message", "date_unixtime": "1794913200", "from": "Ольга Никитина", "from_id": "user2002",
 "text": "", "photo": "(File not included. Change data exporting settings to download.)"}]}"""


@cache
def _workbench() -> Workbench:
    """A sample journal of its own: three clients hold a sheet."""
    from ui.workbench import Workbench

    journal = sample_journal(keep_settings_away())
    for client in journal.clients.all()[:3]:
        paper = journal.weeks.print_paper(client.number, "2026-W47")
        person = journal.clients.contact(client.number)
        journal.weeks.mark_as_given(client.number, "2026-W47", paper, how="sent", to=person.number if person else None)
    return Workbench(journal, Settings(), "en")


def evidence(shot: Shot) -> QWidget:
    """Who can vouch, and the export at its last step."""
    from ui.pages.evidence import EvidencePage

    window = window_at(shot, "evidence", workbench=_workbench())
    if isinstance(window.page, EvidencePage):
        window.page.export.go(3)
        _workbench().settle()
    QApplication.processEvents()
    return window


def export_items(shot: Shot) -> QWidget:
    """The export at its third step: a reading copy of chosen items."""
    from ui.pages.evidence import EvidencePage

    window = window_at(shot, "evidence", workbench=_workbench())
    if isinstance(window.page, EvidencePage):
        items = window.page.export.items
        window.page.export.go(2)
        items.scope.choose("chosen")
        items.scope.changed.emit("chosen")
        next(iter(items.boxes.values())).setChecked(True)
        _workbench().settle()
    QApplication.processEvents()
    return window


def verify(shot: Shot) -> QWidget:
    """A verified journal with a head that is held."""
    from ui.pages.evidence.verify_dialog import VerifyDialog

    workbench = _workbench()
    behind = window_at(shot, "evidence", workbench=workbench)
    anchor = workbench.journal.evidence.anchors()[0]
    dialog = VerifyDialog(workbench, workbench.journal.path, parent=behind)
    dialog.held.editor.setPlainText(f"{anchor['size']}:{anchor['head']}")
    dialog.start()
    workbench.settle()
    return dialog


def stamps(shot: Shot) -> QWidget:
    """The queue of time stamps, with sending switched on."""
    from ui.pages.evidence.stamps_dialog import StampsDialog

    workbench = _workbench()
    behind = window_at(shot, "evidence", workbench=workbench)
    workbench.journal.stamps.request()
    workbench.set(stamps_by_network=True, stamp_authorities=("https://authority.example/tsr",))
    return StampsDialog(workbench, parent=behind)


def by_hand(shot: Shot) -> QWidget:
    """Who holds a head, with one typed that is another."""
    from ui.pages.evidence.by_hand import ByHand

    workbench = _workbench()
    behind = window_at(shot, "evidence", workbench=workbench)
    dialog = ByHand(workbench, tuple(workbench.journal.clients.all()), parent=behind)
    dialog.held.editor.setPlainText(f"12: {'0f' * 32}")
    dialog.save()
    return dialog


def change_key(shot: Shot) -> QWidget:
    """The question for the reason of a new key."""
    from ui.pages.evidence.change_key import ChangeKey

    workbench = _workbench()
    behind = window_at(shot, "evidence", workbench=workbench)
    return ChangeKey(workbench, workbench.journal.evidence.keys_used()[-1], parent=behind)


def import_chat(shot: Shot) -> QWidget:
    """A file that was looked at."""
    from ui.dialogs.import_telegram import ImportTelegram

    workbench = _workbench()
    behind = window_at(shot, "today", workbench=workbench)
    path = Path(tempfile.mkdtemp(prefix="ashore-pictures-")) / "result.json"
    path.write_text(_CHAT, "utf-8")
    glina = workbench.journal.clients.named("Мастерская «Глина»").number
    dialog = ImportTelegram(workbench, glina, parent=behind, path=path)
    workbench.settle()
    return dialog


def mark_given(shot: Shot) -> QWidget:
    """The question to whom a sheet was given."""
    from app.facts.sheets import SheetAsked
    from app.journal.sheets import make_sheet, sheet
    from ui.pages.week.mark_given import MarkGiven

    workbench = _workbench()
    behind = window_at(shot, "week", workbench=workbench)
    asked = SheetAsked(client=workbench.journal.clients.named("Harbour & Finch").number, week="2026-W47")
    shown, paper = sheet(workbench.journal, asked), make_sheet(workbench.journal, asked)
    return MarkGiven(workbench, shown, paper, made=False, parent=behind)
