"""Pictures of an erasure: the plan, the question, what came of it, and the empty card that stays in the timeline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.facts.erasure import Grounds
from app.settings import Settings
from ui.client_pictures import GLINA, told_workbench
from ui.window_pictures import keep_settings_away, number_of, window_at

if TYPE_CHECKING:
    from ui.dialogs.erase import Erase
    from ui.shots import Shot
    from ui.workbench import Workbench


@cache
def _own_workbench() -> Workbench:
    """A sample of its own: what is erased in it is missing from no other picture."""
    from app.demo.build import build_demo
    from ui.workbench import Workbench

    return Workbench(build_demo(keep_settings_away() / "erased.ashore"), Settings(), "en")


@cache
def _erased() -> int:
    """An entry that was erased, with others after it."""
    journal = _own_workbench().journal
    seq = _message(_own_workbench())
    journal.erasing.erase(journal.erasing.plan([seq]), Grounds(reason="Asked", basis="GDPR 17"), renew_backups=False)
    return seq


def _message(workbench: Workbench) -> int:
    glina = number_of(workbench, GLINA)
    said = [each for each in workbench.journal.reading.timeline(glina) if each.kind == "message.received"]
    return said[-1].seq


def erase(shot: Shot) -> Erase:
    """The plan of one message."""
    from ui.dialogs.erase import Erase

    workbench = told_workbench()
    glina = number_of(workbench, GLINA)
    behind = window_at(shot, "client", glina, workbench)
    made = Erase(workbench, glina, entries=(_message(workbench),), parent=behind)
    workbench.settle()
    QApplication.processEvents()
    return made


def erase_asked(shot: Shot) -> Erase:
    """The one question."""
    made = erase(shot)
    made.why.reason.editor.setText(_reason(shot))
    made.save()
    return made


def _reason(shot: Shot) -> str:
    """A reason in the language of the picture."""
    return {"ru": "Клиент попросил", "es": "Lo pidió el cliente"}.get(shot.language, "The client asked for it")


def anonymise(shot: Shot) -> Erase:
    """The plan for a person's name."""
    from ui.dialogs.erase import Erase

    workbench = told_workbench()
    glina = number_of(workbench, GLINA)
    behind = window_at(shot, "client", glina, workbench)
    person = workbench.journal.clients.people(glina)[0].number
    made = Erase(workbench, glina, person=person, parent=behind)
    workbench.settle()
    QApplication.processEvents()
    return made


def client_erased(shot: Shot) -> QWidget:
    """The empty card in the timeline."""
    from ui.pages.client import ClientPage

    workbench, seq = _own_workbench(), _erased()
    window = window_at(shot, "client", number_of(workbench, GLINA), workbench)
    QApplication.processEvents()
    if isinstance(window.page, ClientPage):
        window.page.journal.jump(seq)
    QApplication.processEvents()
    return window


def erase_done(shot: Shot) -> Erase:
    """What came of it, with an older backup that was deleted."""
    from ui.dialogs.erase import Erase

    workbench = _own_workbench()
    glina = number_of(workbench, GLINA)
    behind = window_at(shot, "client", glina, workbench)
    journal = workbench.journal
    note = journal.talk.note(glina, "Code 41")
    journal.backups.make()
    made = Erase(workbench, glina, entries=(note,), parent=behind)
    workbench.settle()
    made.why.reason.editor.setText(_reason(shot))
    made.save()
    made.save()
    workbench.settle()
    QApplication.processEvents()
    return made


ERASING = (
    ("erase", erase),
    ("erase-asked", erase_asked),
    ("erase-done", erase_done),
    ("erase-person", anonymise),
    ("client-erased", client_erased),
)
