"""Dialogs and windows of their own by key; each is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.remembering import Remembering

if TYPE_CHECKING:
    from ui.workbench import Workbench

DIALOGS = {
    "compose": "ui.dialogs.compose:Compose",
    "drafts": "ui.dialogs.drafts:Drafts",
    "make_all": "ui.dialogs.make_all:MakeAll",
    "log": "ui.dialogs.quick_add:QuickAdd",
    "edit": "ui.dialogs.edit:EditForm",
    "call": "ui.dialogs.call:call_note",
    "request": "ui.dialogs.request:RequestForm",
    "paste": "ui.dialogs.paste:PastePreview",
    "item": "ui.dialogs.item:item_form",
    "stop_work": "ui.dialogs.stop_work:StopWork",
    "plan_call": "ui.dialogs.plan_call:PlanCall",
    "stage": "ui.dialogs.plan.stage:StageForm",
    "risk": "ui.dialogs.plan.risk:RiskForm",
    "goal": "ui.dialogs.plan.goal:GoalForm",
    "understanding": "ui.dialogs.plan.understanding:UnderstandingForm",
    "objection": "ui.dialogs.plan.objection:ObjectionForm",
    "payment": "ui.dialogs.plan.payment:PaymentForm",
    "feedback": "ui.dialogs.plan.feedback:FeedbackForm",
    "planning": "ui.dialogs.plan.planning:PlanningForm",
    "agreement": "ui.dialogs.agreement:AgreementForm",
    "new_client": "ui.dialogs.agreement:NewClient",
    "contact": "ui.dialogs.agreement:ContactForm",
    "person": "ui.dialogs.agreement:PersonForm",
    "paper": "ui.dialogs.paper:PaperWindow",
    "forms": "ui.dialogs.form:FormsList",
    "form": "ui.dialogs.form:FormSheet",
    "import": "ui.dialogs.import_telegram:ImportTelegram",
    "returned": "ui.dialogs.returned:ReturnedDialog",
    "erase": "ui.dialogs.erase:Erase",
    "search": "ui.dialogs.search:SearchPanel",
    "stamps": "ui.pages.evidence.stamps_dialog:StampsDialog",
    "keys": "ui.dialogs.keys:KeysPage",
    "about": "ui.dialogs.about:AboutDialog",
}


def make_dialog(
    key: str, workbench: Workbench, client: int, parent: QWidget | None, what: Mapping[str, Any]
) -> QWidget:
    """Make the dialog and show it. It is let go when it is closed."""
    room, name = DIALOGS[key].split(":")
    made: QWidget = getattr(import_module(room), name)(workbench, client, parent=parent, **what)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setProperty("opening", partial(workbench.open, key, client, **what))
    Remembering(workbench, key, made)
    if isinstance(made, QDialog) and made.isModal():
        made.open()
    else:
        made.show()
        made.raise_()
    return made
