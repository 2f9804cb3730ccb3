"""The forms of this room on the sample journal, for pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.terms import AgreedChannel
from ui.dialogs.agreement import AgreementForm, ContactForm, NewClient, OwnerForm, PersonForm
from ui.widgets.boxes import Scroll
from ui.widgets.pane import Pane
from ui.window_pictures import window_at, workbench_of_pictures

if TYPE_CHECKING:
    from ui.pictures import Shot
    from ui.workbench import Workbench


def _workbench(shot: Shot) -> Workbench:
    workbench = workbench_of_pictures()
    workbench.language = shot.language
    return workbench


def _client(workbench: Workbench, name: str) -> int:
    return workbench.journal.clients.named(name).number


def agreement_form(shot: Shot) -> QWidget:
    """A new version for a client, with a changed preset and one channel more."""
    workbench = _workbench(shot)
    behind = window_at(shot, "clients")
    form = AgreementForm(workbench, _client(workbench, "Мастерская «Глина»"), parent=behind)
    form.fields.terms.preset.choose("urgent")
    form.fields._preset("urgent")
    form.fields.channels.set_channels(
        (*form.fields.channels.channels, AgreedChannel(channel="phone", purposes=("calls", "urgent")))
    )
    form.fields.changed.emit()
    return form


def contact_form(shot: Shot) -> QWidget:
    """Another contact for a client who has one."""
    workbench = _workbench(shot)
    return ContactForm(workbench, _client(workbench, "Мастерская «Глина»"), parent=window_at(shot, "clients"))


def person_form(shot: Shot) -> QWidget:
    """Somebody known."""
    workbench = _workbench(shot)
    client = _client(workbench, "Кедровый дом")
    person = workbench.journal.clients.people(client)[0].number
    return PersonForm(workbench, client, person=person, parent=window_at(shot, "clients"))


def new_client(shot: Shot) -> QWidget:
    """An empty form."""
    return NewClient(_workbench(shot), parent=window_at(shot, "clients"))


def owner_form(shot: Shot) -> QWidget:
    """The owner's facts as Settings shows them."""
    page = Pane("card")
    page.add(OwnerForm(_workbench(shot)))
    page.add_space()
    return Scroll(page)
