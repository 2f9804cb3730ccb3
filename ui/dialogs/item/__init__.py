"""An open item and what can happen to it next: a date, a delivery, a confirmation, an answer, a reading."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.plan import Form, Goal, Objection, Risk, Stage, Understanding
from app.facts.work import AnyItem, Call, Edit, Request

if TYPE_CHECKING:
    from ui.dialogs.kept_form import KeptForm
    from ui.workbench import Workbench

FORMS: Final = {
    Edit: "ui.dialogs.item.edit_item:EditItem",
    Request: "ui.dialogs.item.request_item:RequestItem",
    Call: "ui.dialogs.item.call_item:CallItem",
    Stage: "ui.dialogs.item.stage_item:StageItem",
    Risk: "ui.dialogs.item.risk_item:RiskItem",
    Goal: "ui.dialogs.item.goal_item:GoalItem",
    Understanding: "ui.dialogs.item.word_item:WordItem",
    Objection: "ui.dialogs.plan.objection:objection_item",
    Form: "ui.dialogs.form:form_item",
}
"""The form of each noun; it is imported when the first of them is opened."""


def has_form(item: AnyItem | None) -> bool:
    """Whether an item has a form of its own."""
    return type(item) in FORMS


def item_form(workbench: Workbench, client: int = 0, *, item: int, parent: QWidget | None = None) -> KeptForm:
    """The form of an item."""
    found = workbench.journal.reading.item(item)
    assert found is not None
    room, name = FORMS[type(found)].split(":")
    made: KeptForm = getattr(import_module(room), name)(workbench, found, parent=parent)
    return made
