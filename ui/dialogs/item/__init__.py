"""An open item and what can happen to it next: a date, a delivery, a confirmation, an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.work import AnyItem, Call, Edit, Request

if TYPE_CHECKING:
    from ui.dialogs.item.step_form import StepForm
    from ui.workbench import Workbench


def has_form(item: AnyItem | None) -> bool:
    """Whether an item has a form of its own."""
    return isinstance(item, Edit | Request | Call)


def item_form(workbench: Workbench, client: int = 0, *, item: int, parent: QWidget | None = None) -> StepForm:
    """The form of an edit, a request or a call."""
    found = workbench.journal.reading.item(item)
    if isinstance(found, Edit):
        from ui.dialogs.item.edit_item import EditItem

        return EditItem(workbench, found, parent=parent)
    if isinstance(found, Request):
        from ui.dialogs.item.request_item import RequestItem

        return RequestItem(workbench, found, parent=parent)
    from ui.dialogs.item.call_item import CallItem

    assert isinstance(found, Call)
    return CallItem(workbench, found, parent=parent)
