"""Pictures of the forms over the window they belong to, and of the call note, on the sample journals."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.client_pictures import told_workbench
from ui.window_pictures import number_of, window_at, workbench_of_pictures

if TYPE_CHECKING:
    from ui.shots import Shot

ALBOR = "Clínica Dental Albor"
ASKED = timedelta(minutes=87)
"""So long before the moment of the pictures the edits were asked for."""


def edit(shot: Shot) -> QWidget:
    """An edit that the contact asks for."""
    from ui.dialogs.edit import EditForm

    behind = window_at(shot, "today")
    workbench = workbench_of_pictures()
    text = "Cambiar los precios de ortodoncia en la página de tarifas: tres filas, según el PDF adjunto."
    albor, at = number_of(workbench, ALBOR), workbench.now() - ASKED
    return EditForm(workbench, albor, parent=behind, text=text, channel="whatsapp", at=at)


def edit_voice(shot: Shot) -> QWidget:
    """An edit that somebody else asks for."""
    from ui.dialogs.edit import EditForm

    workbench = told_workbench()
    behind = window_at(shot, "today", workbench=workbench)
    albor, at = number_of(workbench, ALBOR), workbench.now() - ASKED
    people = workbench.journal.clients.people(albor)
    nuria = next(each.number for each in people if each.name == "Nuria Soto")
    text = "Poner un vídeo de la sala de espera en la portada."
    return EditForm(workbench, albor, parent=behind, text=text, channel="whatsapp", at=at, person=nuria)


def call(shot: Shot) -> QWidget:
    """The planned call of today, begun."""
    from ui.dialogs.call import CallNote

    workbench = workbench_of_pictures()
    workbench.language = shot.language
    line = next(each for each in workbench.journal.desk.today().calls if each.client.name == ALBOR)
    note = CallNote(workbench, line.client.number, call=line.call.number)
    note.timer.turned.emit("start")
    return note


def missed(shot: Shot) -> QWidget:
    """A call that did not take place."""
    from ui.dialogs.call.missed import Missed

    behind = window_at(shot, "today")
    workbench = workbench_of_pictures()
    return Missed(workbench, number_of(workbench, ALBOR), call=0, at=workbench.now(), name="Lucía Herrero",
                  then=behind.close, parent=behind)  # fmt: skip


def request(shot: Shot) -> QWidget:
    """Two things asked of the client."""
    from ui.dialogs.request import RequestForm

    behind = window_at(shot, "today")
    workbench = workbench_of_pictures()
    return RequestForm(workbench, number_of(workbench, ALBOR), parent=behind, text="Logotipo en vectores\nTarifas 2027")


def log(shot: Shot) -> QWidget:
    """One line about a client, from anywhere."""
    from ui.dialogs.quick_add import QuickAdd

    behind = window_at(shot, "today")
    workbench = workbench_of_pictures()
    return QuickAdd(workbench, number_of(workbench, ALBOR), parent=behind, text="Nos gusta la foto B para la portada.")


def plan_call(shot: Shot) -> QWidget:
    """What a planned call still lacks."""
    from ui.dialogs.plan_call import PlanCall

    behind = window_at(shot, "today")
    workbench = workbench_of_pictures()
    return PlanCall(workbench, number_of(workbench, "Casa Jacaranda"), parent=behind)


def keys(shot: Shot) -> QWidget:
    """Every shortcut on one page."""
    from ui.dialogs.keys import KeysPage

    behind = window_at(shot, "today")
    return KeysPage(workbench_of_pictures(), parent=behind)


def stop_work(shot: Shot) -> QWidget:
    """A request that did not come, and the notice that work stops."""
    from ui.dialogs.stop_work import StopWork

    workbench = told_workbench()
    behind = window_at(shot, "today", workbench=workbench)
    owed = [each for each in workbench.journal.desk.today().owed if not each.is_acceptance]
    rights = {flag.item for flag in workbench.journal.desk.flags() if flag.rule == "F15"}
    first = min(owed, key=lambda each: (each.item not in rights, each.theirs.stands != "over"))
    return StopWork(workbench, first.client.number, request=first.item, parent=behind)


def paper(shot: Shot) -> QWidget:
    """A paper before it is printed: the notice that work stops."""
    from ui.dialogs.paper import PaperWindow

    workbench = told_workbench()
    owed = [each for each in workbench.journal.desk.today().owed if each.theirs.stands == "over"]
    return PaperWindow(workbench, owed[0].client.number, paper=workbench.journal.stops.paper(owed[0].item))


def plan_series(shot: Shot) -> QWidget:
    """Regular calls, one of them moved off a day off."""
    from ui.dialogs.plan_call import PlanCall

    workbench = told_workbench()
    behind = window_at(shot, "today", workbench=workbench)
    form = PlanCall(workbench, number_of(workbench, ALBOR), parent=behind)
    form.series.box.setChecked(True)
    return form


def paste(shot: Shot) -> QWidget:
    """A piece of a chat before it is written; one of three is not known, and the day has two readings."""
    from ui.dialogs.paste import PastePreview

    behind = window_at(shot, "today")
    workbench = workbench_of_pictures()
    text = (
        "[10:15, 03/11/2026] Lucía Herrero: ¿Podéis cambiar la foto de la portada?\n"
        "[10:20, 03/11/2026] Elena Marín: Claro. ¿Cuál preferís?\n"
        "[10:22, 03/11/2026] Recepción Albor: La de la sala de espera"
    )
    return PastePreview(workbench, number_of(workbench, ALBOR), parent=behind, text=text)
