"""Pictures of the forms over the window they belong to, and of the call note, on the sample journals."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.client_pictures import told_workbench
from ui.dialogs.call import CallNote
from ui.told import Told
from ui.widgets.notice import Notice
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
    workbench = workbench_of_pictures()
    workbench.language = shot.language
    line = next(each for each in workbench.journal.desk.today().calls if each.client.name == ALBOR)
    note = CallNote(workbench, line.client.number, call=line.call.number)
    note.timer.turned.emit("start")
    note.leaving.forget()
    return note


def call_going(shot: Shot) -> QWidget:
    """Twelve minutes later: one topic has its outcomes, the second is being written (4-call)."""
    from msgspec.structs import replace

    from ui.kept_call import KeptOutcome

    note = call(shot)
    assert isinstance(note, CallNote)
    bench = note.workbench
    today, lucia = bench.today, note.contact.number if note.contact else 0
    written = (
        KeptOutcome(what="Publicar las tarifas 2027", by=today + timedelta(days=5)),
        KeptOutcome(what="Enviar el PDF firmado", who=lucia, by=today + timedelta(days=3)),
    )
    note.cards[0].put_outcomes(written)
    note.cards[1].editor.put(KeptOutcome(what="Presupuesto, 300 € a la sem", who=lucia, by=today + timedelta(days=4)))
    note.note = replace(note.note, started=bench.now() - timedelta(minutes=12, seconds=47))
    note.minutes.off = 4
    note.tick()
    note.cards[1].editor.what.setFocus()
    return note


def call_in_rail(shot: Shot) -> QWidget:
    """Its window is closed, its timer goes on in the rail; below, what was recorded can be undone."""
    window = window_at(shot, "today")
    window.complete()
    window.rail.set_call(f"12:47 · {ALBOR}")
    bench = workbench_of_pictures()
    words = bench.words
    notice = Notice(words.text("Saved as entry {number}.", number=1285), undo=words.text("Undo"),
                    step=words.text("Correct"))  # fmt: skip
    window.notices.tell(Told(notice))
    return window


def compose_closed(shot: Shot) -> QWidget:
    """By night there: both times and a reminder; by telephone, the number."""
    from ui.dialogs.compose import Compose

    workbench = workbench_of_pictures()
    workbench.language = shot.language
    card = next(each for each in workbench.journal.desk.today().cards if each.client.name == "Casa Jacaranda")
    return Compose(workbench, card.client.number, flags=[flag.key for flag in card.cleared_at_once])


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


def about(shot: Shot) -> QWidget:
    """Version, journal, licences."""
    from ui.dialogs.about import AboutDialog

    return AboutDialog(workbench_of_pictures(), parent=window_at(shot, "today"))


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
